#pragma once

#include "services/shop.h"

namespace till {

class Connection;

/// A checked setup, ready to fill a new shop file: shop, till, roles and rights, owner, taxes, tenders, price
/// list.
class ShopSeed {
public:
    /// NameEmpty ..., CountryUnknown, CurrencyUnknown, TimeZoneUnknown, TaxNotFound (a class names a tax that
    /// is not there), NumberOutOfRange (a rate below 0 or over 1,000 %).
    static Result<ShopSeed> check(const ShopSetup& setup, Timestamp now);
    void write(Connection& db, const std::filesystem::path& keyFolder) const;

private:
    ShopSeed(ShopSetup setup, ShopCalendar calendar, Timestamp now);
    void writePeople(Connection& db) const;
    void writeTaxes(Connection& db) const;

    ShopSetup m_setup;
    ShopCalendar m_calendar;
    Timestamp m_now;
    int m_decimals = 2;
};

} // namespace till
