// The steps of ArrangePage: what a person does to the keys.

#include "services/catalog_service.h"
#include "services/quick_key_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/product_picture.h"
#include "ui/kit/text_dialog.h"
#include "ui/sell/arrange_page.h"
#include "ui/sell/arrange_view.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/product_picker.h"
#include "ui/sell/tab_ids.h"
#include "ui/sell/tile_ghost.h"
#include "ui/sell/tile_grid.h"

#include <QDialog>
#include <QEvent>
#include <QTimer>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostUndo = 100;
constexpr int kProposed = 40;
constexpr int kFirstPage = 25;

} // namespace

/// While it stands a window of the page is open, and the page stays: a card payment can be approved
/// meanwhile, which leaves the page, and whoever opened the window goes on behind it.
class ArrangePage::Asking {
public:
    explicit Asking(ArrangePage& page)
        : m_page{page}
    {
        ++m_page.m_asking;
    }
    ~Asking()
    {
        if (--m_page.m_asking == 0 && m_page.m_isLeft)
            QTimer::singleShot(0, &m_page, [page = &m_page] { delete page; });
    }
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

private:
    ArrangePage& m_page;
};

void ArrangePage::focusPlaces()
{
    if (!m_isLeft) m_view->setFocus();
}

bool ArrangePage::event(QEvent* event)
{
    if (event->type() != QEvent::DeferredDelete || m_asking == 0) return QWidget::event(event);
    m_isLeft = true;
    const auto windows = findChildren<QDialog*>();
    for (auto* window : windows) window->reject();
    return true;
}

bool ArrangePage::change(const std::function<Result<>()>& step)
{
    const auto before = m_shop.quickKeys().pages();
    bool made = false;
    const Asking asking{*this}; // what fails is said in a window
    guarded(this, [&] {
        const auto result = step();
        made = result.hasValue();
        if (!result) Q_EMIT refused(result.error(), {});
    });
    if (made && m_shop.quickKeys().pages() != before) {
        m_undo.push_back(before);
        if (m_undo.size() > kMostUndo) m_undo.erase(m_undo.begin());
    }
    showTools();
    return made;
}

void ArrangePage::undo()
{
    if (m_undo.empty()) return;
    letGo();
    const auto before = std::move(m_undo.back());
    m_undo.pop_back();
    const Asking asking{*this};
    guarded(this, [&] {
        const auto restored = m_shop.quickKeys().restore(m_shop.owner(), before);
        if (!restored) Q_EMIT refused(restored.error(), {});
    });
    showTools();
}

void ArrangePage::choosePage(QuickKeyPageId page)
{
    m_page = page;
    m_tabs->setCurrent(tabOf(page));
    if (!m_lifted) m_view->setMark(0);
    showTiles();
}

void ArrangePage::step(int columns, int rows)
{
    setMark(m_view->mark() + columns + rows * m_view->columns());
}

void ArrangePage::setMark(int place)
{
    if (place < 0 || place >= kQuickKeyPlaces || current() == nullptr) return;
    const bool beyond = place >= m_grid->model().rowCount();
    if (beyond && m_lifted == std::nullopt && marked() == nullptr) return; // free places lead nowhere further
    m_view->setMark(place);
    if (beyond) showTiles();
    m_view->setTarget(m_lifted && !m_isDragging ? std::optional{place} : std::nullopt);
    showTools();
}

void ArrangePage::take(int place)
{
    if (current() == nullptr) return;
    if (m_lifted) return drop(place);
    const auto* key = keyAt(*current(), place);
    if (key == nullptr) return add(place);
    m_lifted = Lifted{m_page, place};
    m_view->setLifted(place);
    m_view->setTarget(place);
    showTools();
}

/// A finger marks; on a free place it adds.
void ArrangePage::tap(int place)
{
    m_view->setFocus(Qt::MouseFocusReason);
    if (m_lifted) return drop(place);
    setMark(place);
    if (current() != nullptr && keyAt(*current(), place) == nullptr) add(place);
}

void ArrangePage::drop(int place)
{
    const auto from = *m_lifted;
    letGo();
    if (from.page == m_page && from.place == place) return;
    change(
        [&] { return m_shop.quickKeys().moveToPage(m_shop.owner(), from.page, from.place, m_page, place); });
    setMark(place);
}

void ArrangePage::letGo()
{
    m_lifted.reset();
    m_isDragging = false;
    m_turn->stop();
    m_ghost->hide();
    m_view->setLifted(std::nullopt);
    m_view->setTarget(std::nullopt);
    showTools();
}

void ArrangePage::add(std::optional<int> place)
{
    const auto* page = current();
    if (page == nullptr) return;
    letGo();
    std::vector<ProductId> ids;
    for (const auto& each : m_shop.quickKeys().proposals(kProposed))
        if (keyOf(*page, each.product) == nullptr) ids.push_back(each.product);
    ProductPicker::Proposed proposed{
        tr("What sells at this hour and is not on this page, without a barcode first"),
        m_shop.catalog().rows(ids)};
    if (proposed.products.empty())
        proposed = {tr("What sells best"), m_shop.catalog().bestSellers(kProposed)};
    const Asking asking{*this};
    ProductPicker picker{m_shop, m_formats, m_colours, std::move(proposed), this};
    if (picker.exec() == QDialog::Accepted) put(ProductId{picker.product()}, place);
    focusPlaces();
}

