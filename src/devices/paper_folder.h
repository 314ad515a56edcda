#pragma once

#include <string>
#include <string_view>

namespace till {

/// Why no file can be made in this folder, in the system's words; empty when one can.
std::string whyNoPaperFolder(const std::string& folder);

/// Keeps `bytes` as `name`.pdf; where there is one of that name already, as `name` (2).pdf and so on: nothing
/// is written over. It is there whole and on the disk, or not at all. Gives the system's words when it is
/// not.
std::string keepPaper(const std::string& folder, std::string_view name, std::string_view bytes);

} // namespace till
