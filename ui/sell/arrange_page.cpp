#include "ui/sell/arrange_page.h"

#include "services/catalog_service.h"
#include "services/quick_key_service.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/arrange_tools.h"
#include "ui/sell/arrange_view.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/tab_ids.h"
#include "ui/sell/tile_ghost.h"
#include "ui/sell/tile_grid.h"
#include "ui/sell/tile_pictures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTurnMs = 450; ///< a tile held over a tab that long turns to its page

TileGrid* newGrid()
{
    auto* model = new TileModel;
    return new TileGrid{model, new ArrangeView{*model}};
}

} // namespace

ArrangePage::ArrangePage(Shop& shop, const Formats& formats, const DepartmentColours& colours,
    QuickKeyPageId page, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_colours{colours}
    , m_page{page}
    , m_tabs{new DepartmentTabs}
    , m_grid{newGrid()}
    , m_view{static_cast<ArrangeView*>(&m_grid->view())}
    , m_tools{new ArrangeTools{this}}
    , m_pictures{new TilePictures{shop, this}}
    , m_ghost{new TileGhost{this}}
    , m_turn{new QTimer{this}}
    , m_empty{Surface::card()}
    , m_places{new QWidget}
    , m_middle{new QHBoxLayout}
    , m_words{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_undoButton{new KeyButton{u"undo-2"_s, tr("Undo"), QKeySequence{Qt::CTRL | Qt::Key_Z}}}
    , m_newPage{new KeyButton{u"plus"_s, tr("New page"), QKeySequence{Qt::CTRL | Qt::Key_N}}}
    , m_doneButton{new KeyButton{u"check"_s, tr("Done"), QKeySequence{Qt::Key_Escape}}}
{
    setObjectName(u"arrangePage"_s);
    setFocusProxy(m_view);
    build();
    connectParts();
    m_changed = shop.quickKeys().changed.subscribe([this] { read(); });
    read();
}

void ArrangePage::build()
{
    m_tabs->setObjectName(u"arrangeTabs"_s);
    m_tabs->setAccessibleName(tr("Pages"));
    m_words->setObjectName(u"arrangeWords"_s);
    m_words->setElided(true);
    m_undoButton->setObjectName(u"arrangeUndo"_s);
    m_newPage->setObjectName(u"arrangeNewPage"_s);
    m_doneButton->setObjectName(u"arrangeDone"_s);
    m_doneButton->setKind(ButtonKind::Primary);
    for (auto* button : {m_undoButton, m_newPage, m_doneButton}) {
        button->setAccessibleName(button->text());
        button->setHeights(44, 56);
    }
    m_turn->setSingleShot(true);
    m_turn->setInterval(kTurnMs);

    auto* head = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(new PlainLabel{tr("Arrange the keys"), 18, QFont::Bold});
    titles->addWidget(m_words);
    head->addLayout(titles, 1);
    for (auto* button : {m_undoButton, m_newPage, m_doneButton}) head->addWidget(button);
    auto* headBox = new QWidget;
    headBox->setLayout(head);
    head->setContentsMargins(0, 0, 0, 0);

    auto* shelf = new QVBoxLayout;
    shelf->addWidget(m_tabs);
    shelf->addWidget(m_places, 1);
    m_middle->addLayout(shelf, 1);
    m_middle->addWidget(m_tools->side());
    auto* places = new QVBoxLayout{m_places};
    places->setContentsMargins(0, 0, 0, 0);
    places->addWidget(m_grid);
    places->addWidget(m_empty);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(headBox);
    column->addLayout(m_middle, 1);
    column->addWidget(m_tools->row());
    onTheme(this, [this, headBox, head, column, shelf] {
        const Tokens& t = tokens();
        headBox->setFixedHeight(t.px(52, 56)); // where the item field stands
        m_tools->row()->setFixedHeight(t.px(44, 56));
        for (auto* box : std::initializer_list<QBoxLayout*>{column, shelf}) box->setSpacing(t.px(12));
        head->setSpacing(t.px(8));
    });
    showEmpty();
}

/// What a shop sees that has arranged nothing yet.
void ArrangePage::showEmpty()
{
    m_empty->setObjectName(u"arrangeEmpty"_s);
    auto* column = new QVBoxLayout{m_empty};
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    const auto words = [&](const QString& text, int size, int weight, Ink ink) {
        auto* label = new PlainLabel{text, size, weight, ink};
        label->setWordWrap(true);
        column->addWidget(label);
    };
    words(tr("No page yet"), 24, QFont::Bold, Ink::Text);
    words(tr("A page is a screen of products to touch. What you put on a place stays there."), 16,
        QFont::Normal, Ink::Secondary);
    const auto button = [&](const char* name, const QString& text, ButtonKind kind, bool best) {
        auto* made = new KeyButton{text};
        made->setObjectName(QString::fromLatin1(name));
        made->setAccessibleName(text);
        made->setKind(kind);
        made->setHeights(56, 64);
        made->setFocusPolicy(Qt::StrongFocus);
        connect(made, &KeyButton::clicked, this, [this, best] { addPage(best); });
        column->addWidget(made);
    };
    button("startWithBest", tr("Start with what sells best"), ButtonKind::Primary, true);
    button("startEmpty", tr("Start with an empty page"), ButtonKind::Normal, false);
    column->addStretch(1);
}

void ArrangePage::connectParts()
{
    connect(m_tabs, &DepartmentTabs::chosen, this, [this](qint64 tab) { choosePage(pageOfTab(tab)); });
    connect(m_pictures, &TilePictures::arrived, this, &ArrangePage::showTiles);
    connect(m_view, &ArrangeView::tapped, this, &ArrangePage::tap);
    connect(m_view, &ArrangeView::dragStarted, this, [this](int place) {
        m_isDragging = true;
        m_lifted = Lifted{m_page, place};
        setMark(place);
        m_ghost->lift(m_view->tilePicture(place));
        m_view->setLifted(place);
    });
    connect(m_view, &ArrangeView::dragged, this, &ArrangePage::follow);
    connect(m_view, &ArrangeView::dragEnded, this, &ArrangePage::endDrag);
    connect(m_view, &ArrangeView::fileDropped, this, &ArrangePage::takePicture);
    connect(m_turn, &QTimer::timeout, this, &ArrangePage::turnUnderFinger);
    connect(m_tools, &ArrangeTools::colourPicked, this, &ArrangePage::paint);
    connect(m_tools, &ArrangeTools::addRequested, this,
        [this] { add(marked() == nullptr ? std::optional{m_view->mark()} : std::nullopt); });
    connect(m_tools, &ArrangeTools::pictureRequested, this, &ArrangePage::choosePicture);
    connect(m_tools, &ArrangeTools::removeRequested, this, &ArrangePage::remove);
    connect(m_tools, &ArrangeTools::renameRequested, this, &ArrangePage::renamePage);
    connect(m_tools, &ArrangeTools::movePageRequested, this, &ArrangePage::movePage);
    connect(m_tools, &ArrangeTools::archivePageRequested, this, &ArrangePage::archivePage);
    connect(m_undoButton, &KeyButton::clicked, this, &ArrangePage::undo);
    connect(m_newPage, &KeyButton::clicked, this, [this] { addPage(false); });
    connect(m_doneButton, &KeyButton::clicked, this, &ArrangePage::done);
}

const QuickKeyPage* ArrangePage::current() const
{
    const auto found = std::ranges::find(m_pages, m_page, &QuickKeyPage::id);
    return found == m_pages.end() ? nullptr : &*found;
}

const QuickKey* ArrangePage::marked() const
{
    const auto* page = current();
    return page == nullptr ? nullptr : keyAt(*page, m_view->mark());
}

std::optional<ProductHit> ArrangePage::productOf(const QuickKey& key) const
{
    const std::array ids{key.product};
    auto rows = m_shop.catalog().rows(ids);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

void ArrangePage::read()
{
    m_pages = m_shop.quickKeys().pages();
    if (current() == nullptr) m_page = m_pages.empty() ? QuickKeyPageId{} : m_pages.front().id;
    if (m_lifted && std::ranges::find(m_pages, m_lifted->page, &QuickKeyPage::id) == m_pages.end())
        m_lifted.reset();
    std::vector<DepartmentTab> tabs;
    for (const auto& page : m_pages)
        tabs.push_back({tabOf(page.id), QString::fromStdString(page.name), 0, {}});
    m_tabs->setTabs(tabs);
    m_tabs->setCurrent(tabOf(m_page));
    m_tabs->setVisible(!m_pages.empty());
    m_grid->setVisible(!m_pages.empty());
    m_empty->setVisible(m_pages.empty());
    m_newPage->setEnabled(m_pages.size() < kQuickKeyPages);
    showTiles();
}

/// Whole screens of places.
void ArrangePage::showTiles()
{
    std::vector<TileRow> rows;
    if (const auto* page = current()) {
        std::vector<ProductId> ids;
        ids.reserve(page->keys.size());
        for (const auto& key : page->keys) ids.push_back(key.product);
        auto tiles = tileRows(m_shop.catalog().rows(ids), m_formats, m_colours);
        m_pictures->fill(tiles);
        const int last = std::max(page->keys.empty() ? 0 : page->keys.back().place, m_view->mark());
        const int screen = m_grid->perScreen(last + 1);
        rows.resize(static_cast<std::size_t>(std::min(kQuickKeyPlaces, (last / screen + 1) * screen)));
        for (const auto& key : page->keys) {
            const auto tile = std::ranges::find(tiles, key.product.value, &TileRow::productId);
            if (tile == tiles.end()) continue;
            auto& row = rows[static_cast<std::size_t>(key.place)];
            row = std::move(*tile);
            if (key.colour) row.colour = *key.colour;
        }
    }
    const int mark = m_view->mark();
    m_grid->model().setRows(std::move(rows));
    m_view->setMark(mark);
    const bool liftedHere = m_lifted && m_lifted->page == m_page;
    m_view->setLifted(liftedHere ? std::optional{m_lifted->place} : std::nullopt);
    showTools();
}

void ArrangePage::showTools()
{
    const auto* key = marked();
    const auto product = key == nullptr ? std::nullopt : productOf(*key);
    const auto colour = product ? m_colours.find(product->department.value) : m_colours.end();
    m_tools->showKey(key != nullptr && !m_lifted, key == nullptr ? std::nullopt : key->colour,
        colour == m_colours.end() ? 5 : colour->second);
    m_tools->showPage(current() != nullptr);
    m_undoButton->setEnabled(!m_undo.empty());
    QString words = tr("Nothing is sold meanwhile. Drag a tile, or touch a free place to fill it.");
    if (m_lifted) {
        words = tr("Where to? Arrows or a touch, then Enter. Ctrl+PgDn takes it to the next page.");
    } else if (product) {
        words = tr("%1: Enter lifts it.").arg(QString::fromStdString(product->name));
    }
    m_words->setPlainText(words);
}

void ArrangePage::resizeEvent(QResizeEvent*)
{
    // As wide as the number pad that stands there while selling: see SellFrame::adapt().
    const Tokens& t = tokens();
    const bool narrow = window()->width() < t.px(1200);
    m_tools->side()->setFixedWidth(t.px(narrow ? 232 : 296));
    m_middle->setSpacing(t.px(narrow ? 12 : 16));
    m_tools->setNarrow(narrow);
    QTimer::singleShot(0, this, [this] { showTiles(); });
}

void ArrangePage::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const int key = event->key();
    if (event->modifiers().testFlag(Qt::AltModifier) && key >= Qt::Key_0 && key <= Qt::Key_6)
        return paint(key - Qt::Key_0);
    switch (key) {
    case Qt::Key_Left: return step(-forward, 0);
    case Qt::Key_Right: return step(forward, 0);
    case Qt::Key_Up: return step(0, -1);
    case Qt::Key_Down: return step(0, 1);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int by = key == Qt::Key_PageUp ? -1 : 1;
        if (control) return shift ? movePage(by) : m_tabs->step(by);
        return step(0, by * m_view->rowsPerPage());
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return take(m_view->mark());
    case Qt::Key_Escape:
        if (m_lifted) return letGo();
        return Q_EMIT done();
    case Qt::Key_Delete:
        if (shift) return archivePage();
        return remove();
    case Qt::Key_Insert: return add(marked() == nullptr ? std::optional{m_view->mark()} : std::nullopt);
    case Qt::Key_F2: return renamePage();
    case Qt::Key_F4: return choosePicture();
    default: break;
    }
    if (control && key == Qt::Key_Z) return undo();
    if (control && key == Qt::Key_N) return addPage(false);
    QWidget::keyPressEvent(event);
}

} // namespace till
