#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "domain/cash/foreign_cash.h"

#include <string>

namespace till {

enum class DateOrder { DayMonthYear, MonthDayYear, YearMonthDay };

/// How the shop writes numbers and dates on paper. The currency's decimals are a fact of each document.
struct PaperFormat {
    std::string decimalSeparator = ".";
    std::string groupSeparator = ","; ///< between thousands; may be empty
    DateOrder dateOrder = DateOrder::DayMonthYear;
    std::string dateSeparator = "/";

    std::string money(Money money, int currencyDecimals) const; ///< "1,234.50"
    std::string unitPrice(
        UnitPrice price, int currencyDecimals) const;    ///< "0.035": at least the currency's decimals
    std::string quantity(Quantity quantity) const;       ///< "3", "0.846"
    std::string percent(Rate rate) const;                ///< "5.5 %"
    std::string exchangeRate(ExchangeRate rate) const;   ///< "1.08"
    std::string dateAndTime(const Moment& moment) const; ///< the wall's: "14/03/2026 15:07"
    std::string date(BusinessDay day) const;             ///< "14/03/2026"

private:
    std::string localised(const std::string& decimalText) const;
};

} // namespace till
