#pragma once

#include "base/numbers.h"
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
    std::int64_t returns = 0; ///< lines
    Money returned;           ///< gross less discount of those lines: negative
    Money gross;              ///< of the lines sold, before discounts
    Money discounts;          ///< of the lines sold
    std::int64_t priceOverrides = 0;
};

struct ShiftPart {
    std::int64_t key = 0; ///< id of the department, tax rate, tender type, user
    std::int64_t count = 0;
    Quantity quantity;
    Money net;
    Money tax;
    Money gross;
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
    std::vector<ShiftPart> cashiers(ShiftId shift);    ///< count = receipts
    /// Of the shift that is open at this till now.
    ShiftJournalCounts journalCounts(TillId till);

private:
    Connection& m_db;
};

} // namespace till
