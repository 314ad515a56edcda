#pragma once

#include "base/event.h"
#include "domain/catalog/catalogue.h"
#include "ui/sell/product_rows.h"

#include <QObject>

#include <vector>

namespace till {

class SellDesk;

/// The departments and their tiles, as the shop has them: read again when the catalogue changes or something
/// was sold. An edit of the sale only changes the figures on the tiles it touches.
class TileShelf : public QObject {
    Q_OBJECT

public:
    explicit TileShelf(SellDesk& desk);

    const DepartmentColours& colours() const { return m_colours; }

Q_SIGNALS:
    void chosen(qint64 productId);

private:
    void readDepartments();
    void readTiles();
    void readStock();
    void showTiles();
    void showInCart();

    SellDesk& m_desk;
    DepartmentColours m_colours;
    std::vector<ProductHit> m_products;
    qint64 m_department = 0; ///< 0: what sells best
    Subscription m_catalogChanged;
    Subscription m_cartChanged;
    Subscription m_sold;
};

} // namespace till
