#include "ui/wizard/tax_table.h"

#include "ui/kit/format.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// Percentages only: the currency plays no part.
Formats percentFormats()
{
    return {QLocale{}, u"EUR"_s, 2};
}

} // namespace

TaxTableEdit::TaxTableEdit(QWidget* parent)
    : QWidget{parent}
    , m_grid{new QGridLayout{this}}
{
    setObjectName(u"taxTable"_s);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(3, 3);
    onTheme(this, [this] {
        const Tokens& t = tokens();
        m_grid->setContentsMargins(t.px(16), t.px(8), t.px(16), t.px(8));
        m_grid->setHorizontalSpacing(t.px(16));
        m_grid->setVerticalSpacing(t.px(4));
    });
}

void TaxTableEdit::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
}

void TaxTableEdit::setRows(const std::vector<TaxRateRow>& rows)
{
    clear();
    int column = 0;
    for (const auto& head : {tr("Code"), tr("Name"), tr("Rate"), tr("Used for")})
        m_grid->addWidget(new PlainLabel{head, 12, QFont::DemiBold, Ink::Secondary}, 0, column++);
    const Formats formats = percentFormats();
    for (const auto& row : rows) append(row.code, row.name, formats.percent(row.rate), row.usedFor);
}

void TaxTableEdit::append(
    const QString& code, const QString& name, const QString& rate, const QString& usedFor)
{
    const auto at = static_cast<int>(m_lines.size()) + 1;
    auto* nameEdit = new QLineEdit{name};
    auto* rateEdit = new QLineEdit{rate};
    nameEdit->setObjectName(u"taxName"_s + QString::number(at));
    nameEdit->setAccessibleName(tr("Name of rate %1").arg(code));
    nameEdit->setMaxLength(200);
    for (auto* edit : {nameEdit, rateEdit}) edit->setProperty("compact", true);
    rateEdit->setObjectName(u"taxRate"_s + QString::number(at));
    rateEdit->setAccessibleName(tr("Rate %1 in percent").arg(code));
    rateEdit->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    rateEdit->setMaximumWidth(tokens().px(96));
    auto* used = new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary};
    used->setElided(true);
    used->setPlainText(usedFor);
    m_grid->addWidget(new PlainLabel{code, 14, QFont::DemiBold}, at, 0);
    m_grid->addWidget(nameEdit, at, 1);
    m_grid->addWidget(rateEdit, at, 2);
    m_grid->addWidget(used, at, 3);
    m_lines.push_back({code, usedFor, nameEdit, rateEdit});
    connect(nameEdit, &QLineEdit::textEdited, this, &TaxTableEdit::edited);
    connect(rateEdit, &QLineEdit::textEdited, this, &TaxTableEdit::edited);
}

void TaxTableEdit::addRow()
{
    const QChar next{static_cast<char16_t>(u'A' + std::min<std::size_t>(m_lines.size(), 25))};
    append(QString{next}, {}, {}, {});
    m_lines.back().name->setFocus();
}

std::vector<TaxRateRow> TaxTableEdit::rows() const
{
    const Formats formats = percentFormats();
    std::vector<TaxRateRow> rows;
    for (const auto& line : m_lines) {
        const auto rate = formats.parsePercent(line.rate->text());
        if (rate && !line.name->text().trimmed().isEmpty())
            rows.push_back({line.code, line.name->text().trimmed(), *rate, line.usedFor});
    }
    return rows;
}

QString TaxTableEdit::missing() const
{
    const Formats formats = percentFormats();
    for (const auto& line : m_lines) {
        if (line.name->text().trimmed().isEmpty()) return tr("Rate %1 has no name yet.").arg(line.code);
        const auto rate = formats.parsePercent(line.rate->text());
        if (!rate || rate->isNegative() || *rate > Rate::whole())
            return tr("Rate %1 needs a percentage, such as 7 or 19.").arg(line.code);
    }
    return {};
}

void TaxTableEdit::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintBox(painter, rect(), tokens().px(8), tokens().colours().surface, tokens().colours().hair);
}

} // namespace till
