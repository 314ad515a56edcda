#pragma once

#include "base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace till {

/// A row of an imported file that cannot be taken, and why.
struct RowProblem {
    std::int64_t line{}; ///< physical line of the file on which the row begins, 1-based
    ErrorCode code{};
    std::string detail{}; ///< "Price: 2.5O": the column's own header and the offending text, shortened
};

/// Cut to 80 bytes, between characters.
std::string shortened(std::string_view text);
/// "column: text", the text shortened.
std::string cellDetail(std::string_view column, std::string_view text);

} // namespace till
