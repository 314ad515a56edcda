#pragma once

#include "base/embedded_file.h"

#include <cstdint>
#include <span>
#include <string>

namespace till {

class Connection;

inline constexpr std::int32_t kApplicationId = 0x54494C4C; ///< 'TILL', at byte 68 of every shop file

std::int32_t applicationId(Connection& db);
int schemaVersion(Connection& db); ///< number of the last migration; 0 = none yet
int newestSchemaVersion();         ///< of this program

/// Every table, index and trigger as the file has it, for reviewing and comparing. Shadow tables that a
/// virtual table made for itself are left out.
std::string schemaText(Connection& db);

} // namespace till
