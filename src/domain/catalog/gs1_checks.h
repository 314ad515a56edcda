#pragma once

#include "domain/catalog/gs1_ai_table.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace till {

/// Whether every character of `text` belongs to the set.
bool fits(Gs1Characters characters, std::string_view text);

/// Whether `text`, whose characters and length already fit, is what `check` demands.
bool passes(Gs1Check check, std::string_view text, int currentYear);

/// The date of six digits YYMMDD. The century is the one that puts the year 49 back to 50 ahead of
/// `currentYear` (GS1 General Specifications 7.12); day 00 is the last of its month where `dayZero` allows
/// it.
std::optional<std::chrono::year_month_day> gs1Date(std::string_view yymmdd, int currentYear, bool dayZero);

/// The two check characters behind `body` (GS1 General Specifications 7.9.5); nothing when a character has
/// no value or the body is longer than any identifier allows.
std::optional<std::array<char, 2>> checkPairFor(std::string_view body);

} // namespace till
