#include "ui/wizard/products_page.h"

#include "ui/kit/file_chooser.h"
#include "ui/wizard/choice_card.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ProductsPage::ProductsPage(QWidget* parent)
    : WizardPage{tr("Products"), tr("Products"), tr("You can add, import and change products at any time."),
          parent}
    , m_sample{new ChoiceCard{u"sparkles"_s, tr("A sample shop to practise with"),
          tr("About 150 products of a bakery and corner shop, with 90 days of sales. Kept apart from your "
             "own shop.")}}
    , m_empty{new ChoiceCard{u"store"_s, tr("Start empty"),
          tr("Add products as you sell them: an unknown code asks for a name and a price.")}}
    , m_import{new ChoiceCard{u"upload"_s, tr("Import a file"),
          tr("CSV from another till or a spreadsheet. You see what will happen before it does.")}}
{
    m_sample->setObjectName(u"wizardSample"_s);
    m_empty->setObjectName(u"wizardEmpty"_s);
    m_import->setObjectName(u"wizardImport"_s);
    m_sample->setChecked(true);
    auto* column = new QVBoxLayout{this};
    for (auto* card : {m_sample, m_empty, m_import}) column->addWidget(card);
    column->addStretch(1);
    onTheme(this, [column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(24), t.px(20), t.px(24), t.px(20));
        column->setSpacing(t.px(12));
    });
    connect(m_import, &ChoiceCard::clicked, this, &ProductsPage::chooseImportFile);
    for (auto* card : {m_sample, m_empty, m_import})
        connect(card, &ChoiceCard::clicked, this, &ProductsPage::edited);
}

void ProductsPage::chooseImportFile()
{
    const auto chosen =
        chooseFile(this, {.title = tr("Import products"), .filter = tr("Tables (*.csv *.tsv *.txt)")});
    if (!chosen) return;
    m_file = *chosen;
    m_import->setSentence(
        tr("%1. You see what will happen before it does.").arg(QFileInfo{m_file}.fileName()));
}

ProductsChoice ProductsPage::answer() const
{
    if (m_sample->isChecked()) return {ProductsChoice::Kind::Sample};
    if (m_empty->isChecked()) return {ProductsChoice::Kind::Empty};
    return {ProductsChoice::Kind::Import, m_file};
}

QString ProductsPage::missing() const
{
    return m_import->isChecked() && m_file.isEmpty()
               ? tr("Choose the file to import, or another way to start.")
               : QString{};
}

QWidget* ProductsPage::firstField() const
{
    return m_sample;
}

} // namespace till
