#include "support/printer_nearby.h"

#include <catch2/catch.hpp>

namespace till::test {

PrinterNearby::PrinterNearby(int port, std::string_view profile)
    : m_printer{std::move(*TestPrinter::open(port, *printerProfile(profile)))}
    , m_thread{[this] {
        m_printer->run(
            [this](const TestPrinter::Job& job) { keep(job); }, [this] { return m_isOver.load(); });
    }}
{
}

PrinterNearby::~PrinterNearby()
{
    m_isOver = true;
    m_thread.join();
}

PrinterAddress PrinterNearby::address() const
{
    return *PrinterAddress::read("tcp:127.0.0.1:" + std::to_string(m_printer->port()));
}

TestPrinter::Job PrinterNearby::job(std::size_t number)
{
    std::unique_lock lock{m_guard};
    REQUIRE(m_printed.wait_for(lock, std::chrono::seconds{20}, [&] { return m_jobs.size() > number; }));
    return m_jobs[number];
}

std::size_t PrinterNearby::jobs()
{
    const std::lock_guard lock{m_guard};
    return m_jobs.size();
}

std::vector<TestPrinter::Job> PrinterNearby::all()
{
    const std::lock_guard lock{m_guard};
    return m_jobs;
}

void PrinterNearby::keep(const TestPrinter::Job& job)
{
    const std::lock_guard lock{m_guard};
    m_jobs.push_back(job);
    m_printed.notify_all();
}

int portOfNobody()
{
    return (*TestPrinter::open(0, *printerProfile("generic-80")))->port();
}

} // namespace till::test
