#include "ui/sell/sell_frame.h"

#include "ui/kit/note_bar.h"
#include "ui/kit/theme.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/item_field.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/results_view.h"
#include "ui/sell/tile_grid.h"
#include "ui/sell/touch_pad.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

SellFrame::SellFrame(QChar decimalSign, QWidget* parent)
    : QWidget{parent}
    , m_field{new ItemField{u"scan-barcode"_s, this}}
    , m_note{new NoteBar{this}}
    , m_tabs{new DepartmentTabs{this}}
    , m_stack{new QStackedWidget{this}}
    , m_tiles{new TileGrid{m_stack}}
    , m_results{new ResultsView{m_stack}}
    , m_payParts{new PayPartsPage{decimalSign, m_stack}}
    , m_pad{new TouchPad{decimalSign, this}}
    , m_actions{new ActionRow{this}}
    , m_cart{new CartPanel{this}}
{
    setObjectName(u"sellFrame"_s);
    m_stack->addWidget(m_tiles);
    m_stack->addWidget(m_results);
    m_stack->addWidget(m_payParts);
    // Only the page that is seen may ask for room.
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto* shelf = new QVBoxLayout;
    shelf->addWidget(m_tabs);
    shelf->addWidget(m_stack, 1);
    m_middle = new QHBoxLayout;
    m_middle->addLayout(shelf, 1);
    m_middle->addWidget(m_pad);
    m_column = new QVBoxLayout;
    m_column->addWidget(m_field);
    m_column->addWidget(m_note);
    m_column->addLayout(m_middle, 1);
    m_column->addWidget(m_actions);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(m_column, 1);
    row->addWidget(m_cart);
    onTheme(this, [this, shelf] {
        shelf->setSpacing(tokens().px(12));
        adapt();
    });
    connectPad();
    setKeys({});
    showLeft(Left::Tiles);
}

void SellFrame::showLeft(Left left)
{
    m_leftNow = left;
    const bool paying = left == Left::PayParts;
    const bool page = left == Left::Page;
    m_field->setVisible(!paying && (!page || m_keepField));
    const bool standsIn = left == Left::Tiles && m_standIn;
    m_tabs->setVisible(showsTiles());
    m_actions->setVisible(!paying && !page && !standsIn);
    showPad();
    switch (left) {
    case Left::Tiles: m_stack->setCurrentWidget(standsIn ? m_standIn.data() : m_tiles); break;
    case Left::Results: m_stack->setCurrentWidget(m_results); break;
    case Left::PayParts: m_stack->setCurrentWidget(m_payParts); break;
    case Left::Page: m_stack->setCurrentWidget(m_page); break;
    }
    if (left == Left::Tiles || left == Left::Results) m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT leftChanged();
}

void SellFrame::showPage(QWidget* page, bool keepField)
{
    if (page != m_page) {
        m_stack->addWidget(page);
        if (m_page) m_page->deleteLater(); // it may be what asked for this one
        m_page = page;
    }
    m_keepField = keepField;
    showLeft(Left::Page);
}

void SellFrame::setStandIn(QWidget* page)
{
    if (page == m_standIn) return;
    if (page != nullptr) m_stack->addWidget(page);
    const auto before = std::exchange(m_standIn, page);
    if (m_leftNow == Left::Tiles) showLeft(Left::Tiles);
    if (before) before->deleteLater(); // it may be what asked for this
}

void SellFrame::connectPad()
{
    connect(m_pad, &TouchPad::typed, m_field, &ItemField::type);
    connect(m_pad, &TouchPad::backspace, m_field, &ItemField::backspace);
    connect(m_pad, &TouchPad::entered, m_field, &ItemField::submit);
    connect(m_field, &ItemField::textChanged, m_pad, &TouchPad::showTyped);
}

void SellFrame::showPad()
{
    const bool wanted = (tokens().isTouch() || m_padAlways) != m_padTurned;
    m_pad->setVisible(wanted && (showsTiles() || m_leftNow == Left::Results));
}

void SellFrame::setPadAlways(bool always)
{
    m_padAlways = always;
    showPad();
}

void SellFrame::togglePad()
{
    m_padTurned = !m_padTurned;
    showPad();
    m_field->setFocus(Qt::OtherFocusReason);
}

void SellFrame::setKeys(const SellKeys& keys)
{
    m_field->setKey(keys.itemField);
    m_payParts->setKeys(keys);
    m_actions->setMoreKey(keys.more);
    m_cart->setKeys(keys);
}

void SellFrame::adapt()
{
    const Tokens& t = tokens();
    // The window is this page and the 88 px rail: below 1200 together it counts as small.
    const bool narrow = width() + t.px(88) < t.px(1200);
    const int margin = t.px(narrow ? 12 : 16);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(t.px(12));
    m_middle->setSpacing(t.px(narrow ? 12 : 16));
    m_pad->setFixedWidth(t.px(narrow ? 232 : 296));
    showPad();
    m_cart->setNarrow(narrow);
    m_field->setHint(tr("Scan, or type a name or number"));
    update();
}

void SellFrame::resizeEvent(QResizeEvent*)
{
    adapt();
}

void SellFrame::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), tokens().colours().bg);
}

} // namespace till
