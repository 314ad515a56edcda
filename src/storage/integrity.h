#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <vector>

namespace till {

class Connection;

enum class IntegrityDepth {
    Quick, ///< structure of every page; about 5 s per GiB
    Full,  ///< and that each index holds exactly its table's rows; about 18 s per GiB
};

/// What SQLite finds wrong with the file, nothing if it is sound. It sees broken structure, not a changed
/// number: the invariants of the shop are checked elsewhere. `goOn` is asked now and then; false ends it
/// with Cancelled. A page that cannot be read at all is a finding too.
Result<std::vector<std::string>> checkIntegrity(
    Connection& db, IntegrityDepth depth, const std::function<bool()>& goOn = {});

} // namespace till
