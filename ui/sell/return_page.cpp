#include "ui/sell/return_page.h"

#include "ui/kit/icon_label.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/key_button.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/return_lines_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFigure = Qt::AlignTrailing | Qt::AlignVCenter;

/// The words over the columns of the lines.
class LinesHead : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(till::ReturnPage)

public:
    LinesHead(const ReturnLinesView& lines, const QString& currencySymbol)
        : m_lines{lines}
        , m_currencySymbol{currencySymbol}
    {
        connect(&lines, &ReturnLinesView::columnsChanged, this, [this] { update(); });
        onTheme(this, [this] {
            setFixedHeight(tokens().px(32));
            update();
        });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokens();
        const auto& columns = m_lines.columns();
        QPainter painter{this};
        painter.setLayoutDirection(layoutDirection());
        painter.fillRect(0, height() - 1, width(), 1, t.colours().hair);
        const QRect row{0, 0, m_lines.viewport()->width(), height()};
        const auto write = [&](const ReturnColumns::Span& span, const QString& words, Qt::Alignment where) {
            if (span.width == 0) return;
            paintText(painter, mirrored(painter, span.in(row), row), words, t.font(12, QFont::DemiBold),
                t.colours().text2, where);
        };
        write(columns.name, tr("Item"), Qt::AlignLeading | Qt::AlignVCenter);
        write(columns.bought, tr("Bought"), kFigure);
        write(columns.returned, tr("Returned"), kFigure);
        write(columns.left, tr("Can return"), kFigure);
        write(columns.takeBack, tr("Take back"), Qt::AlignCenter);
        write(columns.refund, tr("Refund %1").arg(m_currencySymbol), kFigure);
    }

private:
    const ReturnLinesView& m_lines;
    QString m_currencySymbol;
};

/// Shortened where there is no room, never wider than it needs.
PlainLabel* value(const QString& name)
{
    auto* label = new PlainLabel{{}, 14, QFont::DemiBold};
    label->setObjectName(name);
    label->setElided(true);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    return label;
}

} // namespace

ReturnPage::ReturnPage(const QString& currencySymbol, QWidget* parent)
    : QWidget{parent}
    , m_number{value(u"returnNumber"_s)}
    , m_sold{value(u"returnSold"_s)}
    , m_paid{value(u"returnPaid"_s)}
    , m_until{value(u"returnUntil"_s)}
    , m_show{new KeyButton{u"receipt-text"_s, tr("Show"), {}}}
    , m_lines{new ReturnLinesView}
    , m_withoutReceipt{new KeyButton{tr("No receipt")}}
    , m_leave{new KeyButton{{}, tr("Leave return"), Qt::Key_Escape}}
{
    setObjectName(u"returnPage"_s);
    setAccessibleName(tr("Goods that come back"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildHead());
    column->addWidget(buildList(currencySymbol), 1);
    column->addWidget(buildFoot());
    onTheme(this, [this, column] {
        column->setSpacing(tokens().px(12));
        adapt();
    });
}

QWidget* ReturnPage::buildHead()
{
    auto* card = Surface::card();
    auto* row = new QHBoxLayout{card};
    const auto add = [row](const QString& words, PlainLabel* label) {
        auto* fact = new QVBoxLayout;
        fact->setSpacing(0);
        fact->addStretch(1);
        fact->addWidget(new PlainLabel{words, 12, QFont::Normal, Ink::Secondary});
        fact->addWidget(label);
        fact->addStretch(1);
        row->addLayout(fact);
    };
    add(tr("Receipt"), m_number);
    add(tr("Sold"), m_sold);
    add(tr("Paid by"), m_paid);
    add(tr("Return until"), m_until);
    row->addStretch(1);
    m_show->setObjectName(u"returnShow"_s);
    m_show->setAccessibleName(tr("Show the receipt"));
    m_show->setHeights(36, 48);
    row->addWidget(m_show);
    connect(m_show, &KeyButton::clicked, this, &ReturnPage::showRequested);
    onTheme(card, [card] { card->setFixedHeight(tokens().px(60, 64)); });
    return card;
}

QWidget* ReturnPage::buildList(const QString& currencySymbol)
{
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(1, 4, 1, 1);
    column->setSpacing(0);
    column->addWidget(new LinesHead{*m_lines, currencySymbol});
    column->addWidget(m_lines, 1);
    auto* hints = new Surface{Surface::Fill::None, Surface::Edge::Top};
    auto* row = new QHBoxLayout{hints};
    row->addWidget(new KeyHint{{keyText(QKeySequence{Qt::Key_Space})}, tr("take back")});
    row->addWidget(new KeyHint{{u"+"_s, u"−"_s}, tr("how many")});
    row->addWidget(new KeyHint{{u"C"_s}, tr("condition")});
    row->addStretch(1);
    row->addWidget(new KeyHint{
        {keyText(QKeySequence{QKeyCombination{Qt::ControlModifier, Qt::Key_A}})}, tr("everything")});
    column->addWidget(hints);
    onTheme(hints, [hints, row] {
        const Tokens& t = tokens();
        hints->setFixedHeight(t.px(44));
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(16));
    });
    return card;
}

