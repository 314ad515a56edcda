#pragma once

#include "base/result.h"
#include "devices/descriptor.h"

#include <atomic>
#include <chrono>
#include <functional>

namespace till {

/// Takes connections from this machine on a TCP port, one after the other as a printer does, and hands on
/// what they send.
class ByteServer {
public:
    struct Listener {
        std::function<std::string(std::string_view bytes)> took; ///< gives what to answer
        std::function<void()> ended;                             ///< the other side has hung up
        std::function<bool()> isOver;                            ///< asked every tenth of a second
    };

    /// Port 0: any that is free. PortTaken, detail = what the system said.
    static Result<ByteServer> listen(int port);
    ByteServer(ByteServer&& other) noexcept;
    ByteServer& operator=(ByteServer&&) = delete;

    int port() const { return m_port; }
    void run(const Listener& listener); ///< until it is over; calls the listener on this thread
    /// Closes the next connection after so many bytes of it, as a cable that is pulled; negative: never.
    void hangUpAfter(std::int64_t bytes) { m_hangUpAfter = bytes; }
    /// Takes connections and nothing of what comes over them, until it is told to go on.
    void hang(bool on) { m_hangs = on; }
    /// Rests so long before each few bytes.
    void beSlow(std::chrono::milliseconds rest) { m_rest = rest; }

private:
    ByteServer(Descriptor socket, int port);
    void serve(Descriptor& connection, const Listener& listener);

    Descriptor m_socket;
    int m_port;
    std::atomic<std::int64_t> m_hangUpAfter = -1;
    std::atomic<bool> m_hangs = false;
    std::atomic<std::chrono::milliseconds> m_rest{};
};

} // namespace till
