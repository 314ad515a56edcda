#include "devices/printer_line.h"

#include "devices/descriptor.h"
#include "devices/serial_line.h"

#include <cups/cups.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>

namespace till {
namespace {

using std::chrono::milliseconds;

/// The printers that are a file or a socket once they are open: opened for each job, as most take one
/// connection at a time and some fall asleep on an old one.
class StreamLine : public PrinterLine {
public:
    PrinterLook look() override
    {
        std::string why;
        auto line = open(why);
        if (!line.isOpen()) return {false, {}, why};
        line.discardInput();
        const auto one = ask(line, 1);
        if (!one) return {true, {}, {}};
        const auto two = ask(line, 2);
        const auto four = ask(line, 4);
        if (!two || !four) return {true, {}, {}};
        return {true, healthOf(*one, *two, *four), {}};
    }

    SendResult send(std::string_view bytes) override
    {
        std::string why;
        auto line = open(why);
        if (!line.isOpen()) return {Sent::Nothing, why};
        const auto gone = line.write(bytes, kToMove);
        if (gone < bytes.size()) {
            why = systemWords(errno);
            return {gone == 0 ? Sent::Nothing : Sent::Part, why};
        }
        close(line);
        return {Sent::All, {}};
    }

protected:
    /// Not open, with the reason in `why`, when there is no way to it.
    virtual Descriptor open(std::string& why) = 0;
    virtual void close(Descriptor&) {} ///< after the last byte of a job

private:
    static std::optional<unsigned char> ask(Descriptor& line, char about)
    {
        const char question[] = {'\x10', '\x04', about};
        if (line.write({question, sizeof question}, kToAnswer) < sizeof question) return std::nullopt;
        const auto answer = line.read(1, kToAnswer);
        // Bits 1 and 4 are always on, 0 and 7 always off: all else is not this answer.
        if (answer.empty() || (answer[0] & '\x93') != '\x12') return std::nullopt;
        return static_cast<unsigned char>(answer[0]);
    }
};

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

    /// Sees the bytes off: closing at once may throw away what the printer has not taken yet.
    void close(Descriptor& socket) override
    {
        ::shutdown(socket.get(), SHUT_WR);
        socket.read(1, kToAnswer);
    }

private:
    static Descriptor connected(const addrinfo& to, std::string& why)
    {
        Descriptor socket{
            ::socket(to.ai_family, to.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, to.ai_protocol)};
        if (!socket.isOpen()) {
            why = systemWords(errno);
            return {};
        }
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

class DeviceLine : public StreamLine {
public:
    explicit DeviceLine(const PrinterAddress& address)
        : m_address{address}
    {
    }

protected:
    Descriptor open(std::string& why) override
    {
        // Never to be made: a printer that is unplugged would leave a file of its name behind.
        int device = ::open(m_address.place.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        if (device < 0 && (errno == EACCES || errno == EINVAL))
            device = ::open(m_address.place.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        if (device < 0) why = systemWords(errno);
        return Descriptor{device};
    }

private:
    PrinterAddress m_address;
};

class SerialLine : public StreamLine {
public:
    explicit SerialLine(const PrinterAddress& address)
        : m_address{address}
    {
    }

protected:
    Descriptor open(std::string& why) override { return openSerial(m_address.place, m_address.number, why); }

    void close(Descriptor& line) override { line.drain(); } // closing throws away what is still in the line

private:
    PrinterAddress m_address;
};

/// The queue takes a job whole or not at all, and keeps it until its printer is there: what the print system
/// has accepted is its to print.
class CupsLine : public PrinterLine {
public:
    explicit CupsLine(const PrinterAddress& address)
        : m_queue{address.place}
    {
    }

    PrinterLook look() override
    {
        cups_dest_t* queues = nullptr;
        const int count = ::cupsGetDests2(CUPS_HTTP_DEFAULT, &queues);
        const auto* queue = ::cupsGetDest(m_queue.c_str(), nullptr, count, queues);
        PrinterLook found{queue != nullptr, {}, queue != nullptr ? std::string{} : ::cupsLastErrorString()};
        ::cupsFreeDests(count, queues);
        return found;
    }

    SendResult send(std::string_view bytes) override
    {
        const int job = ::cupsCreateJob(CUPS_HTTP_DEFAULT, m_queue.c_str(), "Tillroll", 0, nullptr);
        if (job == 0) return {Sent::Nothing, ::cupsLastErrorString()};
        const bool isIn =
            ::cupsStartDocument(CUPS_HTTP_DEFAULT, m_queue.c_str(), job, "receipt", CUPS_FORMAT_RAW, 1) ==
                HTTP_STATUS_CONTINUE &&
            ::cupsWriteRequestData(CUPS_HTTP_DEFAULT, bytes.data(), bytes.size()) == HTTP_STATUS_CONTINUE &&
            ::cupsFinishDocument(CUPS_HTTP_DEFAULT, m_queue.c_str()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
        if (isIn) return {Sent::All, {}};
        const std::string why = ::cupsLastErrorString();
        const bool isGone =
            ::cupsCancelJob2(CUPS_HTTP_DEFAULT, m_queue.c_str(), job, 1) <= IPP_STATUS_OK_EVENTS_COMPLETE;
        return {isGone ? Sent::Nothing : Sent::Part, why};
    }

private:
    std::string m_queue;
};

} // namespace

std::unique_ptr<PrinterLine> printerLine(const PrinterAddress& address)
{
    assert(address.kind != PrinterAddress::Kind::Folder);
    switch (address.kind) {
    case PrinterAddress::Kind::Tcp: return std::make_unique<TcpLine>(address);
    case PrinterAddress::Kind::Serial: return std::make_unique<SerialLine>(address);
    case PrinterAddress::Kind::Cups: return std::make_unique<CupsLine>(address);
    case PrinterAddress::Kind::Device:
    case PrinterAddress::Kind::Folder: break;
    }
    return std::make_unique<DeviceLine>(address);
}

// Epson, DLE EOT: n = 1 bit 3; n = 2 bits 2, 5, 6; n = 4 bits 2 and 3, 5 and 6.
PrinterHealth healthOf(unsigned char one, unsigned char two, unsigned char four)
{
    PrinterHealth health;
    health.coverOpen = (two & 0x04U) != 0;
    health.paperOut = (two & 0x20U) != 0 || (four & 0x60U) != 0;
    health.paperLow = (four & 0x0CU) != 0;
    health.failed = (two & 0x40U) != 0;
    health.offline = (one & 0x08U) != 0 && !health.coverOpen && !health.paperOut && !health.failed;
    return health;
}

} // namespace till
