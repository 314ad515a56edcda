#pragma once

#include <string_view>

namespace till::gs1 {

// Code lists that application identifiers refer to.

bool isCountryNumber(std::string_view digits);   ///< ISO 3166-1 numeric: "250"
bool isCountryLetters(std::string_view letters); ///< ISO 3166-1 alpha-2: "FR"
bool isCurrencyNumber(std::string_view digits);  ///< ISO 4217 numeric: "978"
bool isPackageType(std::string_view code);       ///< UN/ECE Recommendation 21 and the codes GS1 added

/// North American coupon data: AI 8110 (all fields and options) and AI 8112 (positive offer file).
bool isCoupon(std::string_view digits, int currentYear);
bool isCouponOffer(std::string_view digits);

} // namespace till::gs1
