#include "devices/scale_address.h"

#include "devices/serial_place.h"

#include <algorithm>
#include <array>

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
    const auto place = readSerialPlace(text.substr(colon + 1), named->usualBaud);
    if (!place) return invalid;
    return ScaleAddress{named->protocol, place->file, place->baud};
}

std::string ScaleAddress::toText() const
{
    const auto named =
        std::ranges::find_if(kNames, [&](const Named& one) { return one.protocol == protocol; });
    return std::string{named->name} + ':' + file + ':' + std::to_string(baud);
}

} // namespace till
