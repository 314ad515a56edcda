#include "paper/dots.h"

#include "paper/canvas.h"
#include "paper/paper_painter.h"

#include <algorithm>
#include <cmath>

namespace till {
namespace {

constexpr double kDotsPerMm = 8;
constexpr int kTallestPicture = 32'000; ///< cairo's images end at 32767
constexpr unsigned kDarkEnough = 0x80;  ///< half covered

} // namespace

Dots blankDots(int across, int rows)
{
    Dots dots{across, {}};
    dots.bytes.resize(static_cast<std::size_t>(dots.bytesPerRow()) * static_cast<std::size_t>(rows));
    return dots;
}

Dots toDots(const LaidOutBlock& block, int columns, int across)
{
    const PaperRoll head{across / kDotsPerMm, across / kDotsPerMm};
    int rows = 0;
    {
        Canvas measure{cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr)};
        const PaperPainter painter{measure.cairo(), head, columns};
        measure.checkStatus();
        rows = static_cast<int>(std::ceil(painter.height(block) * kDotsPerMm));
    }
    auto dots = blankDots(across, std::max(rows, 0));
    if (rows <= 0) return dots;
    Canvas canvas{cairo_image_surface_create(CAIRO_FORMAT_RGB24, across, rows)};
    canvas.startPage(kDotsPerMm);
    canvas.checkStatus();
    PaperPainter painter{canvas.cairo(), head, columns};
    painter.draw(block, 0);
    cairo_surface_flush(canvas.surface());
    canvas.checkStatus();

    const auto* pixels = cairo_image_surface_get_data(canvas.surface());
    const auto stride = cairo_image_surface_get_stride(canvas.surface());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < across; ++column) {
            if (pixels[row * stride + column * 4] >= kDarkEnough) continue; // grey: any channel
            dots.blacken(row, column);
        }
    }
    return dots;
}

std::string toPng(const Dots& dots)
{
    Canvas canvas{cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, std::max(dots.across, 1), std::clamp(dots.rows(), 1, kTallestPicture))};
    canvas.startPage(1);
    canvas.checkStatus();
    cairo_surface_flush(canvas.surface());
    auto* pixels = cairo_image_surface_get_data(canvas.surface());
    const auto stride = cairo_image_surface_get_stride(canvas.surface());
    for (int row = 0; row < std::min(dots.rows(), kTallestPicture); ++row) {
        for (int column = 0; column < dots.across; ++column) {
            if (dots.at(row, column)) std::fill_n(pixels + row * stride + column * 4, 4, std::uint8_t{0});
        }
    }
    cairo_surface_mark_dirty(canvas.surface());
    return pngOf(canvas);
}

} // namespace till
