#include "base/text.h"
#include "services/journal_writer.h"
#include "services/print_service.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/print_repository.h"
#include "storage/receipt_repository.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

PrintJob::State stateOf(std::string_view state)
{
    if (state == "waiting") return PrintJob::State::Waiting;
    if (state == "printing") return PrintJob::State::Printing;
    return state == "unknown" ? PrintJob::State::Unknown : PrintJob::State::Done;
}

} // namespace

PrintJob PrintService::jobOf(const PrintRow& row) const
{
    return {row.id, row.document, row.number, row.copy, stateOf(row.state),
        m_session.calendar.at(row.created), row.why};
}

std::vector<PrintJob> PrintService::jobs() const
{
    std::vector<PrintJob> jobs;
    for (const auto& row : m_prints->pending()) jobs.push_back(jobOf(row));
    return jobs;
}

Result<PrintRow> PrintService::rowIn(std::int64_t job, std::string_view state, std::string_view orState) const
{
    auto row = m_prints->find(job);
    if (!row || (row->state != state && row->state != orState)) return Error{ErrorCode::PrintNotFound};
    return std::move(*row);
}

Result<PrintJob> PrintService::ordered(std::int64_t job)
{
    auto order = jobOf(*m_prints->find(job));
    refresh();
    changed.emit();
    feed();
    return order;
}

/// In the caller's transaction.
Result<std::int64_t> PrintService::orderCopy(const Actor& actor, const PrintRow& original, const Moment& now)
{
    const int copy = ReceiptRepository{m_session.db}.lastCopy(original.document) + 1;
    if (auto allowed = m_session.require(actor, Permission::ReceiptReprint, {copy}); !allowed)
        return allowed.error();
    const auto id = m_prints->add(original.document, copy, "waiting", now.utc);
    m_session.journal->append(
        JournalType::Reprint, actor, now, {{"no", original.number}, {"copy", copy}}, original.document);
    return id;
}

Result<PrintJob> PrintService::print(const Actor& actor, DocumentId document)
{
    if (m_session.readOnly) return Error{ErrorCode::ShopReadOnly};
    if (!printerSetup(*m_session.settings)) return Error{ErrorCode::PrinterNotSet};
    const auto original = m_prints->original(document);
    if (!original) return Error{ErrorCode::SaleNotFound};
    if (original->state == "waiting" || original->state == "printing") return jobOf(*original);
    const bool isFirst = original->state == "none" && !m_prints->isFromElsewhere(document) &&
                         ReceiptRepository{m_session.db}.lastCopy(document) == 0;
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    if (isFirst) {
        if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed.error();
        m_prints->move(original->id, "none", "waiting", {}, now.utc);
        tx.commit();
        return ordered(original->id);
    }
    const auto copy = orderCopy(actor, *original, now);
    if (!copy) return copy.error();
    tx.commit();
    return ordered(*copy);
}

Result<PrintJob> PrintService::printAgain(const Actor& actor, std::int64_t job)
{
    if (m_session.readOnly) return Error{ErrorCode::ShopReadOnly};
    if (!printerSetup(*m_session.settings)) return Error{ErrorCode::PrinterNotSet};
    const auto row = rowIn(job, "unknown");
    if (!row) return row.error();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    const auto copy = orderCopy(actor, *row, now);
    if (!copy) return copy.error();
    m_prints->move(job, "unknown", "done", row->why, now.utc);
    tx.commit();
    return ordered(*copy);
}

Result<> PrintService::end(
    const Actor& actor, const PrintRow& row, std::string_view state, std::string_view outcome)
{
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_prints->move(row.id, row.state, state, row.why, now.utc);
    if (row.state == "unknown") {
        m_session.journal->append(JournalType::PrintUnknown, actor, now,
            {{"no", row.number}, {"copy", row.copy}, {"outcome", outcome}}, row.document);
    }
    tx.commit();
    refresh();
    changed.emit();
    return {};
}

Result<> PrintService::confirm(const Actor& actor, std::int64_t job)
{
    const auto row = rowIn(job, "unknown");
    return row ? end(actor, *row, "done", "printed") : row.error();
}

/// What may be on paper is over, as if it were: an order of state "none" is one nothing was ever sent of, and
/// its receipt may still have a first print.
Result<> PrintService::discard(const Actor& actor, std::int64_t job)
{
    const auto row = rowIn(job, "waiting", "unknown");
    if (!row) return row.error();
    return end(actor, *row, row->state == "unknown" ? "done" : "none", "discarded");
}

PrintWhen PrintService::when() const
{
    const auto& when = m_session.settings->value("receipt.print");
    if (when == "never" || !printerSetup(*m_session.settings)) return PrintWhen::Never;
    return when == "ask" ? PrintWhen::Ask : PrintWhen::Always;
}

std::string_view PrintService::orderState(bool isFromElsewhere) const
{
    return !isFromElsewhere && when() == PrintWhen::Always ? "waiting" : "none";
}

std::vector<std::string> PrintService::drawerReasons() const
{
    std::vector<std::string> reasons;
    const auto& text = m_session.settings->value("drawer.reasons");
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        if (const auto reason = trimmed(std::string_view{text}.substr(start, end - start)); !reason.empty())
            reasons.emplace_back(reason);
        start = end + 1;
    }
    return reasons;
}

} // namespace till
