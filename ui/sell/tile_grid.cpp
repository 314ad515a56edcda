#include "ui/sell/tile_grid.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/sell/tile_view.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

TileGrid::TileGrid(QWidget* parent)
    : QWidget{parent}
    , m_model{new TileModel{this}}
    , m_view{new TileView{*m_model}}
    , m_pager{new QWidget}
    , m_previous{new KeyButton{u"chevron-left"_s, {}, {}}}
    , m_next{new KeyButton{u"chevron-right"_s, {}, {}}}
    , m_where{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
{
    m_previous->setObjectName(u"tilesPrevious"_s);
    m_previous->setAccessibleName(tr("Previous tiles"));
    m_next->setObjectName(u"tilesNext"_s);
    m_next->setAccessibleName(tr("Next tiles"));
    m_where->setObjectName(u"tilesPage"_s);
    for (auto* button : {m_previous, m_next}) button->setMinimumWidth(tokens().px(72));

    auto* turn = new QHBoxLayout{m_pager};
    turn->setContentsMargins(0, 0, 0, 0);
    turn->addStretch(1);
    turn->addWidget(m_previous);
    turn->addWidget(m_where);
    turn->addWidget(m_next);
    turn->addStretch(1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addWidget(m_pager);
    onTheme(this, [column, turn] {
        column->setSpacing(tokens().px(8));
        turn->setSpacing(tokens().px(12));
    });

    connect(m_view, &TileView::chosen, this, &TileGrid::chosen);
    connect(m_view, &TileView::pagesChanged, this, &TileGrid::showPages);
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
    // Counted without the pager: it takes a row away, and could otherwise justify itself.
    m_pager->setVisible(m_model->rowCount() > m_view->columns() * m_view->rowsFor(height()));
}

} // namespace till
