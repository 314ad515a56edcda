#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "base/result.h"
#include "services/actor.h"
#include "services/x_report.h"

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

class ReportService {
public:
    explicit ReportService(Session& session);

    /// Both days included. Over all tills, imported history too. Reads sums of days, never lines.
    SalesReport sales(BusinessDay from, BusinessDay to, SalesBy by) const;
    Result<XReport> x(const Actor& actor) const; ///< NoShiftOpen, NotAllowed, NeedsApproval

private:
    Session& m_session;
};

} // namespace till
