#pragma once

#include "paper/code_page.h"
#include "paper/dots.h"
#include "paper/printer_profile.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// What a printer answers when it is asked (DLE EOT).
struct PrinterState {
    bool paperOut = false;
    bool paperLow = false;
    bool coverOpen = false;
    bool drawerOpen = false;
};

/// A receipt printer made of software: it takes the bytes a real one would get and says what came out, in
/// words, in dots, and with all that would have gone wrong on paper. Knows the length of commands it does not
/// carry out and says that it passed them over: one unknown byte would turn the rest of a job into garbage.
class VirtualPrinter {
public:
    explicit VirtualPrinter(PrinterProfile profile);

    /// In pieces of any size, as a line delivers them.
    void take(std::string_view bytes);
    /// The bytes it has answered since it was last asked.
    std::string takeReply();
    /// The job is over: what is still in the buffer is an error.
    void finish();

    PrinterState state{};

    /// Lines as printed, each with what else happened in its place: "[reset]", "[drawer, pin 2, 50 ms]",
    /// "[bold]TOTAL[/bold]", "[dots 576 x 24]", "[cut]", "[not carried out: ESC 56, 3 bytes]".
    const std::string& transcript() const { return m_transcript; }
    /// The lines alone, without marks.
    const std::vector<std::string>& lines() const { return m_lines; }
    const std::vector<std::string>& errors() const { return m_errors; }
    const Dots& paper() const { return m_paper; } ///< all of the strip
    int cuts() const { return m_cuts; }
    int kicks() const { return m_kicks; }

private:
    struct Style {
        bool bold = false;
        bool underlined = false;
        bool inverted = false;
        bool small = false; ///< font B: three quarters as wide
        int wide = 1;
        int high = 1;
        friend bool operator==(const Style&, const Style&) = default;
    };
    struct Cell {
        char32_t character;
        Style style;
    };

    /// A column is so many units: the small font takes three of them.
    static constexpr int kUnits = 4;
    static int unitsOf(const Style& style) { return (style.small ? 3 : kUnits) * style.wide; }

    std::size_t command(std::string_view bytes);
    std::size_t longCommand(std::string_view bytes);
    // Without their lead. False: it is no more than passed over.
    bool obeyAtOnce(std::string_view command);
    bool obeyEscape(std::string_view command);
    bool obeyFile(std::string_view command);
    bool obeyGroup(std::string_view command);
    int used() const; ///< units of the line that is not printed yet
    void moveTo(int dot);
    void align(int side);
    void selectTable(int number);
    void feedLines(int dots);
    void answer(int about);
    void reset();
    void put(char32_t character);
    void endLine();
    void event(const std::string& what);
    void error(const std::string& what);
    void feed(int dots);
    void burn(const Dots& dots, int left);
    int leftOf(int width) const;
    void burnText();
    void burnBarcode(int type, std::string_view data);
    void symbol(std::string_view command);
    void raster(std::string_view command);
    void cut();
    void kick(int pin, int milliseconds);

    PrinterProfile m_profile;
    std::map<int, CodePage> m_pages;
    std::string m_waiting; ///< of a command that is not whole yet
    std::string m_reply;
    Style m_style;
    int m_align = 0;
    int m_page = 0;
    int m_lineSpacing = 0;
    int m_barHeight = 0;
    int m_barWidth = 0;
    int m_qrModule = 0;
    std::string m_qrData;
    std::vector<Cell> m_line;
    std::string m_transcript;
    std::vector<std::string> m_lines;
    std::vector<std::string> m_errors;
    Dots m_paper;
    bool m_isOver = false; ///< the strip has no room left
    int m_cuts = 0;
    int m_kicks = 0;
};

} // namespace till
