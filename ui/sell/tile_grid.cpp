#include "ui/sell/tile_grid.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/sell/tile_view.h"

#include <QHBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

TileGrid::TileGrid(QWidget* parent)
    : TileGrid{new TileModel, nullptr, parent}
{
}

TileGrid::TileGrid(TileModel* model, TileView* view, QWidget* parent)
    : QWidget{parent}
    , m_model{model}
    , m_view{view != nullptr ? view : new TileView{*model}}
    , m_pager{new QWidget}
    , m_previous{new KeyButton{u"chevron-left"_s, {}, {}}}
    , m_next{new KeyButton{u"chevron-right"_s, {}, {}}}
    , m_where{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
{
    m_model->setParent(this);
    m_previous->setObjectName(u"tilesPrevious"_s);
    m_previous->setAccessibleName(tr("Previous tiles"));
    m_next->setObjectName(u"tilesNext"_s);
    m_next->setAccessibleName(tr("Next tiles"));
    m_where->setObjectName(u"tilesPage"_s);

    auto* turn = new QHBoxLayout{m_pager};
    turn->setContentsMargins(0, 0, 0, 0);
    turn->addStretch(1);
    turn->addWidget(m_previous);
    turn->addWidget(m_where);
    turn->addWidget(m_next);
    turn->addStretch(1);
    for (auto* part : std::initializer_list<QWidget*>{m_view, m_pager}) part->setParent(this);
    onTheme(this, [this, turn] {
        turn->setSpacing(tokens().px(12));
        for (auto* button : {m_previous, m_next}) button->setMinimumWidth(tokens().px(72));
        arrange();
    });

    connect(m_view, &TileView::chosen, this, &TileGrid::chosen);
    connect(m_view, &TileView::pagesChanged, this, &TileGrid::showPages);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TileGrid::arrange);
    connect(m_previous, &KeyButton::clicked, this, [this] { m_view->setPage(m_view->page() - 1); });
    connect(m_next, &KeyButton::clicked, this, [this] { m_view->setPage(m_view->page() + 1); });
    showPages();
}

void TileGrid::showPages()
{
    const int count = m_view->pageCount();
    const int page = m_view->page();
    m_where->setText(tr("%1 of %2").arg(page + 1).arg(count));
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < count);
}

// By hand: a layout in which one part shows or hides another while it is laid out itself leaves that one
// where it would have been.
void TileGrid::arrange()
{
    const int count = m_model->rowCount();
    const bool paged = count > perScreen(count);
    const int turning = m_pager->sizeHint().height();
    m_pager->setVisible(paged);
    m_pager->setGeometry(0, height() - turning, width(), turning);
    m_view->setGeometry(0, 0, width(), paged ? height() - turning - tokens().px(8) : height());
}

int TileGrid::perScreen(int tiles) const
{
    // Counted without the pager first: it takes a row away, and could otherwise justify itself.
    const int columns = m_view->columnsFor(width());
    const int whole = columns * m_view->rowsFor(height());
    if (tiles <= whole) return whole;
    return columns * m_view->rowsFor(height() - m_pager->sizeHint().height() - tokens().px(8));
}

int TileGrid::turnAt(const QPoint& place) const
{
    const auto over = [&](const QWidget* button) {
        return button->isVisible() && button->rect().contains(button->mapFrom(this, place));
    };
    if (over(m_previous)) return -1;
    return over(m_next) ? 1 : 0;
}

void TileGrid::resizeEvent(QResizeEvent*)
{
    arrange();
}

} // namespace till
