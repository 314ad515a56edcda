#pragma once

#include "storage/day_sum_repository.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace till {

/// Sums of a period by one key; sales and returns together, signs as stored.
struct PeriodSum {
    std::int64_t key = 0;
    DaySumAmounts amounts;
};

/// What a key of a sum is called. `apart` tells it from another of the same code.
struct SumLabel {
    std::string code;
    std::string name;
    std::string apart;
    std::optional<Rate> rate{}; ///< of a tax
};

/// Reads day_sum, and nothing else but names: a report costs what its days cost, not what was sold on them.
class ReportRepository {
public:
    explicit ReportRepository(Connection& db)
        : m_db{db}
    {
    }

    std::vector<PeriodSum> sums(DaySumDimension dimension, BusinessDay from, BusinessDay to);
    std::vector<PeriodSum> days(BusinessDay from, BusinessDay to); ///< of everything; key = the day
    SumLabel label(DaySumDimension dimension, std::int64_t key);
    /// In the order of `keys`, each with a code that tells it from every other.
    std::vector<SumLabel> labels(DaySumDimension dimension, const std::vector<std::int64_t>& keys);

    /// Gross of everything a till ever sold and took back (negative). Never reset.
    struct Perpetual {
        Money sales;
        Money returns;
    };
    Perpetual perpetual(TillId till);

private:
    Connection& m_db;
};

} // namespace till
