#pragma once

#include "base/result.h"
#include "devices/printer_address.h"
#include "paper/escpos.h"

#include <optional>
#include <string_view>

namespace till {

class SettingService;

/// The receipt printer of this till, as its settings say.
struct PrinterSetup {
    PrinterAddress address;
    PrinterProfile profile;
    DrawerKick drawer = DrawerKick::None;
};

/// None when no printer is set up.
std::optional<PrinterSetup> printerSetup(const SettingService& settings);

/// Sends a whole job and waits for it: PrinterNotReached (nothing went out) and PrinterStopped (part of it
/// did; detail of both = what the system said), PrinterHasNoPaper, PrinterCoverOpen when the printer says so
/// before. Not for an address that is a folder: PrinterUnknown.
Result<> sendToPrinter(const PrinterAddress& address, std::string_view job);

} // namespace till
