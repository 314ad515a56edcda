#pragma once

#include "base/ids.h"

namespace till {

/// Who does it, and at which till. Every command takes one.
struct Actor {
    UserId user;
    TillId till;
    UserId approver{}; ///< who allowed what the actor alone may not do
};

} // namespace till
