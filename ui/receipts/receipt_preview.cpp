#include "ui/receipts/receipt_preview.h"

#include "paper/receipt_document.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/receipts/receipt_paper.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <iterator>

namespace till {

using namespace Qt::StringLiterals;

ReceiptPreview::ReceiptPreview(const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_formats{formats}
{
    setObjectName(u"receiptPreview"_s);
    setAccessibleName(tr("Preview of the receipt"));
    setFocusPolicy(
        Qt::ClickFocus); // what is being typed elsewhere is left, and kept, before another block is shown
}

void ReceiptPreview::show(const Receipt& receipt, int columns)
{
    m_roll = rollFor(columns);
    m_layout = {columns, {}};
    m_places.clear();
    double top = kPaperMarginMm;
    for (const auto& part : receiptParts(receipt, paperWords(), paperFormat(m_formats))) {
        auto layout = layOut(part.paper, columns);
        const auto bottom = top + lengthMm(layout, m_roll);
        m_places.push_back({part.block, top, bottom});
        std::move(layout.blocks.begin(), layout.blocks.end(), std::back_inserter(m_layout.blocks));
        top = bottom;
    }
    setAccessibleDescription(QString::fromStdString(toText(m_layout)));
    paintPaper();
}

double ReceiptPreview::scale() const
{
    const auto room = std::max(width(), tokens().px(120));
    return std::min(static_cast<double>(room) / m_roll.widthMm, tokens().px(46) / 10.0);
}

void ReceiptPreview::paintPaper()
{
    const auto picture = paint(m_layout, m_roll, scale() * devicePixelRatioF());
    m_image =
        QImage{picture.bytes.data(), picture.width, picture.height, picture.stride, QImage::Format_RGB32}
            .copy();
    m_image.setDevicePixelRatio(devicePixelRatioF());
    m_size = m_image.deviceIndependentSize().toSize();
    setFixedHeight(m_size.height());
    update();
}

void ReceiptPreview::resizeEvent(QResizeEvent*)
{
    if (!m_layout.blocks.empty()) paintPaper();
}

void ReceiptPreview::mark(ReceiptBlockKind kind)
{
    m_marked = kind;
    update();
}

void ReceiptPreview::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const QPoint corner{(width() - m_size.width()) / 2, 0};
    painter.drawImage(corner, m_image);
    for (const auto& place : m_places) {
        if (place.kind != m_marked || place.bottom <= place.top) continue;
        const QRect box{corner.x() + tokens().px(4), static_cast<int>(place.top * scale()) - tokens().px(2),
            m_size.width() - tokens().px(8),
            static_cast<int>((place.bottom - place.top) * scale()) + tokens().px(4)};
        paintBox(painter, box, 0, {}, Colours::light().primary,
            tokens().px(2)); // the paper is white in the dark too
    }
}

void ReceiptPreview::mousePressEvent(QMouseEvent* event)
{
    const auto at = event->position().y() / scale();
    for (const auto& place : m_places) {
        if (place.kind && at >= place.top && at < place.bottom) return Q_EMIT chosen(*place.kind);
    }
}

} // namespace till
