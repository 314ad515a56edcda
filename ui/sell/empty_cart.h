#pragma once

#include "ui/sell/last_sale_strip.h"
#include "ui/sell/sell_keys.h"

#include <QWidget>

#include <optional>

namespace till {

/// What stands in the cart before the first scan: what to do, four keys worth knowing, and the last sale.
class EmptyCart : public QWidget {
    Q_OBJECT

public:
    explicit EmptyCart(QWidget* parent = nullptr);
    void setLastSale(const std::optional<LastSale>& sale);
    void setKeys(const SellKeys& keys);
    void setSamplePrice(const QString& price); ///< as the shop writes one

Q_SIGNALS:
    void printAgainRequested();

private:
    void fillHints();
    QWidget* m_hints;
    LastSaleStrip* m_last;
    SellKeys m_keys;
    QString m_samplePrice;
};

} // namespace till
