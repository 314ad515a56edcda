#pragma once

#include "base/result.h"
#include "domain/sales/receipt_design.h"
#include "paper/paper_document.h"

#include <string_view>

namespace till {

/// A picture in black and white for a print head: a PNG file's bytes on white, made smaller until it fits
/// kWidestLogo x kTallestLogo, greys as a pattern of dots. PictureNotReadable: no PNG, or a broken one;
/// PictureTooLarge: more than 8 MB, or a side of more than 4000 pixels, which nobody unpacks.
Result<ReceiptLogo> readLogo(std::string_view png);

/// For a paper, dot by dot. Nothing of a logo whose bits are not as many as its sides say.
PaperImage toImage(const ReceiptLogo& logo);

} // namespace till
