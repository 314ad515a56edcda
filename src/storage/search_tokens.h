#pragma once

#include "base/ids.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

// What stands in the index product_token, and how to ask it. A token is one of
//   .c .ch .cho .choco   the first 1, 2, 3 and 5 characters of a word; of a code the first 1 to 3
//   hoc oco              three characters inside a word or code, not at its start
//   .cho.mil             the beginnings (up to 3) of two different words of one name, in byte order
//   - -d12 -long         every product; those of department 12; those with too many words for pairs
// One short list per typed word, walked in the order of what sells: a miss ends soon because pairs are rare,
// and no prefix has to be merged from thousands of terms.

struct SearchText {
    DepartmentId department;
    std::string words; ///< of searchWords()
    std::string codes; ///< of codeKey(), a space between them
};

/// Every token of a product, a space between them. The index forgets it only with exactly this text.
std::string tokensOf(const SearchText& text);

/// FTS5 expressions; terms as in SearchQuery. Empty when nothing can be asked.
/// They find all that match and some that do not: check with `matches`.
std::string expressionForBeginnings(std::span<const std::string> terms);
enum class Thoroughness { FewLists, AllLists };
std::string expressionForInsides(std::span<const std::string> terms, Thoroughness thoroughness);
std::string expressionForEverything();
std::string expressionForDepartments(std::span<const DepartmentId> departments);

enum class Place { AtStart, Inside };
/// Whether every term begins (or, from three characters, is inside) a word or a code.
bool matches(std::span<const std::string> terms, std::string_view words, std::string_view codes, Place place);

} // namespace till
