#pragma once

#include "devices/printer_address.h"

#include <filesystem>
#include <vector>

namespace till {

/// Ways out of this machine that may lead to a receipt printer: USB printers (/dev/usb/lp*), serial lines by
/// their stable names (/dev/serial/by-id), queues of the print system. Nothing is sent. May take a second.
std::vector<PrinterAddress> printersNearby(const std::filesystem::path& devices = "/dev");

} // namespace till
