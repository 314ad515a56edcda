#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "services/actor.h"

#include <string>
#include <vector>

namespace till {

class Session;

enum class SalesBy { Item, Department, Tax, Hour, Weekday, Day, Week, Month, Cashier, Customer, Tender, Supplier };

/// Sums of a period; sales and returns together, returns negative.
struct SalesRow {
    std::string key;  ///< stable: code, name, "2026-03-14", "15", "2026-W11", "1" = Monday
    std::string name; ///< for people
    std::int64_t tickets = 0;
    Quantity quantity;
    Money net;
    Money tax;
    Money gross; ///< net + tax
    Money cost;
    Money margin; ///< net - cost
};

struct SalesReport {
    std::vector<SalesRow> rows;
    SalesRow total;
};

/// A shift's or day's figures at any time, nothing reset (end-of-day.md 4.1 as far as the tables go).
struct XReport {
    std::string till;
    BusinessDay businessDay;
    Moment printedAt;
    std::string openedBy;
    Moment openedAt;
    std::string firstReceipt;
    std::string lastReceipt;
    std::int64_t receipts = 0;
    std::int64_t returns = 0; ///< lines taken back, also in mixed tickets
    Money returned;
    Money gross;
    Money discounts;
    Money net;
    Money tax;
    Money total;
    Money rounding;
    struct Row {
        std::string key;
        std::string name;
        std::int64_t count = 0;
        Quantity quantity;
        Money net;
        Money tax;
        Money gross;
    };
    std::vector<Row> departments;
    std::vector<Row> taxes;
    std::vector<Row> tenders; ///< gross = kept
    std::vector<Row> cashiers;
    Money openingFloat;
    Money cashSales;
    Money cashRefunds;
    Money expectedCash;
    std::int64_t linesRemoved = 0;
    std::int64_t cartsAbandoned = 0;
    std::int64_t copies = 0;
    std::int64_t priceOverrides = 0;
    std::int64_t heldCarts = 0;
    Money heldValue;
    Money grandSales;   ///< since the till's first sale, never reset
    Money grandReturns;
    Money grandNet;
    std::string journalHead;
};

class ReportService {
public:
    explicit ReportService(Session& session);

    SalesReport sales(BusinessDay from, BusinessDay to, SalesBy by) const;
    Result<XReport> x(const Actor& actor) const; ///< NoShiftOpen

private:
    Session& m_session;
};

} // namespace till
