#include "services/sales_replay.h"

#include "base/rounding.h"
#include "base/text.h"
#include "domain/sales/line_size.h"
#include "services/catalog_service.h"
#include "services/file_hash.h"
#include "services/journal_writer.h"
#include "services/line_maker.h"
#include "services/product_check.h"
#include "services/session.h"
#include "services/stock_service.h"
#include "storage/checkpointer.h"
#include "storage/product_search.h"
#include "storage/shop_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace till {
namespace {

constexpr int kDaysInLog = 30;
constexpr int kMostRaised = 1'000'000;
constexpr int kPercentOfReading = 10;

SalesFileOptions fileOptions(const SalesImportOptions& options, int decimals)
{
    SalesFileOptions file;
    file.map.assign(options.columns.begin(), options.columns.end());
    file.currencyDecimals = decimals;
    return file;
}

const TenderType* tenderNamed(const CheckoutService& checkout, const std::string& word)
{
    if (word.empty()) {
        const auto& types = checkout.tenderTypes();
        const auto cash =
            std::find_if(types.begin(), types.end(), [](const auto& type) { return type.isCash; });
        return cash == types.end() ? nullptr : &*cash;
    }
    const auto folded = foldForSearch(word);
    for (const auto& type : checkout.tenderTypes()) {
        if (foldForSearch(type.code) == folded || foldForSearch(type.name) == folded) return &type;
    }
    return nullptr;
}

std::string ticketKey(const std::string& name, std::int64_t day)
{
    return name + '\n' + std::to_string(day);
}

SaleRepository::TicketSize sizeOf(const std::vector<StagedLine>& lines)
{
    SaleRepository::TicketSize size;
    for (const auto& line : lines) {
        ++size.lines;
        size.gross += lineAmount(line.price, line.quantity);
    }
    return size;
}

RingUp ringUp(const StagedLine& line)
{
    RingUp what;
    what.code = line.item;
    what.quantity = line.quantity;
    what.price = line.price;
    what.asWritten = true;
    return what;
}

} // namespace

SalesReplay::SalesReplay(Session& session, const Actor& actor, const SalesImportOptions& options)
    : m_session{session}
    , m_actor{actor}
    , m_options{options}
    , m_staging{session.db}
    , m_sales{session.db}
    , m_imports{session.db}
    , m_items{session}
    , m_runUid{Uid::make(session.clock.now().time_since_epoch().count())}
{
}

Result<SalesImportReport> SalesReplay::run()
{
    auto file = SalesFile::open(m_options.file, fileOptions(m_options, m_session.facts.decimals));
    if (!file) return file.error();
    const auto hash = sha256OfFile(m_options.file);
    if (!hash) return hash.error();
    if (auto staged = stage(*file); !staged) return staged.error();
    if (auto resolved = m_items.resolve(m_actor, m_options.createProducts, m_options.taxRate); !resolved)
        return resolved.error();
    if (auto found = findTill(); !found) return found.error();
    m_run = {{}, "sales", clipped(m_options.file.filename().string(), 200), "", m_session.clock.now(),
        file->rows(), 0, 0, 0, 0, false};
    const auto replayed = replay(inOrder());
    conclude(*hash);
    if (!replayed) return replayed.error();
    return m_report;
}

Result<> SalesReplay::findTill()
{
    const auto code = cleanCode(m_options.tillCode.empty() ? "I" : m_options.tillCode);
    if (!code) return code.error();
    ShopRepository shop{m_session.db};
    if (const auto till = shop.till(*code)) {
        if (till->id == m_session.facts.till) return Error{ErrorCode::CodeTaken, *code};
        m_actor.till = till->id;
        return {};
    }
    Transaction tx{m_session.db};
    m_actor.till = shop.addTill(*code, *code, m_session.facts.location, true, m_session.clock.now());
    tx.commit();
    return {};
}

Result<> SalesReplay::stage(SalesFile& file)
{
    Transaction tx{m_session.db};
    for (;;) {
        const auto entry = file.next();
        if (!entry) return entry.error();
        if (!*entry) break;
        if (const auto* problem = std::get_if<RowProblem>(&**entry)) {
            report(problem->line, {problem->code, problem->detail});
        } else {
            const auto& row = std::get<TicketLine>(**entry);
            if (auto staged = stageRow(row); !staged) report(row.line, staged.error());
        }
        if (!goOn(file.position(), file.size(), 0, kPercentOfReading)) return Error{ErrorCode::Cancelled};
    }
    tx.commit();
    return {};
}

