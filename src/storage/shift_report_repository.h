#pragma once

#include "base/numbers.h"
#include "domain/sales/document.h"
#include "storage/connection.h"

#include <string>
#include <vector>

namespace till {

/// The figures of one shift, read from what was put on record in it.
struct ShiftFigures {
    std::string firstReceipt; ///< numbers as printed; empty when there is none
    std::string lastReceipt;
    std::int64_t receipts = 0;
    Money net;
    Money tax;
    Money total;
    Money rounding;
    std::int64_t roundings = 0; ///< receipts whose sum was rounded
    Quantity goods;             ///< pieces and measures sold; what came back is not taken off
    Quantity services;
    std::int64_t returns = 0; ///< lines
    Money returned;           ///< gross less discount of those lines: negative
    Money gross;              ///< of the lines sold, before discounts
    Money discounts;          ///< of the lines sold
    std::int64_t priceOverrides = 0;
    std::int64_t vouchersSold = 0; ///< in none of the sums above
    Money voucherMoney;
};

struct ShiftPart {
    std::int64_t key = 0; ///< id of the department, tax rate, tender type, user
    std::int64_t count = 0;
    Quantity quantity;
    Money net;
    Money tax;
    Money gross;
    // What of these was taken back, negative; of a tender: paid out.
    Money netBack;
    Money taxBack;
    Money grossBack;
};

/// What was taken off the lines sold, as a positive sum.
struct ShiftDiscount {
    AdjustmentKind kind{};
    std::int64_t count = 0; ///< lines; of discounts on the whole sale: sales
    Money amount;
};

struct ShiftCashierTender {
    std::int64_t cashier = 0;
    std::int64_t tender = 0;
    Money amount; ///< kept
};

/// Cash of another country that was taken.
struct ShiftForeignCash {
    std::string currency;
    std::int64_t minor = 0; ///< in its own minor units
    Money value;            ///< what it was taken for
};

/// How often each kind of record stands in the till's journal since the shift was opened.
struct ShiftJournalCounts {
    std::int64_t linesRemoved = 0;
    std::int64_t cartsAbandoned = 0;
    std::int64_t copies = 0;
};

class ShiftReportRepository {
public:
    explicit ShiftReportRepository(Connection& db)
        : m_db{db}
    {
    }

    ShiftFigures figures(ShiftId shift);
    std::vector<ShiftPart> departments(ShiftId shift); ///< count = lines
    std::vector<ShiftPart> taxes(ShiftId shift);       ///< count = receipts; as printed on them
    std::vector<ShiftPart> tenders(ShiftId shift);     ///< count = tenders; gross = kept
    std::vector<ShiftPart> cashiers(ShiftId shift);    ///< count = receipts; nothing of it as taken back
    std::vector<ShiftDiscount> discounts(ShiftId shift);
    std::vector<ShiftCashierTender> cashierTenders(ShiftId shift);
    std::vector<ShiftForeignCash> foreignCash(ShiftId shift);
    /// Of the shift that is open at this till now.
    ShiftJournalCounts journalCounts(TillId till);

private:
    Connection& m_db;
};

} // namespace till
