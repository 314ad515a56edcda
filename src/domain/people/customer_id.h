#pragma once

#include "base/ids.h"

namespace till {

using CustomerId = Id<struct CustomerTag>;

} // namespace till
