#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace till {

/// Where a printer is reached, as it is kept in the settings:
///   tcp:192.168.1.50:9100      a network printer; the port may be left out
///   device:/dev/usb/lp0        a USB printer as a file
///   serial:/dev/ttyUSB0:19200  a serial line, 8N1 with DTR; the speed may be left out
///   cups:Receipts              a queue of the print system, sent as it is
///   folder:/home/ana/receipts  no printer: a PDF for each paper
struct PrinterAddress {
    enum class Kind { Tcp, Device, Serial, Cups, Folder };
    Kind kind = Kind::Device;
    std::string place; ///< host, file, queue or folder
    int number = 0;    ///< the port, or the speed in baud

    /// SettingInvalid, detail = the text.
    static Result<PrinterAddress> read(std::string_view text);
    std::string toText() const;
    friend bool operator==(const PrinterAddress&, const PrinterAddress&) = default;
};

} // namespace till
