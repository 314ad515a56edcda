#include "ui/settings/settings_page.h"

#include "ui/app/counter_sections.h"
#include "ui/keys/shortcuts_section.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/scan_receiver.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/printing/printer_section.h"
#include "ui/scan/scanner_section.h"
#include "ui/settings/counter_devices.h"
#include "ui/settings/payments_section.h"
#include "ui/settings/receipt_section.h"
#include "ui/settings/returns_section.h"
#include "ui/settings/section_list.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/shop_sections.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_note{new NoteBar}
    , m_desk{new SettingsDesk{shop, formats, *m_note, this}}
    , m_search{new QLineEdit}
    , m_list{new SectionList}
    , m_stack{new QStackedWidget}
{
    setObjectName(u"settingsPage"_s);
    m_search->setObjectName(u"settingsSearch"_s);
    m_search->setAccessibleName(tr("Search all settings"));
    m_search->setPlaceholderText(tr("Search all settings"));
    m_search->setClearButtonEnabled(true);
    auto* head = new PageHead{tr("Settings")};
    head->addAction(m_search);
    auto* listScroll = scrollDown(m_list, u"settingsSectionsScroll"_s, tr("Sections"));
    listScroll->setFocusPolicy(Qt::NoFocus);
    auto* listCard = Surface::card();
    auto* inCard = new QVBoxLayout{listCard};
    inCard->setContentsMargins(1, 1, 1, 1);
    inCard->addWidget(listScroll);
    auto* row = new QHBoxLayout;
    row->addWidget(listCard);
    row->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout{this};
    column->addWidget(head);
    column->addWidget(m_note);
    column->addLayout(row, 1);
    onTheme(this, [this, column, row, listCard] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        row->setSpacing(t.px(16));
        listCard->setFixedWidth(t.px(208));
        m_search->setFixedWidth(t.px(320));
    });
    connect(m_list, &SectionList::chosen, this, &SettingsPage::showSection);
    connect(m_search, &QLineEdit::textEdited, this, &SettingsPage::filter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const auto first = m_list->firstShown(); !first.isEmpty()) showSection(first);
    });
    addSections();
    showSection(m_sections.front().id);
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::addSections()
{
    add(u"shop"_s, u"store"_s, tr("Shop"), tr("name address tax number business day cut-off hour"),
        [this] { return shopSection(*m_desk); });
    add(u"selling"_s, u"shopping-cart"_s, tr("Selling"),
        tr("merge lines quick keys tiles sold out rounding coin cash tax"),
        [this] { return sellingSection(*m_desk); });
    add(u"payments"_s, u"credit-card"_s, tr("Payments"),
        tr("cash card terminal voucher gift card foreign currency exchange rate slip tender transfer"),
        [this] { return new PaymentsSection{*m_desk}; });
    add(u"returns"_s, u"undo-2"_s, tr("Returns"), tr("take back refund days department exchange"),
        [this] { return new ReturnsSection{*m_desk}; });
    add(u"printer"_s, u"printer"_s, tr("Printer"), tr("receipt paper drawer strip euro network usb cups"),
        [this] { return printerSection(*m_desk); });
    add(u"scale"_s, u"scale"_s, tr("Scale"), tr("weight weigh kilogram serial device toledo cas adam"),
        [this] { return scaleSection(*m_desk); });
    add(u"display"_s, u"monitor"_s, tr("Customer display"), tr("second screen pole customer device"),
        [this] { return customerDisplaySection(*m_desk); });
    add(u"receipt"_s, u"receipt-text"_s, tr("Receipt"),
        tr("logo picture header footer address thank you opening hours return policy QR code barcode paper "
           "58 80 A4"),
        [this] { return new ReceiptSection{*m_desk}; });
    add(u"look"_s, u"sparkles"_s, tr("Look"), tr("colours dark light touch size zoom keys density"),
        [this] { return lookSection(*m_desk); });
    add(u"scanner"_s, u"scan-barcode"_s, tr("Scanner"),
        tr("barcode calibrate test prefix suffix enter tab serial keyboard layout"),
        [this] { return scannerSection(*m_desk); });
    add(u"shortcuts"_s, u"keyboard"_s, tr("Shortcuts"), tr("keys keyboard F1 cheat sheet print"),
        [this] { return shortcutsSection(*m_desk); });
    add(u"sounds"_s, u"volume-2"_s, tr("Sounds"), tr("beep volume loud silent"),
        [this] { return soundSection(*m_desk); });
    add(u"till_screen"_s, u"monitor"_s, tr("Till screen"),
        tr("full screen kiosk start login sleep awake number pad cents"),
        [this] { return tillScreenSection(*m_desk); });
    add(u"about"_s, u"info"_s, tr("About"), tr("version licence file"),
        [this] { return aboutSection(*m_desk); });
}

void SettingsPage::add(const QString& id, const QString& icon, const QString& word, const QString& about,
    std::function<QWidget*()> make)
{
    m_list->add(id, icon, word);
    m_sections.push_back({id, icon, word, about, std::move(make)});
}

SettingsPage::Section* SettingsPage::find(const QString& id)
{
    for (auto& section : m_sections)
        if (section.id == id) return &section;
    return nullptr;
}

void SettingsPage::showSection(const QString& id)
{
    auto* section = find(id);
    if (section == nullptr) return;
    if (section->page == nullptr) {
        section->page = section->make();
        m_stack->addWidget(section->page);
    }
    if (id != m_current) m_note->dismiss();
    m_current = id;
    m_list->setCurrent(id);
    m_stack->setCurrentWidget(section->page);
}

void SettingsPage::filter(const QString& text)
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    for (const auto& section : m_sections) {
        const QString all = section.word + u' ' + section.about;
        const bool holds = std::all_of(words.begin(), words.end(),
            [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
        m_list->setShown(section.id, holds);
    }
    if (const auto first = m_list->firstShown(); !words.isEmpty() && !first.isEmpty()) showSection(first);
}

void SettingsPage::takeFocus()
{
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

bool SettingsPage::takeScan(const QString& code)
{
    auto* section = m_stack->currentWidget();
    auto parts = section->findChildren<QWidget*>();
    parts.prepend(section);
    return std::any_of(parts.begin(), parts.end(), [&](QWidget* part) {
        auto* receiver = part->isVisible() ? dynamic_cast<ScanReceiver*>(part) : nullptr;
        return receiver != nullptr && receiver->takeScan(code);
    });
}

void SettingsPage::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step != 0) return showSection(m_list->nextShown(m_current, step));
    QWidget::keyPressEvent(event);
}

} // namespace till
