#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>

namespace till {

/// What happened, what is safe, what to do next: English, for the person at the keyboard. `shop` is the file
/// the command was about. The error's detail appears with everything that could move a terminal's cursor made
/// visible.
std::string sentenceOf(const Error& error, const std::filesystem::path& shop);

/// Of one row of an import: short, for a list.
std::string rowSentenceOf(const Error& error);

} // namespace till
