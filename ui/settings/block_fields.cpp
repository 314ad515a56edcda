#include "ui/settings/block_fields.h"

#include "services/receipt_service.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/receipts/block_list.h"
#include "ui/settings/lines_field.h"
#include "ui/settings/receipt_sample.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// The setting that holds the words of a block; the others keep their own in the design.
std::string lineKey(ReceiptBlockKind kind)
{
    if (kind == ReceiptBlockKind::ShopHead) return "shop.name";
    return kind == ReceiptBlockKind::TaxNumber ? "shop.tax_number" : "";
}

std::string linesKey(ReceiptBlockKind kind)
{
    if (kind == ReceiptBlockKind::ShopHead) return "shop.address";
    return kind == ReceiptBlockKind::ThankYou ? "receipt.footer" : "";
}

bool hasLine(ReceiptBlockKind kind)
{
    return kind == ReceiptBlockKind::QrCode || !lineKey(kind).empty();
}

bool hasLines(ReceiptBlockKind kind)
{
    return kind == ReceiptBlockKind::OpeningHours || kind == ReceiptBlockKind::ReturnPolicy ||
           !linesKey(kind).empty();
}

bool hasStyle(ReceiptBlockKind kind)
{
    return hasLines(kind) || kind == ReceiptBlockKind::TaxNumber || kind == ReceiptBlockKind::Saved;
}

QLayout* labelled(PlainLabel* name, QWidget* field)
{
    name->setBuddy(field);
    auto* column = new QVBoxLayout;
    column->setSpacing(tokens().px(4));
    column->addWidget(name);
    column->addWidget(field);
    return column;
}

PlainLabel* fieldName(const QString& words)
{
    return new PlainLabel{words, 12, QFont::DemiBold, Ink::Secondary};
}

} // namespace

BlockFields::BlockFields(SettingsDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_title{new PlainLabel{{}, 14, QFont::Bold}}
    , m_lineName{fieldName({})}
    , m_line{new QLineEdit}
    , m_linesName{fieldName({})}
    , m_lines{new LinesField}
    , m_size{new ComboField}
    , m_align{new ComboField}
    , m_choose{new KeyButton{tr("Choose a picture")}}
    , m_remove{new KeyButton{tr("Remove")}}
    , m_nothing{new PlainLabel{tr("This block has nothing to set."), 13, QFont::Normal, Ink::Secondary}}
{
    m_line->setObjectName(u"blockLine"_s);
    m_lines->setObjectName(u"blockLines"_s);
    m_size->setObjectName(u"blockSize"_s);
    m_size->setAccessibleName(tr("Size"));
    m_align->setObjectName(u"blockAlign"_s);
    m_align->setAccessibleName(tr("Align"));
    m_choose->setObjectName(u"chooseLogo"_s);
    m_remove->setObjectName(u"removeLogo"_s);
    m_remove->setKind(ButtonKind::Danger);
    m_size->addItems({tr("Normal"), tr("Bold"), tr("Large")});
    m_align->addItems({tr("Left"), tr("Centre"), tr("Right")});
    auto* style = new QWidget;
    style->setObjectName(u"blockStyle"_s);
    auto* inStyle = new QHBoxLayout{style};
    inStyle->setContentsMargins(0, 0, 0, 0);
    inStyle->addLayout(labelled(fieldName(tr("Size")), m_size));
    inStyle->addLayout(labelled(fieldName(tr("Align")), m_align));
    inStyle->addStretch(1);
    auto* logo = new QHBoxLayout;
    logo->addWidget(m_choose);
    logo->addWidget(m_remove);
    logo->addStretch(1);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(labelled(m_lineName, m_line));
    column->addLayout(labelled(m_linesName, m_lines));
    column->addWidget(style);
    column->addLayout(logo);
    column->addWidget(m_nothing);
    onTheme(this, [column, inStyle, logo, this] {
        column->setSpacing(tokens().px(8));
        inStyle->setSpacing(tokens().px(12));
        logo->setSpacing(tokens().px(8));
        for (auto* button : {m_choose, m_remove}) button->setHeights(36, 56);
    });
    connectAll();
}

void BlockFields::connectAll()
{
    connect(m_line, &QLineEdit::textEdited, this, &BlockFields::typed);
    connect(m_line, &QLineEdit::editingFinished, this, &BlockFields::keepLine);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &BlockFields::typed);
    connect(m_lines, &LinesField::editingFinished, this, &BlockFields::keepLines);
    connect(m_size, &QComboBox::activated, this, [this](int index) {
        changeBlock([index](ReceiptBlock& block) { block.size = static_cast<BlockSize>(index); });
    });
    connect(m_align, &QComboBox::activated, this, [this](int index) {
        changeBlock([index](ReceiptBlock& block) { block.align = static_cast<BlockAlign>(index); });
    });
    connect(m_choose, &KeyButton::clicked, this, &BlockFields::chooseLogo);
    connect(m_remove, &KeyButton::clicked, this, [this] {
        auto design = m_design;
        design.logo.clear();
        blockOf(design, ReceiptBlockKind::Logo).isOn = false;
        Q_EMIT designed(design);
    });
}

