#include "services/shop_seed.h"

#include "base/text.h"
#include "domain/cash/currency.h"
#include "domain/people/permission.h"
#include "services/journal_writer.h"
#include "storage/shop_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {
namespace {

constexpr auto kSinceEver = BusinessDay{0};

bool isCountry(const std::string& code)
{
    return code.size() == 2 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Result<> checkTaxes(const ShopSetup& setup)
{
    for (const auto& tax : setup.taxes) {
        if (tax.rate.isNegative() || tax.rate.partsPerMillion() > 10'000'000) {
            return Error{ErrorCode::NumberOutOfRange, tax.name};
        }
        if (auto name = cleanName(tax.name); !name) return name.error();
    }
    for (const auto& taxClass : setup.taxClasses) {
        for (const auto& code : taxClass.taxCodes) {
            const auto known = std::any_of(
                setup.taxes.begin(), setup.taxes.end(), [&](const auto& tax) { return tax.code == code; });
            if (!known) return Error{ErrorCode::TaxNotFound, code};
        }
    }
    return {};
}

} // namespace

ShopSeed::ShopSeed(ShopSetup setup, ShopCalendar calendar, Timestamp now)
    : m_setup{std::move(setup)}
    , m_calendar{std::move(calendar)}
    , m_now{now}
    , m_decimals{currencyDecimals(m_setup.currency).value_or(2)}
{
}

Result<ShopSeed> ShopSeed::check(const ShopSetup& given, Timestamp now)
{
    auto setup = given;
    auto name = cleanName(setup.name);
    if (!name) return name.error();
    setup.name = *name;
    if (!isCountry(setup.country)) return Error{ErrorCode::CountryUnknown, setup.country};
    if (!currencyDecimals(setup.currency)) return Error{ErrorCode::CurrencyUnknown, setup.currency};
    auto calendar = ShopCalendar::make(setup.timeZone, setup.dayCutoff);
    if (!calendar) return calendar.error();
    if (setup.cashStep.isNegative()) return Error{ErrorCode::SettingInvalid, "sale.cash_rounding"};
    if (setup.taxes.empty()) setup.taxes.push_back({"Z", "No tax", Rate{}, false});
    if (setup.taxClasses.empty()) {
        for (const auto& tax : setup.taxes) setup.taxClasses.push_back({tax.name, {tax.code}});
    }
    if (auto taxes = checkTaxes(setup); !taxes) return taxes.error();
    if (setup.ownerName.empty()) setup.ownerName = "Owner";
    return ShopSeed{std::move(setup), std::move(*calendar), now};
}

void ShopSeed::writePeople(Connection& db) const
{
    ShopRepository rows{db};
    const std::pair<const char*, const char*> roles[] = {
        {"owner", "Owner"}, {"lead", "Shift lead"}, {"cashier", "Cashier"}, {"bookkeeper", "Bookkeeper"}};
    for (const auto permission : allPermissions())
        rows.addPermission(static_cast<int>(permission), toText(permission));
    int id = 0;
    for (const auto& [code, name] : roles) {
        rows.addRole(++id, code, name);
        for (const auto& grant : defaultPermissionMatrix()) {
            if (grant.role != code) continue;
            const auto allowance = grant.allowance == Allowance::Allowed ? "allowed"
                                   : grant.allowance == Allowance::Limit ? "limit"
                                                                         : "approval";
            rows.grant(id, static_cast<int>(grant.permission), allowance, grant.limit);
        }
    }
    rows.addUser(m_setup.ownerName, "owner", m_now);
}

void ShopSeed::writeTaxes(Connection& db) const
{
    ShopRepository rows{db};
    std::map<std::string, TaxId> ids;
    for (const auto& tax : m_setup.taxes) {
        ids[tax.code] = rows.addTax(tax.code, tax.name, tax.compound, m_now);
        rows.addTaxRate(ids[tax.code], kSinceEver, tax.rate);
    }
    int position = 0;
    for (const auto& taxClass : m_setup.taxClasses) {
        const auto id = rows.addTaxClass(taxClass.name, position++, m_now);
        int place = 0;
        for (const auto& code : taxClass.taxCodes) rows.addToClass(id, place++, ids[code]);
    }
}

void ShopSeed::write(Connection& db, const std::filesystem::path& keyFolder) const
{
    ShopRepository rows{db};
    const auto uid = Uid::make(m_now.time_since_epoch().count());
    rows.insertShop({uid, m_setup.name, m_setup.country, m_setup.currency, m_decimals, m_calendar.zone(),
        static_cast<int>(m_setup.dayCutoff.count()), m_setup.pricesIncludeTax,
        m_setup.taxRounding == TaxRounding::Receipt ? "receipt" : "line", m_setup.cashStep,
        m_setup.cashTies == CashTies::TowardZero ? "toward" : "away", m_setup.practice, m_now});
    const auto till = rows.addTill(
        m_setup.tillCode, "Till " + m_setup.tillCode, rows.addLocation("Shop", m_now), false, m_now);
    writePeople(db);
    writeTaxes(db);
    rows.addTenderType("cash", "Cash", true, true, 1, m_now);
    rows.addTenderType("card", "Card", false, false, 2, m_now);
    rows.addTenderType("voucher", "Voucher", false, false, 3, m_now);
    rows.addTenderType("transfer", "Bank transfer", false, false, 4, m_now);
    rows.addPriceList("Standard", m_setup.pricesIncludeTax, m_now);
    const auto owner = rows.users().front().id;
    if (!m_setup.address.empty()) rows.set("shop.address", m_setup.address, m_now, owner);
    if (!m_setup.taxNumber.empty()) rows.set("shop.tax_number", m_setup.taxNumber, m_now, owner);

    JournalWriter journal{db, uid, keyFolder, Access::Write};
    journal.append(JournalType::ShopCreate, {owner, till}, m_calendar.at(m_now),
        {{"shop", uid.toText()}, {"name", m_setup.name}, {"country", m_setup.country},
            {"cur", m_setup.currency}, {"zone", m_calendar.zone()}, {"practice", m_setup.practice ? 1 : 0}});
}

} // namespace till
