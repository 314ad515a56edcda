#include "services/voucher_service.h"

#include "base/decimal.h"
#include "base/rounding.h"
#include "base/text.h"
#include "domain/sales/line_size.h"
#include "domain/sales/voucher_number.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/journal_writer.h"
#include "services/line_maker.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/voucher_repository.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <map>

namespace till {
namespace {

constexpr std::string_view kTender = "voucher";

/// The last day of a voucher given out on `day`; none: for ever. A month that is too short ends on its last
/// day.
std::optional<BusinessDay> lastDay(BusinessDay day, const std::string& months)
{
    const auto count = parseScaled(months, 0);
    if (!count || *count <= 0) return std::nullopt;
    const std::chrono::sys_days from{std::chrono::days{day.days}};
    auto date = std::chrono::year_month_day{from} + std::chrono::months{*count};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return BusinessDay::fromDate(date);
}

} // namespace

struct VoucherService::Storage {
    VoucherRepository rows;

    /// As written, or as a person reads one of ours.
    std::optional<VoucherRow> find(std::string_view number)
    {
        const auto clean = cleanVoucherNumber(number);
        if (!clean) return std::nullopt;
        if (auto row = rows.find(*clean)) return row;
        const auto own = readOwnVoucherNumber(*clean);
        return own ? rows.find(*own) : std::nullopt;
    }
};

VoucherService::VoucherService(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(Storage{VoucherRepository{session.db}})}
{
}

VoucherService::~VoucherService() = default;

Voucher VoucherService::ofRow(const VoucherRow& row) const
{
    const bool expired = row.validUntil && *row.validUntil < m_session.now().businessDay;
    return {row.number, row.isCredit, row.issuedOn, row.validUntil, row.balance, expired};
}

Result<Voucher> VoucherService::find(std::string_view number) const
{
    const auto row = m_storage->find(number);
    if (!row) return Error{ErrorCode::VoucherUnknown, clipped(number, 40)};
    return ofRow(*row);
}

std::vector<Voucher> VoucherService::list(bool onlyWithBalance, int limit) const
{
    std::vector<Voucher> vouchers;
    for (const auto& row : m_storage->rows.all(onlyWithBalance, limit)) vouchers.push_back(ofRow(row));
    return vouchers;
}

std::vector<VoucherEntry> VoucherService::entries(std::string_view number) const
{
    std::vector<VoucherEntry> entries;
    const auto row = m_storage->find(number);
    if (!row) return entries;
    for (auto& entry : m_storage->rows.entries(row->id))
        entries.push_back({entry.amount, std::move(entry.receipt), std::move(entry.reason), entry.at});
    return entries;
}

Money VoucherService::outstanding() const
{
    return m_storage->rows.outstanding();
}

Result<Money> VoucherService::available(std::string_view number) const
{
    const auto voucher = find(number);
    if (!voucher) return voucher.error();
    if (voucher->isExpired) return Error{ErrorCode::VoucherExpired, voucher->number};
    return voucher->balance - m_storage->rows.promised(voucher->number);
}

Result<> VoucherService::adjust(
    const Actor& actor, std::string_view number, Money amount, const std::string& reason)
{
    const auto row = m_storage->find(number);
    if (!row) return Error{ErrorCode::VoucherUnknown, clipped(number, 40)};
    if (amount.isZero() || amount > kMostTender || amount < -kMostTender)
        return Error{ErrorCode::PriceInvalid, row->number};
    auto why = cleanName(reason);
    if (!why) return why.error();
    if (auto allowed = m_session.require(actor, Permission::VoucherAdjust, {amount.minor()}); !allowed)
        return allowed;
    const auto free = row->balance - m_storage->rows.promised(row->number);
    if ((free + amount).isNegative())
        return Error{ErrorCode::VoucherTooSmall, formatMoney(free, m_session.facts.decimals)};
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_storage->rows.insertEntry({row->id, amount, {}, actor.user, actor.approver, *why}, now.utc);
    m_session.journal->append(JournalType::GiftAdjust, actor, now,
        {{"number", row->number}, {"amount", amount.minor()}, {"left", (row->balance + amount).minor()},
            {"reason", *why}});
    tx.commit();
    changed.emit();
    return {};
}

std::string VoucherService::newNumber() const
{
    while (true) {
        std::array<std::uint8_t, 12> random{};
        randombytes_buf(random.data(), random.size());
        auto number = makeVoucherNumber(random);
        if (!m_storage->rows.find(number) && !m_storage->rows.isInCart(number)) return number;
    }
}

Result<CartLine> VoucherService::lineFor(const Actor& actor, Money amount, const std::string& number) const
{
    if (auto allowed = m_session.require(actor, Permission::VoucherIssue, {amount.minor()}); !allowed)
        return allowed.error();
    if (!amount.isPositive() || amount > kMostTender) return Error{ErrorCode::PriceInvalid, "voucher"};
    CartLine line;
    line.kind = ItemKind::Voucher;
    line.name = m_session.settings->value("voucher.name");
    line.unit = "pc";
    // A cart line has a tax class; of a voucher nothing is taken by it (SaleTaxes::toPrice).
    const auto& classes = m_session.catalog->taxes().classes;
    if (classes.empty()) return Error{ErrorCode::TaxNotFound};
    line.taxClass = classes.front().id;
    line.quantity = Quantity::fromWhole(1);
    line.unitPrice = UnitPrice::fromMoney(amount);
    line.tracksStock = false;
    line.discountable = false;
    if (number.empty()) {
        line.code = newNumber();
    } else {
        auto clean = cleanVoucherNumber(number);
        if (!clean) return clean.error();
        line.code = std::move(*clean);
    }
    if (m_storage->rows.find(line.code) || m_storage->rows.isInCart(line.code))
        return Error{ErrorCode::VoucherExists, line.code};
    if (auto sound = checkLine(line); !sound) return sound.error();
    return line;
}

Result<> VoucherService::checkTenders(
    const Actor& actor, std::vector<CartTender>& tenders, std::size_t taken, bool isImported) const
{
    std::map<std::string, Money> wanted; // beyond what the cart holds already
    for (std::size_t i = 0; i < tenders.size(); ++i) {
        auto& tender = tenders[i];
        const auto* type = m_session.checkout->tenderType(tender.type);
        if (!type || type->code != kTender || isImported || tender.amount.isZero()) continue;
        if (tender.amount.isNegative()) { // paid out: onto a known one, or a new one
            if (auto allowed = m_session.require(actor, Permission::VoucherIssue, {-tender.amount.minor()});
                !allowed)
                return allowed;
            if (tender.reference.empty()) tender.reference = newNumber();
        }
        auto number = cleanVoucherNumber(tender.reference);
        if (!number) return Error{ErrorCode::VoucherUnknown, clipped(tender.reference, 40)};
        const auto known = m_storage->find(*number);
        tender.reference = known ? known->number : *number;
        if (tender.amount.isNegative()) continue;
        if (!known) return Error{ErrorCode::VoucherUnknown, tender.reference};
        if (i < taken) continue; // promised when the part was taken
        const auto free = available(tender.reference);
        if (!free) return free.error();
        auto& sum = wanted[tender.reference];
        sum += tender.amount;
        if (sum > *free)
            return Error{ErrorCode::VoucherTooSmall, formatMoney(*free, m_session.facts.decimals)};
    }
    return {};
}

Result<> VoucherService::checkLines(const std::vector<CartLine>& lines) const
{
    std::vector<std::string_view> seen;
    for (const auto& line : lines) {
        if (line.kind != ItemKind::Voucher) continue;
        if (line.quantity != Quantity::fromWhole(1)) return Error{ErrorCode::QuantityInvalid, line.name};
        if (std::ranges::find(seen, line.code) != seen.end() || m_storage->rows.find(line.code))
            return Error{ErrorCode::VoucherExists, line.code};
        seen.push_back(line.code);
    }
    return {};
}

std::int64_t VoucherService::issue(const Moment& at, const std::string& number, bool isCredit)
{
    return m_storage->rows.insert({number, isCredit, at.businessDay,
                                      lastDay(at.businessDay, m_session.settings->value("voucher.months"))},
        at.utc);
}

void VoucherService::post(const Actor& actor, const Moment& at, DocumentId document,
    const std::vector<CartLine>& lines, const std::vector<CartTender>& tenders)
{
    auto& rows = m_storage->rows;
    const auto enter = [&](std::int64_t voucher, Money amount) {
        rows.insertEntry({voucher, amount, document, actor.user, actor.approver, {}}, at.utc);
    };
    for (const auto& line : lines) {
        if (line.kind != ItemKind::Voucher) continue;
        const auto amount = lineAmount(line.unitPrice, line.quantity);
        enter(issue(at, line.code, false), amount);
        m_session.journal->append(JournalType::GiftIssue, actor, at,
            {{"number", line.code}, {"amount", amount.minor()}, {"credit", 0}}, document);
    }
    for (const auto& tender : tenders) {
        const auto* type = m_session.checkout->tenderType(tender.type);
        if (!type || type->code != kTender || tender.reference.empty() || tender.amount.isZero()) continue;
        const auto known = rows.find(tender.reference);
        if (!known && tender.amount.isPositive()) continue; // another system's: no voucher of ours
        const auto left = (known ? known->balance : Money{}) - tender.amount;
        enter(known ? known->id : issue(at, tender.reference, true), -tender.amount);
        if (tender.amount.isPositive()) {
            m_session.journal->append(JournalType::GiftRedeem, actor, at,
                {{"number", tender.reference}, {"amount", tender.amount.minor()}, {"left", left.minor()}},
                document);
        } else {
            m_session.journal->append(JournalType::GiftIssue, actor, at,
                {{"number", tender.reference}, {"amount", -tender.amount.minor()}, {"credit", 1}}, document);
        }
    }
}

} // namespace till
