#pragma once

#include "domain/catalog/catalogue.h"
#include "domain/catalog/selling_rules.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace till {

class MarginStrip;

/// What a product costs and how it is sold: price, tax, cost, unit, scale and container, age, deposit, stock
/// that is short.
class PriceCard : public Surface {
    Q_OBJECT

public:
    PriceCard(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void show(const ProductDraft& fields, const SellingRules& rules);
    Result<SellingRules> rules() const; ///< NumberInvalid, NumberAmbiguous, NumberOutOfRange
    /// Writes what stands here into `draft`. PriceInvalid, NumberInvalid, NumberAmbiguous, NumberOutOfRange.
    Result<> read(ProductDraft& draft) const;

Q_SIGNALS:
    void edited(const QString& field);

private:
    QCheckBox* addCheck(const QString& name, const QString& words);
    void fillLists();
    void showMargin();
    Result<std::optional<UnitPrice>> priceIn(const QLineEdit& field) const;

    Shop& m_shop;
    Formats m_formats;
    QLineEdit* m_price;
    QComboBox* m_tax;
    QLineEdit* m_cost;
    MarginStrip* m_strip;
    QComboBox* m_unit;
    QLineEdit* m_age;
    QLineEdit* m_tare;
    QWidget* m_container; ///< what it weighs: of weighed goods alone
    QComboBox* m_deposit;
    QComboBox* m_stockPolicy;
    Quantity m_depositQuantity; ///< kept as it was read
    QCheckBox* m_isDeposit;
    QCheckBox* m_weighed;
    QCheckBox* m_openPrice;
    QCheckBox* m_discountable;
};

} // namespace till
