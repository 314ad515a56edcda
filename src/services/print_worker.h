#pragma once

#include "services/receipt_printer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace till {

/// Bytes that are no record of the shop, a test strip or a gift receipt.
struct LoosePaper {
    PrinterAddress to; ///< mostly the shop's printer; another one while it is tried out
    std::string job;
    std::function<void(const Result<>&)> done; ///< called once, on whatever thread knows
    bool hasLetPass = false;                   ///< the receipt that waited before it was tried once more
};

/// The thread that talks to the printer. It knows nothing of the shop: it is given one paper at a time, asks
/// before it sends the first byte of it, and says what became of it. Whoever owns it fetches what it says.
/// Loose papers go the same way, one thread being the only writer a printer can have, but behind receipts:
/// they are neither asked for nor tried again.
class PrintWorker {
public:
    using Clock = std::chrono::steady_clock;

    struct Report {
        enum class Kind {
            Condition,    ///< `condition` and `why` of the printer
            MayPrint,     ///< the printer would take `task` now: answer with mayPrint()
            Printed,      ///< `result` says how far `task` went
            DrawerIsStuck ///< it was asked to open the drawer and could not
        };
        Kind kind{};
        std::int64_t task = 0;
        PrinterCondition condition{};
        std::string why{}; ///< of the system, untranslated
        SendResult result{};
    };

    /// `wake` is called on the worker's thread whenever there is something to fetch. Without a printer of the
    /// shop there are only loose papers.
    PrintWorker(const std::optional<PrinterSetup>& setup, const PrintPace& pace, std::function<void()> wake);
    ~PrintWorker();
    PrintWorker(const PrintWorker&) = delete;
    PrintWorker& operator=(const PrintWorker&) = delete;

    void print(PrintTask task, bool withKick); ///< when it has none
    void mayPrint(std::int64_t task, bool may);
    void nothingWaits(); ///< until the next print(): loose papers may go
    void printLoose(LoosePaper paper);
    void openDrawer(); ///< at once or, a little later, not at all
    void lookNow();    ///< somebody has seen to the printer
    std::vector<Report> fetch();
    /// Lets what is being sent end, for as long as the pace says, then gives it up. Nothing is sent after it:
    /// loose papers that wait are not reached.
    void end();

private:
    enum class Answer { None, Yes, No };
    using Lock = std::unique_lock<std::mutex>;

    void run();
    void tryTask(Lock& guard);
    void tryLoose(Lock& guard);
    std::optional<Result<>> sendLoose(Lock& guard, ReceiptPrinter& printer);
    void tryDrawer(Lock& guard);
    PrinterCondition ask(Lock& guard); ///< looks, and reports what is new
    void report(Report report);
    void retryLater();
    void drawerIsStuck();

    const std::optional<PrinterAddress> m_address;
    const std::unique_ptr<ReceiptPrinter> m_printer; ///< none: the shop has none
    std::unique_ptr<ReceiptPrinter> m_other; ///< of the loose paper at hand, where it is not the shop's
    const PrintPace m_pace;
    const std::function<void()> m_wake;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Report> m_reports;
    std::optional<PrintTask> m_task;
    std::deque<LoosePaper> m_loose;
    bool m_mayFollow; ///< a receipt: whoever owns it has not said yet what comes after the last one
    Answer m_answer = Answer::None;
    std::optional<Clock::time_point> m_taskKick; ///< the drawer opens with the task until then
    std::optional<Clock::time_point> m_kick;     ///< the drawer opens until then
    std::optional<Report> m_said;                ///< of its condition, the last time
    Clock::time_point m_nextTry;
    Clock::time_point m_nextLook;
    std::chrono::milliseconds m_backOff{};
    bool m_stopping = false;
    bool m_isOver = false;
    std::thread m_thread; // last: it uses all the others
};

} // namespace till
