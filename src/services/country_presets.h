#pragma once

#include "services/shop.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// What a country's shops usually need: filled in for the owner to look over, never asserted. Each carries
/// its source; the window says "check with your accountant" beside it.
struct CountryPreset {
    std::string code;       ///< ISO 3166-1 alpha-2
    std::string name;       ///< English
    ShopSetup setup;        ///< without a name
    std::string taxWord;    ///< what the law calls it: VAT, TVA, MwSt.
    std::string validSince; ///< "2021-01-01"
    std::string source;
    std::string note;                 ///< a key the window knows a sentence for; empty = none
    std::vector<std::string> usedFor; ///< per tax of the setup
};

/// Ordered by English name.
const std::vector<CountryPreset>& countryPresets();
std::optional<CountryPreset> countryPreset(std::string_view code);

} // namespace till
