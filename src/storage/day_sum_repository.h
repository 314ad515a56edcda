#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <vector>

namespace till {

/// Rows of table day_sum_dimension; a test compares them.
enum class DaySumDimension {
    Total = 1,
    Hour,
    Department,
    Item,
    Tax,
    Tender,
    Cashier,
    Customer,
    Supplier,
    Voucher ///< sold: owed, not earned
};

struct DaySumAmounts {
    std::int64_t tickets = 0;
    std::int64_t lines = 0;
    Quantity quantity;
    Money discount;
    Money net;
    Money tax;
    Money gross;
    Money cost;

    DaySumAmounts& operator+=(const DaySumAmounts& other);
};

struct DaySumRow {
    DaySumDimension dimension = DaySumDimension::Total;
    std::int64_t key = 0;
    bool returned = false;
    DaySumAmounts amounts;
};

/// Adds up one sale's part of every sum before it goes to disk: one row per dimension, key and direction.
class DaySumCollector {
public:
    DaySumAmounts& at(DaySumDimension dimension, std::int64_t key, bool returned);
    const std::vector<DaySumRow>& rows() const { return m_rows; }

private:
    std::vector<DaySumRow> m_rows;
};

class DaySumRepository {
public:
    explicit DaySumRepository(Connection& db)
        : m_db{db}
    {
    }
    void add(BusinessDay day, TillId till, const std::vector<DaySumRow>& rows);

private:
    Connection& m_db;
};

} // namespace till
