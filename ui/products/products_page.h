#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

namespace till {

/// All products of the shop: found, added, edited, imported, received and set right.
class ProductsListPage : public QWidget {
    Q_OBJECT

public:
    ProductsListPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void newProduct(const QString& code = {}); ///< opens the editor, with the barcode that nobody knew
    void takeFocus();                          ///< to the search field
};

} // namespace till
