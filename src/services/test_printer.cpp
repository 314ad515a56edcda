#include "services/test_printer.h"

#include "devices/byte_server.h"

namespace till {

Result<std::unique_ptr<TestPrinter>> TestPrinter::open(int port, const PrinterProfile& profile)
{
    auto server = ByteServer::listen(port);
    if (!server) return server.error();
    return std::unique_ptr<TestPrinter>{new TestPrinter{std::move(*server), profile}};
}

TestPrinter::TestPrinter(ByteServer&& server, const PrinterProfile& profile)
    : m_server{std::make_unique<ByteServer>(std::move(server))}
    , m_profile{profile}
{
}

TestPrinter::~TestPrinter() = default;

int TestPrinter::port() const
{
    return m_server->port();
}

void TestPrinter::run(const std::function<void(const Job&)>& printed, const std::function<bool()>& isOver)
{
    auto printer = std::make_unique<VirtualPrinter>(m_profile);
    const auto took = [&](std::string_view bytes) {
        {
            const std::lock_guard lock{m_guard};
            printer->state = m_state;
        }
        printer->take(bytes);
        return printer->takeReply();
    };
    const auto ended = [&] {
        printer->finish();
        const bool onlyAsked = printer->transcript().empty() && printer->errors().empty();
        if (!onlyAsked) {
            printed({printer->transcript(), printer->lines(), printer->errors(), toPng(printer->paper()),
                printer->kicks(), printer->cuts()});
        }
        printer = std::make_unique<VirtualPrinter>(m_profile);
    };
    m_server->run({took, ended, isOver});
}

void TestPrinter::setState(const PrinterState& state)
{
    const std::lock_guard lock{m_guard};
    m_state = state;
}

void TestPrinter::hangUpAfter(std::int64_t bytes)
{
    m_server->hangUpAfter(bytes);
}

void TestPrinter::hang(bool on)
{
    m_server->hang(on);
}

void TestPrinter::beSlow(std::chrono::milliseconds rest)
{
    m_server->beSlow(rest);
}

} // namespace till