Result<> SalesReplay::stageRow(const TicketLine& row)
{
    if (row.quantity.isZero()) return Error{ErrorCode::QuantityInvalid, "0"};
    const auto code = cleanCode(row.item);
    if (!code) return code.error();
    const auto name = cleanName(row.ticket);
    if (!name) return name.error();
    const auto ticket = ticketOf(*name, row);
    m_items.meet(*code, row);
    m_staging.add(static_cast<std::int64_t>(ticket), {row.line, *code, row.quantity, row.price});
    return {};
}

Moment SalesReplay::momentOf(const WrittenTime& at) const
{
    if (!at.offset) return m_session.calendar.atLocal(at.local);
    return m_session.calendar.at(Timestamp{at.local.time_since_epoch() - *at.offset});
}

std::size_t SalesReplay::ticketOf(const std::string& name, const TicketLine& row)
{
    const auto at = momentOf(row.at);
    const auto known = knownTicket(name, at);
    const auto number = known.value_or(m_tickets.size());
    if (!known) {
        m_ticketNumbers.emplace(ticketKey(name, at.businessDay.days), number);
        m_tickets.push_back({name, at, {}, {}});
    }
    auto& ticket = m_tickets[number];
    if (!row.tender.empty() && !ticket.tender) {
        const auto* type = tenderNamed(*m_session.checkout, row.tender);
        ticket.unknownTender = type ? std::string{} : clipped(row.tender, 80);
        if (type) ticket.tender = type->id;
    }
    return number;
}

/// The ticket of that number on the same business day, or on the next to it when less than twelve hours lie
/// between: a sale that goes on past the end of the day is one, a till that counts from 1 again is another.
std::optional<std::size_t> SalesReplay::knownTicket(const std::string& name, const Moment& at) const
{
    for (const auto days : {at.businessDay.days, at.businessDay.days - 1, at.businessDay.days + 1}) {
        const auto found = m_ticketNumbers.find(ticketKey(name, days));
        if (found == m_ticketNumbers.end()) continue;
        if (days == at.businessDay.days) return found->second;
        if (std::chrono::abs(at.utc - m_tickets[found->second].at.utc) < std::chrono::hours{12})
            return found->second;
    }
    return std::nullopt;
}

std::vector<std::size_t> SalesReplay::inOrder() const
{
    std::vector<std::size_t> order(m_tickets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        const auto& x = m_tickets[a].at;
        const auto& y = m_tickets[b].at;
        return std::tie(x.businessDay, x.utc) < std::tie(y.businessDay, y.utc);
    });
    return order;
}

Error SalesReplay::cancelled() const
{
    return {ErrorCode::Cancelled, m_report.days == 0 ? std::string{} : std::to_string(m_report.days)};
}

Result<> SalesReplay::replay(const std::vector<std::size_t>& order)
{
    for (std::size_t from = 0; from < order.size();) {
        const auto day = m_tickets[order[from]].at.businessDay;
        auto to = from;
        while (to < order.size() && m_tickets[order[to]].at.businessDay == day) ++to;
        replayDay({order.data() + from, to - from});
        from = to;
        if (!goOn(from, order.size(), kPercentOfReading, 100)) return cancelled();
    }
    return {};
}

void SalesReplay::replayDay(std::span<const std::size_t> tickets)
{
    const auto before = m_report.tickets;
    Transaction tx{m_session.db};
    std::optional<Shift> shift;
    for (const auto number : tickets) {
        const auto& ticket = m_tickets[number];
        if (isThere(ticket, static_cast<std::int64_t>(number))) continue;
        if (!shift) shift = *m_session.shifts->ofImportedDay(m_actor, ticket.at);
        replayTicket(ticket, static_cast<std::int64_t>(number), *shift);
    }
    if (m_report.tickets == before) return; // nothing was sold: no shift either
    const auto& last = m_tickets[tickets.back()].at;
    m_session.shifts->closeImportedDay(m_actor, *shift, last);
    record(last.businessDay);
    tx.commit();
    // A year in the log would be three times as long as in the file.
    if (m_report.days % kDaysInLog == 0) checkpoint(m_session.db, CheckpointMode::Passive);
}

/// A ticket of an earlier run is not sold again. One that says something else now is told of: a file written
/// before its till was done with the day, or two tills that count alike.
bool SalesReplay::isThere(const Ticket& ticket, std::int64_t number)
{
    const auto there = m_sales.findByTicket(m_actor.till, ticket.name, ticket.at.businessDay);
    if (!there) return false;
    ++m_report.alreadyThere;
    auto lines = m_staging.lines(number);
    const auto first = lines.front().line;
    std::erase_if(lines, [](const StagedLine& line) { return !!lineFault(line.quantity, 3, line.price); });
    if (sizeOf(lines) == *there) return true;
    // Lines that were refused then are not in it.
    std::erase_if(
        lines, [this](const StagedLine& line) { return !makeLine(m_session, m_actor, ringUp(line)); });
    if (sizeOf(lines) != *there) report(first, {ErrorCode::ImportTicketDiffers, ticket.name});
    return true;
}

