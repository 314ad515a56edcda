#pragma once

#include "base/event.h"
#include "services/checkout_service.h"

#include <QObject>

#include <optional>

namespace till {

class CardPaying;
class OtherTenders;
class SellDesk;

/// Takes the money for the open sale: at once or in parts, and shows what goes back.
class Paying : public QObject {
    Q_OBJECT

public:
    explicit Paying(SellDesk& desk);

    /// What is typed was handed over; nothing typed: exactly what is due. Where money goes back it is what is
    /// given back: a part, unless it is all.
    void payCash();
    void payCard();
    void takePartInCash(); ///< of what is typed; the sale stays open
    void takePartByCard();
    void showParts();
    void payBy(const char* tenderCode); ///< another way: it asks for what it needs
    void takeVoucher(
        const QString& number); ///< scanned: a part of the open sale, or what is left on it is said
    void sellVoucher();         ///< of the amount that is typed

    /// A part, or the end of the sale where it pays the rest. Says what stops it.
    bool take(const TenderOffer& offer);
    /// What the parts have paid already.
    void finishPaid(const Cart& cart);

private:
    void connectParts();
    void payTyped(const char* tenderCode);
    void pay(const char* tenderCode, std::optional<Money> amount);
    void takePart(const char* tenderCode);
    bool canBePaid(const PricedCart& open);
    bool giveBack(const PricedCart& open, const TenderType& tender, std::optional<Money>& amount);
    bool finish(const Cart& cart, const TenderType& last, const std::vector<TenderOffer>& offers);
    void removePart(int position);
    void proposePart(int count, bool first);
    void refreshParts();
    std::vector<TenderType> paidWith(const Cart& cart, const TenderType& last) const;
    void showPaid(const FinishedSale& sale, const Cart& cart, const TenderType& last);

    SellDesk& m_desk;
    OtherTenders* m_others;
    CardPaying* m_cards;
    Subscription m_cartChanged;
};

} // namespace till
