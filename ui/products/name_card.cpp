#include "ui/products/name_card.h"

#include "base/text.h"
#include "services/catalog_service.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPathSign = " / "_L1;

QString pathOf(const std::vector<Department>& all, DepartmentId id)
{
    QStringList parts;
    while (id && parts.size() < 10) {
        const auto found =
            std::find_if(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
        if (found == all.end()) break;
        parts.prepend(QString::fromStdString(found->name));
        id = found->parent;
    }
    return parts.join(kPathSign);
}

// What is typed may be new: a list to choose from that also takes a new name.
QComboBox* openList(const QString& name, const QString& hint)
{
    auto* combo = new ComboField;
    combo->setObjectName(name);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->lineEdit()->setProperty("bare", true);
    combo->lineEdit()->setMaxLength(500);
    combo->lineEdit()->setPlaceholderText(hint);
    return combo;
}

void choose(QComboBox& combo, qint64 id)
{
    const int at = combo.findData(id);
    combo.setCurrentIndex(at);
    if (at < 0) combo.setEditText({});
}

/// The id of the entry whose words these are; 0 when they are new.
qint64 chosen(const QComboBox& combo)
{
    const int at =
        combo.findText(combo.currentText().trimmed(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return at < 0 ? 0 : combo.itemData(at).toLongLong();
}

} // namespace

NameCard::NameCard(Shop& shop, const Formats& formats, CodesEdit::OwnerOf ownerOf, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_shop{shop}
    , m_name{new QLineEdit}
    , m_department{openList(u"productDepartment"_s, tr("Choose, or type a new one"))}
    , m_supplier{openList(u"productSupplier"_s, tr("Choose, or type a new one"))}
    , m_codes{new CodesEdit{formats, std::move(ownerOf)}}
{
    m_name->setObjectName(u"productName"_s);
    auto* column = new QVBoxLayout{this};
    column->addWidget(new FormField{tr("Name"), m_name});
    auto* lists = new QHBoxLayout;
    lists->addWidget(new FormField{tr("Department"), m_department}, 1);
    lists->addWidget(new FormField{tr("Supplier"), m_supplier}, 1);
    column->addLayout(lists);
    column->addWidget(m_codes);
    column->addStretch(1);
    for (auto* combo : {m_department, m_supplier})
        combo->lineEdit()->setAccessibleName(combo->accessibleName());
    onTheme(this, [column, lists] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        lists->setSpacing(t.px(12));
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(tr("Name")); });
    connect(m_codes, &CodesEdit::edited, this, [this] { Q_EMIT edited(tr("Codes")); });
    const auto listen = [this](QComboBox* combo, const QString& field) {
        connect(combo, &QComboBox::activated, this, [this, field] { Q_EMIT edited(field); });
        connect(combo->lineEdit(), &QLineEdit::textEdited, this, [this, field] { Q_EMIT edited(field); });
    };
    listen(m_department, tr("Department"));
    listen(m_supplier, tr("Supplier"));
}

void NameCard::fillLists()
{
    m_department->clear();
    m_supplier->clear();
    const auto& departments = m_shop.catalog().departments();
    for (const auto& department : departments)
        m_department->addItem(
            pathOf(departments, department.id), QVariant::fromValue(qint64{department.id.value}));
    for (const auto& supplier : m_shop.catalog().suppliers())
        m_supplier->addItem(
            QString::fromStdString(supplier.name), QVariant::fromValue(qint64{supplier.id.value}));
}

void NameCard::show(const ProductDraft& fields)
{
    fillLists();
    m_name->setText(QString::fromStdString(fields.name));
    m_name->setCursorPosition(0);
    choose(*m_department, fields.department.value);
    choose(*m_supplier, fields.supplier.value);
    m_codes->setCodes(fields.codes);
}

Result<> NameCard::read(ProductDraft& draft) const
{
    auto name = cleanName(m_name->text().toStdString());
    if (!name) return name.error();
    auto codes = m_codes->codes();
    if (!codes) return codes.error();
    draft.name = *name;
    draft.codes = *codes;
    return {};
}

Result<> NameCard::place(const Actor& actor, ProductDraft& draft) const
{
    draft.department = DepartmentId{chosen(*m_department)};
    const auto department = m_department->currentText().trimmed();
    if (!draft.department && !department.isEmpty()) {
        std::vector<std::string> path;
        for (const auto& part : department.split(kPathSign)) path.push_back(part.toStdString());
        const auto made = m_shop.catalog().departmentNamed(actor, path);
        if (!made) return made.error();
        draft.department = *made;
    }
    draft.supplier = SupplierId{chosen(*m_supplier)};
    const auto supplier = m_supplier->currentText().trimmed();
    if (!draft.supplier && !supplier.isEmpty()) {
        const auto made = m_shop.catalog().supplierNamed(actor, supplier.toStdString());
        if (!made) return made.error();
        draft.supplier = *made;
    }
    return {};
}

void NameCard::takeFocus()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace till
