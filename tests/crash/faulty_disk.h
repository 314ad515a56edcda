#pragma once

#include "small_shop.h"
#include "support/fault_vfs.h"

#include <functional>

namespace till::test {

/// Something a person asks of the till, tried once for each disk operation it causes, with that one failing.
struct Request {
    std::function<void(Shop&)> prepare{}; ///< undisturbed, in a fresh copy of the shop
    std::function<Result<>(Shop&)> ask{}; ///< while the disk fails
    bool repeatable = false;              ///< asking again is harmless even when it had happened
    std::function<bool(Shop&)>
        between{}; ///< a state it may be left in when it is made of several transactions
};

struct FaultCounts {
    int points = 0;   ///< operations that failed, one attempt each
    int absorbed = 0; ///< nobody noticed
    int refused = 0;  ///< an error, and nothing happened
    int unknown = 0;  ///< "it may or may not have happened"
};

/// Holds after every attempt, in the same program, after a crash at that moment, and after closing and
/// opening again: done is done, refused has changed nothing, unknown is one of the two; asking again
/// succeeds, does not do it twice, and the till sells on. `stride`: every n-th operation only.
FaultCounts failEachOperation(
    const SmallShop& small, const Request& request, Fault::Kind kind, bool persistent, int stride = 1);

} // namespace till::test
