#include "ui/settings/receipt_section.h"

#include "paper/receipt_document.h"
#include "services/receipt_design_json.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "ui/app/action_guard.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/segments.h"
#include "ui/kit/surface.h"
#include "ui/kit/switch_field.h"
#include "ui/kit/theme.h"
#include "ui/printing/print_once.h"
#include "ui/receipts/block_list.h"
#include "ui/receipts/receipt_paper.h"
#include "ui/receipts/receipt_preview.h"
#include "ui/settings/block_fields.h"
#include "ui/settings/receipt_sample.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowStandard = 32;
constexpr int kRowTouch = 52;

} // namespace

ReceiptSection::ReceiptSection(SettingsDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_paperKinds{new Segments{tr("Paper"),
          {{u"42"_s, tr("80 mm")}, {u"32"_s, tr("58 mm")}, {QString::number(kColumnsA4), tr("A4")}}}}
    , m_saving{new SwitchField{tr("Paper saving")}}
    , m_savingHint{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_blocks{new BlockList}
    , m_fields{new BlockFields{desk}}
    , m_preview{new ReceiptPreview{desk.formats()}}
    , m_print{new KeyButton{u"printer"_s, tr("Print test"), {}}}
{
    setObjectName(u"receiptSection"_s);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeControls(), 1);
    row->addWidget(makePreview());
    onTheme(this, [row] { row->setSpacing(tokens().px(16)); });
    connectAll();
    m_changed = desk.shop().settings().changed.subscribe([this] { refresh(); });
    m_paperKinds->setCurrent(u"42"_s);
    refresh();
    m_blocks->mark(ReceiptBlockKind::ShopHead);
}

QWidget* ReceiptSection::makeControls()
{
    m_saving->setObjectName(u"paperSaving"_s);
    m_paperKinds->setObjectName(u"paperKinds"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel{tr("Receipt"), 20, QFont::Bold});
    head->addStretch(1);
    head->addWidget(m_paperKinds);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new PlainLabel{tr("Paper saving"), 14, QFont::DemiBold});
    words->addWidget(m_savingHint);
    auto* saving = new QHBoxLayout;
    saving->addLayout(words, 1);
    saving->addWidget(m_saving);

    auto* blocks = new QHBoxLayout;
    blocks->addWidget(new PlainLabel{tr("Blocks"), 14, QFont::Bold});
    blocks->addWidget(
        new PlainLabel{tr("drag, or Alt+Up and Alt+Down"), 12, QFont::Normal, Ink::Secondary}, 1);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout{content};
    column->addLayout(head);
    column->addWidget(new Hairline);
    column->addLayout(saving);
    column->addWidget(new Hairline);
    column->addLayout(blocks);
    column->addWidget(m_blocks);
    column->addWidget(m_fields);
    column->addStretch(1);
    auto* scroll = scrollDown(content, u"receiptSectionScroll"_s, tr("Receipt"));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* card = Surface::card();
    auto* inside = new QVBoxLayout{card};
    inside->addWidget(scroll);
    onTheme(this, [this, inside, column, head, blocks] {
        const Tokens& t = tokens();
        inside->setContentsMargins(t.px(16), t.px(12), t.px(4), t.px(8));
        column->setContentsMargins(0, 0, t.px(12), t.px(8));
        column->setSpacing(t.px(8));
        head->setSpacing(t.px(8));
        blocks->setSpacing(t.px(8));
        const auto count = static_cast<int>(kReceiptBlockKinds.size());
        m_blocks->setFixedHeight(count * t.px(kRowStandard, kRowTouch) + 2);
    });
    return card;
}

