#include "storage/shop_repository.h"

namespace till {
namespace {

Uid newUid(Timestamp now)
{
    return Uid::make(now.time_since_epoch().count());
}

TillRow readTill(const Statement& row)
{
    return {row.id<TillId>(0), row.uid(1), row.text(2), row.text(3), row.id<LocationId>(4)};
}

} // namespace

void ShopRepository::insertShop(const ShopRow& shop)
{
    m_db.run(R"(
        INSERT INTO shop (id, uid, name, country, currency, currency_decimals, time_zone, day_cutoff_minutes,
                          prices_include_tax, tax_rounding, cash_step, cash_ties, practice, created_at)
        VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13))",
        shop.uid, shop.name, shop.country, shop.currency, shop.decimals, shop.timeZone, shop.dayCutoffMinutes,
        shop.pricesIncludeTax, shop.taxRounding, shop.cashStep, shop.cashTies, shop.practice, shop.createdAt);
}

ShopRow ShopRepository::shop()
{
    auto query = m_db.prepare(R"(
        SELECT uid, name, country, currency, currency_decimals, time_zone, day_cutoff_minutes, prices_include_tax,
               tax_rounding, cash_step, cash_ties, practice, created_at
          FROM shop)");
    if (!query.step()) throw StorageError{0, StorageError::Kind::Corrupt, "the file holds no shop"};
    return {query.uid(0), query.text(1), query.text(2), query.text(3), static_cast<int>(query.integer(4)),
        query.text(5), static_cast<int>(query.integer(6)), query.boolean(7), query.text(8), query.money(9),
        query.text(10), query.boolean(11), query.timestamp(12)};
}

void ShopRepository::updateShop(const ShopRow& shop)
{
    m_db.run(R"(
        UPDATE shop SET name = ?1, day_cutoff_minutes = ?2, tax_rounding = ?3, cash_step = ?4, cash_ties = ?5)",
        shop.name, shop.dayCutoffMinutes, shop.taxRounding, shop.cashStep, shop.cashTies);
}

LocationId ShopRepository::addLocation(const std::string& name, Timestamp now)
{
    m_db.run("INSERT INTO location (uid, name) VALUES (?1, ?2)", newUid(now), name);
    return m_db.insertedId<LocationId>();
}

TillId ShopRepository::addTill(
    const std::string& code, const std::string& name, LocationId location, bool imported, Timestamp now)
{
    m_db.run("INSERT INTO till (uid, code, name, location_id, imported) VALUES (?1, ?2, ?3, ?4, ?5)",
        newUid(now), code, name, location, imported);
    return m_db.insertedId<TillId>();
}

TillRow ShopRepository::ownTill()
{
    auto query = m_db.prepare(
        "SELECT id, uid, code, name, location_id FROM till WHERE imported = 0 ORDER BY id LIMIT 1");
    if (!query.step()) throw StorageError{0, StorageError::Kind::Corrupt, "the shop has no till"};
    return readTill(query);
}

std::optional<TillRow> ShopRepository::till(const std::string& code)
{
    auto query = m_db.query("SELECT id, uid, code, name, location_id FROM till WHERE code = ?1", code);
    if (!query.step()) return std::nullopt;
    return readTill(query);
}

void ShopRepository::addRole(int id, const std::string& code, const std::string& name)
{
    m_db.run("INSERT INTO role (id, code, name) VALUES (?1, ?2, ?3)", id, code, name);
}

void ShopRepository::addPermission(int id, std::string_view code)
{
    m_db.run("INSERT INTO permission (id, code) VALUES (?1, ?2)", id, code);
}

void ShopRepository::grant(
    int role, int permission, std::string_view allowance, std::optional<std::int64_t> limit)
{
    m_db.run("INSERT INTO role_permission (role_id, permission_id, allowance, limit_value) VALUES (?1, ?2, "
             "?3, ?4)",
        role, permission, allowance, limit);
}

UserId ShopRepository::addUser(const std::string& name, const std::string& role, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO user (uid, name, role_id, created_at) SELECT ?1, ?2, id, ?4 FROM role WHERE code = ?3)",
        newUid(now), name, role, now);
    return m_db.insertedId<UserId>();
}

std::vector<UserRow> ShopRepository::users()
{
    auto query = m_db.prepare(R"(
        SELECT u.id, u.uid, u.name, r.code
          FROM user u
          JOIN role r ON r.id = u.role_id
         WHERE u.archived_at IS NULL
         ORDER BY u.id)");
    std::vector<UserRow> rows;
    while (query.step()) rows.push_back({query.id<UserId>(0), query.uid(1), query.text(2), query.text(3)});
    return rows;
}

std::optional<ShopRepository::Grant> ShopRepository::grantOf(UserId user, int permission)
{
    auto query = m_db.query(R"(
        SELECT g.allowance, g.limit_value
          FROM user u
          JOIN role_permission g ON g.role_id = u.role_id
         WHERE u.id = ?1 AND g.permission_id = ?2 AND u.archived_at IS NULL)",
        user, permission);
    if (!query.step()) return std::nullopt;
    return Grant{query.text(0), query.optional<std::int64_t>(1)};
}

void ShopRepository::addTenderType(
    std::string_view code, std::string_view name, bool cash, bool drawer, int position, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO tender_type (uid, code, name, is_cash, opens_drawer, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6))",
        newUid(now), code, name, cash, drawer, position);
}

void ShopRepository::addPriceList(std::string_view name, bool includesTax, Timestamp now)
{
    m_db.run("INSERT INTO price_list (uid, name, includes_tax) VALUES (?1, ?2, ?3)", newUid(now), name,
        includesTax);
}

TaxId ShopRepository::addTax(const std::string& code, const std::string& name, bool compound, Timestamp now)
{
    m_db.run("INSERT INTO tax (uid, code, name, compound) VALUES (?1, ?2, ?3, ?4)", newUid(now), code, name,
        compound);
    return m_db.insertedId<TaxId>();
}

void ShopRepository::addTaxRate(TaxId tax, BusinessDay from, Rate rate)
{
    m_db.run("INSERT INTO tax_rate (tax_id, valid_from, rate) VALUES (?1, ?2, ?3)", tax, from, rate);
}

TaxClassId ShopRepository::addTaxClass(const std::string& name, int position, Timestamp now)
{
    m_db.run("INSERT INTO tax_class (uid, name, position) VALUES (?1, ?2, ?3)", newUid(now), name, position);
    return m_db.insertedId<TaxClassId>();
}

void ShopRepository::addToClass(TaxClassId taxClass, int position, TaxId tax)
{
    m_db.run("INSERT INTO tax_class_tax (tax_class_id, position, tax_id) VALUES (?1, ?2, ?3)", taxClass,
        position, tax);
}

std::vector<SettingRow> ShopRepository::settings()
{
    auto query =
        m_db.prepare("SELECT key, value FROM setting WHERE scope = 'shop' AND scope_id = 0 ORDER BY key");
    std::vector<SettingRow> rows;
    while (query.step()) rows.push_back({query.text(0), query.text(1)});
    return rows;
}

void ShopRepository::set(std::string_view key, std::string_view value, Timestamp now, UserId by)
{
    m_db.run(R"(
        INSERT INTO setting (scope, scope_id, key, value, changed_at, changed_by) VALUES ('shop', 0, ?1, ?2, ?3, ?4)
        ON CONFLICT (scope, scope_id, key)
        DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by)",
        key, value, now, by);
}

} // namespace till