QWidget* ReturnPage::buildFoot()
{
    auto* bar = new Surface{Surface::Fill::Quiet, Surface::Edge::None, 8};
    auto* row = new QHBoxLayout{bar};
    m_exchangeIcon = new IconLabel{u"scan-barcode"_s, 18, Ink::Secondary};
    row->addWidget(m_exchangeIcon);
    auto* words = new PlainLabel{tr("Exchange: just scan the new goods."), 13, QFont::Normal, Ink::Secondary};
    words->setWordWrap(true);
    row->addWidget(words, 1);
    m_withoutReceipt->setObjectName(u"returnWithout"_s);
    m_leave->setObjectName(u"returnLeave"_s);
    for (auto* button : {m_withoutReceipt, m_leave}) {
        button->setAccessibleName(button->text());
        button->setHeights(36, 48);
        row->addWidget(button);
    }
    connect(m_withoutReceipt, &KeyButton::clicked, this, &ReturnPage::withoutReceiptRequested);
    connect(m_leave, &KeyButton::clicked, this, &ReturnPage::leaveRequested);
    onTheme(bar, [bar, row] {
        const Tokens& t = tokens();
        bar->setFixedHeight(t.px(48, 64));
        row->setContentsMargins(t.px(16), 0, t.px(12), 0);
        row->setSpacing(t.px(12));
    });
    return bar;
}

void ReturnPage::setHead(const ReturnHead& head)
{
    m_number->setPlainText(head.number);
    adapt();
    m_sold->setPlainText(head.sold);
    m_paid->setPlainText(head.paid);
    m_until->setPlainText(head.until);
    m_until->setInk(head.isOver ? Ink::OnWarn : Ink::Text);
}

void ReturnPage::setKeys(const QKeySequence& show, const QKeySequence& withoutReceipt)
{
    m_show->setKey(show);
    m_withoutReceipt->setKey(withoutReceipt);
}

void ReturnPage::adapt()
{
    const Tokens& t = tokens();
    const bool isNarrow = width() < t.px(620);
    auto* facts = m_show->parentWidget()->layout();
    const int edge = t.px(isNarrow ? 12 : 16);
    facts->setSpacing(t.px(isNarrow ? 12 : 32));
    facts->setContentsMargins(edge, 0, edge, 0);
    // Where there is no room the other words give way first, to a number of the usual length.
    m_number->setMinimumWidth(std::min(m_number->sizeHint().width(), t.px(110)));
    m_show->setIconShown(!isNarrow);
    m_exchangeIcon->setVisible(!isNarrow);
}

void ReturnPage::resizeEvent(QResizeEvent*)
{
    adapt();
}

} // namespace till
