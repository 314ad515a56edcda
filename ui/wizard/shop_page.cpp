#include "ui/wizard/shop_page.h"

#include "base/text.h"
#include "ui/wizard/form_field.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ShopPage::ShopPage(const ShopDetails& start, QWidget* parent)
    : WizardPage{tr("Your shop"), tr("Your shop"), tr("This is printed at the head of each receipt."), parent}
    , m_name{new QLineEdit{start.name}}
    , m_address{new QPlainTextEdit{start.address}}
    , m_taxNumber{new QLineEdit{start.taxNumber}}
    , m_owner{new QLineEdit{start.ownerName}}
{
    m_name->setObjectName(u"wizardShopName"_s);
    m_address->setObjectName(u"wizardAddress"_s);
    m_taxNumber->setObjectName(u"wizardTaxNumber"_s);
    m_owner->setObjectName(u"wizardOwner"_s);
    m_address->setTabChangesFocus(true);
    for (auto* edit : {m_name, m_taxNumber, m_owner}) edit->setMaxLength(200);
    for (auto* edit : {m_name, m_taxNumber, m_owner})
        connect(edit, &QLineEdit::textChanged, this, &ShopPage::edited);
    auto* column = new QVBoxLayout{this};
    column->addWidget(new FormField{tr("Name of the shop"), m_name});
    column->addWidget(new FormField{tr("Address"), m_address});
    column->addWidget(new FormField{tr("Tax number"), m_taxNumber});
    column->addWidget(new FormField{tr("Your name, as the owner"), m_owner});
    column->addStretch(1);
    onTheme(this, [this, column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(24), t.px(20), t.px(24), t.px(20));
        column->setSpacing(t.px(16));
        m_address->setFixedHeight(t.px(84));
    });
}

ShopDetails ShopPage::answer() const
{
    return {m_name->text().trimmed(), m_address->toPlainText().trimmed(), m_taxNumber->text().trimmed(),
        m_owner->text().trimmed()};
}

QString ShopPage::missing() const
{
    if (!cleanName(m_name->text().toStdString())) return tr("The shop needs a name.");
    if (!cleanName(m_owner->text().toStdString()))
        return tr("Your name is asked for: each sale says who made it.");
    return {};
}

QWidget* ShopPage::firstField() const
{
    return m_name;
}

} // namespace till
