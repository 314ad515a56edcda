#include "ui/sell/tile_shelf.h"

#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/tile_grid.h"

namespace till {

namespace {

constexpr int kFavourites = 25;
constexpr int kMostTiles = 100;

} // namespace

TileShelf::TileShelf(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    connect(&desk.frame().tabs(), &DepartmentTabs::chosen, this, [this](qint64 department) {
        m_department = department;
        readTiles();
    });
    connect(&desk.frame().tiles(), &TileGrid::chosen, this, &TileShelf::chosen);
    auto& shop = desk.shop();
    m_catalogChanged = shop.catalog().changed.subscribe([this] { readDepartments(); });
    m_cartChanged = shop.carts().changed.subscribe([this](TillId) { showInCart(); });
    m_sold = shop.checkout().sold.subscribe([this](DocumentId) { readStock(); });
    readDepartments();
}

void TileShelf::readDepartments()
{
    std::vector<DepartmentTab> tabs{{0, tr("Favourites"), 0}};
    m_colours.clear();
    for (const auto& department : m_desk.shop().catalog().departments()) {
        m_colours[department.id.value] = department.colour;
        if (!department.parent)
            tabs.push_back({department.id.value, QString::fromStdString(department.name), department.colour});
    }
    m_desk.frame().tabs().setTabs(tabs);
    readTiles();
}

void TileShelf::readTiles()
{
    auto& catalog = m_desk.shop().catalog();
    if (m_department != 0) {
        m_products = catalog.inDepartment(DepartmentId{m_department}, kMostTiles);
    } else {
        m_products = catalog.bestSellers(kFavourites);
        if (m_products.empty()) m_products = catalog.all(kFavourites, 0);
    }
    showTiles();
}

void TileShelf::readStock()
{
    std::vector<ProductId> ids;
    ids.reserve(m_products.size());
    for (const auto& product : m_products) ids.push_back(product.id);
    m_products = m_desk.shop().catalog().rows(ids);
    showTiles();
}

void TileShelf::showTiles()
{
    auto rows = tileRows(m_products, m_desk.formats(), m_colours);
    const auto quantities = quantitiesIn(m_desk.cart(), m_desk.formats());
    for (auto& row : rows) {
        if (const auto found = quantities.find(row.productId); found != quantities.end())
            row.inCart = found->second;
    }
    m_desk.frame().tiles().model().setRows(std::move(rows));
}

void TileShelf::showInCart()
{
    m_desk.frame().tiles().model().setInCart(quantitiesIn(m_desk.cart(), m_desk.formats()));
}

} // namespace till
