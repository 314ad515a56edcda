#include "devices/byte_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace till {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kBetweenLooks{100};
constexpr std::size_t kAtOnce = 4096;
constexpr std::size_t kAtOnceWhenSlow = 64;

void rest(milliseconds time)
{
    if (time.count() > 0) ::poll(nullptr, 0, static_cast<int>(time.count()));
}

} // namespace

Result<ByteServer> ByteServer::listen(int port)
{
    const auto refused = [] { return Error{ErrorCode::PortTaken, systemWords(errno)}; };
    Descriptor socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    if (!socket.isOpen()) return refused();
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_port = htons(static_cast<std::uint16_t>(port));
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK); // a test printer is nobody else's
    socklen_t size = sizeof here;
    if (::bind(socket.get(), reinterpret_cast<sockaddr*>(&here), size) != 0 ||
        ::listen(socket.get(), 4) != 0 ||
        ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&here), &size) != 0)
        return refused();
    return ByteServer{std::move(socket), ntohs(here.sin_port)};
}

ByteServer::ByteServer(Descriptor socket, int port)
    : m_socket{std::move(socket)}
    , m_port{port}
{
}

ByteServer::ByteServer(ByteServer&& other) noexcept
    : m_socket{std::move(other.m_socket)}
    , m_port{other.m_port}
    , m_hangUpAfter{other.m_hangUpAfter.load()}
    , m_hangs{other.m_hangs.load()}
    , m_rest{other.m_rest.load()}
{
}

void ByteServer::run(const Listener& listener)
{
    while (!listener.isOver()) {
        if (!m_socket.waitUntilReadable(kBetweenLooks)) continue;
        Descriptor connection{::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK)};
        if (connection.isOpen()) serve(connection, listener);
    }
}

void ByteServer::serve(Descriptor& connection, const Listener& listener)
{
    std::int64_t taken = 0;
    while (!listener.isOver()) {
        if (m_hangs) {
            rest(kBetweenLooks);
            continue;
        }
        if (!connection.waitUntilReadable(kBetweenLooks)) continue;
        const milliseconds pause = m_rest;
        rest(pause);
        const std::int64_t last = m_hangUpAfter;
        const auto atOnce = pause.count() > 0 ? kAtOnceWhenSlow : kAtOnce;
        const auto left = static_cast<std::size_t>(std::max<std::int64_t>(last - taken, 0));
        const auto most = last < 0 ? atOnce : std::min(atOnce, left);
        const auto bytes = most == 0 ? std::string{} : connection.readSome(most);
        if (bytes.empty()) break;
        taken += static_cast<std::int64_t>(bytes.size());
        const auto answer = listener.took(bytes);
        connection.write(answer, kBetweenLooks);
        if (last >= 0 && taken >= last) {
            // What is still on its way is refused, not read: the sender must notice.
            const linger now{1, 0};
            ::setsockopt(connection.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            break;
        }
    }
    listener.ended();
}

} // namespace till
