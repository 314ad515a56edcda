#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "base/result.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;

enum class SalesBy {
    Item,
    Department,
    Tax,
    Hour,
    Weekday,
    Day,
    Week,
    Month,
    Cashier,
    Customer,
    Tender,
    Supplier
};

/// Sums of a period; sales and returns together, returns negative.
struct SalesRow {
    /// Stable and different in every row: code of item, tax, tender or customer, name of a cashier or
    /// supplier, path of a department ("Food / Bread"), "2026-03-14", "15" (hour, two digits), "2026-W11"
    /// (ISO 8601), "2026-03", "1" = Monday. Empty: what has none (open items, goods without a department).
    /// Where two share one, " " and what tells them apart follows: the rate of a tax ("A 20", "A 21" when it
    /// changed), else a number.
    std::string key;
    std::string name; ///< as the shop calls it, a tax with its rate ("VAT 5.5 %"); of times the key again
    std::int64_t tickets = 0; ///< a ticket counts once in each row it touches
    Quantity quantity;
    Money net;
    Money tax;
    Money gross; ///< net + tax
    Money cost;
    Money margin; ///< net - cost
};

/// Rows by time ascending, or by gross from the largest. The total is that of everything sold in the period:
/// rows by tax may add up to more (a line may bear two taxes), rows by customer to less, rows by tender
/// (gross = kept) to the rounding of cash more or less.
struct SalesReport {
    std::vector<SalesRow> rows;
    SalesRow total;
};

/// The figures of the open shift at any time, nothing reset. gross - discounts - returned is the total where
/// prices include tax, the net where they do not.
struct XReport {
    std::string till;        ///< its code
    BusinessDay businessDay; ///< of the shift
    Moment printedAt;
    std::string openedBy;
    Moment openedAt;
    std::string firstReceipt;
    std::string lastReceipt;
    std::int64_t receipts = 0;
    std::int64_t returns = 0; ///< lines taken back, also in mixed tickets
    Money returned;  ///< what they came to after their discounts, positive; with or without tax as prices are
    Money gross;     ///< of what was sold, before discounts
    Money discounts; ///< on what was sold
    Money net;       ///< sales less returns, as tax and total
    Money tax;
    Money total;
    Money rounding;
    struct Row {
        std::string key; ///< as in SalesRow
        std::string name;
        std::int64_t count = 0; ///< of lines by department, of tenders by tender, else of receipts
        Quantity quantity;
        Money net;
        Money tax;
        Money gross;
        std::optional<Rate> rate{}; ///< of a tax, whose name is without it
    };
    std::vector<Row> departments; ///< largest first, as all of these
    std::vector<Row> taxes;
    std::vector<Row> tenders; ///< gross = kept: given less change
    std::vector<Row> cashiers;
    Money openingFloat;
    Money cashSales;
    Money cashRefunds; ///< positive
    Money expectedCash;
    std::int64_t linesRemoved = 0; ///< from carts, since the shift was opened; so are the next three
    std::int64_t cartsAbandoned = 0;
    std::int64_t copies = 0;
    std::int64_t priceOverrides = 0;
    std::int64_t heldCarts = 0;
    Money heldValue;
    Money grandSales;        ///< since the till's first sale, never reset
    Money grandReturns;      ///< positive
    Money grandNet;          ///< sales less returns
    std::string journalHead; ///< position and head: "J4711 · 7KQ2-M9XD-41"
};

class ReportService {
public:
    explicit ReportService(Session& session);
    ~ReportService();

    /// Both days included. Over all tills, imported history too. Reads sums of days, never lines.
    SalesReport sales(BusinessDay from, BusinessDay to, SalesBy by) const;
    Result<XReport> x(const Actor& actor) const; ///< NoShiftOpen, NotAllowed, NeedsApproval

private:
    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
