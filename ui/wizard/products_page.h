#pragma once

#include "ui/wizard/wizard_frame.h"
#include "ui/wizard/wizard_values.h"

namespace till {

class ChoiceCard;

/// Where the first products come from: the practice shop, nowhere, or a file.
class ProductsPage : public WizardPage {
    Q_OBJECT

public:
    explicit ProductsPage(QWidget* parent = nullptr);
    ProductsChoice answer() const;
    QString missing() const override;
    QWidget* firstField() const override;

private:
    void chooseImportFile();
    ChoiceCard* m_sample;
    ChoiceCard* m_empty;
    ChoiceCard* m_import;
    QString m_file;
};

} // namespace till
