#include "paper/test_strip.h"

#include "paper/code_page.h"
#include "paper/escpos.h"

#include <array>

namespace till {
namespace {

struct Probe {
    char32_t character;
    const char* text;
};
constexpr std::array<Probe, 10> kProbes{{{U'\u20AC', "\u20AC"}, {U'\u00A3', "\u00A3"}, {U'\u00E9', "\u00E9"},
    {U'\u00FC', "\u00FC"}, {U'\u00F1', "\u00F1"}, {U'\u00E5', "\u00E5"}, {U'\u00DF', "\u00DF"},
    {U'\u00E7', "\u00E7"}, {U'\u00F8', "\u00F8"}, {U'\u0142', "\u0142"}}};

std::string ruler(int columns)
{
    std::string digits;
    for (int column = 1; column <= columns; ++column) digits += static_cast<char>('0' + column % 10);
    return digits;
}

std::string tableLine(const PrinterProfile& profile, const PrinterProfile::Table& table)
{
    const CodePage page{table.encoding};
    std::string letters;
    for (const auto& probe : kProbes) {
        if (page.byteOf(probe.character)) letters += probe.text;
    }
    auto alone = profile;
    alone.tables = {table};
    alone.cuts = false;
    const PaperDocument line{PaperRow{std::to_string(table.number) + " " + table.encoding, letters}};
    return toEscPos(layOut(line, profile.columns), alone, DrawerKick::None, AtEnd::Stay);
}

} // namespace

std::string testStrip(const PrinterProfile& profile)
{
    const auto print = [&](const PaperDocument& paper, AtEnd end) {
        return toEscPos(layOut(paper, profile.columns), profile, DrawerKick::None, end);
    };
    auto strip = print({PaperText{"Tillroll", TextAlign::Centre, TextStyle::Large},
                           PaperText{profile.id, TextAlign::Centre}, PaperText{ruler(profile.columns)}},
        AtEnd::Stay);
    for (const auto& table : profile.tables) strip += tableLine(profile, table);
    strip += print({PaperRule{}, PaperBarcode{Symbology::Code128, "A-000001", "A-000001"}, PaperBlank{},
                       PaperBarcode{Symbology::Qr, "A-000001", ""}},
        AtEnd::Cut);
    return strip;
}

std::string setUpStrip()
{
    const auto widest = *printerProfile("generic-80");
    const auto print = [](const PaperDocument& paper, const PrinterProfile& profile, AtEnd end) {
        return toEscPos(layOut(paper, profile.columns), profile, DrawerKick::None, end);
    };
    PaperDocument rulers{PaperText{"Tillroll"}, PaperBlank{}};
    for (const int columns : {32, 42, 48}) {
        auto line = ruler(columns - 4);
        rulers.push_back(PaperText{line.append("> ").append(std::to_string(columns))});
    }
    rulers.push_back(PaperBlank{});
    auto strip = print(rulers, widest, AtEnd::Stay);
    int number = 0;
    for (const auto& table : euroTables()) {
        auto alone = widest;
        alone.tables = {table};
        const auto line = std::to_string(++number) + ":   \u20AC \u20AC \u20AC   " + table.encoding;
        strip += print({PaperText{line}}, alone, AtEnd::Stay);
    }
    return strip + print({PaperBlank{}}, widest, AtEnd::Cut);
}

} // namespace till
