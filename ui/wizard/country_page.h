#pragma once

#include "ui/wizard/wizard_frame.h"
#include "ui/wizard/wizard_values.h"

namespace till {

class Chip;
class ComboField;
class KeyButton;
class NoteBar;
class PlainLabel;
class TaxTableEdit;

/// Country first: it fills in the rest, and everything can be changed.
class CountryPage : public WizardPage {
    Q_OBJECT

public:
    /// `suggested` is the code of the country to start with; any other text for none: then it is asked for.
    CountryPage(std::vector<CountryChoice> countries, const QString& suggested, QWidget* parent = nullptr);
    CountryAnswer answer() const;
    QString missing() const override;
    QWidget* firstField() const override;

private:
    QWidget* buildDetails();
    void fill(int index); ///< -1: nothing chosen, nothing to look over
    std::vector<CountryChoice> m_countries;
    ComboField* m_country;
    PlainLabel* m_currency;
    ComboField* m_pricesIn;
    Chip* m_note;
    KeyButton* m_add;
    TaxTableEdit* m_taxes;
    PlainLabel* m_rounding;
    PlainLabel* m_numbers;
    ComboField* m_dayEnds;
    NoteBar* m_warning;
    PlainLabel* m_source;
    std::vector<QWidget*> m_ofCountry; ///< there is nothing to say in them before one is chosen
};

} // namespace till
