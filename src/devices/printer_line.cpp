#include "devices/printer_line.h"

#include "devices/descriptor.h"
#include "devices/serial_line.h"
#include "devices/stream_line.h"

#include <cups/cups.h>
#include <fcntl.h>

#include <cassert>
#include <cerrno>

namespace till {
namespace {

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

    bool seeOff(Descriptor&, std::string&) override { return true; } // the system keeps nothing back

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

    bool seeOff(Descriptor& line, std::string& why) override
    {
        return waitUntilGone(line, why); // closing throws away what is still in the line
    }

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
    case PrinterAddress::Kind::Tcp: return tcpLine(address);
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
