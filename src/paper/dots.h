#pragma once

#include "paper/text_layout.h"

#include <cstdint>
#include <string>
#include <vector>

namespace till {

/// What a print head burns: rows of `across` dots, eight to a byte, the leftmost the highest bit; 1 is black.
struct Dots {
    int across = 0;
    std::vector<std::uint8_t> bytes;

    int bytesPerRow() const { return (across + 7) / 8; }
    int rows() const { return across == 0 ? 0 : static_cast<int>(bytes.size()) / bytesPerRow(); }
    bool at(int row, int column) const
    {
        const auto place = static_cast<std::size_t>(row * bytesPerRow() + column / 8);
        return (bytes[place] >> (7 - column % 8) & 1) != 0;
    }
};

std::string toPng(
    const Dots& dots); ///< black on white, a pixel a dot; the file's bytes. Throws PictureFailed.

/// One block of a layout `columns` wide, painted for a head of `across` dots. Throws PictureFailed.
Dots toDots(const LaidOutBlock& block, int columns, int across);

} // namespace till
