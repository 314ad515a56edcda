#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace till {

/// Lines of at most `width` columns, the second and later ones of `laterWidth`, broken at spaces and, where
/// a word alone is wider, between two glyphs. Runs of spaces become one. Nothing gives no line.
std::vector<std::string> wrapped(std::string_view printableText, int width, int laterWidth);

int widestWord(std::string_view printableText);

} // namespace till
