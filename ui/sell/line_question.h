#pragma once

#include "base/event.h"
#include "base/numbers.h"
#include "domain/cash/currency.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QObject>

#include <functional>

class QKeyEvent;

namespace till {

class SellFrame;

/// A line as it would be with what was typed.
struct TypedLine {
    QString name;
    Quantity quantity;
    int unitDecimals = 0;
    UnitPrice unitPrice;
};

/// Asks in the note bar before a line is taken that nobody sells. Its button, or Enter in the empty field, is
/// the yes. Typing, another message, another marked line and any change of the sale are the no.
class LineQuestion : public QObject {
    Q_OBJECT

public:
    LineQuestion(Shop& shop, const Formats& formats, SellFrame& frame);

    /// Does `take`, at once or, when such a line is unusual, on the yes. It must know itself which line it
    /// changes.
    void takeLine(const TypedLine& line, std::function<void()> take);
    bool isAsking() const { return m_take != nullptr; }
    void answerYes();
    void leave();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isSameStroke(const QKeyEvent& key) const;

    const Formats& m_formats;
    Currency m_currency;
    SellFrame& m_frame;
    std::function<void()> m_take; ///< what the question is about
    quint64 m_keyAt = 0;          ///< the last key; 0: it had no time
    quint64 m_askedAt = 0;
    Subscription m_cartChanged;
};

} // namespace till
