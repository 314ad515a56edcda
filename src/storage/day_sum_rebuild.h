#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace till {

class Connection;

/// A sum that is not what the sales of its day come to.
struct DaySumDifference {
    std::string key;  ///< "item/2026-03-14/key 17/till 1/sold"
    std::string text; ///< what is stored and what the lines say, field by field
};

/// Adds up every day anew from lines and tenders and compares, one day at a time in memory. Reads only. At
/// most `limit` are listed: where one thing is wrong, thousands can be.
std::vector<DaySumDifference> daySumDifferences(Connection& db, std::size_t limit = 1000);

/// Makes all sums again from lines and tenders, in the caller's transaction. Returns how many days had to be
/// changed.
std::int64_t rebuildDaySums(Connection& db);

} // namespace till
