#include "services/print_service.h"

#include "devices/printer_line.h"
#include "devices/printers_nearby.h"
#include "services/setting_service.h"

namespace till {

std::optional<PrinterSetup> printerSetup(const SettingService& settings)
{
    const auto address = PrinterAddress::read(settings.value("printer.address"));
    const auto* known = printerProfile(settings.value("printer.profile"));
    if (!address || known == nullptr) return std::nullopt;
    auto profile = *known;
    if (const auto& cut = settings.value("printer.cut"); cut != "auto") profile.cuts = cut == "on";
    if (const auto& table = settings.value("printer.table"); table != "auto") {
        // What the strip has shown is trusted, and nothing else: a printer ignores a table it does not have.
        profile.tables.clear();
        for (const auto& one : euroTables()) {
            if (one.encoding == table) profile.tables.push_back(one);
        }
    }
    const auto& drawer = settings.value("printer.drawer");
    const auto kick = drawer == "pin2"   ? DrawerKick::Pin2
                      : drawer == "pin5" ? DrawerKick::Pin5
                                         : DrawerKick::None;
    return PrinterSetup{*address, std::move(profile), kick};
}

std::vector<PrinterAddress> findPrinters()
{
    return printersNearby();
}

Result<> sendToPrinter(const PrinterAddress& address, std::string_view job)
{
    if (address.kind == PrinterAddress::Kind::Folder)
        return Error{ErrorCode::PrinterUnknown, address.toText()};
    const auto line = printerLine(address);
    const auto look = line->look();
    if (!look.isReached) return Error{ErrorCode::PrinterNotReached, look.why};
    if (look.health && look.health->coverOpen) return Error{ErrorCode::PrinterCoverOpen};
    if (look.health && look.health->paperOut) return Error{ErrorCode::PrinterHasNoPaper};
    const auto result = line->send(job);
    switch (result.sent) {
    case Sent::All: return {};
    case Sent::Nothing: return Error{ErrorCode::PrinterNotReached, result.why};
    case Sent::Part: break;
    }
    return Error{ErrorCode::PrinterStopped, result.why};
}

} // namespace till
