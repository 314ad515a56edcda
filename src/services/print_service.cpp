#include "services/print_service.h"

#include "devices/printer_line.h"
#include "services/setting_service.h"

namespace till {

std::optional<PrinterSetup> printerSetup(const SettingService& settings)
{
    const auto address = PrinterAddress::read(settings.value("printer.address"));
    const auto* profile = printerProfile(settings.value("printer.profile"));
    if (!address || profile == nullptr) return std::nullopt;
    const auto& drawer = settings.value("printer.drawer");
    const auto kick = drawer == "pin2"   ? DrawerKick::Pin2
                      : drawer == "pin5" ? DrawerKick::Pin5
                                         : DrawerKick::None;
    return PrinterSetup{*address, *profile, kick};
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
