#include "ui/sell/sell_page.h"

#include "services/checkout_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "ui/keys/key_map.h"
#include "ui/kit/note_bar.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/action_row.h"
#include "ui/sell/arranging.h"
#include "ui/sell/cart_edits.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/empty_cart.h"
#include "ui/sell/held_sales.h"
#include "ui/sell/help_page.h"
#include "ui/sell/item_entry.h"
#include "ui/sell/item_field.h"
#include "ui/sell/open_sales.h"
#include "ui/sell/open_shift_page.h"
#include "ui/sell/paying.h"
#include "ui/sell/returning.h"
#include "ui/sell/sale_customer.h"
#include "ui/sell/sale_display.h"
#include "ui/sell/sale_words.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_paper.h"
#include "ui/sell/tile_shelf.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

SellPage::SellPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_frame{new SellFrame{formats.decimalSign(), this}}
    , m_desk{new SellDesk{shop, formats, *m_frame}}
{
    setObjectName(u"sellPage"_s);
    ScanFilter::instance(); // listens from now on
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->cart().emptyState().setSamplePrice(formats.samplePrice());
    addActions();
    m_shelf = new TileShelf{*m_desk};
    m_display = new SaleDisplay{*m_desk};
    m_held = new HeldSales{*m_desk};
    m_open = new OpenSales{*m_desk};
    m_customer = new SaleCustomer{*m_desk};
    m_words = new SaleWords{*m_desk};
    m_edits = new CartEdits{*m_desk};
    m_entry = new ItemEntry{*m_desk, *m_shelf, *m_edits};
    m_paying = new Paying{*m_desk};
    m_returning = new Returning{*m_desk};
    m_paper = new SellPaper{*m_desk};
    m_arranging = new Arranging{*m_desk, *m_shelf, *this};
    connectParts();
    connectKeys();
    const auto followPad = [this] { m_frame->setPadAlways(m_shop.settings().isOn("till.number_pad")); };
    m_settingsChanged = shop.settings().changed.subscribe(followPad);
    followPad();
    m_shiftChanged = shop.shifts().changed.subscribe([this](TillId) { showHome(); });
    showHome();
}

void SellPage::addActions()
{
    auto& actions = m_frame->actions();
    actions.addAction(u"hold"_s, u"pause"_s, tr("Hold"), {});
    actions.addAction(u"recall"_s, u"undo-2"_s, tr("Recall"), {});
    actions.addAction(u"receipts"_s, u"receipt-text"_s, tr("Receipts"), {});
    actions.addAction(u"take_back"_s, {}, tr("Return"), {});
    actions.addAction(u"price_check"_s, u"tag"_s, tr("Price check"), {});
    actions.addAction(u"note"_s, {}, tr("Note"), {});
    actions.addAction(u"sale_discount"_s, {}, tr("Discount on all"), {});
    actions.addAction(u"abandon"_s, {}, tr("Give up the sale"), {});
    actions.addAction(u"open_drawer"_s, {}, tr("Open drawer"), {});
    actions.addAction(u"sell_voucher"_s, u"gift"_s, tr("Sell a voucher"), {});
    actions.addAction(u"number_pad"_s, {}, tr("Number pad"), {});
    actions.addAction(u"help"_s, {}, tr("Help"), {});
    actions.addAction(u"arrange"_s, u"layout-grid"_s, tr("Arrange"), {});
    connect(&actions, &ActionRow::triggered, this, [this](const QString& id) {
        if (id == u"sell_voucher"_s) return m_paying->sellVoucher();
        m_commands.at(id)->trigger(); // a touch does what its key does
    });
}

void SellPage::connectParts()
{
    connect(m_desk, &SellDesk::homeRequested, this, &SellPage::showHome);
    connect(m_entry, &ItemEntry::partsRequested, m_paying, &Paying::showParts);
    connect(m_entry, &ItemEntry::voucherRead, m_paying, &Paying::takeVoucher);
    connect(m_entry, &ItemEntry::receiptRead, m_returning, qOverload<const Uid&>(&Returning::open));
    connect(m_returning, &Returning::receiptRequested, this, &SellPage::receiptRequested);
    connect(m_entry, &ItemEntry::customerScanned, m_customer, &SaleCustomer::take);
    connect(m_entry, &ItemEntry::nothingTyped, m_display, &SaleDisplay::leavePaid);
    auto& cart = m_frame->cart();
    connect(m_paper, &SellPaper::receiptRequested, this, &SellPage::receiptRequested);
    connect(&cart, &CartPanel::printAgainRequested, m_paper, &SellPaper::printLast);
    connect(&cart.changePanel(), &ChangePanel::receiptRequested, m_paper, &SellPaper::printLast);
    connect(&cart.changePanel(), &ChangePanel::done, this, [this] {
        m_display->leavePaid();
        takeFocus();
    });
}

void SellPage::addCommand(const QString& id, std::function<void()> action)
{
    auto*& command = m_commands[id] = new QAction{this};
    command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(command, &QAction::triggered, this, std::move(action));
    addAction(command);
}

