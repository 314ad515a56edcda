#pragma once

#include "paper/text_layout.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace till {

/// A roll of paper: its width, and the middle part that the print head reaches. Or sheets.
struct PaperRoll {
    double widthMm = 80;
    double printableMm = 72;
    double sheetMm = 0; ///< length of a sheet; 0: a roll is as long as what is on it
};
constexpr PaperRoll kRoll80{80, 72}; ///< 576 dots at 203 dpi: 42 or 48 columns
constexpr PaperRoll kRoll58{58, 48}; ///< 384 dots: 32 columns
constexpr PaperRoll kSheetA4{210, 160, 297};
constexpr int kColumnsA4 = 80;

/// What paper so many columns are for.
constexpr PaperRoll rollFor(int columns)
{
    if (columns <= 32) return kRoll58;
    return columns >= kColumnsA4 ? kSheetA4 : kRoll80;
}

/// Black on white. Each pixel is a native 32-bit 0xAARRGGBB, opaque; rows are `stride` bytes apart.
struct Picture {
    int width = 0;
    int height = 0;
    int stride = 0;
    std::vector<std::uint8_t> bytes;
};

/// The drawing library failed: out of memory, no font at all.
class PictureFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The paper as the screen shows it. A paper too long for one picture is painted smaller.
/// These three may be called from any thread; the text keeps the lines of `layout`. Throw PictureFailed.
Picture paint(const PaperLayout& layout, PaperRoll roll, double pixelsPerMm);
std::string toPng(const PaperLayout& layout, PaperRoll roll, double pixelsPerMm = 8); ///< the file's bytes
/// What it takes of the paper, without the margins above and below, of kPaperMarginMm each.
double lengthMm(const PaperLayout& layout, PaperRoll roll);
constexpr double kPaperMarginMm = 4;
/// True to size, text as text, bars as vectors; a new page after each five metres. The file's bytes.
std::string toPdf(const PaperLayout& layout, PaperRoll roll);

} // namespace till
