#include "services/print_service.h"

#include "base/text.h"
#include "paper/receipt_document.h"
#include "services/checkout_service.h"
#include "services/journal_writer.h"
#include "services/people_service.h"
#include "services/print_worker.h"
#include "services/receipt_service.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/print_repository.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>

namespace till {
/// What lives while orders are printed.
struct PrintService::Worker {
    Worker(std::optional<PrinterSetup> known, const PrintPace& pacing, std::function<void()> wakeShop)
        : setup{std::move(known)}
        , pace{pacing}
        , wake{std::move(wakeShop)}
    {
        if (setup) start();
    }

    void start()
    {
        thread = std::make_unique<PrintWorker>(setup, pace, [this] { wakeOwner(); });
    }

    const std::optional<PrinterSetup> setup;
    const PrintPace pace;
    const std::function<void()> wake;
    std::int64_t current = 0; ///< the order the thread has; 0 = none
    DocumentId kick;          ///< the receipt the drawer opens with
    /// What the file could not be told yet: it is told again at every pump().
    struct Outcome {
        std::int64_t job;
        std::string state;
        std::string why;
    };
    std::vector<Outcome> unsettled;
    std::mutex mutex;
    std::condition_variable woken;
    bool isWoken = false;
    std::unique_ptr<PrintWorker> thread; ///< last: it wakes us

