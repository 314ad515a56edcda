#include "devices/stream_line.h"

#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

namespace till {
namespace {

class TcpLine : public StreamLine {
public:
    explicit TcpLine(const PrinterAddress& address)
        : m_address{address}
    {
    }

protected:
    Descriptor open(std::string& why) override
    {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        const auto port = std::to_string(m_address.number);
        if (const int failed = ::getaddrinfo(m_address.place.c_str(), port.c_str(), &hints, &found);
            failed != 0) {
            why = ::gai_strerror(failed);
            return {};
        }
        Descriptor socket;
        for (const auto* one = found; one != nullptr && !socket.isOpen(); one = one->ai_next)
            socket = connected(*one, why);
        ::freeaddrinfo(found);
        return socket;
    }

    /// What is written has only gone into a buffer of this machine. A printer that is pulled out never says
    /// that it has it, one that gives up the connection says so; many just leave it open.
    bool seeOff(Descriptor& socket, std::string& why) override
    {
        if (!waitUntilGone(socket, why)) return false;
        ::shutdown(socket.get(), SHUT_WR);
        if (!socket.waitUntilReadable(kToAnswer)) return true;
        char byte = 0;
        if (::recv(socket.get(), &byte, 1, MSG_DONTWAIT) >= 0 || errno == EAGAIN) return true;
        why = systemWords(errno);
        return false;
    }

private:
    Descriptor connected(const addrinfo& to, std::string& why) const
    {
        Descriptor socket{
            ::socket(to.ai_family, to.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, to.ai_protocol)};
        if (!socket.isOpen()) {
            why = systemWords(errno);
            return {};
        }
        socket.heed(givenUp());
        int error = ::connect(socket.get(), to.ai_addr, to.ai_addrlen) == 0 ? 0 : errno;
        if (error == EINPROGRESS) {
            error = ETIMEDOUT;
            if (socket.waitUntilWritable(kToConnect)) {
                socklen_t size = sizeof error;
                ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
            }
        }
        if (error != 0) {
            why = systemWords(error);
            return {};
        }
        const int on = 1;
        ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // a drawer must not wait
        return socket;
    }

    PrinterAddress m_address;
};

} // namespace

std::unique_ptr<PrinterLine> tcpLine(const PrinterAddress& address)
{
    return std::make_unique<TcpLine>(address);
}

} // namespace till
