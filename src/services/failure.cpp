#include "services/failure.h"

#include "base/numbers.h"
#include "storage/storage_error.h"

namespace till {

Error toError(const std::exception& exception)
{
    if (const auto* storage = dynamic_cast<const StorageError*>(&exception)) return toError(*storage);
    if (dynamic_cast<const NumberOverflow*>(&exception)) return Error{ErrorCode::NumberOutOfRange};
    return Error{ErrorCode::StorageFailed, exception.what()};
}

} // namespace till
