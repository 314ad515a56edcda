#pragma once

#include "domain/sales/promotion.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

class QLineEdit;

namespace till {

class ChipRow;
class FormField;

/// The name of an offer, its kind, and the figures that this kind asks for.
class OfferFigures : public Surface {
    Q_OBJECT

public:
    OfferFigures(const Formats& formats, QWidget* parent = nullptr);

    void show(const Promotion& rules);
    /// NumberInvalid and what else a figure can be; what is left out is told when the offer is checked.
    Result<> read(Promotion& rules) const;
    PromotionKind kind() const;
    void takeFocus();

Q_SIGNALS:
    void edited();
    void kindChanged();

private:
    void adapt();
    QLineEdit* figure(const QString& name);
    Result<int> count(const QLineEdit& field) const;
    Result<Money> money(const QLineEdit& field) const;

    Formats m_formats;
    QLineEdit* m_name;
    ChipRow* m_kinds;
    QLineEdit* m_count;
    QLineEdit* m_gotCount;
    QLineEdit* m_price;
    QLineEdit* m_percent;
    QLineEdit* m_amount;
    QLineEdit* m_minimum;
    QLineEdit* m_limit;
    FormField* m_countField;
    FormField* m_boughtField = nullptr;
    FormField* m_gotField;
    FormField* m_priceField;
    FormField* m_percentField;
    FormField* m_amountField;
    FormField* m_limitField;
    QLineEdit* m_bought;
};

} // namespace till
