#include "storage/tender_repository.h"

namespace till {

std::vector<TenderTypeRow> tenderTypeRows(Connection& db)
{
    auto query = db.prepare(R"(
        SELECT id, code, name, is_cash, opens_drawer, archived_at IS NULL, currency
          FROM tender_type ORDER BY position, id)");
    std::vector<TenderTypeRow> rows;
    while (query.step()) {
        rows.push_back({query.id<TenderTypeId>(0), query.text(1), query.text(2), query.boolean(3),
            query.boolean(4), query.boolean(5), query.text(6)});
    }
    return rows;
}

ForeignColumns::ForeignColumns(const std::optional<ForeignCash>& cash)
{
    if (!cash) return;
    currency = cash->currency;
    minor = cash->minor;
    rate = cash->rate.billionths;
}

std::optional<ForeignCash> foreignCash(const Statement& row, int first)
{
    if (row.isNull(first)) return std::nullopt;
    return ForeignCash{row.text(first), row.integer(first + 1), {row.integer(first + 2)}};
}

void TenderRepository::rename(TenderTypeId type, const std::string& name)
{
    m_db.run("UPDATE tender_type SET name = ?2 WHERE id = ?1", type, name);
}

void TenderRepository::setOffered(TenderTypeId type, bool offered, Timestamp now)
{
    m_db.run("UPDATE tender_type SET archived_at = ?2 WHERE id = ?1", type,
        offered ? std::nullopt : std::optional{now});
}

void TenderRepository::addForeign(
    const std::string& code, const std::string& name, const std::string& currency, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO tender_type (uid, code, name, is_cash, opens_drawer, position, currency)
        SELECT ?1, ?2, ?3, 0, 1, max(position) + 1, ?4 FROM tender_type)",
        Uid::make(now.time_since_epoch().count()), code, name, currency);
}

void TenderRepository::addRate(const RateRow& rate, UserId user, Timestamp now)
{
    m_db.run("INSERT INTO exchange_rate (currency, valid_from, rate, user_id, made_at) VALUES (?1, ?2, ?3, "
             "?4, ?5)",
        rate.currency, rate.since, rate.rate ? std::optional{rate.rate->billionths} : std::nullopt, user,
        now);
}

namespace {

std::vector<TenderRepository::RateRow> readRates(Statement row)
{
    std::vector<TenderRepository::RateRow> rates;
    while (row.step()) {
        const auto billionths = row.optional<std::int64_t>(2);
        rates.push_back({row.text(0), row.businessDay(1),
            billionths ? std::optional{ExchangeRate{*billionths}} : std::nullopt});
    }
    return rates;
}

} // namespace

std::vector<TenderRepository::RateRow> TenderRepository::ratesAt(BusinessDay day)
{
    return readRates(m_db.query(R"(
        SELECT currency, valid_from, rate
          FROM exchange_rate r
         WHERE id = (SELECT id FROM exchange_rate
                      WHERE currency = r.currency AND valid_from <= ?1
                      ORDER BY valid_from DESC, id DESC LIMIT 1)
         ORDER BY currency)",
        day));
}

std::vector<TenderRepository::RateRow> TenderRepository::rateHistory(const std::string& currency)
{
    return readRates(m_db.query(R"(
        SELECT currency, valid_from, rate FROM exchange_rate WHERE currency = ?1 ORDER BY valid_from DESC, id DESC)",
        currency));
}

void TenderRepository::countHabit(Money band, Money amount)
{
    m_db.run(R"(
        INSERT INTO cash_habit (band, amount, times) VALUES (?1, ?2, 1)
        ON CONFLICT (band, amount) DO UPDATE SET times = times + 1)",
        band, amount);
}

std::vector<Money> TenderRepository::habits(Money band, Money least, int times, int count)
{
    auto row = m_db.query(R"(
        SELECT amount FROM cash_habit WHERE band = ?1 AND amount >= ?2 AND times >= ?3
         ORDER BY times DESC, amount LIMIT ?4)",
        band, least, times, count);
    std::vector<Money> amounts;
    while (row.step()) amounts.push_back(row.money(0));
    return amounts;
}

} // namespace till
