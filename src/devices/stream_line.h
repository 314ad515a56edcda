#pragma once

#include "devices/descriptor.h"
#include "devices/printer_line.h"

namespace till {

/// The printers that are a file or a socket once they are open (private to src/devices): opened for each job,
/// as most take one connection at a time and some fall asleep on an old one. A printer that answers questions
/// is asked one more behind a job: its answer says that all before it has arrived.
class StreamLine : public PrinterLine {
public:
    PrinterLook look() override;
    SendResult send(std::string_view bytes) override;

protected:
    /// Not open, with the reason in `why`, when there is no way to it.
    virtual Descriptor open(std::string& why) = 0;
    /// After the last byte of a job: false, with the reason, when what was sent has surely not arrived whole.
    virtual bool seeOff(Descriptor& line, std::string& why) = 0;
    /// Waits until the system has passed on all it was given, as long as something moves.
    bool waitUntilGone(Descriptor& line, std::string& why) const;

private:
    using Clock = std::chrono::steady_clock;
    static std::optional<unsigned char> ask(
        Descriptor& line, char about, std::chrono::milliseconds patience = kToAnswer);

    bool m_answers = false;          ///< it has answered once
    Clock::time_point m_silentUntil; ///< not asked before: each question costs kToAnswer
};

/// A printer with a network port.
std::unique_ptr<PrinterLine> tcpLine(const PrinterAddress& address);

} // namespace till
