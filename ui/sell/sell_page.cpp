#include "ui/sell/sell_page.h"

#include "services/checkout_service.h"
#include "services/shift_service.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_edits.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/empty_cart.h"
#include "ui/sell/held_sales.h"
#include "ui/sell/help_page.h"
#include "ui/sell/item_entry.h"
#include "ui/sell/item_field.h"
#include "ui/sell/open_shift_page.h"
#include "ui/sell/paying.h"
#include "ui/sell/sale_display.h"
#include "ui/sell/scan_listener.h"
#include "ui/sell/sell_desk.h"
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
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->cart().emptyState().setSamplePrice(formats.samplePrice());
    m_frame->setKeys(m_keys);
    addActions();
    m_shelf = new TileShelf{*m_desk};
    m_display = new SaleDisplay{*m_desk};
    m_held = new HeldSales{*m_desk};
    m_edits = new CartEdits{*m_desk};
    m_entry = new ItemEntry{*m_desk, *m_shelf, *m_edits};
    m_paying = new Paying{*m_desk};
    connectParts();
    connectKeys();
    m_shiftChanged = shop.shifts().changed.subscribe([this](TillId) { showHome(); });
    showHome();
}

void SellPage::addActions()
{
    auto& actions = m_frame->actions();
    actions.addAction(u"hold"_s, u"pause"_s, tr("Hold"), m_keys.hold);
    actions.addAction(u"recall"_s, u"undo-2"_s, tr("Recall"), m_keys.recall);
    actions.addAction(u"receipts"_s, u"receipt-text"_s, tr("Receipts"), m_keys.receipts);
    actions.addAction(u"take_back"_s, {}, tr("Return"), m_keys.takeBack);
    actions.addAction(u"price_check"_s, u"tag"_s, tr("Price check"), m_keys.priceCheck);
    actions.addAction(u"sell_voucher"_s, u"gift"_s, tr("Sell a voucher"), {});
    actions.addAction(u"help"_s, {}, tr("Help"), m_keys.help);
    connect(&actions, &ActionRow::triggered, this, [this](const QString& id) {
        if (id == u"hold"_s) m_held->hold();
        if (id == u"recall"_s) m_held->recall();
        if (id == u"receipts"_s) Q_EMIT receiptsRequested();
        if (id == u"take_back"_s) m_edits->takeBack();
        if (id == u"price_check"_s) m_entry->startPriceCheck();
        if (id == u"sell_voucher"_s) m_paying->sellVoucher();
        if (id == u"help"_s) showHelp();
    });
}

void SellPage::connectParts()
{
    connect(m_desk, &SellDesk::homeRequested, this, &SellPage::showHome);
    connect(m_entry, &ItemEntry::partsRequested, m_paying, &Paying::showParts);
    connect(m_entry, &ItemEntry::voucherRead, m_paying, &Paying::takeVoucher);
    connect(m_entry, &ItemEntry::receiptRequested, this, &SellPage::receiptRequested);
    connect(m_entry, &ItemEntry::nothingTyped, m_display, &SaleDisplay::leavePaid);
    const auto* itemEdit = m_frame->field().edit();
    auto* scanner =
        new ScanListener{*this, [itemEdit](const QWidget& target) { return &target == itemEdit; }};
    connect(scanner, &ScanListener::scanned, this, &SellPage::takeScan);
    auto& cart = m_frame->cart();
    connect(&cart, &CartPanel::printAgainRequested, this, &SellPage::requestLastReceipt);
    connect(&cart.changePanel(), &ChangePanel::receiptRequested, this, &SellPage::requestLastReceipt);
    connect(&cart.changePanel(), &ChangePanel::done, this, [this] {
        m_display->leavePaid();
        takeFocus();
    });
}

void SellPage::addKey(const QKeySequence& key, std::function<void()> action)
{
    auto* command = new QAction{this};
    command->setShortcut(key);
    command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(command, &QAction::triggered, this, std::move(action));
    addAction(command);
}

void SellPage::connectKeys()
{
    addKey(m_keys.itemField, [this] { showHome(); });
    addKey(m_keys.search, [this] { showHome(); });
    addKey(m_keys.price, [this] { m_edits->setPrice(); });
    addKey(m_keys.undo, [this] { m_edits->undo(); });
    for (const auto& key : m_keys.redo) addKey(key, [this] { m_edits->redo(); });
    for (const auto& key : m_keys.saleDiscount) addKey(key, [this] { m_edits->discountSale(); });
    addKey(m_keys.takeBack, [this] { m_edits->takeBack(); });
    addKey(m_keys.help, [this] { showHelp(); });
    addKey(m_keys.hold, [this] { m_held->hold(); });
    addKey(m_keys.recall, [this] { m_held->recall(); });
    addKey(m_keys.receipts, [this] { Q_EMIT receiptsRequested(); });
    addKey(m_keys.priceCheck, [this] { m_entry->startPriceCheck(); });
    addKey(m_keys.partCash, [this] { m_paying->takePartInCash(); });
    addKey(m_keys.partCard, [this] { m_paying->takePartByCard(); });
    addKey(m_keys.card, [this] { m_paying->payCard(); });
    addKey(m_keys.cash, [this] { m_paying->payCash(); });
    addKey(m_keys.voucher, [this] { m_paying->payBy("voucher"); });
    addKey(m_keys.transfer, [this] { m_paying->payBy("transfer"); });
    addKey(m_keys.printAgain, [this] { requestLastReceipt(); });
    addKey(m_keys.more, [this] { m_frame->actions().openMore(); });
    addKey(m_keys.previousDepartment, [this] { m_frame->tabs().step(-1); });
    addKey(m_keys.nextDepartment, [this] { m_frame->tabs().step(1); });
}

void SellPage::takeScan(const QString& code)
{
    m_entry->submit(code);
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
    auto* page = new HelpPage{m_desk->formats().samplePrice()};
    connect(page, &HelpPage::left, this, &SellPage::showHome);
    m_frame->showPage(page, false);
    page->setFocus();
}

void SellPage::requestLastReceipt()
{
    if (const auto last = m_shop.checkout().last(m_shop.facts().till))
        Q_EMIT receiptRequested(last->document.value);
}

} // namespace till
