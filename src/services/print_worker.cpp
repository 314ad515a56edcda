#include "services/print_worker.h"

#include <algorithm>

namespace till {
namespace {

PrinterCondition conditionOf(const PrinterLook& look)
{
    if (!look.isReached) return PrinterCondition::NotReached;
    if (!look.health) return PrinterCondition::Ready; // it never says: it is trusted
    if (look.health->coverOpen) return PrinterCondition::CoverOpen;
    if (look.health->paperOut) return PrinterCondition::NoPaper;
    if (look.health->failed || look.health->offline) return PrinterCondition::Failed;
    return look.health->paperLow ? PrinterCondition::PaperLow : PrinterCondition::Ready;
}

bool canPrint(PrinterCondition condition)
{
    return condition == PrinterCondition::Ready || condition == PrinterCondition::PaperLow;
}

Result<> refusalOf(PrinterCondition condition, const std::string& why)
{
    switch (condition) {
    case PrinterCondition::NoPaper: return Error{ErrorCode::PrinterHasNoPaper};
    case PrinterCondition::CoverOpen: return Error{ErrorCode::PrinterCoverOpen};
    case PrinterCondition::NotSet:
    case PrinterCondition::Unasked:
    case PrinterCondition::Ready:
    case PrinterCondition::PaperLow:
    case PrinterCondition::Failed:
    case PrinterCondition::NotReached: break;
    }
    return Error{ErrorCode::PrinterNotReached, why};
}

Result<> resultOf(const SendResult& result)
{
    if (result.sent == Sent::All) return {};
    return Error{
        result.sent == Sent::Part ? ErrorCode::PrinterStopped : ErrorCode::PrinterNotReached, result.why};
}

} // namespace

PrintWorker::PrintWorker(
    const std::optional<PrinterSetup>& setup, const PrintPace& pace, std::function<void()> wake)
    : m_address{setup ? std::optional{setup->address} : std::nullopt}
    , m_printer{setup ? receiptPrinter(*setup) : nullptr}
    , m_pace{pace}
    , m_wake{std::move(wake)}
    , m_mayFollow{setup.has_value()}
    , m_thread{[this] { run(); }}
{
}

PrintWorker::~PrintWorker()
{
    end();
}

void PrintWorker::end()
{
    if (!m_thread.joinable()) return;
    {
        Lock guard{m_mutex};
        m_stopping = true;
        m_changed.notify_all();
        m_changed.wait_for(guard, m_pace.toEnd, [this] { return m_isOver; });
        if (m_other) m_other->giveUp();
    }
    if (m_printer) m_printer->giveUp();
    m_thread.join();
    for (const auto& paper : std::exchange(m_loose, {})) paper.done(Error{ErrorCode::PrinterNotReached});
}

void PrintWorker::print(PrintTask task, bool withKick)
{
    const std::scoped_lock guard{m_mutex};
    m_task = std::move(task);
    m_mayFollow = false;
    m_answer = Answer::None;
    m_taskKick.reset();
    if (withKick) m_taskKick = Clock::now() + m_pace.forDrawer;
    if (withKick) m_nextTry = {}; // a customer is standing there: this one does not wait
    m_changed.notify_all();
}

void PrintWorker::mayPrint(std::int64_t task, bool may)
{
    const std::scoped_lock guard{m_mutex};
    if (!m_task || m_task->id != task) return;
    m_answer = may ? Answer::Yes : Answer::No;
    m_changed.notify_all();
}

void PrintWorker::nothingWaits()
{
    const std::scoped_lock guard{m_mutex};
    m_mayFollow = false;
    m_changed.notify_all();
}

void PrintWorker::printLoose(LoosePaper paper)
{
    const std::scoped_lock guard{m_mutex};
    m_loose.push_back(std::move(paper));
    m_changed.notify_all();
}

void PrintWorker::openDrawer()
{
    const std::scoped_lock guard{m_mutex};
    m_kick = Clock::now() + m_pace.forDrawer;
    m_changed.notify_all();
}

void PrintWorker::lookNow()
{
    const std::scoped_lock guard{m_mutex};
    m_nextLook = {};
    m_nextTry = {};
    m_backOff = {};
    m_changed.notify_all();
}

std::vector<PrintWorker::Report> PrintWorker::fetch()
{
    const std::scoped_lock guard{m_mutex};
    return std::exchange(m_reports, {});
}

void PrintWorker::run()
{
    Lock guard{m_mutex};
    while (!m_stopping || m_kick) { // whoever asked for the drawer stands at it
        const auto now = Clock::now();
        if (m_kick) {
            tryDrawer(guard);
        } else if (m_task && now >= m_nextTry) {
            tryTask(guard);
        } else if (!m_loose.empty() && !m_mayFollow) {
            tryLoose(guard);
        } else if (!m_printer) {
            m_changed.wait(guard);
        } else if (now >= m_nextLook) {
            ask(guard);
        } else {
            m_changed.wait_until(guard, m_task ? std::min(m_nextTry, m_nextLook) : m_nextLook);
        }
    }
    m_isOver = true;
    m_changed.notify_all();
}

PrinterCondition PrintWorker::ask(Lock& guard)
{
    guard.unlock();
    const auto seen = m_printer->look();
    guard.lock();
    m_nextLook = Clock::now() + m_pace.betweenLooks;
    const auto condition = conditionOf(seen);
    const bool isNew = !m_said || m_said->condition != condition || m_said->why != seen.why;
    if (isNew) {
        m_said = {Report::Kind::Condition, 0, condition, seen.why, {}};
        report(*m_said);
    }
    return condition;
}

void PrintWorker::tryDrawer(Lock& guard)
{
    const bool isThere = canPrint(ask(guard)); // an offline printer swallows the kick without a word
    if (!m_kick) return;
    const bool isLate = Clock::now() > *m_kick;
    m_kick.reset();
    if (!isThere || isLate) return drawerIsStuck();
    guard.unlock();
    const auto result = m_printer->openDrawer();
    guard.lock();
    if (result.sent != Sent::All) drawerIsStuck();
}

void PrintWorker::tryTask(Lock& guard)
{
    if (!canPrint(ask(guard))) {
        if (std::exchange(m_taskKick, std::nullopt)) drawerIsStuck();
        return retryLater();
    }
    const bool withKick = m_taskKick && Clock::now() <= *m_taskKick;
    if (m_taskKick && !withKick) drawerIsStuck();
    const auto task = *m_task;
    guard.unlock();
    std::string job;
    SendResult result;
    try {
        job = m_printer->prepare(task, withKick);
    } catch (const std::exception& failure) {
        result.why = failure.what(); // out of memory, no font: nothing was sent
    }
    guard.lock();
    if (job.empty()) {
        m_task.reset();
        m_mayFollow = true;
        retryLater();
        return report({Report::Kind::Printed, task.id, {}, {}, std::move(result)});
    }
    report({Report::Kind::MayPrint, task.id, {}, {}, {}});
    const auto isOther = [&] { return !m_task || m_task->id != task.id; };
    m_changed.wait(guard, [&] { return m_answer != Answer::None || isOther() || m_stopping; });
    if (isOther()) return;                // it was refused, and the next one is here already
    if (m_answer == Answer::None) return; // the till is closed: it stays waiting
    m_taskKick.reset();
    m_task.reset();
    m_mayFollow = true;
    if (m_answer == Answer::No) return;
    guard.unlock();
    result = m_printer->print(task, job);
    guard.lock();
    if (result.sent == Sent::All)
        m_backOff = {};
    else
        retryLater();
    if (withKick && result.sent == Sent::Nothing) drawerIsStuck();
    report({Report::Kind::Printed, task.id, {}, {}, std::move(result)});
}

/// Behind every receipt, and once: whoever stands there hears at once what became of it.
void PrintWorker::tryLoose(Lock& guard)
{
    // The receipt that waits was here first, and the printer may be back.
    if (m_task && !std::exchange(m_loose.front().hasLetPass, true)) {
        m_nextTry = {};
        return;
    }
    const bool isOwn = m_printer && m_loose.front().to == m_address;
    if (!isOwn) m_other = receiptPrinter({m_loose.front().to, {}, DrawerKick::None});
    auto& printer = isOwn ? *m_printer : *m_other;
    const auto result = sendLoose(guard, printer);
    m_other.reset();
    if (!result) return;
    const auto paper = std::move(m_loose.front());
    m_loose.pop_front();
    guard.unlock();
    paper.done(*result);
    guard.lock();
}

/// None: something else comes first.
std::optional<Result<>> PrintWorker::sendLoose(Lock& guard, ReceiptPrinter& printer)
{
    const bool isOwn = &printer == m_printer.get();
    PrinterCondition condition{};
    std::string why;
    if (isOwn) {
        condition = ask(guard);
        why = m_said->why;
    } else {
        guard.unlock();
        const auto seen = printer.look();
        guard.lock();
        condition = conditionOf(seen);
        why = seen.why;
    }
    if (m_stopping || m_kick || (m_task && Clock::now() >= m_nextTry)) return std::nullopt;
    if (!canPrint(condition) || (isOwn && m_task)) return refusalOf(condition, why);
    const auto job = m_loose.front().job;
    guard.unlock();
    const auto sent = printer.print({}, job);
    guard.lock();
    return resultOf(sent);
}

void PrintWorker::report(Report report)
{
    m_reports.push_back(std::move(report));
    m_wake();
}

void PrintWorker::drawerIsStuck()
{
    report({Report::Kind::DrawerIsStuck, 0, {}, {}, {}});
}

void PrintWorker::retryLater()
{
    m_backOff = std::clamp(m_backOff * 2, m_pace.firstRetry, m_pace.longestRetry);
    m_nextTry = Clock::now() + m_backOff;
}

} // namespace till
