#pragma once

#include "base/clock.h"
#include "services/cart_service.h"
#include "ui/kit/format.h"
#include "ui/sell/cart_model.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace till {

class CartView;
class KeyButton;

/// The sales that wait, and what is in the marked one: a figure, or Enter, takes one up again; Del gives it
/// up.
class HeldPage : public QWidget {
    Q_OBJECT

public:
    struct Row {
        HeldCart sale;
        QString customer{}; ///< as shown; empty: nobody's
    };
    using RowsOf = std::function<std::vector<CartRow>(CartId)>;
    HeldPage(std::vector<Row> waiting, const Formats& formats, const ShopCalendar& calendar, RowsOf rowsOf,
        QWidget* parent = nullptr);
    void takeFocus();

Q_SIGNALS:
    void taken(qint64 cartId);
    void discardRequested(qint64 cartId);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildList(const Formats& formats, const ShopCalendar& calendar);
    QWidget* buildPreview();
    void mark(std::size_t index);
    qint64 markedId() const { return m_waiting[m_marked].sale.id.value; }

    std::vector<Row> m_waiting;
    RowsOf m_rowsOf;
    std::vector<KeyButton*> m_buttons;
    CartView* m_preview;
    std::size_t m_marked = 0;
};

} // namespace till