void SellPage::connectKeys()
{
    addCommand(u"item_field"_s, [this] { showHome(); });
    addCommand(u"search"_s, [this] { m_returning->isShown() ? m_returning->showReceipt() : showHome(); });
    addCommand(u"price"_s, [this] { m_edits->setPrice(); });
    addCommand(u"undo"_s, [this] { m_edits->undo(); });
    addCommand(u"redo"_s, [this] { m_edits->redo(); });
    addCommand(u"sale_discount"_s, [this] { m_edits->discountSale(); });
    addCommand(u"take_back"_s, [this] { takeBack(); });
    addCommand(u"help"_s, [this] { showHelp(); });
    addCommand(u"number_pad"_s, [this] { m_frame->togglePad(); });
    addCommand(u"hold"_s, [this] { m_held->hold(); });
    addCommand(u"recall"_s, [this] { m_held->recall(); });
    addCommand(u"receipts"_s, [this] { Q_EMIT receiptsRequested(); });
    addCommand(u"price_check"_s, [this] { m_entry->startPriceCheck(); });
    addCommand(u"customer"_s, [this] { m_customer->ask(); });
    addCommand(u"note"_s, [this] { m_words->lineNote(); });
    addCommand(u"sale_note"_s, [this] { m_words->saleNote(); });
    addCommand(u"new_sale"_s, [this] { m_open->startNew(); });
    addCommand(u"next_sale"_s, [this] { m_open->step(1); });
    addCommand(u"previous_sale"_s, [this] { m_open->step(-1); });
    addCommand(u"abandon"_s, [this] { m_edits->abandon(); });
    for (std::size_t i = 0; i < SellKeys{}.departments.size(); ++i)
        addCommand(u"department_%1"_s.arg(i + 1), [this, i] { m_entry->sellUnder(i); });
    addCommand(u"arrange"_s, [this] { m_arranging->start(); });
    addCommand(u"part_cash"_s, [this] { m_paying->takePartInCash(); });
    addCommand(u"part_card"_s, [this] { m_paying->takePartByCard(); });
    addCommand(u"card"_s, [this] { m_paying->payCard(); });
    addCommand(u"cash"_s, [this] { m_paying->payCash(); });
    addCommand(u"voucher"_s, [this] { m_paying->payBy("voucher"); });
    addCommand(u"transfer"_s, [this] { m_paying->payBy("transfer"); });
    addCommand(u"print_again"_s, [this] { m_paper->printLast(); });
    addCommand(u"open_drawer"_s, [this] { m_paper->openDrawer(); });
    addCommand(u"more"_s, [this] { m_frame->actions().openMore(); });
    addCommand(u"previous_department"_s, [this] { m_frame->tabs().step(-1); });
    addCommand(u"next_department"_s, [this] { m_frame->tabs().step(1); });
    connect(&KeyMap::instance(), &KeyMap::changed, this, &SellPage::followKeys);
    followKeys();
}

void SellPage::followKeys()
{
    const auto& map = KeyMap::instance();
    for (const auto& [id, command] : m_commands) {
        command->setShortcuts(map.keys(id));
        m_frame->actions().setActionKey(id, map.key(id));
    }
    m_frame->setKeys(map.sellKeys());
}

bool SellPage::takeScan(const QString& code)
{
    if (m_arranging->takeScan(code)) return true;
    // The page that asks for a code has it, wherever the focus is and wherever the code comes from.
    auto* asking = dynamic_cast<ScanReceiver*>(m_frame->page());
    if (asking != nullptr && asking->takeScan(code)) return true;
    m_entry->submitScan(code);
    return true;
}

bool SellPage::actsOn(const QString& character) const
{
    if (!m_frame->field().edit()->hasFocus()) return false; // elsewhere they are written
    return character == u"+"_s || character == u"%"_s || m_returning->actsOn(character);
}

void SellPage::takeFocus()
{
    m_desk->takeFocus();
}

void SellPage::showHome()
{
    m_entry->forget();
    m_frame->note().dismiss();
    if (!m_shop.shifts().open(m_shop.facts().till)) return showOpenShift();
    m_frame->showLeft(SellFrame::Left::Tiles);
    takeFocus();
}

void SellPage::takeBackFrom(qint64 documentId)
{
    if (!m_desk->keepsForm()) m_returning->open(DocumentId{documentId});
}

void SellPage::takeBack()
{
    m_returning->isShown() ? m_returning->leaveWithoutReceipt() : m_edits->takeBack();
}

void SellPage::showOpenShift()
{
    auto* page = new OpenShiftPage{m_desk->formats(), m_shop.shifts().lastLeft(m_shop.facts().till)};
    connect(page, &OpenShiftPage::confirmed, this, [this](qint64 minor) {
        m_desk->attempt([&]() -> Result<> {
            const auto opened = m_shop.shifts().start(m_shop.owner(), Money::fromMinor(minor));
            return opened ? Result<>{} : opened.error();
        });
    });
    m_frame->showPage(page, false);
    page->takeFocus();
}

void SellPage::showHelp()
{
    const auto* shown = m_frame->findChild<HelpPage*>();
    if (shown != nullptr && shown->isVisible()) return showHome(); // the same key leads back
    auto* page = new HelpPage{m_desk->formats().samplePrice()};
    connect(page, &HelpPage::left, this, &SellPage::showHome);
    m_frame->showPage(page, false);
    page->setFocus();
}

} // namespace till
