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
    bool at(int row, int column) const { return (bytes[place(row, column)] >> (7 - column % 8) & 1) != 0; }
    void blacken(int row, int column)
    {
        auto& eight = bytes[place(row, column)];
        eight = static_cast<std::uint8_t>(eight | 0x80U >> (column % 8));
    }

private:
    std::size_t place(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(bytesPerRow()) +
               static_cast<std::size_t>(column / 8);
    }
};

std::string toPng(
    const Dots& dots); ///< black on white, a pixel a dot; the file's bytes. Throws PictureFailed.

Dots blankDots(int across, int rows);

/// One block of a layout `columns` wide, painted for a head of `across` dots. Throws PictureFailed.
Dots toDots(const LaidOutBlock& block, int columns, int across);

} // namespace till
