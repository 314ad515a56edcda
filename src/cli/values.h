#pragma once

#include "base/clock.h"
#include "base/numbers.h"

#include <map>
#include <string>
#include <vector>

namespace till {

// Texts of the command line as values. Each throws UsageError naming the option when the text cannot be one.

Money moneyValue(const std::string& option, const std::string& text, int decimals);
Quantity quantityValue(const std::string& option, const std::string& text);
Rate percentValue(const std::string& option, const std::string& text);
BusinessDay dayValue(const std::string& option, const std::string& text);
int numberValue(const std::string& option, const std::string& text, int lowest, int highest);
/// "20x3,5x2,0.50x10": notes and coins, value times count.
Money denominationsValue(const std::string& option, const std::string& text, int decimals);
/// "2026-03-14T15:07", with or without seconds and offset; a day alone means its end.
Timestamp timeValue(const std::string& option, const std::string& text, const ShopCalendar& calendar);
/// "name=Title" or "date=Day,time=Hour": several in one text where each begins with a field of its own.
std::map<std::string, std::string> columnValues(
    const std::string& option, const std::vector<std::string>& texts);

} // namespace till