void SalesReplay::replayTicket(const Ticket& ticket, std::int64_t number, const Shift& shift)
{
    auto lines = sellable(ticket, m_staging.lines(number));
    if (lines.empty()) return;
    auto sold = sell(ticket, shift, lines);
    if (!sold) {
        lines = withoutRefused(std::move(lines));
        if (lines.empty()) return;
        sold = sell(ticket, shift, lines);
    }
    if (!sold) {
        for (const auto& line : lines) report(line.line, sold.error());
        return;
    }
    ++m_report.tickets;
    m_report.lines += static_cast<std::int64_t>(lines.size());
    m_report.returns += std::count_if(
        lines.begin(), lines.end(), [](const StagedLine& line) { return line.quantity.isNegative(); });
    m_report.gross += sold->total;
}

std::vector<StagedLine> SalesReplay::sellable(const Ticket& ticket, std::vector<StagedLine> lines)
{
    std::erase_if(lines, [&](const StagedLine& line) {
        if (!ticket.unknownTender.empty()) {
            report(line.line, {ErrorCode::TenderUnknown, ticket.unknownTender});
            return true;
        }
        const auto* problem = m_items.problem(line.item);
        if (problem) report(line.line, *problem);
        return problem != nullptr;
    });
    return lines;
}

/// Only looked at when a whole ticket was refused, to find out which of its lines it was.
std::vector<StagedLine> SalesReplay::withoutRefused(std::vector<StagedLine> lines)
{
    std::erase_if(lines, [&](const StagedLine& line) {
        const auto made = makeLine(m_session, m_actor, ringUp(line));
        if (!made) report(line.line, made.error());
        return !made;
    });
    return lines;
}

Result<FinishedSale> SalesReplay::sell(
    const Ticket& ticket, const Shift& shift, const std::vector<StagedLine>& lines)
{
    const auto tender = ticket.tender ? ticket.tender : tenderNamed(*m_session.checkout, {})->id;
    SaleRequest request;
    request.lines.reserve(lines.size());
    for (const auto& line : lines) request.lines.push_back(ringUp(line));
    request.tenders = {{tender, {}, {}}};
    request.at = ticket.at;
    request.shift = shift;
    request.originTicket = ticket.name;
    return m_session.checkout->sell(m_actor, request);
}

void SalesReplay::record(BusinessDay)
{
    ++m_report.days;
    m_run.added = m_report.tickets;
    m_run.unchanged = m_report.alreadyThere;
    m_run.rejected = m_report.skippedCount;
    if (!m_run.id) {
        m_run.id = m_imports.begin(m_runUid, m_run, m_actor.user);
    } else {
        m_imports.finish(m_run);
    }
}

void SalesReplay::conclude(const std::string& hash)
{
    std::sort(m_report.skipped.begin(), m_report.skipped.end(),
        [](const ImportProblem& a, const ImportProblem& b) { return a.line < b.line; });
    if (!m_run.id) return;
    Transaction tx{m_session.db};
    m_run.rejected = m_report.skippedCount;
    m_run.unchanged = m_report.alreadyThere;
    m_imports.finish(m_run);
    raiseBestSellers(m_session.db, kMostRaised);
    m_session.journal->append(JournalType::Import, m_actor, m_session.now(),
        {{"kind", "sales"}, {"run", m_runUid.toText()}, {"file", m_run.fileName}, {"sha256", hash},
            {"rows", m_run.rows}, {"tickets", m_report.tickets}, {"lines", m_report.lines},
            {"returns", m_report.returns}, {"already", m_report.alreadyThere},
            {"skipped", m_report.skippedCount}, {"products", m_items.made()}, {"days", m_report.days},
            {"gross", m_report.gross.minor()}});
    tx.commit();
    m_session.catalog->reload();
    m_session.stock->changed.emit();
}

void SalesReplay::report(std::int64_t line, Error error)
{
    if (m_report.skipped.size() < kMostProblemsListed) m_report.skipped.push_back({line, std::move(error)});
    ++m_report.skippedCount;
}

bool SalesReplay::goOn(std::uint64_t done, std::uint64_t of, int from, int to)
{
    if (!m_options.progress) return true;
    const auto share = of ? done * static_cast<std::uint64_t>(to - from) / of : 0;
    const auto percent = from + static_cast<int>(share);
    if (percent == m_percent) return true;
    m_percent = percent;
    return m_options.progress(percent);
}

} // namespace till
