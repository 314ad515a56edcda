#include "services/counter_devices.h"

#include "devices/pole_display.h"
#include "devices/printer_address.h"
#include "devices/scale.h"
#include "devices/serial_ports.h"
#include "devices/serial_scanner.h"

namespace till {
namespace {

Result<ScaleAddress> scaleAt(std::string_view address)
{
    if (address.empty()) return Error{ErrorCode::ScaleNotSet};
    return ScaleAddress::read(address);
}

} // namespace

Result<ScaleReading> lookAtScale(std::string_view address)
{
    const auto at = scaleAt(address);
    if (!at) return at.error();
    return Scale{*at}.look();
}

Result<Quantity> weigh(std::string_view address, const std::function<bool()>& isOver)
{
    const auto at = scaleAt(address);
    if (!at) return at.error();
    return Scale{*at}.weigh(Scale::kToRest, isOver);
}

std::vector<std::string> devicePorts()
{
    return serialPorts();
}

std::unique_ptr<CounterScanner> CounterScanner::at(std::string_view address, Heard heard)
{
    const auto line = PrinterAddress::read(address);
    if (!line || line->kind != PrinterAddress::Kind::Serial) return nullptr;
    return std::unique_ptr<CounterScanner>{new CounterScanner{std::make_unique<SerialScanner>(
        line->place, line->number, SerialScanner::Heard{std::move(heard.code), std::move(heard.line)})}};
}

CounterScanner::CounterScanner(std::unique_ptr<SerialScanner> scanner)
    : m_scanner{std::move(scanner)}
{
}

CounterScanner::~CounterScanner() = default;

Result<std::unique_ptr<CustomerPole>> CustomerPole::at(std::string_view address)
{
    const auto read = PoleAddress::read(address);
    if (!read) return read.error();
    return std::unique_ptr<CustomerPole>{new CustomerPole{std::make_unique<PoleDisplay>(*read)}};
}

CustomerPole::CustomerPole(std::unique_ptr<PoleDisplay> display)
    : m_display{std::move(display)}
{
}

CustomerPole::~CustomerPole() = default;

void CustomerPole::show(const Line& upper, const Line& lower)
{
    m_display->show(poleLine(upper.words, upper.amount), poleLine(lower.words, lower.amount));
}

Result<> CustomerPole::settle()
{
    return m_display->settle();
}

} // namespace till
