#pragma once

#include "base/numbers.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>
#include <vector>

namespace till {

class RingingUp;
class SellDesk;
class UnknownCodePage;

/// Codes nobody knows: one is offered on a form, those scanned meanwhile wait in the cart's head, and the
/// queue at the till goes on.
class UnknownCodes : public QObject {
    Q_OBJECT

public:
    UnknownCodes(SellDesk& desk, RingingUp& ringingUp);

    bool isOffering() const; ///< a form is shown: further codes wait
    void wait(const QString& code, std::optional<Quantity> quantity);
    void offer(const QString& code, std::optional<Quantity> quantity);

private:
    void offerNext(); ///< the next of those that wait, else home
    void showWaiting();
    bool keepsForm(); ///< a new product is half typed: it says so, and what was asked for waits
    void sell(const QString& code, qint64 product, std::optional<Quantity> quantity);

    struct Waiting {
        QString code;
        std::optional<Quantity> quantity;
    };
    SellDesk& m_desk;
    RingingUp& m_ringingUp;
    std::vector<Waiting> m_waiting;
    QPointer<UnknownCodePage> m_form;
};

} // namespace till
