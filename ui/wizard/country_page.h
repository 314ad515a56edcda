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
    /// `countries` must not be empty; `suggested` is the code of the one to start with.
    CountryPage(std::vector<CountryChoice> countries, const QString& suggested, QWidget* parent = nullptr);
    CountryAnswer answer() const;
    QString missing() const override;
    QWidget* firstField() const override;

private:
    void fill(int index);
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
};

} // namespace till
