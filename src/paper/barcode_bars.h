#pragma once

#include "paper/paper_document.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// A barcode as black and white modules; one row for a linear code.
struct BarcodeBars {
    int width = 0;             ///< modules, without the quiet zone
    std::vector<bool> isBlack; ///< width x rows, row by row
    int quietZone = 0;         ///< white modules needed on the left and on the right
    bool isMatrix = false;     ///< modules are squares: height = rows

    int rows() const { return width == 0 ? 0 : static_cast<int>(isBlack.size()) / width; }
    bool at(int row, int column) const
    {
        const int place = row * width + column;
        return isBlack[static_cast<std::size_t>(place)];
    }
};

/// Empty when the symbology cannot carry the data (an EAN-13 takes 13 digits with a right check digit).
std::optional<BarcodeBars> encodeBarcode(Symbology symbology, const std::string& data);

} // namespace till
