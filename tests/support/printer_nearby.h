#pragma once

#include "devices/printer_address.h"
#include "services/test_printer.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace till::test {

/// A test printer at work on a thread of its own, and what it has printed.
class PrinterNearby {
public:
    explicit PrinterNearby(int port = 0, std::string_view profile = "generic-80");
    ~PrinterNearby();
    PrinterNearby(const PrinterNearby&) = delete;
    PrinterNearby& operator=(const PrinterNearby&) = delete;

    TestPrinter& printer() { return *m_printer; }
    int port() const { return m_printer->port(); }
    PrinterAddress address() const;
    /// The job of that number, as soon as the printer is through with it.
    TestPrinter::Job job(std::size_t number);
    std::size_t jobs();
    std::vector<TestPrinter::Job> all();

private:
    void keep(const TestPrinter::Job& job);

    std::unique_ptr<TestPrinter> m_printer;
    std::atomic<bool> m_isOver = false;
    std::mutex m_guard;
    std::condition_variable m_printed;
    std::vector<TestPrinter::Job> m_jobs;
    std::thread m_thread; // last: it uses all the others
};

/// A port of this machine nobody listens to.
int portOfNobody();

} // namespace till::test
