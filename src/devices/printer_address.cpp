#include "devices/printer_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace till {
namespace {

using Kind = PrinterAddress::Kind;

constexpr int kRawPort = 9100;
constexpr int kUsualSpeed = 19'200;
constexpr std::array<std::pair<Kind, std::string_view>, 5> kNames{{{Kind::Tcp, "tcp"},
    {Kind::Device, "device"}, {Kind::Serial, "serial"}, {Kind::Cups, "cups"}, {Kind::Folder, "folder"}}};

/// Takes ":NUMBER" off the end; 0 when what follows the last colon is no number.
int takeNumber(std::string& place)
{
    const auto colon = place.rfind(':');
    if (colon == std::string::npos) return 0;
    int number = 0;
    const auto* end = place.data() + place.size();
    const auto read = std::from_chars(place.data() + colon + 1, end, number);
    if (read.ec != std::errc{} || read.ptr != end || number <= 0) return 0;
    place.erase(colon);
    return number;
}

} // namespace

Result<PrinterAddress> PrinterAddress::read(std::string_view text)
{
    const Error invalid{ErrorCode::SettingInvalid, std::string{text}};
    const auto colon = text.find(':');
    const auto name = std::find_if(
        kNames.begin(), kNames.end(), [&](const auto& one) { return one.second == text.substr(0, colon); });
    if (colon == std::string_view::npos || name == kNames.end()) return invalid;
    PrinterAddress address{name->first, std::string{text.substr(colon + 1)}, 0};
    if (address.kind == Kind::Tcp || address.kind == Kind::Serial) {
        const int usual = address.kind == Kind::Tcp ? kRawPort : kUsualSpeed;
        const int said = takeNumber(address.place);
        address.number = said != 0 ? said : usual;
        if (address.kind == Kind::Tcp && address.number > 65'535) return invalid;
    }
    const bool isPath = address.kind != Kind::Tcp && address.kind != Kind::Cups;
    if (address.place.empty() || (isPath && address.place.front() != '/')) return invalid;
    return address;
}

std::string PrinterAddress::toText() const
{
    const auto name =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& one) { return one.first == kind; });
    auto text = std::string{name->second} + ':' + place;
    if (kind == Kind::Tcp || kind == Kind::Serial) text += ':' + std::to_string(number);
    return text;
}

} // namespace till
