#pragma once

#include "domain/sales/cart.h"
#include "domain/sales/pricing.h"
#include "domain/sales/settlement.h"
#include "services/checkout_service.h"
#include "services/sale_taxes.h"
#include "storage/day_sum_repository.h"
#include "storage/sale_record_repository.h"
#include "storage/sale_repository.h"

namespace till {

class Session;

/// A sale that is priced and paid, ready to be put on record.
struct SaleToPost {
    const Cart& cart;
    const PricedSale& priced;
    const SaleTaxes& taxes;
    std::vector<CartTender> tenders;
    Settlement settlement;
    Moment at;
    Timestamp started{};
    ShiftId shift;
    Uid shiftUid;
    std::string_view originTicket{}; ///< of another system; empty = rung up here
};

/// Everything one sale writes, in the caller's transaction: number and document, sale, lines, taxes, tenders,
/// stock movements and levels, what sells, day sums, print order, journal. The only way a sale gets into the
/// file.
class SalePosting {
public:
    explicit SalePosting(Session& session);
    FinishedSale post(const Actor& actor, const SaleToPost& sale);

private:
    SaleLineRow lineRow(const Actor& actor, const SaleToPost& sale, std::size_t index) const;
    ReceiptHeadText head() const;
    Money moveGoods(DocumentId document, const SaleToPost& sale, std::vector<SaleLineRow>& rows);
    void insertLines(DocumentId document, const Cart& cart, const std::vector<SaleLineRow>& rows);
    void move(DocumentId document, const CartLine& line, const SaleLineRow& row);
    SaleRecord record(const SaleToPost& sale, const DocumentHead& document,
        const std::vector<SaleLineRow>& rows, const SaleTotals& totals,
        const std::vector<TenderRow>& tenders) const;

    Session& m_session;
    SaleRepository m_sales;
    StockRepository m_stock;
    DaySumRepository m_daySums;
};

} // namespace till
