#pragma once

#include "base/numbers.h"
#include "storage/connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace till {

/// One line of another system's ticket, waiting to be replayed.
struct StagedLine {
    std::int64_t line = 0; ///< of the file
    std::string item;
    Quantity quantity;
    UnitPrice price;
};

/// The lines of a sales file by ticket, beside the shop in a temporary table: a file may be larger than
/// memory, and its tickets in any order.
class SalesStaging {
public:
    explicit SalesStaging(Connection& db);
    ~SalesStaging();
    SalesStaging(const SalesStaging&) = delete;
    SalesStaging& operator=(const SalesStaging&) = delete;

    void add(std::int64_t ticket, const StagedLine& line);
    std::vector<StagedLine> lines(std::int64_t ticket); ///< in the file's order

private:
    Connection& m_db;
};

} // namespace till
