#include "ui/wizard/look_page.h"

#include "ui/kit/combo_field.h"
#include "ui/kit/plain_label.h"
#include "ui/wizard/form_field.h"

#include <QGridLayout>

namespace till {

using namespace Qt::StringLiterals;

LookPage::LookPage(const std::vector<LanguageChoice>& languages, const LookChoice& start, QWidget* parent)
    : WizardPage{tr("Language and look"), tr("Language and look"), tr("What you choose is shown at once."),
          parent}
    , m_language{new ComboField}
    , m_theme{new ComboField}
    , m_density{new ComboField}
    , m_zoom{new ComboField}
{
    m_language->setObjectName(u"wizardLanguage"_s);
    m_theme->setObjectName(u"wizardTheme"_s);
    m_density->setObjectName(u"wizardDensity"_s);
    m_zoom->setObjectName(u"wizardZoom"_s);
    for (const auto& language : languages) m_language->addItem(language.name, language.code);
    m_theme->addItem(tr("as the desktop"), static_cast<int>(ThemeMode::System));
    m_theme->addItem(tr("light"), static_cast<int>(ThemeMode::Light));
    m_theme->addItem(tr("dark"), static_cast<int>(ThemeMode::Dark));
    m_density->addItem(tr("mouse and keyboard"), static_cast<int>(Density::Standard));
    m_density->addItem(tr("touch screen, larger buttons"), static_cast<int>(Density::Touch));
    for (const int percent : {80, 90, 100, 110, 125, 140, 160})
        m_zoom->addItem(tr("%1%").arg(percent), percent);

    const auto choose = [](ComboField* combo, const QVariant& value) {
        combo->setCurrentIndex(std::max(0, combo->findData(value)));
    };
    choose(m_language, start.language);
    choose(m_theme, static_cast<int>(start.look.mode));
    choose(m_density, static_cast<int>(start.look.density));
    choose(m_zoom, start.look.zoomPercent);

    auto* grid = new QGridLayout{this};
    grid->addWidget(new FormField{tr("Language"), m_language}, 0, 0);
    grid->addWidget(new FormField{tr("Colours"), m_theme}, 0, 1);
    grid->addWidget(new FormField{tr("Made for"), m_density}, 1, 0);
    grid->addWidget(new FormField{tr("Size of everything"), m_zoom}, 1, 1);
    auto* hint = new PlainLabel{tr("A till by the door is read from further away: try 125% there."), 13,
        QFont::Normal, Ink::Secondary};
    hint->setWordWrap(true);
    grid->addWidget(hint, 2, 0, 1, 2);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    onTheme(this, [grid] {
        grid->setContentsMargins(tokens().px(24), tokens().px(20), tokens().px(24), tokens().px(20));
        grid->setSpacing(tokens().px(16));
    });
    for (auto* combo : {m_theme, m_density, m_zoom})
        connect(combo, &QComboBox::activated, this, [this] { Q_EMIT lookChosen(answer().look); });
}

LookChoice LookPage::answer() const
{
    LookChoice choice;
    choice.language = m_language->currentData().toString();
    choice.look.mode = static_cast<ThemeMode>(m_theme->currentData().toInt());
    choice.look.density = static_cast<Density>(m_density->currentData().toInt());
    choice.look.zoomPercent = m_zoom->currentData().toInt();
    return choice;
}

QWidget* LookPage::firstField() const
{
    return m_language;
}

} // namespace till
