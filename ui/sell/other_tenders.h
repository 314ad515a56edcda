#pragma once

#include "services/cart_service.h"

#include <QObject>

#include <functional>
#include <optional>

namespace till {

class PayQuestion;
class Paying;
class SellDesk;
struct Voucher;

/// Ways to pay that need something typed or scanned: the slip of a card, vouchers, cash of another country.
class OtherTenders : public QObject {
    Q_OBJECT

public:
    OtherTenders(SellDesk& desk, Paying& paying);

    bool asksForSlip(const PricedCart& cart) const;
    void askSlip(std::optional<Money> amount); ///< none: the rest
    void askVoucher();
    void askForeign(const QString& currency);
    void takeVoucher(const QString& number);
    void sellVoucher();

private:
    void sell(const QString& amount, const QString& number);
    QString balanceWords(const Voucher& voucher) const;
    PayQuestion* ask(PayQuestion* page);
    SellDesk& m_desk;
    Paying& m_paying;
};

} // namespace till
