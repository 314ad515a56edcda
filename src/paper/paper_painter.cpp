#include "paper/paper_painter.h"

#include "paper/barcode_bars.h"
#include "paper/printable.h"
#include "paper/word_wrap.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace till {

namespace {

constexpr auto kMonoFonts = "DejaVu Sans Mono,Noto Sans Mono,Liberation Mono,monospace";
constexpr auto kLargeFonts = "Noto Sans,DejaVu Sans,sans-serif";
constexpr double kLargeScale = 1.5; ///< as text_layout.h promises
constexpr double kLineCells = 2.0;  ///< line height in widths of a column
constexpr double kLargeLineCells = 3.4;
constexpr double kDotMm = 0.125; ///< one dot of a 203 dpi print head
constexpr double kWidestModuleMm = 0.375;
constexpr double kThinnestModuleMm = 0.25; ///< two dots: thinner bars run together on thermal paper
constexpr double kBarHeightMm = 9;
constexpr double kAboveBarsMm = 1.5;
constexpr double kBelowBarsMm = 0.5;
constexpr double kQrModuleMm = 0.5;

/// Pango rounds sizes to 1/1024; in this unit nothing of a millimetre is lost.
constexpr double kUnitsPerMm = 100;

/// Pixels per millimetre; 0 on a surface without pixels.
double pixelsPerMm(cairo_t* cairo)
{
    if (cairo_surface_get_type(cairo_get_target(cairo)) != CAIRO_SURFACE_TYPE_IMAGE) return 0;
    double across = 1;
    double down = 0;
    cairo_user_to_device_distance(cairo, &across, &down);
    return across;
}

double onPixel(cairo_t* cairo, double mm)
{
    const auto pixels = pixelsPerMm(cairo);
    return pixels > 0 ? std::round(mm * pixels) / pixels : mm;
}

/// Bars of whole pixels, or thick and thin ones would look alike. Quiet zones leave room for the rounding.
double snapped(cairo_t* cairo, double moduleMm)
{
    const auto pixels = pixelsPerMm(cairo);
    return pixels > 0 ? std::max(onPixel(cairo, moduleMm), 1 / pixels) : moduleMm;
}

/// `text` with a box in place of each glyph that no font on this machine can draw; pango's own stand-in
/// would be as tall as three lines.
std::string withoutUnknown(PangoLayout* layout, const std::string& text)
{
    if (pango_layout_get_unknown_glyphs_count(layout) == 0) return text;
    std::vector<bool> isUnknown(text.size(), false);
    const auto* line = pango_layout_get_line_readonly(layout, 0);
    for (const auto* node = line->runs; node != nullptr; node = node->next) {
        const auto* run = static_cast<const PangoLayoutRun*>(node->data);
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
            const int place = run->item->offset + run->glyphs->log_clusters[i];
            isUnknown[static_cast<std::size_t>(place)] = true;
        }
    }
    std::string drawable;
    std::size_t start = 0;
    for (const auto& glyph : glyphs(text)) {
        const auto from = isUnknown.begin() + static_cast<std::ptrdiff_t>(start);
        const auto to = from + static_cast<std::ptrdiff_t>(glyph.text.size());
        if (std::find(from, to, true) == to)
            drawable += glyph.text;
        else
            drawable += glyph.width == 2 ? "\u25A1 " : "\u25A1";
        start += glyph.text.size();
    }
    return drawable;
}

} // namespace

struct PaperPainter::BarcodeBox {
    std::optional<BarcodeBars> bars; ///< empty: show the caption alone
    double module = 0;
    double height = 0; ///< of the bars, without the space around them
};

void PaperPainter::LayoutDeleter::operator()(PangoLayout* layout) const
{
    g_object_unref(layout);
}

PaperPainter::PaperPainter(cairo_t* cairo, PaperRoll roll, int columns)
    : m_cairo{cairo}
    , m_layout{pango_cairo_create_layout(cairo)}
    , m_roll{roll}
    , m_left{(roll.widthMm - roll.printableMm) / 2}
    , m_cell{roll.printableMm / columns}
    , m_columns{columns}
{
    auto* context = pango_layout_get_context(m_layout.get());
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_layout_set_auto_dir(m_layout.get(), FALSE); // a line stays in its place whatever script opens it
    pango_layout_set_single_paragraph_mode(m_layout.get(), TRUE);

    setFont(TextStyle::Normal);
    pango_layout_set_text(m_layout.get(), "0", 1);
    int width = 0;
    pango_layout_get_size(m_layout.get(), &width, nullptr);
    if (width == 0) throw PictureFailed{"no font for digits"};
    m_monoSize = m_cell / (static_cast<double>(width) / PANGO_SCALE / kUnitsPerMm);
}

