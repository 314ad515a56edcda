#pragma once

#include "devices/printer_address.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace till {

/// What a printer says of itself (DLE EOT 1, 2 and 4).
struct PrinterHealth {
    bool paperOut = false;
    bool paperLow = false;
    bool coverOpen = false;
    bool offline = false;
    bool failed = false; ///< the cutter, or what switching it off and on may cure
    bool canPrint() const { return !paperOut && !coverOpen && !offline && !failed; }
    friend bool operator==(const PrinterHealth&, const PrinterHealth&) = default;
};

/// A look at the printer.
struct PrinterLook {
    bool isReached = false;
    std::optional<PrinterHealth> health{}; ///< none: it answers nothing, as many do
    std::string why{};                     ///< of the system, untranslated, when it was not reached
};

/// How far a job went. After Part nobody knows what is on the paper: it is never sent again by itself.
enum class Sent { Nothing, Part, All };

struct SendResult {
    Sent sent = Sent::Nothing;
    std::string why{}; ///< of the system, untranslated; empty after All
};

/// The way to one printer. Used by one thread; nothing here waits longer than it is told. It remembers
/// whether the printer answers questions: keep it from job to job.
class PrinterLine {
public:
    static constexpr std::chrono::milliseconds kToConnect{3'000};
    static constexpr std::chrono::milliseconds kToAnswer{700};
    static constexpr std::chrono::milliseconds kToMove{
        10'000}; ///< a byte: a slow printer takes them in gulps

    virtual ~PrinterLine() = default;
    virtual PrinterLook look() = 0;
    virtual SendResult send(std::string_view bytes) = 0;
    /// From any thread: whatever waits for the printer waits no longer, now and later.
    void giveUp() { m_givenUp = true; }

protected:
    const std::atomic<bool>& givenUp() const { return m_givenUp; }

private:
    std::atomic<bool> m_givenUp = false;
};

/// For Tcp and Device, Serial, Cups. Opens nothing yet. Not for Folder.
std::unique_ptr<PrinterLine> printerLine(const PrinterAddress& address);

/// The four answers of a printer as one; `one`, `two` and `four` are the bytes to DLE EOT 1, 2 and 4.
PrinterHealth healthOf(unsigned char one, unsigned char two, unsigned char four);

} // namespace till