void ArrangePage::put(ProductId product, std::optional<int> place)
{
    std::optional<int> at;
    change([&]() -> Result<> {
        const auto done = m_shop.quickKeys().put(m_shop.owner(), m_page, product, place);
        if (!done) return done.error();
        at = *done;
        return {};
    });
    if (at) setMark(*at);
}

void ArrangePage::takeScan(const QString& code)
{
    const auto found = m_shop.catalog().findByCode(code.toStdString());
    if (!found) return Q_EMIT refused(found.error(), code);
    if (current() == nullptr) return Q_EMIT refused({ErrorCode::QuickKeyPageNotFound}, code);
    put(found->id, marked() == nullptr ? std::optional{m_view->mark()} : std::nullopt);
}

void ArrangePage::remove()
{
    if (m_lifted || marked() == nullptr) return;
    change([&] { return m_shop.quickKeys().remove(m_shop.owner(), m_page, m_view->mark()); });
}

void ArrangePage::paint(int colour)
{
    if (m_lifted || marked() == nullptr) return;
    change([&] {
        return m_shop.quickKeys().setColour(
            m_shop.owner(), m_page, m_view->mark(), colour == 0 ? std::nullopt : std::optional{colour});
    });
}

void ArrangePage::choosePicture()
{
    const auto* key = marked();
    const auto product = key == nullptr || m_lifted ? std::nullopt : productOf(*key);
    if (!product) return;
    const Asking asking{*this};
    change([&]() -> Result<> {
        const auto chosen =
            till::choosePicture(this, m_shop, product->id, QString::fromStdString(product->name));
        return chosen ? Result<>{} : Result<>{chosen.error()};
    });
    focusPlaces();
}

void ArrangePage::takePicture(int place, const QString& file)
{
    const auto* key = current() == nullptr ? nullptr : keyAt(*current(), place);
    if (key == nullptr) return;
    const auto product = key->product;
    change([&] { return keepPicture(m_shop, product, file); });
}

void ArrangePage::addPage(bool ofBestSellers)
{
    const Asking asking{*this};
    const auto name = askText(this, {tr("New page"), tr("Name, as it stands on its tab"),
                                        tr("Page %1").arg(m_pages.size() + 1), tr("Add the page")});
    focusPlaces();
    if (!name) return;
    letGo();
    std::vector<ProductId> products;
    if (ofBestSellers)
        for (const auto& hit : m_shop.catalog().bestSellers(kFirstPage))
            if (hit.soldLines > 0) products.push_back(hit.id); // the rest of them has sold nothing yet
    QuickKeyPageId made;
    change([&]() -> Result<> {
        const auto page = m_shop.quickKeys().addPageOf(m_shop.owner(), name->toStdString(), products);
        if (!page) return page.error();
        made = *page;
        return {};
    });
    if (made) choosePage(made);
}

void ArrangePage::renamePage()
{
    const auto* page = current();
    if (page == nullptr) return;
    const Asking asking{*this};
    const auto name = askText(this, {tr("Rename the page"), tr("Name, as it stands on its tab"),
                                        QString::fromStdString(page->name), tr("Rename")});
    focusPlaces();
    if (name)
        change([&] { return m_shop.quickKeys().renamePage(m_shop.owner(), m_page, name->toStdString()); });
}

void ArrangePage::movePage(int by)
{
    const auto found = std::ranges::find(m_pages, m_page, &QuickKeyPage::id);
    const int to = static_cast<int>(found - m_pages.begin()) + by;
    if (found == m_pages.end() || to < 0 || to >= static_cast<int>(m_pages.size())) return;
    change([&] { return m_shop.quickKeys().movePage(m_shop.owner(), m_page, to); });
}

void ArrangePage::archivePage()
{
    const auto* page = current();
    if (page == nullptr) return;
    letGo();
    const auto name = QString::fromStdString(page->name);
    if (change([&] { return m_shop.quickKeys().archivePage(m_shop.owner(), m_page); }))
        Q_EMIT told(name, tr("is put away. Undo brings it back."));
}

std::optional<QuickKeyPageId> ArrangePage::pageUnder(const QPoint& global) const
{
    const auto tab = m_tabs->tabAt(m_tabs->mapFromGlobal(global));
    return tab ? std::optional{pageOfTab(*tab)} : std::nullopt;
}

void ArrangePage::follow(const QPoint& global)
{
    m_ghost->centreOn(mapFromGlobal(global));
    m_view->setTarget(m_view->placeAt(global));
    const auto tab = pageUnder(global);
    const bool turns = (tab && *tab != m_page) || m_grid->turnAt(m_grid->mapFromGlobal(global)) != 0;
    if (!turns)
        m_turn->stop();
    else if (!m_turn->isActive())
        m_turn->start();
}

/// The tile is held over the tab of another page, or over the button to another screen of this one.
void ArrangePage::turnUnderFinger()
{
    const QPoint global = m_ghost->mapToGlobal(m_ghost->rect().center());
    if (const auto tab = pageUnder(global)) return choosePage(*tab);
    m_view->setPage(m_view->page() + m_grid->turnAt(m_grid->mapFromGlobal(global)));
}

void ArrangePage::endDrag(const QPoint& global)
{
    if (!m_lifted) return letGo(); // its page is gone
    if (const auto place = m_view->placeAt(global)) return drop(*place);
    const auto from = *m_lifted;
    const auto page = pageUnder(global);
    letGo();
    if (!page || *page == from.page) return; // let go beside it: nothing has happened
    change([&] { return m_shop.quickKeys().moveToPage(m_shop.owner(), from.page, from.place, *page); });
}

} // namespace till