void PaperPainter::setFont(TextStyle style)
{
    const bool isLarge = style == TextStyle::Large;
    auto* font = pango_font_description_from_string(isLarge ? kLargeFonts : kMonoFonts);
    pango_font_description_set_weight(
        font, style == TextStyle::Normal ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
    const auto size = (isLarge ? kLargeScale : 1.0) * m_monoSize;
    pango_font_description_set_absolute_size(font, size * kUnitsPerMm * PANGO_SCALE);
    pango_layout_set_font_description(m_layout.get(), font);
    pango_font_description_free(font);
}

void PaperPainter::setText(const std::string& text)
{
    pango_layout_set_text(m_layout.get(), text.data(), static_cast<int>(text.size()));
    const auto drawable = withoutUnknown(m_layout.get(), text);
    if (drawable == text) return;
    pango_layout_set_text(m_layout.get(), drawable.data(), static_cast<int>(drawable.size()));
}

double PaperPainter::lineHeight(TextStyle style) const
{
    return m_cell * (style == TextStyle::Large ? kLargeLineCells : kLineCells);
}

/// One line of text with its baseline where the font puts it around `middle`; squeezed if it is too wide,
/// which happens where a substitute font has other widths than the columns it was given.
void PaperPainter::drawText(
    const std::string& text, TextAlign align, double left, double width, double middle)
{
    cairo_save(m_cairo);
    cairo_scale(m_cairo, 1 / kUnitsPerMm, 1 / kUnitsPerMm);
    pango_cairo_update_layout(m_cairo, m_layout.get()); // the last text may have been squeezed
    cairo_restore(m_cairo);
    setText(text);
    int units = 0;
    pango_layout_get_size(m_layout.get(), &units, nullptr);
    const auto natural = static_cast<double>(units) / PANGO_SCALE / kUnitsPerMm;
    if (natural <= 0) return;
    const auto squeeze = std::min(1.0, width / natural);
    const auto free = width - natural * squeeze;
    const auto before = align == TextAlign::Left ? 0.0 : align == TextAlign::Right ? free : free / 2;

    const auto* font = pango_layout_get_font_description(m_layout.get());
    const auto size = static_cast<double>(pango_font_description_get_size(font)) / PANGO_SCALE / kUnitsPerMm;
    const auto ascent =
        static_cast<double>(pango_layout_get_baseline(m_layout.get())) / PANGO_SCALE / kUnitsPerMm;
    constexpr double kBaselineBelowMiddle = 0.35; // half the height of a capital
    cairo_save(m_cairo);
    cairo_translate(m_cairo, left + before, middle + size * kBaselineBelowMiddle);
    cairo_scale(m_cairo, squeeze / kUnitsPerMm, 1 / kUnitsPerMm);
    cairo_move_to(m_cairo, 0, -ascent * kUnitsPerMm);
    pango_cairo_update_layout(m_cairo, m_layout.get());
    pango_cairo_show_layout(m_cairo, m_layout.get());
    cairo_restore(m_cairo);
}

void PaperPainter::drawSpan(const PaperSpan& span, TextStyle style, double top)
{
    setFont(style);
    drawText(span.text, span.align, m_left + span.column * m_cell, span.width * m_cell,
        top + lineHeight(style) / 2);
}

void PaperPainter::draw(const PaperLine& line, double top)
{
    for (const auto& span : line.spans) drawSpan(span, line.style, top);
}

void PaperPainter::draw(const PaperRule&, double top)
{
    const std::string dashes(static_cast<std::size_t>(m_columns), '-');
    drawSpan({0, m_columns, TextAlign::Left, dashes}, TextStyle::Normal, top);
}

PaperPainter::BarcodeBox PaperPainter::boxOf(const PaperBarcode& barcode) const
{
    BarcodeBox box{encodeBarcode(barcode.symbology, barcode.data)};
    if (!box.bars) return box;
    // The white margins of the paper serve as quiet zone too.
    const auto widest = m_roll.widthMm / (box.bars->width + 2 * box.bars->quietZone);
    const auto wanted = std::min(
        {box.bars->isMatrix ? kQrModuleMm : kWidestModuleMm, widest, m_roll.printableMm / box.bars->width});
    box.module = std::floor(wanted / kDotMm + 1e-9) * kDotMm;
    if (box.module < kThinnestModuleMm) return {};
    box.height = box.bars->isMatrix ? box.module * box.bars->rows() : kBarHeightMm;
    return box;
}

void PaperPainter::draw(const PaperBarcode& barcode, double top)
{
    const auto box = boxOf(barcode);
    auto bottom = top;
    if (box.bars) {
        const auto& bars = *box.bars;
        const auto module = snapped(m_cairo, box.module);
        const auto left = onPixel(m_cairo, (m_roll.widthMm - bars.width * module) / 2);
        const auto rowHeight = box.height / bars.rows();
        cairo_save(m_cairo);
        cairo_set_antialias(m_cairo, CAIRO_ANTIALIAS_NONE); // grey edges make thin bars unreadable
        for (int row = 0; row < bars.rows(); ++row) {
            for (int from = 0, to = 0; from < bars.width; from = to) {
                for (to = from + 1; to < bars.width && bars.at(row, to) == bars.at(row, from);) ++to;
                if (!bars.at(row, from)) continue;
                cairo_rectangle(m_cairo, left + from * module, top + kAboveBarsMm + row * rowHeight,
                    (to - from) * module, rowHeight);
            }
        }
        cairo_fill(m_cairo);
        cairo_restore(m_cairo);
        bottom += box.height + kAboveBarsMm + kBelowBarsMm;
    }
    for (const auto& line : wrapped(barcode.caption, m_columns, m_columns)) {
        drawSpan({0, m_columns, TextAlign::Centre, line}, TextStyle::Normal, bottom);
        bottom += lineHeight(TextStyle::Normal);
    }
}

double PaperPainter::imageScale(const PaperImage& image) const
{
    return std::min(kDotMm, m_roll.printableMm / image.width);
}

void PaperPainter::draw(const PaperImage& image, double top)
{
    const auto count = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (image.width <= 0 || image.height <= 0 || image.grey.size() != count) return;
    const auto stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, image.width);
    std::vector<std::uint32_t> pixels;
    pixels.reserve(count);
    for (const auto grey : image.grey) pixels.push_back(grey * 0x010101u);
    auto* surface = cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
        CAIRO_FORMAT_RGB24, image.width, image.height, stride);
    const auto scale = imageScale(image);
    cairo_save(m_cairo);
    // Half a dot aside, black and white would run into grey.
    cairo_translate(m_cairo, onPixel(m_cairo, (m_roll.widthMm - image.width * scale) / 2), top);
    cairo_scale(m_cairo, scale, scale);
    cairo_set_source_surface(m_cairo, surface, 0, 0);
    cairo_paint(m_cairo);
    cairo_restore(m_cairo);
    cairo_surface_finish(surface); // a PDF surface takes its own copy here, before the pixels go
    cairo_surface_destroy(surface);
}

double PaperPainter::height(const LaidOutBlock& block) const
{
    if (const auto* line = std::get_if<PaperLine>(&block)) return lineHeight(line->style);
    if (const auto* image = std::get_if<PaperImage>(&block)) {
        return image->width <= 0 ? 0 : std::max(image->height, 0) * imageScale(*image);
    }
    if (const auto* barcode = std::get_if<PaperBarcode>(&block)) {
        const auto box = boxOf(*barcode);
        const auto captions = wrapped(barcode->caption, m_columns, m_columns).size();
        return (box.bars ? box.height + kAboveBarsMm + kBelowBarsMm : 0.0) +
               static_cast<double>(captions) * lineHeight(TextStyle::Normal);
    }
    const auto blank = std::holds_alternative<PaperBlank>(block) ? 0.4 : 1.0;
    return lineHeight(TextStyle::Normal) * blank;
}

void PaperPainter::draw(const LaidOutBlock& block, double top)
{
    std::visit([this, top](const auto& one) { draw(one, top); }, block);
}

} // namespace till
