#include "services/sold_items.h"

#include "base/decimal.h"
#include "base/text.h"
#include "services/catalog_service.h"
#include "services/session.h"
#include "storage/product_batch.h"

#include <algorithm>

namespace till {
namespace {

constexpr std::string_view kFractionUnit = "kg";

/// A letter no tax has yet, as other taxes have; else the percentage.
std::string freeTaxCode(const TaxTable& taxes, Rate rate)
{
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        std::string code{letter};
        const auto has = [&](const Tax& tax) { return tax.code == code; };
        const auto isClass = [&](const TaxClass& one) { return one.name == code; };
        if (std::none_of(taxes.taxes.begin(), taxes.taxes.end(), has) &&
            std::none_of(taxes.classes.begin(), taxes.classes.end(), isClass))
            return code;
    }
    return formatPercent(rate);
}

} // namespace

void SoldItems::meet(const std::string& code, const TicketLine& row)
{
    const auto [entry, isNew] = m_numbers.try_emplace(code, m_items.size());
    if (isNew) m_items.push_back({code, {}, {}, false, {}});
    auto& item = m_items[entry->second];
    if (item.name.empty() && !row.name.empty()) {
        if (auto clean = cleanName(row.name)) item.name = std::move(*clean);
    }
    if (!item.price && row.price.isPositive()) item.price = row.price;
    item.hasFractions = item.hasFractions || !row.quantity.isWhole();
}

Result<> SoldItems::resolve(const Actor& actor, bool create, std::optional<Rate> taxRate)
{
    std::vector<Item*> unknown;
    for (auto& item : m_items) {
        if (productWithCode(m_session.db, item.code)) continue;
        if (create) {
            unknown.push_back(&item);
        } else if (const auto found = m_session.catalog->findByCode(item.code); !found) {
            item.problem = found.error().code == ErrorCode::ProductArchived
                               ? found.error()
                               : Error{ErrorCode::CodeUnknown, item.code};
        }
    }
    if (unknown.empty()) return {};
    const auto tax = taxClass(actor, taxRate);
    if (!tax) return tax.error();
    make(actor, unknown, *tax);
    return {};
}

Result<TaxClassId> SoldItems::taxClass(const Actor& actor, std::optional<Rate> rate)
{
    const auto& taxes = m_session.catalog->taxes();
    if (!rate) {
        if (taxes.classes.empty()) return Error{ErrorCode::TaxNotFound};
        return taxes.classes.front().id;
    }
    const auto percent = formatPercent(*rate) + "%";
    if (const auto known = taxes.match(percent, m_session.now().businessDay)) return known;
    return m_session.catalog->addTax(actor, freeTaxCode(taxes, *rate), percent, *rate);
}

void SoldItems::make(const Actor& actor, const std::vector<Item*>& items, TaxClassId taxClass)
{
    const auto now = m_session.now();
    const auto& units = m_session.catalog->units();
    const auto divisible =
        std::find_if(units.begin(), units.end(), [](const Unit& unit) { return unit.code == kFractionUnit; });
    Transaction tx{m_session.db};
    ProductBatch batch{m_session.db, {actor.user, now.utc, now.businessDay}};
    for (const auto* item : items) {
        ProductDraft product;
        product.name = item->name.empty() ? item->code : item->name;
        product.taxClass = taxClass;
        product.price = item->price;
        product.codes = {{item->code, false, Quantity::fromWhole(1), {}}};
        if (item->hasFractions && divisible != units.end()) product.unit = divisible->id;
        batch.add(std::move(product), Uid::make(now.utc.time_since_epoch().count()));
    }
    batch.write();
    tx.commit();
    m_made = static_cast<std::int64_t>(items.size());
    m_session.catalog->reload();
}

const Error* SoldItems::problem(const std::string& code) const
{
    const auto found = m_numbers.find(code);
    if (found == m_numbers.end()) return nullptr;
    const auto& problem = m_items[found->second].problem;
    return problem ? &*problem : nullptr;
}

} // namespace till
