#pragma once

#include "base/numbers.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace till {

/// A currency as a till needs it.
struct Currency {
    std::string_view code; ///< ISO 4217
    int decimals = 2;      ///< ISO 4217 exponent
    std::string_view symbol;
    std::vector<Money> notes; ///< in use, ascending, minor units
    std::vector<Money> coins; ///< in use, ascending
};

/// Every ISO 4217 currency has an exponent here; notes and coins are known for the common ones.
/// nullopt for what is no currency, or has more than 3 decimals.
std::optional<int> currencyDecimals(std::string_view code);
Currency currency(std::string_view code);

/// The amounts a customer is likely to hand over for `due`, ascending, each at least `due` and none twice:
/// the next round sums and notes. The first is not `due` itself.
std::vector<Money> likelyCash(const Currency& currency, Money due, std::size_t count);
/// Change as notes and coins, largest first: {value, how many}.
struct ChangePart {
    Money value;
    std::int64_t count = 0;
    bool isNote = false;
};
std::vector<ChangePart> changeParts(const Currency& currency, Money change);

} // namespace till
