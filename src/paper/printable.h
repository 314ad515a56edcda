#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace till {

/// The one door between data and any paper: whatever comes in, what goes out is valid UTF-8 that moves no
/// cursor, opens no drawer and turns no line around.
/// - line feeds, tabs and every other space that is not a plain or no-break one: a space;
/// - other control characters (C0, DEL, C1), bytes that are not UTF-8, code points that mean nothing: U+FFFD,
///   so that tampering shows;
/// - invisible characters (bidirectional marks, zero-width ones, soft hyphens, tags): gone;
/// - more than four marks on one letter: the first four, as a taller pile would cover the line above.
std::string printable(std::string_view text);

/// Columns that printable text takes: marks none, CJK and emoji two, all else one.
int displayWidth(std::string_view printableText);

/// What the eye takes for one character: a base and its marks.
struct Glyph {
    std::string_view text;
    int width = 0;
};
std::vector<Glyph> glyphs(std::string_view printableText); ///< views into the argument

} // namespace till
