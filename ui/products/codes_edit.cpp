#include "ui/products/codes_edit.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scan_receiver.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostCharacters = 200;
}

CodesEdit::CodesEdit(const Formats& formats, OwnerOf ownerOf, QWidget* parent)
    : QWidget{parent}
    , m_formats{formats}
    , m_ownerOf{std::move(ownerOf)}
    , m_number{new QLineEdit}
    , m_rowBox{new QVBoxLayout}
    , m_problem{new PlainLabel{{}, 13, QFont::Normal, Ink::Danger}}
{
    setObjectName(u"codesEdit"_s);
    m_number->setObjectName(u"productNumber"_s);
    m_number->setMaxLength(kMostCharacters);
    keepScans(*m_number);
    m_problem->setObjectName(u"codeProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FormField{tr("Own number"), m_number});
    column->addWidget(new PlainLabel{
        tr("Barcodes, and how many one scan stands for"), 12, QFont::DemiBold, Ink::Secondary});
    column->addLayout(m_rowBox);
    column->addWidget(m_problem);
    onTheme(this, [this, column] {
        column->setSpacing(tokens().px(8));
        m_rowBox->setSpacing(tokens().px(6));
    });
    connect(m_number, &QLineEdit::textEdited, this, [this] {
        look();
        Q_EMIT edited();
    });
}

void CodesEdit::setCodes(const std::vector<ProductCode>& codes)
{
    while (!m_rows.empty()) removeRow(m_rows.front().box);
    m_number->clear();
    m_numberBefore = {};
    for (const auto& code : codes) {
        if (!code.isSku || !m_numberBefore.code.empty()) {
            addRow(code);
            continue;
        }
        m_numberBefore = code;
        m_number->setText(QString::fromStdString(code.code));
    }
    keepEmptyRow();
    look();
}

Result<std::vector<ProductCode>> CodesEdit::codes() const
{
    std::vector<ProductCode> codes;
    if (const auto number = m_number->text().trimmed(); !number.isEmpty()) {
        auto code = m_numberBefore;
        code.code = number.toStdString();
        code.isSku = true;
        codes.push_back(code);
    }
    for (const auto& row : m_rows) {
        const auto text = row.code->text().trimmed();
        if (text.isEmpty()) continue;
        auto code = row.before;
        code.code = text.toStdString();
        const auto pack = row.pack->text().trimmed();
        const auto quantity =
            pack.isEmpty() ? Result<Quantity>{Quantity::fromWhole(1)} : m_formats.parseQuantity(pack);
        if (!quantity) return quantity.error();
        if (!quantity->isPositive()) return Error{ErrorCode::QuantityInvalid, code.code};
        code.packQuantity = *quantity;
        codes.push_back(code);
    }
    return codes;
}

void CodesEdit::addBarcode(const QString& code)
{
    m_rows.back().code->setText(code);
    keepEmptyRow();
    look();
    Q_EMIT edited();
}

void CodesEdit::addRow(const ProductCode& code)
{
    Row row{new QWidget, new QLineEdit, new QLineEdit, new KeyButton, code};
    const auto number = QString::number(m_rows.size() + 1);
    row.code->setObjectName(u"barcode"_s + number);
    row.code->setAccessibleName(tr("Barcode %1").arg(number));
    row.code->setPlaceholderText(tr("Scan or type a barcode"));
    row.code->setMaxLength(kMostCharacters);
    keepScans(*row.code);
    row.code->setText(QString::fromStdString(code.code));
    row.pack->setObjectName(u"pack"_s + number);
    row.pack->setAccessibleName(tr("Pieces in barcode %1").arg(number));
    row.pack->setAlignment(Qt::AlignRight);
    row.pack->setText(m_formats.quantity(code.packQuantity));
    row.remove->setObjectName(u"removeBarcode"_s + number);
    row.remove->setIconName(u"x"_s);
    row.remove->setKind(ButtonKind::Quiet);
    row.remove->setHeights(36, 56);
    row.remove->setAccessibleName(tr("Remove barcode %1").arg(number));
    auto* line = new QHBoxLayout{row.box};
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.code, 1);
    line->addWidget(new PlainLabel{u"×"_s, 14, QFont::Normal, Ink::Secondary});
    line->addWidget(row.pack);
    line->addWidget(row.remove);
    row.pack->setFixedWidth(tokens().px(72));
    m_rowBox->addWidget(row.box);
    connect(row.code, &QLineEdit::textEdited, this, [this] {
        keepEmptyRow();
        look();
        Q_EMIT edited();
    });
    connect(row.pack, &QLineEdit::textEdited, this, &CodesEdit::edited);
    connect(row.remove, &KeyButton::clicked, this, [this, box = row.box] {
        removeRow(box);
        keepEmptyRow();
        look();
        Q_EMIT edited();
    });
    m_rows.push_back(row);
}

void CodesEdit::removeRow(const QWidget* box)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [box](const Row& row) { return row.box == box; });
    if (found == m_rows.end()) return;
    m_rowBox->removeWidget(found->box);
    found->box->setParent(nullptr);
    found->box->deleteLater(); // later: its own button may have asked
    m_rows.erase(found);
}

void CodesEdit::keepEmptyRow()
{
    if (m_rows.empty() || !m_rows.back().code->text().isEmpty()) addRow({});
    for (const auto& row : m_rows) row.remove->setEnabled(&row != &m_rows.back());
}

void CodesEdit::look()
{
    QStringList problems;
    QStringList seen;
    const auto check = [&](const QString& code) {
        if (code.isEmpty()) return;
        if (seen.contains(code)) problems << tr("%1 stands here twice.").arg(code);
        seen << code;
        if (const auto owner = m_ownerOf(code); !owner.isEmpty())
            problems << tr("%1 belongs to “%2” already.").arg(code, owner);
    };
    check(m_number->text().trimmed());
    for (const auto& row : m_rows) check(row.code->text().trimmed());
    m_problem->setPlainText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
}

} // namespace till
