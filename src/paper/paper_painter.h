#pragma once

#include "paper/picture.h"

#include <memory>

// As cairo.h and pango-layout.h declare them, so that this header needs neither.
// NOLINTBEGIN(bugprone-reserved-identifier)
typedef struct _cairo cairo_t;
typedef struct _PangoLayout PangoLayout;
// NOLINTEND(bugprone-reserved-identifier)

namespace till {

/// Draws blocks on a cairo surface whose unit is the millimetre (private to src/paper).
class PaperPainter {
public:
    PaperPainter(cairo_t* cairo, PaperRoll roll, int columns);

    /// What the block takes of the paper's length, in mm. The same for every output.
    double height(const LaidOutBlock& block) const;
    void draw(const LaidOutBlock& block, double top);

    static constexpr double kMarginMm = kPaperMarginMm; ///< above the first block and below the last

private:
    struct LayoutDeleter {
        void operator()(PangoLayout* layout) const;
    };
    struct BarcodeBox;

    void draw(const PaperLine& line, double top);
    void draw(const PaperRule& rule, double top);
    void draw(const PaperBarcode& barcode, double top);
    void draw(const PaperImage& image, double top);
    void draw(const PaperBlank&, double) {}
    void drawSpan(const PaperSpan& span, TextStyle style, double top);
    void drawText(const std::string& text, TextAlign align, double left, double width, double middle);
    void setFont(TextStyle style);
    void setText(const std::string& text);
    double lineHeight(TextStyle style) const;
    BarcodeBox boxOf(const PaperBarcode& barcode) const;
    double imageScale(const PaperImage& image) const;

    cairo_t* m_cairo;
    std::unique_ptr<PangoLayout, LayoutDeleter> m_layout;
    PaperRoll m_roll;
    double m_left;
    double m_cell; ///< width of a column
    int m_columns;
    double m_monoSize = 1; ///< font size that makes a digit m_cell wide
};

} // namespace till
