#pragma once

#include "base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace till {

enum class PoleProtocol {
    Cd5220, ///< ESC Q A / ESC Q B: most two-line poles
    Epson,  ///< DM-D: clear, and a cursor that is moved
};

/// A customer display of two lines on a serial line: "cd5220:/dev/ttyUSB1:9600"; the speed may be left out.
struct PoleAddress {
    PoleProtocol protocol = PoleProtocol::Cd5220;
    std::string file;
    int baud = 9'600;

    /// SettingInvalid, detail = the text.
    static Result<PoleAddress> read(std::string_view text);
    std::string toText() const;
};

inline constexpr int kPoleColumns = 20;

/// The bytes that show two lines, whatever was there before. A pole has a code page of its own that nobody
/// can ask for: letters beyond ASCII are shown as their plain letter, the euro sign as EUR, others as "?".
/// What is longer than the line is cut; no byte below 0x20 comes from the texts.
std::string poleBytes(PoleProtocol protocol, std::string_view upper, std::string_view lower);

/// The words at the start and the amount at the end of one line: the amount is never cut.
std::string poleLine(std::string_view words, std::string_view amount);

/// The display at the counter. show() returns at once: a thread of its own writes what is newest, and a
/// display that is slow, or not there, holds up nobody. It is tried again with the next text.
class PoleDisplay {
public:
    explicit PoleDisplay(PoleAddress address);
    ~PoleDisplay();
    PoleDisplay(const PoleDisplay&) = delete;
    PoleDisplay& operator=(const PoleDisplay&) = delete;

    void show(std::string_view upper, std::string_view lower);
    /// Until what was shown is out. DisplayNotReached, detail = what the system said.
    Result<> settle();

private:
    struct Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace till
