#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace till {

/// The words a text is found by: folded (foldForSearch), one space between them. Scripts that put no spaces
/// between words (Han, Kana, Thai, Lao, Khmer, Burmese) give a word per character. A text of nothing but
/// signs
/// ("!?") gives these signs, moved to where no letter can be taken for them.
std::string searchWords(std::string_view text);

/// The form in which codes are compared while searching: folded, without spaces and signs. "AB-12/3" ->
/// "ab123".
std::string codeKey(std::string_view code);
/// A key in the capitals most codes are written in: many a code needs no key of its own to be found.
std::string inCapitals(std::string key);

/// `text` as somebody typed it, ready to be compared with searchWords and codeKey.
struct SearchQuery {
    /// Each must be found. Characters of a script without spaces that were typed side by side are one term
    /// with spaces inside, to be found side by side.
    std::vector<std::string> terms;
    std::string key; ///< all of it as one code
};
SearchQuery searchQuery(std::string_view text);

std::vector<std::string_view> splitWords(std::string_view words); ///< at single spaces

} // namespace till
