#pragma once

#include "base/result.h"
#include "paper/virtual_printer.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace till {

class ByteServer;

/// A receipt printer made of software behind a port of this machine: what a till sends there is shown instead
/// of printed. For trying a shop out, and for tests.
class TestPrinter {
public:
    struct Job {
        std::string transcript; ///< as VirtualPrinter has it
        std::vector<std::string> lines;
        std::vector<std::string> errors;
        std::string png; ///< a picture of the strip
        int kicks = 0;
        int cuts = 0;
    };

    /// Port 0: any that is free. PortTaken.
    static Result<std::unique_ptr<TestPrinter>> open(int port, const PrinterProfile& profile);
    ~TestPrinter();

    int port() const;
    /// Serves until `isOver` says so, which is asked ten times a second; `printed` is called for each
    /// connection that sent something to print.
    void run(const std::function<void(const Job&)>& printed, const std::function<bool()>& isOver);

    void setState(const PrinterState& state); ///< what it answers from now on
    void hangUpAfter(std::int64_t bytes);     ///< pulls the cable in the middle of the next job; negative: no
    void hang(bool on);                       ///< takes connections, and nothing else
    void beSlow(std::chrono::milliseconds rest); ///< before each few bytes

private:
    TestPrinter(ByteServer&& server, const PrinterProfile& profile);

    std::unique_ptr<ByteServer> m_server;
    PrinterProfile m_profile;
    std::mutex m_guard;
    PrinterState m_state;
};

} // namespace till
