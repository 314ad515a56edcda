#pragma once

#include "base/clock.h"
#include "domain/cash/foreign_cash.h"
#include "domain/sales/document.h"
#include "domain/stock/valuation.h"
#include "storage/connection.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace till {

/// The head of a document about to be put on record.
struct NewDocument {
    Uid uid;
    DocumentKind kind = DocumentKind::Sale;
    TillId till;
    ShiftId shift;
    Moment at;
    Timestamp started{};
    UserId user;
    UserId approver;
    std::int64_t customer = 0; ///< 0 = none
    std::string note;
    std::optional<Uid> corrects{}; ///< the document this one takes back
};

struct DocumentHead {
    DocumentId id;
    std::string number; ///< as printed
};

struct SaleTotals {
    Money gross;
    Money discount;
    Money net;
    Money tax;
    Money total;
    Money rounding;
    Money paid;
    Money change;
    Money cost;
    int lineCount = 0;
};

/// The words of a receipt that are not the sale's own.
struct ReceiptHeadText {
    std::string shopName;
    std::string address;
    std::string taxNumber;
    std::string footer;
    std::string design{}; ///< how it is laid out; empty: the standard
    friend bool operator==(const ReceiptHeadText&, const ReceiptHeadText&) = default;
};

struct SaleLineTax {
    TaxRateId rate;
    Money net;
    Money tax;
};

struct SaleLineAdjustment {
    AdjustmentKind kind = AdjustmentKind::LineDiscount;
    std::optional<Rate> rate;
    Money amount;
    std::optional<UnitPrice> oldPrice;
    std::string label;
    UserId user;
    UserId approver;
};

/// A line as sold: it repeats nothing that can change later.
struct SaleLineRow {
    int lineNo = 0;
    ProductId product;
    int kind = 1; ///< item_kind
    std::string_view name;
    std::string_view unit;
    DepartmentId department;
    SupplierId supplier;
    TaxClassId taxClass;
    Quantity quantity;
    UnitPrice unitPrice;
    Money gross;
    Money discount;
    Money net;
    Money tax;
    Money total;
    Money cost;
    std::string_view code;
    std::optional<Uid> returnsUid;
    int returnsLine = 0;
    std::string_view note;
    std::vector<SaleLineTax> taxes;
    std::vector<SaleLineAdjustment> adjustments;
};

struct SaleTaxRow {
    TaxRateId rate;
    Money net;
    Money tax;
    Money gross;
};

struct TenderRow {
    TenderTypeId type;
    Money amount;
    Money change;
    std::string_view reference;
    std::optional<ForeignCash> foreign{};
};

/// What is known of a sale that was written.
struct FinishedRow {
    DocumentId document;
    Uid uid;
    std::string number;
    Moment at;
    SaleTotals totals;
};

/// Puts documents and sales on record, inside the caller's transaction. Nothing here updates or deletes.
class SaleRepository {
public:
    explicit SaleRepository(Connection& db)
        : m_db{db}
    {
    }

    /// Gives out the next number of the till's series for this kind, without a gap.
    DocumentHead insertDocument(const NewDocument& document);
    struct ReceiptHeadRows {
        std::int64_t head = 0;
        std::optional<std::int64_t> design;
    };
    /// The rows that say these words, made when they are new.
    ReceiptHeadRows findOrAddHead(const ReceiptHeadText& head);
    void insertSale(
        DocumentId document, const ReceiptHeadRows& head, bool pricesIncludeTax, const SaleTotals& totals);
    void insertLine(DocumentId document, const SaleLineRow& line);
    void insertTax(DocumentId document, const SaleTaxRow& row);
    void insertTender(DocumentId document, int position, const TenderRow& row);
    void insertOrigin(DocumentId document, TillId till, std::string_view ticket, BusinessDay day);
    void insertPrintOrder(
        DocumentId document, std::string_view channel, std::string_view state, int copy, Timestamp now);

    std::optional<FinishedRow> findByUid(const Uid& uid);
    std::optional<FinishedRow> last(TillId till);
    struct TicketSize {
        std::int64_t lines = 0;
        Money gross; ///< before discounts
        friend bool operator==(const TicketSize&, const TicketSize&) = default;
    };
    /// Of the sale another system's ticket became.
    std::optional<TicketSize> findByTicket(TillId till, std::string_view ticket, BusinessDay day);

private:
    Connection& m_db;
};

/// The ledger of goods and the levels it adds up to.
class StockRepository {
public:
    explicit StockRepository(Connection& db)
        : m_db{db}
    {
    }

    struct LevelAndCost {
        StockLevel level;
        std::optional<UnitPrice> unitCost; ///< last known, of the product
    };
    LevelAndCost level(ProductId product, LocationId location);
    struct Move {
        ProductId product;
        Quantity quantity;
        Money cost;
        int lineNo = 0; ///< of the document that says why
    };
    void move(const Move& move, LocationId location, MovementKind kind, DocumentId document);
    /// Many of one kind and document.
    void move(std::span<const Move> moves, LocationId location, MovementKind kind, DocumentId document);
    void setUnitCost(ProductId product, UnitPrice cost);

private:
    Connection& m_db;
};

} // namespace till
