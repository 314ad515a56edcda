#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace till {

/// What a shop wants to know of a card payment that is recorded by hand: the slip's number, or last digits.
struct CardReferenceRule {
    enum class Asked { Never, Optional, Required };
    Asked asked = Asked::Never;
    int shortest = 1; ///< characters
    int longest = 20;
};

/// "off", "optional", "required" and "" (any), "4" or "4-12"; SettingInvalid.
Result<CardReferenceRule> readCardReferenceRule(std::string_view asked, std::string_view lengths);

/// Trimmed. NumberInvalid (detail = the reference) where it is missing but required, of another length, has
/// other than letters, figures, spaces and - / . *, or is a whole card number, which no till may keep.
Result<std::string> checkCardReference(const CardReferenceRule& rule, std::string_view reference);

/// 13 to 19 figures that check as the number of a card.
bool isWholeCardNumber(std::string_view text);

} // namespace till
