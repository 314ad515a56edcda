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
    /// `decimalSign` makes the sample price look like the shop's own.
    void setDecimalSign(QChar decimalSign);

Q_SIGNALS:
    void printAgainRequested();

private:
    void fillHints();
    QWidget* m_hints;
    LastSaleStrip* m_last;
    SellKeys m_keys;
    QChar m_decimalSign = u'.';
};

} // namespace till
