#pragma once

#include <span>
#include <string_view>

namespace till {

/// A text file compiled into the program.
struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};

namespace embedded {
std::span<const EmbeddedFile> migrations(); ///< migrations/NNNN_name.sql, in order (linked into storage)
std::span<const EmbeddedFile> resources();  ///< country presets and demo shop (linked into services)
} // namespace embedded

} // namespace till
