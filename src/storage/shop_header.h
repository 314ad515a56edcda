#pragma once

#include "storage/connection.h"

#include <cstdint>

namespace till {

// For the .cpp files of storage only.

struct ShopHeader {
    std::int32_t applicationId{};
    int schemaVersion{};
};

/// The two numbers in the first page, through SQLite but without reading its schema: a newer program may
/// have written what this SQLite cannot parse, and a hostile file should be refused before that. Read only,
/// because a writing connection would fold the WAL of a newer program into the file when it closes.
/// Throws StorageError.
ShopHeader readShopHeader(const OpenOptions& options);

} // namespace till
