#include "ui/wizard/country_page.h"

#include "ui/kit/chip.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/plain_label.h"
#include "ui/wizard/form_field.h"
#include "ui/wizard/tax_table.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QTime>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

CountryPage::CountryPage(std::vector<CountryChoice> countries, const QString& suggested, QWidget* parent)
    : WizardPage{tr("Country and taxes"), tr("Country and taxes"),
          std::ranges::find(countries, suggested, &CountryChoice::code) == countries.end()
              ? tr("The country brings its currency and taxes. Please look them over once.")
              : tr("We filled this in from your system. Please look it over once."),
          parent}
    , m_countries{std::move(countries)}
    , m_country{new ComboField}
    , m_currency{new PlainLabel}
    , m_pricesIn{new ComboField}
    , m_note{new Chip}
    , m_add{new KeyButton{u"plus"_s, tr("Add rate"), {}}}
    , m_taxes{new TaxTableEdit}
    , m_rounding{new PlainLabel}
    , m_numbers{new PlainLabel}
    , m_dayEnds{new ComboField}
    , m_warning{new NoteBar}
    , m_source{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
{
    m_country->setObjectName(u"wizardCountry"_s);
    m_country->setPlaceholderText(tr("Choose a country"));
    m_pricesIn->setObjectName(u"wizardPricesIn"_s);
    m_currency->setObjectName(u"wizardCurrency"_s);
    for (const auto& country : m_countries) m_country->addItem(country.name, country.code);
    m_pricesIn->addItem(tr("with tax"), true);
    m_pricesIn->addItem(tr("without tax"), false);

    auto* currency = new FormField{tr("Currency"), m_currency};
    auto* pricesIn = new FormField{tr("Prices are typed in"), m_pricesIn};
    auto* details = buildDetails();
    m_ofCountry = {currency, pricesIn, details};
    auto* top = new QGridLayout;
    top->addWidget(new FormField{tr("Country"), m_country}, 0, 0);
    top->addWidget(currency, 0, 1);
    top->addWidget(pricesIn, 0, 2);
    for (int column = 0; column < 3; ++column) top->setColumnStretch(column, 1);
    auto* column = new QVBoxLayout{this};
    column->addLayout(top);
    column->addWidget(details);
    column->addStretch(1);
    onTheme(this, [this, column, top] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(24), t.px(18), t.px(24), t.px(18));
        column->setSpacing(t.px(14));
        top->setSpacing(t.px(16));
        for (auto* label : {m_currency, m_rounding, m_numbers}) label->setMinimumHeight(t.controlHeight());
    });
    connect(m_country, &QComboBox::currentIndexChanged, this, [this](int index) {
        fill(index);
        Q_EMIT edited();
    });
    connect(m_add, &KeyButton::clicked, m_taxes, &TaxTableEdit::addRow);
    connect(m_taxes, &TaxTableEdit::edited, this, [this] {
        m_note->setChip(tr("changed by you"), Tone::Info);
        Q_EMIT edited();
    });
    const int start = m_country->findData(suggested);
    m_country->setCurrentIndex(start);
    fill(start);
}

QWidget* CountryPage::buildDetails()
{
    m_dayEnds->setObjectName(u"wizardDayEnds"_s);
    m_add->setObjectName(u"wizardAddRate"_s);
    m_add->setKind(ButtonKind::Link);
    m_add->setHeights(36, 48);
    for (int hour = 0; hour <= 6; ++hour)
        m_dayEnds->addItem(QLocale{}.toString(QTime{hour, 0}, QLocale::ShortFormat), hour * 60);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel{tr("Tax rates"), 14, QFont::DemiBold});
    head->addWidget(m_note);
    head->addStretch(1);
    head->addWidget(m_add);
    auto* bottom = new QGridLayout;
    bottom->addWidget(new FormField{tr("Cash rounding"), m_rounding}, 0, 0);
    bottom->addWidget(new FormField{tr("Number format"), m_numbers}, 0, 1);
    bottom->addWidget(new FormField{tr("Business day ends"), m_dayEnds}, 0, 2);
    for (int column = 0; column < 3; ++column) bottom->setColumnStretch(column, 1);
    auto* advice =
        new PlainLabel{tr("Rates change. Please check them with your accountant before the first real sale."),
            13, QFont::DemiBold};
    advice->setWordWrap(true);
    m_source->setWordWrap(true);
    m_source->setObjectName(u"wizardSource"_s);

    auto* details = new QWidget;
    auto* column = new QVBoxLayout{details};
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_taxes);
    column->addLayout(bottom);
    column->addWidget(m_warning);
    column->addWidget(advice);
    column->addWidget(m_source);
    onTheme(details, [column, bottom, head] {
        const Tokens& t = tokens();
        column->setSpacing(t.px(14));
        bottom->setSpacing(t.px(16));
        head->setSpacing(t.px(8));
    });
    return details;
}

void CountryPage::fill(int index)
{
    for (auto* part : m_ofCountry) part->setVisible(index >= 0);
    if (index < 0) return;
    const CountryChoice& country = m_countries[static_cast<std::size_t>(index)];
    m_currency->setText(country.currencyName);
    m_pricesIn->setCurrentIndex(m_pricesIn->findData(country.pricesIncludeTax));
    m_note->setChip(country.taxesNote, Tone::Ok);
    m_taxes->setRows(country.taxes);
    m_rounding->setText(country.cashRounding);
    m_numbers->setText(country.numberSample);
    m_source->setText(country.source.isEmpty() ? QString{} : tr("Source: %1").arg(country.source));
    m_dayEnds->setCurrentIndex(std::max(0, m_dayEnds->findData(country.dayEndsMinutes)));
    if (country.warning.isEmpty())
        m_warning->dismiss();
    else
        m_warning->show({.tone = Tone::Warn, .text = country.warning});
}

CountryAnswer CountryPage::answer() const
{
    return {m_country->currentData().toString(), m_pricesIn->currentData().toBool(), m_taxes->rows(),
        m_dayEnds->currentData().toInt()};
}

QString CountryPage::missing() const
{
    if (m_country->currentIndex() < 0) return tr("Choose the country: it brings the currency and the taxes.");
    return m_taxes->missing();
}

QWidget* CountryPage::firstField() const
{
    return m_country;
}

} // namespace till
