#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "domain/cash/foreign_cash.h"
#include "domain/sales/card_reference.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

struct TenderType {
    TenderTypeId id;
    std::string code; ///< cash, card ...
    std::string name;
    bool isCash = false; ///< of the shop's currency
    bool opensDrawer = false;
    bool isOffered = true;
    std::string currency{}; ///< of foreign cash: ISO 4217; else empty

    bool isForeign() const { return !currency.empty(); }
    bool givesChange() const { return isCash || isForeign(); }
};

/// What one unit of the shop's currency is worth in another, from a day on.
struct DatedRate {
    std::string currency;
    BusinessDay since;
    std::optional<ExchangeRate> rate; ///< none: not taken any more
};

/// The ways to pay of the shop: their names, which are offered, other currencies and their rates, and the
/// sums customers hand over here.
class TenderBook {
public:
    explicit TenderBook(Session& session);
    ~TenderBook();

    const std::vector<TenderType>& types() const; ///< in their order, also those not offered
    const TenderType* find(std::string_view code) const;
    const TenderType* find(TenderTypeId id) const;
    /// TenderUnknown, the name's errors. NotAllowed without the right to change settings; so below.
    Result<> rename(const Actor& actor, std::string_view code, const std::string& name);
    /// Cash stays. TenderUnknown.
    Result<> setOffered(const Actor& actor, std::string_view code, bool offered);

    /// From today on; none ends it. The first rate of a currency makes a way to pay of it ("cash_usd").
    /// CurrencyUnknown, also for the shop's own.
    Result<> setRate(const Actor& actor, const std::string& currency, std::optional<ExchangeRate> rate);
    std::vector<DatedRate> rates() const;                                ///< that count today, by code
    std::vector<DatedRate> history(const std::string& currency) const;   ///< newest first
    std::optional<ExchangeRate> rateOf(std::string_view currency) const; ///< today
    /// What has to be handed over for `due` in that currency, its minor units. ExchangeRateMissing.
    Result<std::int64_t> dueIn(std::string_view currency, Money due) const;
    /// ExchangeRateMissing, NumberOutOfRange.
    Result<ForeignCash> cashIn(std::string_view currency, std::int64_t minor) const;

    CardReferenceRule cardReferenceRule() const;

    /// Up to `count` sums to touch for `due`, ascending, none below it.
    std::vector<Money> cashOffers(Money due, std::size_t count) const;
    /// Inside the sale's transaction: `due` was paid with this sum of cash alone.
    void learn(Money due, Money given);

    Event<> changed;

private:
    void read();
    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
