#pragma once

#include "base/event.h"
#include "base/numbers.h"
#include "ui/sell/own_sale.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>
#include <vector>

namespace till {

class AskedGoods;
class RingingUp;
class SellDesk;
class UnknownCodePage;
struct RingUp;

/// Codes nobody knows: one is offered on a form, those scanned meanwhile wait in the cart's head, and the
/// queue at the till goes on. They belong to the sale they were scanned in: it is not left before somebody
/// has said that they are left out.
class UnknownCodes : public QObject {
    Q_OBJECT

public:
    UnknownCodes(SellDesk& desk, RingingUp& ringingUp, AskedGoods& asked);

    bool isOffering() const; ///< a form is shown: further codes wait
    void wait(const QString& code, std::optional<Quantity> quantity);
    void offer(const QString& code, std::optional<Quantity> quantity);

private:
    void show(const QString& code, std::optional<Quantity> quantity); ///< on a form
    void offerNext(); ///< the next of those that wait, else home
    void showWaiting();
    int count() const; ///< all that would be lost
    bool keepsForm();  ///< a new product is half typed: it says so, and what was asked for waits
    bool keepsSale();  ///< there are codes, and nobody has said yet that they are left out
    void leaveOut();
    void sell(const QString& code, qint64 product, std::optional<Quantity> quantity);
    /// False: it was refused, or something is asked or said about it that has to be read before the next one.
    bool ringUp(const RingUp& what);

    struct Waiting {
        QString code;
        std::optional<Quantity> quantity;
    };
    SellDesk& m_desk;
    RingingUp& m_ringingUp;
    AskedGoods& m_asked;
    std::vector<Waiting> m_waiting;
    QPointer<UnknownCodePage> m_form;
    OwnSale m_sale;
    bool m_isAsking = false; ///< whether the codes are left out
    Subscription m_cartChanged;
};

} // namespace till
