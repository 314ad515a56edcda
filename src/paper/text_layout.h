#pragma once

#include "paper/paper_document.h"

#include <string>
#include <variant>
#include <vector>

namespace till {

/// Part of a line in the columns [column, column + width), the text at the given side of them.
struct PaperSpan {
    int column = 0;
    int width = 0; ///< at least the text's display width, for large text one and a half times that
    TextAlign align = TextAlign::Left;
    std::string text; ///< printable(), never empty
};

struct PaperLine {
    std::vector<PaperSpan> spans; ///< from left to right, not overlapping, within the paper
    TextStyle style = TextStyle::Normal;
};

using LaidOutBlock = std::variant<PaperLine, PaperRule, PaperBlank, PaperBarcode, PaperImage>;

/// A document cut to a paper: every output (text, picture, PDF, printer) follows these same lines.
struct PaperLayout {
    int columns = 0;
    std::vector<LaidOutBlock> blocks;
};

constexpr int kNarrowestPaper = 16;

/// `columns` of the paper's normal characters: 32, 42 and 48 are usual, kNarrowestPaper the least.
PaperLayout layOut(const PaperDocument& document, int columns);

/// The paper as plain UTF-8 text: no line is wider than the paper, none ends in a space, each ends in the
/// only control character there is, a line feed. A barcode shows its caption, an image nothing.
std::string toText(const PaperLayout& layout);

} // namespace till
