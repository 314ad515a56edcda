#pragma once

#include "base/event.h"
#include "domain/catalog/catalogue.h"
#include "domain/catalog/quick_keys.h"
#include "ui/sell/product_rows.h"

#include <QObject>

#include <vector>

namespace till {

class SellDesk;
class TilePictures;

/// Pages of quick keys, what sells at this hour, and the departments, as the shop has them: read again when
/// something of it changes or was sold. An edit of the sale only changes the figures on the tiles it touches.
class TileShelf : public QObject {
    Q_OBJECT

public:
    explicit TileShelf(SellDesk& desk);

    const DepartmentColours& colours() const { return m_colours; }

Q_SIGNALS:
    void chosen(qint64 productId);

private:
    void readTabs();
    void readTiles();
    void readNow();
    void readStock();
    void showTiles();
    void showInCart();
    std::vector<TileRow> rowsOfPage() const;
    bool isSaleOpen() const;

    SellDesk& m_desk;
    TilePictures* m_pictures;
    DepartmentColours m_colours;
    QuickKeyLayout m_pages;
    std::vector<QuickKey> m_keys; ///< of the page that is shown; empty on other tabs
    std::vector<ProductHit> m_products;
    std::vector<ProductId> m_now; ///< in their places
    std::int64_t m_nowHour = 0;   ///< since 1970, of which m_now is
    bool m_hasSold = false;       ///< this till: before, there is nothing to tell from
    qint64 m_tab = 0;
    Subscription m_catalogChanged;
    Subscription m_keysChanged;
    Subscription m_settingsChanged;
    Subscription m_cartChanged;
    Subscription m_sold;
};

} // namespace till
