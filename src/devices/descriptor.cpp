#include "devices/descriptor.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace till {
namespace {

constexpr std::chrono::milliseconds::rep kUntilHeeding = 50;

} // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept
    : m_descriptor{std::exchange(other.m_descriptor, -1)}
    , m_givenUp{other.m_givenUp}
{
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_givenUp, other.m_givenUp);
    return *this;
}

Descriptor::~Descriptor()
{
    if (isOpen()) ::close(m_descriptor);
}

bool Descriptor::wait(short events, std::chrono::milliseconds patience) const
{
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + patience;
    for (;;) {
        auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        left = std::max<std::chrono::milliseconds::rep>(left, 0);
        const auto slice = m_givenUp == nullptr ? left : std::min(left, kUntilHeeding);
        pollfd waiting{m_descriptor, events, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(slice));
        if (ready < 0 && errno == EINTR) continue;
        const bool isOver = slice == left || (m_givenUp != nullptr && *m_givenUp);
        if (ready == 0 && !isOver) continue;
        if (ready == 0) errno = ETIMEDOUT;
        return ready > 0;
    }
}

std::size_t Descriptor::write(std::string_view bytes, std::chrono::milliseconds patience)
{
    std::size_t gone = 0;
    while (gone < bytes.size()) {
        if (!wait(POLLOUT, patience)) return gone;
        const auto rest = bytes.substr(gone);
        // A printer that hangs up must not end the program with a signal.
        auto count = ::send(m_descriptor, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == ENOTSOCK) count = ::write(m_descriptor, rest.data(), rest.size());
        if (count > 0)
            gone += static_cast<std::size_t>(count);
        else if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return gone;
    }
    return gone;
}

std::string Descriptor::read(std::size_t wanted, std::chrono::milliseconds patience)
{
    std::string got;
    while (got.size() < wanted && waitUntilReadable(patience)) {
        const auto some = readSome(wanted - got.size());
        if (some.empty()) break;
        got += some;
    }
    return got;
}

std::string Descriptor::readSome(std::size_t most)
{
    std::string got(most, '\0');
    ssize_t count = 0;
    do {
        count = ::read(m_descriptor, got.data(), most);
    } while (count < 0 && errno == EINTR);
    got.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return got;
}

bool Descriptor::waitUntilReadable(std::chrono::milliseconds patience) const
{
    return wait(POLLIN, patience);
}

bool Descriptor::waitUntilWritable(std::chrono::milliseconds patience) const
{
    return wait(POLLOUT, patience);
}

void Descriptor::discardInput()
{
    while (!read(64, std::chrono::milliseconds{0}).empty()) {
    }
}

std::string systemWords(int error)
{
    return std::system_category().message(error);
}

} // namespace till
