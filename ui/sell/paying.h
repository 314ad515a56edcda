#pragma once

#include "base/event.h"
#include "services/checkout_service.h"

#include <QObject>

#include <optional>

namespace till {

class SellDesk;

/// Takes the money for the open sale: at once or in parts, and shows what goes back.
class Paying : public QObject {
    Q_OBJECT

public:
    explicit Paying(SellDesk& desk);

    void payCash(); ///< what is typed was handed over; nothing typed: exactly what is due
    void payCard();
    void takePartInCash(); ///< of what is typed; the sale stays open
    void takePartByCard();
    void showParts();

private:
    void connectParts();
    void payTyped(const char* tenderCode);
    void pay(const char* tenderCode, std::optional<Money> amount);
    void takePart(const char* tenderCode);
    void finish(const Cart& cart, const TenderType& tender, std::optional<Money> amount);
    void removePart(int position);
    void proposePart(int count, bool first);
    void refreshParts();
    std::vector<TenderType> paidWith(const Cart& cart, const TenderType& last) const;
    void showPaid(const FinishedSale& sale, const std::vector<TenderType>& paidWith);

    SellDesk& m_desk;
    Subscription m_cartChanged;
};

} // namespace till
