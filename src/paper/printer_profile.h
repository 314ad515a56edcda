#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// What a receipt printer can do, as its data sheet or its test strip says.
struct PrinterProfile {
    std::string id; ///< "generic-80"
    int dots = 576; ///< across the paper
    int columns = 48;
    struct Table {
        std::string encoding;    ///< as CodePage names it
        std::uint8_t number = 0; ///< what this printer calls it
        friend bool operator==(const Table&, const Table&) = default;
    };
    std::vector<Table> tables{}; ///< the one to begin with first; none: ASCII alone
    bool cuts = true;            ///< has a cutter
    bool barcodes = true;        ///< draws EAN-13 and Code 128 itself
    bool qrCodes = true;
    friend bool operator==(const PrinterProfile&, const PrinterProfile&) = default;
};

/// What is known without asking the printer: 80 mm with 48 and with 42 columns, 58 mm with 32. Their tables
/// are those of most makers (CP858, Windows-1252, CP437: escpos-printer-db); the test strip of the set-up
/// tells which of them the printer at hand has.
const std::vector<PrinterProfile>& printerProfiles();
/// The tables that have a euro sign, in the order a strip tries them: most printers have one of them under
/// that number, and ignore the others without a word.
const std::vector<PrinterProfile::Table>& euroTables();
/// Null when there is none.
const PrinterProfile* printerProfile(std::string_view id);

} // namespace till
