#pragma once

#include "ui/wizard/wizard_frame.h"
#include "ui/wizard/wizard_values.h"

namespace till {

class ComboField;

/// Language, light or dark, size. What is chosen is seen at once.
class LookPage : public WizardPage {
    Q_OBJECT

public:
    LookPage(
        const std::vector<LanguageChoice>& languages, const LookChoice& start, QWidget* parent = nullptr);
    LookChoice answer() const;
    QWidget* firstField() const override;

Q_SIGNALS:
    void lookChosen(const till::LookSettings& look);

private:
    ComboField* m_language;
    ComboField* m_theme;
    ComboField* m_density;
    ComboField* m_zoom;
};

} // namespace till