    void wakeOwner()
    {
        {
            const std::scoped_lock guard{mutex};
            isWoken = true;
        }
        woken.notify_all();
        if (wake) wake();
    }
};

PrintService::PrintService(Session& session)
    : m_session{session}
    , m_prints{std::make_unique<PrintRepository>(session.db)}
{
    if (!session.readOnly) recover();
    refresh();
    m_sold = session.checkout->sold.subscribe([this](DocumentId document) { sold(document); });
    m_settingsChanged = session.settings->changed.subscribe([this] { settingsChanged(); });
}

PrintService::~PrintService()
{
    try {
        rest();
    } catch (const std::exception& failure) {
        spdlog::warn("printing: {}", failure.what()); // the next start finds what is left
    }
}

/// A print that was under way when the program ended: nobody knows what is on the paper.
void PrintService::recover()
{
    try {
        const auto begun = m_prints->inState("printing");
        if (begun.empty()) return;
        const auto now = m_session.now();
        Transaction tx{m_session.db};
        for (const auto& row : begun) {
            m_prints->move(row.id, "printing", "unknown", {}, now.utc);
            m_session.journal->append(JournalType::PrintUnknown, tillActor(), now,
                {{"no", row.number}, {"copy", row.copy}, {"outcome", "interrupted"}}, row.document);
        }
        tx.commit();
    } catch (const StorageError& failure) {
        spdlog::warn(
            "prints of unknown outcome are not marked yet: {}", failure.what()); // the next start does
    }
}

void PrintService::work(std::function<void()> wake, const PrintPace& pace)
{
    rest();
    m_worker = std::make_unique<Worker>(printerSetup(*m_session.settings), pace, std::move(wake));
    feed();
}

void PrintService::rest()
{
    if (!m_worker) return;
    if (m_worker->thread) {
        m_worker->thread->end();
        // What it asks for now it may not print any more.
        for (const auto& report : m_worker->thread->fetch()) {
            if (report.kind == PrintWorker::Report::Kind::Printed) note(report.task, report.result);
            if (report.kind == PrintWorker::Report::Kind::DrawerIsStuck) drawerStuck.emit();
        }
    }
    settle();
    m_worker.reset();
}

void PrintService::settingsChanged()
{
    const auto setup = printerSetup(*m_session.settings);
    if (m_worker && m_worker->setup != setup) {
        auto wake = m_worker->wake;
        const auto pace = m_worker->pace;
        rest(); // the order at hand is the old printer's
        m_status.condition = PrinterCondition::Unasked;
        m_status.why.clear();
        m_worker = std::make_unique<Worker>(setup, pace, std::move(wake));
    }
    refresh();
    feed();
}

void PrintService::refresh()
{
    const auto before = m_status;
    if (!printerSetup(*m_session.settings))
        m_status = {};
    else if (m_status.condition == PrinterCondition::NotSet)
        m_status.condition = PrinterCondition::Unasked;
    const auto counts = m_prints->counts();
    m_status.waiting = counts.waiting;
    m_status.unknown = counts.unknown;
    if (m_status != before) changed.emit();
}

PrinterStatus PrintService::status() const
{
    return m_status;
}

/// After the sale's transaction: the thread hears of it when the window has shown the change.
void PrintService::sold(DocumentId document)
{
    const auto setup = m_worker ? m_worker->setup : std::nullopt;
    if (setup && setup->drawer != DrawerKick::None && m_prints->opensDrawer(document)) {
        // With the receipt where it is the next to print, else by itself: the drawer waits for no paper.
        const auto next = m_worker->current ? std::nullopt : m_prints->firstWaiting();
        if (next && next->document == document)
            m_worker->kick = document;
        else
            m_worker->thread->openDrawer();
    }
    refresh();
    if (m_worker) m_worker->wakeOwner();
}

void PrintService::pump()
{
    if (!m_worker || m_session.db.inTransaction()) return; // what is under way comes first
    try {
        if (m_worker->thread) {
            for (const auto& report : m_worker->thread->fetch()) {
                using Kind = PrintWorker::Report::Kind;
                switch (report.kind) {
                case Kind::Condition:
                    m_status.condition = report.condition;
                    m_status.why = report.why;
                    changed.emit();
                    break;
                case Kind::MayPrint: startPrinting(report.task); break;
                case Kind::Printed: note(report.task, report.result); break;
                case Kind::DrawerIsStuck: drawerStuck.emit(); break;
                }
            }
        }
        settle();
        feed();
    } catch (const std::exception& failure) {
        spdlog::warn("printing: {}", failure.what()); // the sale is safe; the next pump tries again
    }
}

/// Written down before the first byte goes out: whatever happens then, nobody prints it twice unknowingly.
void PrintService::startPrinting(std::int64_t job)
{
    bool may = false;
    try {
        Transaction tx{m_session.db};
        may = m_prints->move(job, "waiting", "printing", {}, m_session.now().utc);
        tx.commit();
    } catch (const StorageError& failure) {
        spdlog::warn("a print was put off: {}", failure.what());
        may = false;
        m_worker->unsettled.push_back(
            {job, "waiting", failure.what()}); // in case it was written all the same
    }
    if (!may) m_worker->current = 0;
    m_worker->thread->mayPrint(job, may);
    refresh();
}

void PrintService::note(std::int64_t job, const SendResult& result)
{
    const auto* state = result.sent == Sent::All ? "done" : result.sent == Sent::Part ? "unknown" : "waiting";
    m_worker->unsettled.push_back({job, state, result.why});
    if (m_worker->current == job) m_worker->current = 0;
}

/// Tells the file what became of orders. What it cannot be told now stays "printing" there: after a crash
/// that is an unknown outcome, which is what it then is.
void PrintService::settle()
{
    if (m_worker->unsettled.empty()) return;
    auto& left = m_worker->unsettled;
    try {
        while (!left.empty()) {
            const auto& outcome = left.front();
            const auto now = m_session.now();
            Transaction tx{m_session.db};
            const bool moved = m_prints->move(outcome.job, "printing", outcome.state, outcome.why, now.utc);
            if (!moved && outcome.state == "waiting") // it never got as far
                m_prints->move(outcome.job, "waiting", "waiting", outcome.why, now.utc);
            if (moved && outcome.state == "unknown") {
                const auto row = m_prints->find(outcome.job);
                m_session.journal->append(JournalType::PrintUnknown, tillActor(), now,
                    {{"no", row->number}, {"copy", row->copy}, {"outcome", "stopped"}}, row->document);
            }
            tx.commit();
            left.erase(left.begin());
        }
    } catch (const StorageError& failure) {
        spdlog::warn("what became of a print is not written yet: {}", failure.what());
    }
    refresh();
}

/// Gives the thread what is next.
void PrintService::feed()
{
    if (!m_worker || !m_worker->setup || m_worker->current) return;
    while (const auto next = m_prints->firstWaiting()) {
        auto receipt = m_session.receipts->load(next->document);
        if (!receipt) { // no sale: nobody has made a paper of its kind yet
            Transaction tx{m_session.db};
            m_prints->move(next->id, "waiting", "none", {}, m_session.now().utc);
            tx.commit();
            continue;
        }
        receipt->copyNumber = next->copy;
        const bool withKick = next->copy == 0 && m_worker->kick == next->document;
        m_worker->kick = {};
        m_worker->current = next->id;
        const auto name =
            next->copy == 0 ? next->number : next->number + " copy " + std::to_string(next->copy);
        m_worker->thread->print({next->id, receiptDocument(*receipt, {}, {}), name}, withKick);
        return;
    }
    m_worker->thread->nothingWaits();
}

void PrintService::printLoose(
    const PrinterAddress& to, std::string job, std::function<void(const Result<>&)> done)
{
    if (to.kind == PrinterAddress::Kind::Folder) return done(Error{ErrorCode::PrinterUnknown, to.toText()});
    if (!m_worker) work();
    pump();                                   // what waits goes first
    if (!m_worker->thread) m_worker->start(); // the shop has no printer yet: this one is tried out
    m_worker->thread->printLoose({to, std::move(job), std::move(done)});
}

void PrintService::printWaiting(std::chrono::milliseconds patience)
{
    if (!m_worker) work();
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto isOver = [&] {
        const bool canPrint = m_status.condition == PrinterCondition::Unasked ||
                              m_status.condition == PrinterCondition::Ready ||
                              m_status.condition == PrinterCondition::PaperLow;
        return !m_worker->setup || m_status.waiting == 0 || !canPrint;
    };
    for (;;) {
        pump();
        std::unique_lock guard{m_worker->mutex};
        if (isOver()) return;
        if (!m_worker->woken.wait_until(guard, until, [&] { return m_worker->isWoken; })) return;
        m_worker->isWoken = false;
    }
}

void PrintService::look()
{
    if (m_worker && m_worker->setup) m_worker->thread->lookNow();
}

Actor PrintService::tillActor() const
{
    return {m_session.people->users().front().id, m_session.facts.till};
}

/// On record before the drawer opens: one that stays shut was still asked to.
Result<> PrintService::openDrawer(const Actor& actor, const std::string& reason)
{
    const auto setup = printerSetup(*m_session.settings);
    if (!setup) return Error{ErrorCode::PrinterNotSet};
    const bool hasDrawer =
        setup->drawer != DrawerKick::None && setup->address.kind != PrinterAddress::Kind::Folder;
    if (!hasDrawer) return Error{ErrorCode::PrinterNotSet, "drawer"};
    if (auto allowed = m_session.require(actor, Permission::DrawerOpen); !allowed) return allowed;
    const auto why = cleanName(reason);
    if (!why) return Error{ErrorCode::ReasonNeeded, std::string{toText(Permission::DrawerOpen)}};
    Transaction tx{m_session.db};
    m_session.journal->append(JournalType::NoSale, actor, m_session.now(), {{"reason", *why}});
    tx.commit();
    if (!m_worker) work();
    m_worker->thread->openDrawer();
    return {};
}

} // namespace till
