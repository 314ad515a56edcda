#pragma once

#include "base/result.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// A setting a shop can have.
struct KnownSetting {
    std::string_view key;
    std::string_view fallback; ///< while nobody has chosen; of a column of the shop: empty
    /// The value as it is stored, or why it cannot be that; `decimals` of the shop's currency.
    std::function<Result<std::string>(const std::string& value, int decimals)> check;
};

const std::vector<KnownSetting>& knownSettings(); ///< in the order they are shown in
const KnownSetting* knownSetting(std::string_view key);

/// "04:00" and minutes after midnight. SettingInvalid.
Result<std::chrono::minutes> parseCutoff(std::string_view text);
std::string cutoffText(int minutes);

} // namespace till
