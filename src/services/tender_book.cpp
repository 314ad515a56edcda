#include "services/tender_book.h"

#include "base/text.h"
#include "domain/cash/cash_offers.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/tender_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {
namespace {

constexpr int kHabit = 3; // so often it was no chance

} // namespace

struct TenderBook::Storage {
    TenderRepository rows;
    std::vector<TenderType> types;
};

TenderBook::TenderBook(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(Storage{TenderRepository{session.db}, {}})}
{
    read();
}

TenderBook::~TenderBook() = default;

void TenderBook::read()
{
    m_storage->types.clear();
    for (auto& row : tenderTypeRows(m_session.db)) {
        m_storage->types.push_back({row.id, std::move(row.code), std::move(row.name), row.isCash,
            row.opensDrawer, row.isOffered, std::move(row.currency)});
    }
}

const std::vector<TenderType>& TenderBook::types() const
{
    return m_storage->types;
}

const TenderType* TenderBook::find(std::string_view code) const
{
    const auto found = std::ranges::find(m_storage->types, code, &TenderType::code);
    return found == m_storage->types.end() ? nullptr : &*found;
}

const TenderType* TenderBook::find(TenderTypeId id) const
{
    const auto found = std::ranges::find(m_storage->types, id, &TenderType::id);
    return found == m_storage->types.end() ? nullptr : &*found;
}

Result<> TenderBook::rename(const Actor& actor, std::string_view code, const std::string& name)
{
    const auto* type = find(code);
    if (!type) return Error{ErrorCode::TenderUnknown, clipped(code, 40)};
    auto clean = cleanName(name);
    if (!clean) return clean.error();
    if (auto allowed = m_session.require(actor, Permission::Settings); !allowed) return allowed;
    if (*clean == type->name) return {};
    Transaction tx{m_session.db};
    m_storage->rows.rename(type->id, *clean);
    m_session.journal->append(JournalType::SettingChange, actor, m_session.now(),
        {{"key", "tender." + type->code + ".name"}, {"old", type->name}, {"new", *clean}});
    tx.commit();
    read();
    changed.emit();
    return {};
}

Result<> TenderBook::setOffered(const Actor& actor, std::string_view code, bool offered)
{
    const auto* type = find(code);
    if (!type || (type->isCash && !offered)) return Error{ErrorCode::TenderUnknown, clipped(code, 40)};
    if (auto allowed = m_session.require(actor, Permission::Settings); !allowed) return allowed;
    if (type->isOffered == offered) return {};
    const auto word = [](bool on) { return on ? "on" : "off"; };
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_storage->rows.setOffered(type->id, offered, now.utc);
    m_session.journal->append(JournalType::SettingChange, actor, now,
        {{"key", "tender." + type->code + ".offered"}, {"old", word(!offered)}, {"new", word(offered)}});
    tx.commit();
    read();
    changed.emit();
    return {};
}

Result<> TenderBook::setRate(
    const Actor& actor, const std::string& currency, std::optional<ExchangeRate> rate)
{
    auto code = currency;
    for (auto& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!currencyDecimals(code) || code == m_session.facts.currency)
        return Error{ErrorCode::CurrencyUnknown, clipped(currency, 20)};
    if (auto allowed = m_session.require(actor, Permission::Settings); !allowed) return allowed;
    const auto old = rateOf(code);
    if (old == rate) return {};
    auto tender = "cash_" + code;
    for (auto& c : tender) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto word = [](const auto& value) { return value ? formatExchangeRate(*value) : std::string{}; };
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    if (!find(tender)) m_storage->rows.addForeign(tender, "Cash " + code, code, now.utc);
    m_storage->rows.addRate({code, now.businessDay, rate}, actor.user, now.utc);
    m_session.journal->append(JournalType::SettingChange, actor, now,
        {{"key", "exchange_rate." + code}, {"old", word(old)}, {"new", word(rate)}});
    tx.commit();
    read();
    changed.emit();
    return {};
}

namespace {

std::vector<DatedRate> dated(std::vector<TenderRepository::RateRow> rows)
{
    std::vector<DatedRate> rates;
    rates.reserve(rows.size());
    for (auto& row : rows) rates.push_back({std::move(row.currency), row.since, row.rate});
    return rates;
}

} // namespace

std::vector<DatedRate> TenderBook::rates() const
{
    return dated(m_storage->rows.ratesAt(m_session.now().businessDay));
}

std::vector<DatedRate> TenderBook::history(const std::string& currency) const
{
    return dated(m_storage->rows.rateHistory(currency));
}

std::optional<ExchangeRate> TenderBook::rateOf(std::string_view currency) const
{
    for (const auto& row : m_storage->rows.ratesAt(m_session.now().businessDay)) {
        if (row.currency == currency) return row.rate;
    }
    return std::nullopt;
}

Result<std::int64_t> TenderBook::dueIn(std::string_view currency, Money due) const
{
    const auto rate = rateOf(currency);
    if (!rate) return Error{ErrorCode::ExchangeRateMissing, std::string{currency}};
    return foreignDue(due, currency, *rate, m_session.facts.decimals);
}

Result<ForeignCash> TenderBook::cashIn(std::string_view currency, std::int64_t minor) const
{
    const auto rate = rateOf(currency);
    if (!rate) return Error{ErrorCode::ExchangeRateMissing, std::string{currency}};
    return ForeignCash{std::string{currency}, minor, *rate};
}

CardReferenceRule TenderBook::cardReferenceRule() const
{
    const auto& settings = *m_session.settings;
    const auto rule = readCardReferenceRule(
        settings.value("payment.card_reference"), settings.value("payment.card_digits"));
    return rule ? *rule : CardReferenceRule{};
}

std::vector<Money> TenderBook::cashOffers(Money due, std::size_t count) const
{
    const auto usual = m_storage->rows.habits(bandOf(due), due, kHabit, static_cast<int>(count));
    return till::cashOffers(currency(m_session.facts.currency), due, usual, count);
}

void TenderBook::learn(Money due, Money given)
{
    if (!due.isPositive() || given < due || !isRoundSum(currency(m_session.facts.currency), given)) return;
    m_storage->rows.countHabit(bandOf(due), given);
}

} // namespace till
