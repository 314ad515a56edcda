#include "services/setting_service.h"

#include "base/decimal.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "services/setting_list.h"
#include "services/shop_facts.h"
#include "storage/shop_repository.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

/// Settings that are columns of the shop: read into `row`'s text, or written from it.
std::optional<std::string> ofShop(std::string_view key, const ShopRow& row)
{
    if (key == "shop.name") return row.name;
    if (key == "sale.tax_rounding") return row.taxRounding;
    if (key == "sale.cash_rounding") return formatMoney(row.cashStep, row.decimals);
    if (key == "sale.cash_ties") return row.cashTies;
    if (key == "day.cutoff") return cutoffText(row.dayCutoffMinutes);
    return std::nullopt;
}

bool setInShop(std::string_view key, const std::string& value, ShopRow& row)
{
    if (!ofShop(key, row)) return false;
    if (key == "shop.name") row.name = value;
    if (key == "sale.tax_rounding") row.taxRounding = value;
    if (key == "sale.cash_rounding") row.cashStep = *parseMoney(value, row.decimals);
    if (key == "sale.cash_ties") row.cashTies = value;
    if (key == "day.cutoff") row.dayCutoffMinutes = static_cast<int>(parseCutoff(value)->count());
    return true;
}

} // namespace

SettingService::SettingService(Session& session)
    : m_session{session}
{
    read();
}

void SettingService::read()
{
    ShopRepository repository{m_session.db};
    const auto shop = repository.shop();
    for (const auto& known : knownSettings()) {
        m_values.insert_or_assign(
            std::string{known.key}, ofShop(known.key, shop).value_or(std::string{known.fallback}));
    }
    for (auto& row : repository.settings()) {
        if (knownSetting(row.key)) m_values.insert_or_assign(row.key, std::move(row.value));
    }
}

std::vector<Setting> SettingService::all() const
{
    std::vector<Setting> settings;
    settings.reserve(knownSettings().size());
    for (const auto& known : knownSettings()) {
        settings.push_back({std::string{known.key}, value(known.key), std::string{known.fallback}});
    }
    return settings;
}

Result<std::string> SettingService::get(std::string_view key) const
{
    if (!knownSetting(key)) return Error{ErrorCode::SettingUnknown, std::string{key.substr(0, 60)}};
    return value(key);
}

const std::string& SettingService::value(std::string_view key) const
{
    return m_values.find(key)->second;
}

bool SettingService::isOn(std::string_view key) const
{
    return value(key) == "on";
}

Result<> SettingService::set(const Actor& actor, std::string_view key, const std::string& value)
{
    const auto* known = knownSetting(key);
    if (!known) return Error{ErrorCode::SettingUnknown, std::string{key.substr(0, 60)}};
    auto clean = known->check(value, m_session.facts.decimals);
    if (!clean) {
        auto why = clean.error();
        if (why.code == ErrorCode::SettingInvalid) why.detail = std::string{key};
        return why;
    }
    if (auto allowed = m_session.require(actor, Permission::Settings); !allowed) return allowed;
    const auto old = this->value(key);
    if (old == *clean) return {};

    const auto now = m_session.now();
    ShopRepository repository{m_session.db};
    Transaction tx{m_session.db};
    auto shop = repository.shop();
    if (setInShop(key, *clean, shop)) {
        repository.updateShop(shop);
    } else {
        repository.set(key, *clean, now.utc, actor.user);
    }
    m_session.journal->append(
        JournalType::SettingChange, actor, now, {{"key", std::string{key}}, {"old", old}, {"new", *clean}});
    tx.commit();
    read();
    readFacts(m_session);
    changed.emit();
    return {};
}

} // namespace till
