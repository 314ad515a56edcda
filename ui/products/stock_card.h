#pragma once

#include "domain/catalog/catalogue.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

class QCheckBox;
class QLineEdit;

namespace till {

class KeyButton;
class ListTable;
class MovementsModel;
class PlainLabel;

/// What is there of a product: goods that came in, setting it right with a reason, and every movement so far.
class StockCard : public Surface {
    Q_OBJECT

public:
    StockCard(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void showNew(const ProductDraft& fields);
    void show(const ProductDetails& product);
    /// Minimum stock and whether it is kept at all. QuantityInvalid, NumberInvalid.
    Result<> read(ProductDraft& draft) const;

Q_SIGNALS:
    void edited(const QString& field);
    void moved(const QString& sentence); ///< on record: read the product again
    void refused(const QString& sentence);
    void typed(); ///< what was refused may be mended

private:
    QWidget* makeSettings();
    QWidget* makeReceiving();
    QWidget* makeCorrecting();
    void showFields(const ProductDraft& fields);
    void showMovements();
    void receive();
    void correct();

    Shop& m_shop;
    Formats m_formats;
    ProductId m_product;
    QString m_unit;
    PlainLabel* m_onHand;
    QLineEdit* m_minimum;
    QCheckBox* m_keepsStock;
    QLineEdit* m_received;
    QLineEdit* m_receivedCost;
    QLineEdit* m_correction;
    QLineEdit* m_reason;
    QWidget* m_actions;
    MovementsModel* m_model;
    ListTable* m_table;
};

} // namespace till
