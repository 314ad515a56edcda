#include "paper/picture.h"

#include "paper/canvas.h"
#include "paper/paper_painter.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>

namespace till {

namespace {

constexpr int kTallestPicture = 32'000;  ///< pixels; cairo's images end at 32767
constexpr double kLongestPageMm = 5'000; ///< readers of PDF stop at 200 inches
constexpr double kPointsPerMm = 72 / 25.4;

struct Page {
    std::size_t first = 0;
    std::size_t end = 0;
    double heightMm = 0;
};

std::vector<Page> pages(const PaperLayout& layout, const PaperPainter& painter, double longestMm)
{
    const double margins = 2 * PaperPainter::kMarginMm;
    std::vector<Page> found{{0, 0, margins}};
    for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
        const auto height = painter.height(layout.blocks[i]);
        if (found.back().heightMm + height > longestMm) found.push_back({i, i, margins});
        found.back().heightMm += height;
        found.back().end = i + 1;
    }
    return found;
}

void draw(const PaperLayout& layout, const Page& page, PaperPainter& painter)
{
    double top = PaperPainter::kMarginMm;
    for (auto i = page.first; i < page.end; ++i) {
        painter.draw(layout.blocks[i], top);
        top += painter.height(layout.blocks[i]);
    }
}

/// Measured on a surface without pixels: heights do not depend on the output.
std::vector<Page> pages(const PaperLayout& layout, PaperRoll roll, double longestMm)
{
    Canvas canvas{cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr)};
    const PaperPainter painter{canvas.cairo(), roll, layout.columns};
    canvas.checkStatus();
    return pages(layout, painter, longestMm);
}

/// Draws on an image of `format` and hands it to `use`.
template <typename Use>
void withImage(const PaperLayout& layout, PaperRoll roll, double pixelsPerMm, cairo_format_t format, Use use)
{
    auto page = pages(layout, roll, HUGE_VAL).front();
    page.heightMm = std::max(page.heightMm, roll.sheetMm);
    const auto scale = std::min(pixelsPerMm, kTallestPicture / page.heightMm);
    const auto width = static_cast<int>(std::lround(roll.widthMm * scale));
    const auto height = std::min(static_cast<int>(std::ceil(page.heightMm * scale)), kTallestPicture);
    Canvas canvas{cairo_image_surface_create(format, std::max(width, 1), std::max(height, 1))};
    canvas.startPage(scale);
    canvas.checkStatus();
    PaperPainter painter{canvas.cairo(), roll, layout.columns};
    draw(layout, page, painter);
    cairo_surface_flush(canvas.surface());
    canvas.checkStatus();
    use(canvas);
}

} // namespace

double lengthMm(const PaperLayout& layout, PaperRoll roll)
{
    return pages(layout, roll, HUGE_VAL).front().heightMm - 2 * PaperPainter::kMarginMm;
}

Picture paint(const PaperLayout& layout, PaperRoll roll, double pixelsPerMm)
{
    Picture picture;
    withImage(layout, roll, pixelsPerMm, CAIRO_FORMAT_ARGB32, [&picture](const Canvas& canvas) {
        auto* surface = canvas.surface();
        picture.width = cairo_image_surface_get_width(surface);
        picture.height = cairo_image_surface_get_height(surface);
        picture.stride = cairo_image_surface_get_stride(surface);
        const auto* data = cairo_image_surface_get_data(surface);
        picture.bytes.assign(data, data + static_cast<std::ptrdiff_t>(picture.stride) * picture.height);
    });
    return picture;
}

std::string toPng(const PaperLayout& layout, PaperRoll roll, double pixelsPerMm)
{
    std::string bytes;
    withImage(layout, roll, pixelsPerMm, CAIRO_FORMAT_RGB24,
        [&bytes](const Canvas& canvas) { bytes = pngOf(canvas); });
    return bytes;
}

std::string toPdf(const PaperLayout& layout, PaperRoll roll)
{
    std::string bytes;
    const auto width = roll.widthMm * kPointsPerMm;
    auto all = pages(layout, roll, roll.sheetMm > 0 ? roll.sheetMm : kLongestPageMm);
    for (auto& page : all) page.heightMm = std::max(page.heightMm, roll.sheetMm);
    Canvas canvas{
        cairo_pdf_surface_create_for_stream(appendTo, &bytes, width, all.front().heightMm * kPointsPerMm)};
    PaperPainter painter{canvas.cairo(), roll, layout.columns};
    for (const auto& page : all) {
        cairo_pdf_surface_set_size(canvas.surface(), width, page.heightMm * kPointsPerMm);
        canvas.startPage(kPointsPerMm);
        draw(layout, page, painter);
        cairo_show_page(canvas.cairo());
    }
    cairo_surface_finish(canvas.surface());
    check(cairo_surface_status(canvas.surface()));
    return bytes;
}

} // namespace till
