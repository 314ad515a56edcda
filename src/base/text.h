#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace till {

/// The name of a thing as decisions.md 9 allows it: trimmed, NFC, 1 to 200 characters, no control characters.
/// Everything else is kept as written. Errors: TextNotUnicode, NameEmpty, NameTooLong,
/// NameHasControlCharacters.
Result<std::string> cleanName(std::string_view text);

/// A note: as a name, but it may be empty, hold line feeds, and run to `maxCharacters`.
Result<std::string> cleanNote(std::string_view text, std::size_t maxCharacters);

/// For comparing and searching only: NFKD, the marks that people leave out removed (accents, Hebrew points,
/// Arabic vowels; not the vowels of Thai or Hindi), case folded, and the letters that no mark explains
/// (ø, ł, đ, ß ...) written plainly; punctuation becomes one space. "Crème brûlée" -> "creme brulee".
/// Bytes that are not UTF-8 are dropped.
std::string foldForSearch(std::string_view text);

bool isUtf8(std::string_view text);
std::size_t countCharacters(std::string_view utf8); ///< code points
/// The first characters of a text, for an error's detail: always UTF-8, U+FFFD standing for what was not.
std::string clipped(std::string_view text, std::size_t maxCharacters);
/// Without spaces of any script at both ends.
std::string trimmed(std::string_view utf8);

} // namespace till
