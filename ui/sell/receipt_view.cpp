#include "ui/sell/receipt_view.h"

#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// The slip: as wide as the picture of it, at most the width there is; scaled by halves would blur the print.
class PaperSheet : public QWidget {
public:
    void setImage(const QImage& image)
    {
        m_image = image;
        updateGeometry();
        update();
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        return m_image.isNull() ? width : width * m_image.height() / std::max(1, m_image.width());
    }
    QSize sizeHint() const override { return {tokens().px(370), heightForWidth(tokens().px(370))}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        // Paper is white in both themes.
        paintBox(painter, rect(), 2, Qt::white, tokens().colours().hair);
        if (!m_image.isNull()) painter.drawImage(QRectF{rect()}.adjusted(1, 1, -1, -1), m_image);
    }

private:
    QImage m_image;
};

} // namespace

ReceiptView::ReceiptView(QWidget* parent)
    : QWidget{parent}
    , m_paper{new PaperSheet}
    , m_caption{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_actions{new QWidget}
{
    setObjectName(u"receiptView"_s);
    m_paper->setObjectName(u"receiptPaper"_s);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"receiptScroll"_s);
    scroll->setAccessibleName(tr("Receipt"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    scroll->setWidget(m_paper);
    scroll->viewport()->setAutoFillBackground(false);
    m_caption->setAlignment(Qt::AlignCenter);
    m_caption->setObjectName(u"receiptCaption"_s);
    new QHBoxLayout{m_actions};
    m_actions->setEnabled(false); // there is nothing on the paper yet
    auto* column = new QVBoxLayout{this};
    column->addWidget(scroll, 1);
    column->addWidget(m_caption);
    column->addWidget(m_actions);
    onTheme(this, [this, column] {
        const Tokens& t = tokens();
        setMinimumWidth(t.px(424));
        column->setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(8));
        column->setSpacing(t.px(8));
        m_paper->resize(m_paper->sizeHint());
    });
}

void ReceiptView::setPaper(const QImage& paper, const QString& spoken)
{
    auto* sheet = static_cast<PaperSheet*>(m_paper);
    sheet->setImage(paper);
    sheet->setAccessibleName(tr("Receipt"));
    sheet->setAccessibleDescription(spoken);
    sheet->resize(sheet->sizeHint());
    m_actions->setEnabled(!paper.isNull());
}

void ReceiptView::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void ReceiptView::setActions(const std::vector<Action>& actions)
{
    auto* row = static_cast<QHBoxLayout*>(m_actions->layout());
    while (QLayoutItem* item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    row->setContentsMargins(0, 0, 0, tokens().px(8));
    row->setSpacing(tokens().px(8));
    for (const auto& action : actions) {
        auto* button = new KeyButton{action.iconName, action.word, action.key};
        button->setObjectName(u"receipt_"_s + action.id);
        button->setAccessibleName(action.word);
        button->setKind(action.primary ? ButtonKind::Primary : ButtonKind::Normal);
        button->setHeights(56, 64);
        row->addWidget(button, 1);
        connect(button, &KeyButton::clicked, this, [this, id = action.id] { Q_EMIT triggered(id); });
    }
}

void ReceiptView::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), tokens().colours().surface2);
}

} // namespace till
