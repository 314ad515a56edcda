#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace till {

// Numbers of vouchers. Who knows one can spend it: ours are drawn at random (60 bits), not counted.

/// "GV" and 13 figures and letters without I, L, O and U, the last of which checks the others (Luhn, modulo
/// 32: finds every single wrong character and almost every swap). `random`: 12 bytes, of each the low 5 bits.
std::string makeVoucherNumber(const std::array<std::uint8_t, 12>& random);

/// Ours, as a person read it from paper: O for 0, I or L for 1, with the check character right.
std::optional<std::string> readOwnVoucherNumber(std::string_view text);

/// As it is kept and looked up: capitals, without spaces and hyphens; 4 to 40 letters and figures of ASCII.
/// CodeInvalid.
Result<std::string> cleanVoucherNumber(std::string_view text);

} // namespace till
