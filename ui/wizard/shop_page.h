#pragma once

#include "ui/wizard/wizard_frame.h"
#include "ui/wizard/wizard_values.h"

class QLineEdit;
class QPlainTextEdit;

namespace till {

/// What stands at the head of every receipt, and who answers for the till.
class ShopPage : public WizardPage {
    Q_OBJECT

public:
    explicit ShopPage(const ShopDetails& start, QWidget* parent = nullptr);
    ShopDetails answer() const;
    QString missing() const override;
    QWidget* firstField() const override;

private:
    QLineEdit* m_name;
    QPlainTextEdit* m_address;
    QLineEdit* m_taxNumber;
    QLineEdit* m_owner;
};

} // namespace till
