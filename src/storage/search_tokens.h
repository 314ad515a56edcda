#pragma once

#include "base/ids.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// Names one list of the search index. The products in it have in common
///   the first 1 to 4 characters of a word, or 1 to 3 of a code
///   three characters inside a word or code, not at its start; or these for the second time in it, the third
///   ... a department; how well they sell; that they are there at all.
/// Words and codes have lists of their own: "500" begins few names and many codes, or the other way round.
enum class SearchToken : std::uint64_t {};
constexpr int kSearchTokenBits = 47;

struct SearchText {
    DepartmentId department;
    std::string words; ///< of searchWords()
    std::string codes; ///< of codeKey(), a space between them
};

/// Every list a product belongs to but the one of what sells; some may come twice.
std::vector<SearchToken> tokensOf(const SearchText& text);
SearchToken tokenOfEverything();
SearchToken tokenOf(DepartmentId department);
/// Of 0 to 63; these come before all others, in their order.
SearchToken tokenOfTier(std::int64_t tier);

/// What is looked for stands in one of these lists at least.
using AnyList = std::vector<SearchToken>;
enum class LookIn { Words, WordsAndCodes };
/// What matches stands in one list of each; so does some that does not: check with `matches`. The most
/// telling come first. Terms as in SearchQuery.
std::vector<AnyList> listsForBeginnings(std::span<const std::string> terms, LookIn lookIn);
/// Of one term alone only what is truly inside: what begins with it is found as a beginning.
std::vector<AnyList> listsForInsides(std::span<const std::string> terms);

enum class Place { AtStart, Inside };
/// Whether every term begins (or, from three characters, is inside) a word or a code.
bool matches(std::span<const std::string> terms, std::string_view words, std::string_view codes, Place place);

} // namespace till