void BlockFields::show(const ReceiptDesign& design, ReceiptBlockKind kind)
{
    m_design = design;
    m_kind = kind;
    const auto& block = blockOf(m_design, kind);
    m_title->setText(blockWord(kind));
    const auto lineWord = kind == ReceiptBlockKind::QrCode
                              ? tr("What it says; {number} is the receipt's, empty the number alone")
                          : kind == ReceiptBlockKind::ShopHead ? tr("Name")
                                                               : tr("Number");
    m_lineName->setText(lineWord);
    m_line->setAccessibleName(lineWord);
    const auto linesWord = kind == ReceiptBlockKind::ShopHead ? tr("Address") : tr("Text");
    m_linesName->setText(linesWord);
    m_lines->setAccessibleName(linesWord);
    for (QWidget* part : {static_cast<QWidget*>(m_lineName), static_cast<QWidget*>(m_line)})
        part->setVisible(hasLine(kind));
    for (QWidget* part : {static_cast<QWidget*>(m_linesName), static_cast<QWidget*>(m_lines)})
        part->setVisible(hasLines(kind));
    m_size->parentWidget()->setVisible(hasStyle(kind));
    m_choose->setVisible(kind == ReceiptBlockKind::Logo);
    m_remove->setVisible(kind == ReceiptBlockKind::Logo && !m_design.logo.empty());
    m_nothing->setVisible(
        !hasLine(kind) && !hasLines(kind) && !hasStyle(kind) && kind != ReceiptBlockKind::Logo);

    const auto line =
        lineKey(kind).empty() ? QString::fromStdString(block.text) : m_desk.value(lineKey(kind));
    if (m_line->text() != line) m_line->setText(line);
    const auto lines =
        linesKey(kind).empty() ? QString::fromStdString(block.text) : m_desk.value(linesKey(kind));
    if (m_lines->toPlainText() != lines) {
        const QSignalBlocker quiet{m_lines};
        m_lines->setPlainText(lines);
    }
    m_size->setCurrentIndex(static_cast<int>(block.size));
    m_align->setCurrentIndex(static_cast<int>(block.align));
}

void BlockFields::putInto(Receipt& receipt) const
{
    if (hasLine(m_kind)) {
        auto& words = m_kind == ReceiptBlockKind::ShopHead    ? receipt.shopName
                      : m_kind == ReceiptBlockKind::TaxNumber ? receipt.taxNumber
                                                              : blockOf(receipt.design, m_kind).text;
        words = m_line->text().toStdString();
    }
    if (!hasLines(m_kind)) return;
    const auto text = m_lines->toPlainText();
    if (m_kind == ReceiptBlockKind::ShopHead) {
        receipt.addressLines.clear();
        for (const auto& line : text.split(u'\n', Qt::SkipEmptyParts))
            receipt.addressLines.push_back(line.toStdString());
    } else {
        auto& words =
            m_kind == ReceiptBlockKind::ThankYou ? receipt.footer : blockOf(receipt.design, m_kind).text;
        words = text.toStdString();
    }
}

void BlockFields::changeBlock(const std::function<void(ReceiptBlock&)>& change)
{
    auto design = m_design;
    change(blockOf(design, m_kind));
    if (!(design == m_design)) Q_EMIT designed(design);
}

void BlockFields::keepLine()
{
    const auto text = m_line->text();
    if (const auto key = lineKey(m_kind); !key.empty()) {
        if (!m_desk.set(key, text, blockWord(m_kind))) show(m_design, m_kind);
    } else if (hasLine(m_kind)) {
        changeBlock([&](ReceiptBlock& block) { block.text = text.toStdString(); });
    }
}

void BlockFields::keepLines()
{
    const auto text = m_lines->toPlainText();
    if (const auto key = linesKey(m_kind); !key.empty()) {
        if (!m_desk.set(key, text, blockWord(m_kind))) show(m_design, m_kind);
    } else if (hasLines(m_kind)) {
        changeBlock([&](ReceiptBlock& block) { block.text = text.toStdString(); });
    }
}

void BlockFields::chooseLogo()
{
    const auto chosen =
        chooseFile(this, {.kind = FileRequest::Kind::Open,
                             .title = tr("A picture for the top of receipts"),
                             .filter = tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp *.gif)")});
    if (!chosen) return;
    const auto png = pngOfFile(*chosen);
    if (!png) return m_desk.refuse(png.error());
    ReceiptDesign design;
    const bool isKept = m_desk.attempt([&]() -> Result<> {
        auto with = m_desk.shop().receipts().withLogo(m_desk.shop().owner(), m_design, *png);
        if (!with) return with.error();
        design = std::move(*with);
        return {};
    });
    if (isKept) Q_EMIT designed(design);
}

} // namespace till
