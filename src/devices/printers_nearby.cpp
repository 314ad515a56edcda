#include "devices/printers_nearby.h"

#include <cups/cups.h>

#include <algorithm>
#include <string>

namespace till {
namespace {

using Kind = PrinterAddress::Kind;

constexpr int kUsualSpeed = 19'200;

void addFiles(const std::filesystem::path& folder, const std::string& beginning, Kind kind,
    std::vector<PrinterAddress>& found)
{
    std::error_code none;
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder, none})
        if (entry.path().filename().string().starts_with(beginning)) names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
    for (auto& name : names) found.push_back({kind, std::move(name), kind == Kind::Serial ? kUsualSpeed : 0});
}

} // namespace

std::vector<PrinterAddress> printersNearby(const std::filesystem::path& devices)
{
    std::vector<PrinterAddress> found;
    addFiles(devices / "usb", "lp", Kind::Device, found);
    addFiles(devices / "serial/by-id", "", Kind::Serial, found);
    cups_dest_t* queues = nullptr;
    const int count = ::cupsGetDests2(CUPS_HTTP_DEFAULT, &queues);
    for (int i = 0; i < count; ++i) found.push_back({Kind::Cups, queues[i].name, 0});
    ::cupsFreeDests(count, queues);
    return found;
}

} // namespace till
