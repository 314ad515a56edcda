#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace till {

// A paper as a list of blocks, before anyone knows how wide it is. The same document becomes text, a
// picture, a PDF and printer bytes. Texts are as stored: the layout makes them safe (printable.h).

enum class TextAlign { Left, Centre, Right };

enum class TextStyle {
    Normal,
    Bold,
    Large, ///< bold, and half as wide again: the shop's name, the total
};

/// Words that wrap at spaces. One paragraph: a line feed in it counts as a space.
struct PaperText {
    std::string text;
    TextAlign align = TextAlign::Left;
    TextStyle style = TextStyle::Normal;
    int indent = 0;  ///< columns free on the left
    int hanging = 0; ///< columns more on the second and later lines
};

/// What and how much. The left side wraps; the right one is an amount: it is never cut, and stands on the
/// last line of the left side, or on a line of its own where it has no room there.
struct PaperRow {
    std::string left;
    std::string right;
    TextStyle style = TextStyle::Normal;
    int indent = 0;
    int hanging = 0;
};

/// Cells under each other. The first column takes the room that is left, the others are as wide as their
/// widest cell. Where the paper is too narrow, each row becomes one PaperRow per cell under its heading.
struct PaperTable {
    struct Column {
        std::string heading;
        TextAlign align = TextAlign::Right;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; ///< every row has as many cells as there are columns
};

struct PaperRule {};
struct PaperBlank {};

enum class Symbology { Code128, Ean13, Qr };

/// Centred. Where the data cannot be encoded or the bars would be too thin to scan, only the caption shows.
struct PaperBarcode {
    Symbology symbology = Symbology::Code128;
    std::string data;
    std::string caption; ///< printed below, and instead of the bars where only text can go
};

/// Centred, at eight dots per millimetre, smaller if the paper is narrower. 0 is black.
struct PaperImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> grey; ///< width x height bytes, row by row
};

using PaperBlock =
    std::variant<PaperText, PaperRow, PaperTable, PaperRule, PaperBlank, PaperBarcode, PaperImage>;
using PaperDocument = std::vector<PaperBlock>;

} // namespace till
