#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace till {

/// Cuts what comes from a scanner on a line into codes: one ends at CR, LF or Tab, or when nothing has come
/// for a while. STX and ETX are taken off; of the control characters only the separator of GS1 codes stays.
/// What is longer than any code is dropped to its end.
class ScanFrames {
public:
    static constexpr std::size_t kLongest = 7'100; ///< more than a QR code holds

    std::vector<std::string> feed(std::string_view bytes);
    std::string rest(); ///< nothing more has come: what is there is a code; empty for none
    bool isOpen() const { return !m_code.empty(); }

private:
    std::string m_code;
    bool m_tooLong = false;
};

/// A scanner on a serial line, or a USB one that says it is. Reads in a thread of its own; when the cable is
/// pulled it looks again once a second until the line is there.
class SerialScanner {
public:
    static constexpr std::chrono::milliseconds kRest{60}; ///< of a scanner that ends its codes with nothing
    static constexpr std::chrono::milliseconds kLookAgain{1'000};

    /// Both are called in the scanner's thread.
    struct Heard {
        std::function<void(const std::string& code)> code;
        /// Whether the line is there; `why` in the system's words when it is not. At each change.
        std::function<void(bool there, const std::string& why)> line;
    };
    SerialScanner(std::string file, int baud, Heard heard);
    ~SerialScanner(); ///< waits for the thread, a fifth of a second at most
    SerialScanner(const SerialScanner&) = delete;
    SerialScanner& operator=(const SerialScanner&) = delete;

private:
    void run();
    void listen(int baud);
    bool waitToLookAgain() const;

    std::string m_file;
    int m_baud;
    Heard m_heard;
    std::string m_lastWhy;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace till
