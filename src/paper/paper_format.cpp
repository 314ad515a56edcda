#include "paper/paper_format.h"

#include "base/decimal.h"

#include <fmt/format.h>

namespace till {

std::string PaperFormat::localised(const std::string& decimalText) const
{
    const auto start = decimalText.starts_with('-') ? std::size_t{1} : std::size_t{0};
    const auto point = std::min(decimalText.find('.'), decimalText.size());
    auto text = decimalText.substr(0, start);
    for (auto i = start; i < point; ++i) {
        if (i > start && (point - i) % 3 == 0) text += groupSeparator;
        text += decimalText[i];
    }
    if (point < decimalText.size()) text += decimalSeparator + decimalText.substr(point + 1);
    return text;
}

std::string PaperFormat::money(Money money, int currencyDecimals) const
{
    return localised(formatMoney(money, currencyDecimals));
}

std::string PaperFormat::unitPrice(UnitPrice price, int currencyDecimals) const
{
    return localised(formatUnitPrice(price, currencyDecimals));
}

std::string PaperFormat::quantity(Quantity quantity) const
{
    return localised(formatQuantity(quantity));
}

std::string PaperFormat::percent(Rate rate) const
{
    return localised(formatPercent(rate)) + " %";
}

std::string PaperFormat::exchangeRate(ExchangeRate rate) const
{
    return localised(formatExchangeRate(rate));
}

std::string PaperFormat::date(BusinessDay day) const
{
    const auto date = day.date();
    const auto d = fmt::format("{:02}", static_cast<unsigned>(date.day()));
    const auto m = fmt::format("{:02}", static_cast<unsigned>(date.month()));
    const auto y = fmt::format("{:04}", static_cast<int>(date.year()));
    const auto& s = dateSeparator;
    switch (dateOrder) {
    case DateOrder::DayMonthYear: return d + s + m + s + y;
    case DateOrder::MonthDayYear: return m + s + d + s + y;
    case DateOrder::YearMonthDay: break;
    }
    return y + s + m + s + d;
}

std::string PaperFormat::dateAndTime(const Moment& moment) const
{
    using namespace std::chrono;
    const auto local = moment.utc + minutes{moment.offsetMinutes};
    const auto day = floor<days>(local);
    const hh_mm_ss clock{floor<minutes>(local - day)};
    const BusinessDay onTheWall{static_cast<std::int32_t>(day.time_since_epoch().count())};
    return date(onTheWall) + fmt::format(" {:02}:{:02}", clock.hours().count(), clock.minutes().count());
}

} // namespace till
