#include "devices/scale_address.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace till {
namespace {

struct Named {
    ScaleProtocol protocol;
    std::string_view name;
    int usualBaud;
};
constexpr std::array<Named, 4> kNames{
    {{ScaleProtocol::Toledo8217, "toledo-8217", 9'600}, {ScaleProtocol::MtSics, "mt-sics", 9'600},
        {ScaleProtocol::Cas, "cas", 9'600}, {ScaleProtocol::Adam, "adam", 4'800}}};

} // namespace

Result<ScaleAddress> ScaleAddress::read(std::string_view text)
{
    const Error invalid{ErrorCode::SettingInvalid, std::string{text}};
    const auto colon = text.find(':');
    const auto named =
        std::ranges::find_if(kNames, [&](const Named& one) { return one.name == text.substr(0, colon); });
    if (colon == std::string_view::npos || named == kNames.end()) return invalid;
    ScaleAddress address{named->protocol, std::string{text.substr(colon + 1)}, named->usualBaud};
    if (const auto last = address.file.rfind(':'); last != std::string::npos) {
        const auto* end = address.file.data() + address.file.size();
        const auto number = std::from_chars(address.file.data() + last + 1, end, address.baud);
        // A name under /dev/serial/by-path holds colons of its own.
        if (number.ec == std::errc{} && number.ptr == end && address.baud >= 1'200)
            address.file.erase(last);
        else
            address.baud = named->usualBaud;
    }
    if (address.file.empty() || address.file.front() != '/') return invalid;
    return address;
}

std::string ScaleAddress::toText() const
{
    const auto named =
        std::ranges::find_if(kNames, [&](const Named& one) { return one.protocol == protocol; });
    return std::string{named->name} + ':' + file + ':' + std::to_string(baud);
}

} // namespace till
