#pragma once

#include "domain/cash/foreign_cash.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

struct TenderTypeRow {
    TenderTypeId id;
    std::string code;
    std::string name;
    bool isCash = false;
    bool opensDrawer = false;
    bool isOffered = true;  ///< not archived
    std::string currency{}; ///< of foreign cash; else empty
};

/// The kinds of payment of the shop, in their order; those not offered any more among them.
std::vector<TenderTypeRow> tenderTypeRows(Connection& db);

/// Cash of another country in three columns of a row, NULL where there is none.
struct ForeignColumns {
    explicit ForeignColumns(const std::optional<ForeignCash>& cash);
    std::optional<std::string_view> currency;
    std::optional<std::int64_t> minor;
    std::optional<std::int64_t> rate;
};
/// Of the columns `first`, `first` + 1, `first` + 2.
std::optional<ForeignCash> foreignCash(const Statement& row, int first);

/// Names, offers, exchange rates, and what customers hand over. In the caller's transaction.
class TenderRepository {
public:
    explicit TenderRepository(Connection& db)
        : m_db{db}
    {
    }

    void rename(TenderTypeId type, const std::string& name);
    void setOffered(TenderTypeId type, bool offered, Timestamp now);
    void addForeign(
        const std::string& code, const std::string& name, const std::string& currency, Timestamp now);

    struct RateRow {
        std::string currency;
        BusinessDay since;
        std::optional<ExchangeRate> rate; ///< none: not taken any more
    };
    void addRate(const RateRow& rate, UserId user, Timestamp now);
    std::vector<RateRow> ratesAt(BusinessDay day); ///< the one that counts of each currency, by its code
    std::vector<RateRow> rateHistory(const std::string& currency); ///< newest first

    void countHabit(Money band, Money amount);
    /// At least `least`, handed over `times` or more for totals of this band; most usual first.
    std::vector<Money> habits(Money band, Money least, int times, int count);

private:
    Connection& m_db;
};

} // namespace till
