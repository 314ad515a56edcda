#pragma once

#include "domain/sales/receipt.h"
#include "paper/picture.h"
#include "ui/kit/format.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace till {

/// A receipt as it will come out of the printer, painted by the code that prints, with one of its blocks
/// framed. A click on the paper chooses a block.
class ReceiptPreview : public QWidget {
    Q_OBJECT

public:
    explicit ReceiptPreview(const Formats& formats, QWidget* parent = nullptr);

    /// Throws PictureFailed. Columns as rollFor() knows them.
    void show(const Receipt& receipt, int columns);
    void mark(ReceiptBlockKind kind);

    QSize sizeHint() const override { return m_size; }
    int heightForWidth(int) const override { return m_size.height(); }

Q_SIGNALS:
    void chosen(till::ReceiptBlockKind kind);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        std::optional<ReceiptBlockKind> kind;
        double top = 0;
        double bottom = 0;
    };
    void paintPaper();
    double scale() const; ///< pixels per millimetre

    Formats m_formats;
    PaperLayout m_layout;
    PaperRoll m_roll;
    std::vector<Place> m_places; ///< in mm from the paper's upper edge
    ReceiptBlockKind m_marked = ReceiptBlockKind::ShopHead;
    QImage m_image;
    QSize m_size;
};

} // namespace till
