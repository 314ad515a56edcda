#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <optional>
#include <string>

namespace till {

struct ShiftRow {
    ShiftId id;
    Uid uid;
    TillId till;
    std::string openedBy;
    Moment openedAt;
    Money openingFloat;
    std::optional<Money> expectedFloat;
};

struct ShiftCashSums {
    Money taken; ///< cash kept on sales: given minus change
    Money given; ///< cash paid out on returns, as a positive sum
};

/// What was in the drawer when a shift was closed.
struct ShiftCount {
    Money expected;
    Money counted;
    Money left; ///< of the counted, for the next shift
    std::string remark;
};

class ShiftRepository {
public:
    explicit ShiftRepository(Connection& db)
        : m_db{db}
    {
    }

    std::optional<ShiftRow> open(TillId till);
    std::optional<ShiftRow> openOn(TillId till, BusinessDay day); ///< of imported history: one per day
    std::optional<Money> lastLeft(TillId till);
    ShiftRow insert(
        TillId till, UserId user, const Moment& at, Money openingFloat, std::optional<Money> expected);
    ShiftCashSums cash(ShiftId id);
    void close(ShiftId id, UserId user, const Moment& at, const ShiftCount& count);
    std::optional<ShiftRow> find(ShiftId id);

private:
    Connection& m_db;
};

} // namespace till