QWidget* ReceiptSection::makePreview()
{
    m_print->setObjectName(u"printTest"_s);
    m_print->setHeights(36, 56);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel{tr("Live preview"), 14, QFont::Bold}, 1);
    head->addWidget(m_print);
    auto* ground = new Surface{Surface::Fill::Quiet, Surface::Edge::None};
    auto* onGround = new QVBoxLayout{ground};
    onGround->addWidget(m_preview);
    onGround->addStretch(1);
    auto* scroll = scrollDown(ground, u"receiptPreviewScroll"_s, tr("Live preview"));
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addLayout(head);
    column->addWidget(scroll, 1);
    m_previewCard = card;
    onTheme(card, [column, head, onGround] {
        const Tokens& t = tokens();
        column->setContentsMargins(1, t.px(10), 1, 1);
        column->setSpacing(t.px(10));
        head->setContentsMargins(t.px(16), 0, t.px(16), 0);
        onGround->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    });
    return card;
}

void ReceiptSection::connectAll()
{
    connect(m_paperKinds, &Segments::chosen, this, [this] { showPaper(); });
    connect(m_saving, &SwitchField::clicked, this, [this](bool on) {
        auto design = m_design;
        design.savesPaper = on;
        keep(design, tr("Paper saving"));
    });
    connect(m_blocks, &BlockList::markedChanged, this, [this] {
        m_fields->show(m_design, m_blocks->marked());
        m_preview->mark(m_blocks->marked());
    });
    connect(m_blocks, &BlockList::switched, this, [this](ReceiptBlockKind kind, bool isOn) {
        auto design = m_design;
        blockOf(design, kind).isOn = isOn;
        keep(design, blockWord(kind));
    });
    connect(m_blocks, &BlockList::reordered, this, [this](const std::vector<ReceiptBlockKind>& kinds) {
        ReceiptDesign design = m_design;
        design.blocks.clear();
        for (const auto kind : kinds) design.blocks.push_back(blockOf(m_design, kind));
        keep(design, tr("The order of the blocks"));
    });
    connect(m_preview, &ReceiptPreview::chosen, m_blocks, &BlockList::mark);
    connect(m_fields, &BlockFields::typed, this, &ReceiptSection::showPaper);
    connect(m_fields, &BlockFields::designed, this,
        [this](const ReceiptDesign& design) { keep(design, blockWord(m_blocks->marked())); });
    connect(m_print, &KeyButton::clicked, this, &ReceiptSection::printTest);
}

void ReceiptSection::refresh()
{
    m_design = m_desk.shop().receipts().design();
    m_saving->setChecked(m_design.savesPaper);
    m_blocks->show(m_design.blocks);
    m_fields->show(m_design, m_blocks->marked());
    showPaper();
}

int ReceiptSection::columns() const
{
    return m_paperKinds->current().toInt();
}

void ReceiptSection::showPaper()
{
    guarded(this, [this] {
        auto receipt = sampleReceipt(m_desk.shop().receipts().blank(m_design));
        m_fields->putInto(receipt);
        m_preview->show(receipt, columns());
        m_preview->mark(m_blocks->marked());
        m_savingHint->setText(tr("No large text, no empty lines: %1% shorter")
                                  .arg(shorterBySaving(receipt, columns(), m_desk.formats())));
    });
}

void ReceiptSection::keep(const ReceiptDesign& design, const QString& what)
{
    const auto text = design == standardDesign() ? std::string{} : designJson(design);
    if (!m_desk.set("receipt.design", QString::fromStdString(text), what)) refresh();
}

void ReceiptSection::printTest()
{
    guarded(this, [this] {
        const auto receipt = sampleReceipt(m_desk.shop().receipts().blank(m_design));
        const auto paper = receiptDocument(receipt, paperWords(), paperFormat(m_desk.formats()));
        m_print->setEnabled(false);
        printOnce(this, m_desk.shop(), paper, [this](const Result<>& sent) {
            m_print->setEnabled(true);
            if (!sent) return m_desk.refuse(sent.error());
            m_desk.tell(tr("Test"), tr("The receipt of the preview went to the printer."));
        });
    });
}

void ReceiptSection::resizeEvent(QResizeEvent* event)
{
    m_previewCard->setFixedWidth(tokens().px(width() < tokens().px(900) ? 260 : 366));
    QWidget::resizeEvent(event);
}

} // namespace till
