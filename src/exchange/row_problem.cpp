#include "exchange/row_problem.h"

#include <algorithm>

namespace till {

std::string shortened(std::string_view text)
{
    constexpr std::size_t kMaxBytes = 80;
    auto length = std::min(text.size(), kMaxBytes);
    const auto isInsideCharacter = [&] {
        return length > 0 && length < text.size() &&
               (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80;
    };
    while (isInsideCharacter()) --length;
    return std::string{text.substr(0, length)};
}

std::string cellDetail(std::string_view column, std::string_view text)
{
    return std::string{column} + ": " + shortened(text);
}

} // namespace till
