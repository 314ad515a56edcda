#pragma once

#include "base/event.h"
#include "services/tender_book.h"
#include "ui/settings/settings_form.h"

class QLineEdit;
class QVBoxLayout;

namespace till {

/// Which ways to pay are offered and what they are called, cards and their terminal, vouchers, and foreign
/// cash with its rates.
class PaymentsSection : public SettingsForm {
    Q_OBJECT

public:
    explicit PaymentsSection(SettingsDesk& desk);

private:
    void addTender(const TenderType& type);
    void addRates();
    void showRates();
    QWidget* rateRow(const DatedRate& rate);
    void setRate(const QString& currency, const QString& text);
    TenderBook& book() const;

    QVBoxLayout* m_rates;
    QLineEdit* m_currency;
    QLineEdit* m_rate;
    Subscription m_bookChanged;
};

} // namespace till
