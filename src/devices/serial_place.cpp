#include "devices/serial_place.h"

#include <charconv>

namespace till {

std::optional<SerialPlace> readSerialPlace(std::string_view text, int usualBaud)
{
    constexpr int kSlowest = 1'200;
    SerialPlace place{std::string{text}, usualBaud};
    if (const auto last = place.file.rfind(':'); last != std::string::npos) {
        int baud = 0;
        const auto* end = place.file.data() + place.file.size();
        const auto number = std::from_chars(place.file.data() + last + 1, end, baud);
        if (number.ec == std::errc{} && number.ptr == end && baud >= kSlowest) {
            place.file.erase(last);
            place.baud = baud;
        }
    }
    if (place.file.empty() || place.file.front() != '/') return std::nullopt;
    return place;
}

} // namespace till
