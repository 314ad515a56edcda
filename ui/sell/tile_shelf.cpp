#include "ui/sell/tile_shelf.h"

#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/quick_key_service.h"
#include "services/setting_service.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/tab_ids.h"
#include "ui/sell/tile_grid.h"
#include "ui/sell/tile_pictures.h"

#include <algorithm>
#include <set>

namespace till {

namespace {

constexpr int kFavourites = 25;
constexpr int kMostTiles = 100;

std::int64_t hourOf(const Moment& moment)
{
    return (moment.utc.time_since_epoch().count() / 60'000 + moment.offsetMinutes) / 60;
}

} // namespace

TileShelf::TileShelf(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_pictures{new TilePictures{desk.shop(), this}}
{
    connect(&desk.frame().tabs(), &DepartmentTabs::chosen, this, [this](qint64 tab) {
        m_tab = tab;
        readTiles();
    });
    connect(&desk.frame().tiles(), &TileGrid::chosen, this, &TileShelf::chosen);
    connect(m_pictures, &TilePictures::arrived, this, &TileShelf::showTiles);
    auto& shop = desk.shop();
    m_catalogChanged = shop.catalog().changed.subscribe([this] { readTabs(); });
    m_keysChanged = shop.quickKeys().changed.subscribe([this] { readTabs(); });
    m_settingsChanged = shop.settings().changed.subscribe([this] { readTabs(); });
    m_cartChanged = shop.carts().changed.subscribe([this](TillId) { showInCart(); });
    m_sold = shop.checkout().sold.subscribe([this](DocumentId) { m_hasSold ? readStock() : readTabs(); });
    readTabs();
}

void TileShelf::readTabs()
{
    auto& shop = m_desk.shop();
    m_pages = shop.quickKeys().pages();
    std::vector<DepartmentTab> tabs;
    for (const auto& page : m_pages)
        tabs.push_back({tabOf(page.id), QString::fromStdString(page.name), 0, {}});
    if (m_pages.empty()) tabs.push_back({kBestSellersTab, tr("Favourites"), 0, {}});
    // A shop that has sold nothing yet has nothing to tell from.
    m_hasSold = m_hasSold || shop.checkout().last(shop.facts().till).has_value();
    if (shop.settings().isOn("sell.now_page") && m_hasSold)
        tabs.push_back({kNowTab, tr("Now"), 0, tr("What usually sells at this hour of this weekday")});
    m_colours.clear();
    for (const auto& department : shop.catalog().departments()) {
        m_colours[department.id.value] = department.colour;
        if (!department.parent)
            tabs.push_back(
                {department.id.value, QString::fromStdString(department.name), department.colour, {}});
    }
    m_desk.frame().tabs().setTabs(tabs);
    m_tab = m_desk.frame().tabs().current();
    readTiles();
}

void TileShelf::readTiles()
{
    auto& catalog = m_desk.shop().catalog();
    m_keys.clear();
    if (m_tab == kNowTab) {
        readNow();
        m_products = catalog.rows(m_now);
    } else if (const auto id = pageOfTab(m_tab)) {
        const auto page = std::ranges::find(m_pages, id, &QuickKeyPage::id);
        if (page != m_pages.end()) m_keys = page->keys;
        std::vector<ProductId> ids;
        ids.reserve(m_keys.size());
        for (const auto& key : m_keys) ids.push_back(key.product);
        m_products = catalog.rows(ids);
    } else if (m_tab == kBestSellersTab) {
        m_products = catalog.bestSellers(kFavourites);
        if (m_products.empty()) m_products = catalog.all(kFavourites, 0);
    } else {
        m_products = catalog.inDepartment(DepartmentId{m_tab}, kMostTiles);
        // What a person has put on a page is what they look for here too.
        std::set<ProductId> pinned;
        for (const auto& page : m_pages)
            for (const auto& key : page.keys) pinned.insert(key.product);
        std::ranges::stable_partition(
            m_products, [&](const ProductHit& product) { return pinned.contains(product.id); });
    }
    showTiles();
}

bool TileShelf::isSaleOpen() const
{
    const auto cart = m_desk.cart();
    return cart && !cart->cart.lines.empty();
}

/// Another hour may propose other goods, but never while a sale is open; and what stays keeps its place.
void TileShelf::readNow()
{
    const auto hour = hourOf(m_desk.shop().now());
    if (m_nowHour == hour || (m_nowHour != 0 && isSaleOpen())) return;
    m_nowHour = hour;
    std::vector<ProductId> proposed;
    for (const auto& each : m_desk.shop().quickKeys().proposals(kFavourites))
        proposed.push_back(each.product);
    std::vector<ProductId> fresh;
    std::ranges::copy_if(proposed, std::back_inserter(fresh),
        [&](ProductId id) { return std::ranges::find(m_now, id) == m_now.end(); });
    auto next = fresh.begin();
    std::vector<ProductId> settled;
    for (const auto id : m_now) {
        if (std::ranges::find(proposed, id) != proposed.end())
            settled.push_back(id);
        else if (next != fresh.end())
            settled.push_back(*next++);
    }
    settled.insert(settled.end(), next, fresh.end());
    m_now = std::move(settled);
}

void TileShelf::readStock()
{
    if (m_tab == kNowTab) return readTiles(); // the sale is over: another hour may have come
    std::vector<ProductId> ids;
    ids.reserve(m_products.size());
    for (const auto& product : m_products) ids.push_back(product.id);
    m_products = m_desk.shop().catalog().rows(ids);
    showTiles();
}

/// Every tile on the place a person gave it; what was archived leaves its place free.
std::vector<TileRow> TileShelf::rowsOfPage() const
{
    auto rows = tileRows(m_products, m_desk.formats(), m_colours);
    std::vector<TileRow> placed;
    for (const auto& key : m_keys) {
        const auto row = std::ranges::find(rows, key.product.value, &TileRow::productId);
        if (row == rows.end()) continue;
        placed.resize(static_cast<std::size_t>(key.place) + 1);
        placed.back() = std::move(*row);
        if (key.colour) placed.back().colour = *key.colour;
    }
    return placed;
}

void TileShelf::showTiles()
{
    const bool isPage = static_cast<bool>(pageOfTab(m_tab));
    auto rows = isPage ? rowsOfPage() : tileRows(m_products, m_desk.formats(), m_colours);
    const auto quantities = quantitiesIn(m_desk.cart(), m_desk.formats());
    for (auto& row : rows) {
        if (const auto found = quantities.find(row.productId); found != quantities.end())
            row.inCart = found->second;
    }
    if (m_desk.shop().settings().isOn("sell.hide_sold_out")) {
        // On a page the place stays free, so that the others stay where they are.
        const auto hidden = [](const TileRow& row) { return row.soldOut && row.inCart.isEmpty(); };
        if (isPage) {
            std::ranges::replace_if(rows, hidden, TileRow{});
        } else {
            std::erase_if(rows, hidden);
        }
    }
    m_pictures->fill(rows);
    m_desk.frame().tiles().model().setRows(std::move(rows));
}

void TileShelf::showInCart()
{
    m_desk.frame().tiles().model().setInCart(quantitiesIn(m_desk.cart(), m_desk.formats()));
}

} // namespace till
