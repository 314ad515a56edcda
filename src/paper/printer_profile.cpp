#include "paper/printer_profile.h"

#include <algorithm>

namespace till {

const std::vector<PrinterProfile>& printerProfiles()
{
    static const std::vector<PrinterProfile::Table> tables{{"CP858", 19}, {"CP1252", 16}, {"CP437", 0}};
    static const std::vector<PrinterProfile> profiles{
        {"generic-80", 576, 48, tables},
        {"generic-80-42", 512, 42, tables}, // 180 dots per inch
        {"generic-58", 384, 32, tables, false, true, false},
    };
    return profiles;
}

const std::vector<PrinterProfile::Table>& euroTables()
{
    static const std::vector<PrinterProfile::Table> tables{
        {"CP858", 19}, {"CP1252", 16}, {"ISO-8859-15", 40}};
    return tables;
}

const PrinterProfile* printerProfile(std::string_view id)
{
    const auto& all = printerProfiles();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace till
