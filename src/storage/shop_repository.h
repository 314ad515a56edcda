#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// The one row of table shop.
struct ShopRow {
    Uid uid;
    std::string name;
    std::string country;
    std::string currency;
    int decimals = 2;
    std::string timeZone;
    int dayCutoffMinutes = 0;
    bool pricesIncludeTax = true;
    std::string taxRounding; ///< "line", "receipt"
    Money cashStep;
    std::string cashTies; ///< "away", "toward"
    bool practice = false;
    Timestamp createdAt{};
};

struct TillRow {
    TillId id;
    Uid uid;
    std::string code;
    std::string name;
    LocationId location;
};

struct UserRow {
    UserId id;
    Uid uid;
    std::string name;
    std::string role;
};

struct SettingRow {
    std::string key;
    std::string value;
};

/// Shop, tills, people, settings: the few rows everything else hangs on.
class ShopRepository {
public:
    explicit ShopRepository(Connection& db)
        : m_db{db}
    {
    }

    void insertShop(const ShopRow& shop);
    ShopRow shop();
    void updateShop(const ShopRow& shop);
    LocationId addLocation(const std::string& name, Timestamp now);
    TillId addTill(
        const std::string& code, const std::string& name, LocationId location, bool imported, Timestamp now);
    TillRow ownTill(); ///< the till of this machine: the first that holds no imported history
    std::optional<TillRow> till(const std::string& code);
    void addRole(int id, const std::string& code, const std::string& name);
    void addPermission(int id, std::string_view code);
    void grant(int role, int permission, std::string_view allowance, std::optional<std::int64_t> limit);
    UserId addUser(const std::string& name, const std::string& role, Timestamp now);
    std::vector<UserRow> users();
    struct Grant {
        std::string allowance;
        std::optional<std::int64_t> limit;
    };
    std::optional<Grant> grantOf(UserId user, int permission);
    void addTenderType(
        std::string_view code, std::string_view name, bool cash, bool drawer, int position, Timestamp now);
    void addPriceList(std::string_view name, bool includesTax, Timestamp now);
    TaxId addTax(const std::string& code, const std::string& name, bool compound, Timestamp now);
    void addTaxRate(TaxId tax, BusinessDay from, Rate rate);
    TaxClassId addTaxClass(const std::string& name, int position, Timestamp now);
    void addToClass(TaxClassId taxClass, int position, TaxId tax);

    std::vector<SettingRow> settings(); ///< of the shop's scope
    void set(std::string_view key, std::string_view value, Timestamp now, UserId by);

private:
    Connection& m_db;
};

} // namespace till
