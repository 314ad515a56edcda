#pragma once

#include "domain/catalog/catalogue.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/scan_receiver.h"
#include "ui/sell/product_rows.h"

#include <QDialog>

#include <vector>

class QLineEdit;

namespace till {

class PlainLabel;
class ResultsView;

/// Which product? Found by name or code, scanned, or taken from what is proposed while nothing is typed.
class ProductPicker : public QDialog, public ScanReceiver {
    Q_OBJECT

public:
    struct Proposed {
        QString why; ///< above the list
        std::vector<ProductHit> products;
    };
    ProductPicker(Shop& shop, const Formats& formats, const DepartmentColours& colours, Proposed proposed,
        QWidget* parent = nullptr);

    qint64 product() const { return m_product; } ///< 0: none was chosen
    bool takeScan(const QString& code) override; ///< the product, or says that nobody knows it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void submit();
    void choose(qint64 product);

    Shop& m_shop;
    Formats m_formats;
    DepartmentColours m_colours;
    Proposed m_proposed;
    QLineEdit* m_field;
    PlainLabel* m_why;
    ResultsView* m_results;
    qint64 m_product = 0;
};

} // namespace till
