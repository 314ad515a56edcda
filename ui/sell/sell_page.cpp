#include "ui/sell/sell_page.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/shift_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/ask.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/empty_cart.h"
#include "ui/sell/held_page.h"
#include "ui/sell/help_page.h"
#include "ui/sell/item_field.h"
#include "ui/sell/open_shift_page.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/pay_zone.h"
#include "ui/sell/product_rows.h"
#include "ui/sell/results_view.h"
#include "ui/sell/tile_grid.h"
#include "ui/sell/unknown_code_page.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostTiles = 100;
constexpr int kMostResults = 50;

} // namespace

SellPage::SellPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_currency{currency(shop.facts().currency)}
    , m_frame{new SellFrame{formats.decimalSign()}}
{
    setObjectName(u"sellPage"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->field().setHint(tr("Scan, or type name, SKU or price"));
    m_frame->cart().emptyState().setDecimalSign(formats.decimalSign());
    m_frame->setKeys(m_keys);
    auto& actions = m_frame->actions();
    actions.addAction(u"hold"_s, u"pause"_s, tr("Hold"), Qt::Key_F6);
    actions.addAction(u"recall"_s, u"undo-2"_s, tr("Recall"), Qt::Key_F7);
    actions.addAction(u"receipts"_s, u"receipt-text"_s, tr("Receipts"), Qt::Key_F8);
    actions.addAction(u"price_check"_s, u"tag"_s, tr("Price check"), Qt::Key_F9);
    actions.addAction(u"help"_s, u"circle-question-mark"_s, tr("Help"), Qt::Key_F1);
    using Action = ChangePanel::Action;
    for (const auto action : {Action::Print, Action::Email, Action::Gift, Action::Invoice, Action::Return}) {
        m_frame->cart().changePanel().setActionShown(action, false);
    }
    m_frame->cart().changePanel().setActionShown(Action::None, true);

    connectField();
    connectLists();
    connectCart();
    connectKeys();
    m_cartChanged = shop.carts().changed.subscribe([this](TillId) { refresh(); });
    m_catalogChanged = shop.catalog().changed.subscribe([this] { refreshTiles(); });
    m_shiftChanged = shop.shifts().changed.subscribe([this](TillId) { showHome(); });
    refreshTiles();
    refresh();
    showHome();
}

void SellPage::connectField()
{
    auto& field = m_frame->field();
    connect(&field, &ItemField::textEdited, this, &SellPage::readTyped);
    connect(&field, &ItemField::submitted, this, &SellPage::submit);
    connect(&field, &ItemField::moveRequested, this, &SellPage::step);
    connect(&field, &ItemField::escaped, this, &SellPage::stepBack);
    field.edit()->installEventFilter(this);
}

void SellPage::connectLists()
{
    connect(&m_frame->results(), &ResultsView::chosen, this, &SellPage::ringUpProduct);
    connect(&m_frame->tiles(), &TileGrid::chosen, this, &SellPage::ringUpProduct);
    connect(&m_frame->tabs(), &DepartmentTabs::chosen, this, &SellPage::showDepartment);
    connect(&m_frame->actions(), &ActionRow::triggered, this, [this](const QString& id) {
        if (id == u"hold"_s) hold();
        if (id == u"recall"_s) recall();
        if (id == u"receipts"_s) Q_EMIT receiptsRequested();
        if (id == u"help"_s) showHelp();
        if (id == u"price_check"_s) {
            m_checkingPrice = true;
            m_frame->note().show({Tone::Info, tr("Price check"),
                tr("Scan or type what you want to know the price of."), {}, {}});
        }
    });
}

void SellPage::connectCart()
{
    auto& cart = m_frame->cart();
    connect(&cart, &CartPanel::undoRequested, this, &SellPage::undo);
    connect(&cart, &CartPanel::printAgainRequested, this, [this] {
        if (const auto last = m_shop.checkout().last(m_shop.facts().till))
            Q_EMIT receiptRequested(last->document.value);
    });
    auto& lines = cart.lines();
    connect(&lines, &CartView::oneLess, this, [this](qint64 line) { changeMarkedQuantity(line, -1); });
    connect(&lines, &CartView::oneMore, this, [this](qint64 line) { changeMarkedQuantity(line, 1); });
    connect(&lines, &CartView::priceRequested, this, &SellPage::setMarkedPrice);
    connect(&lines, &CartView::discountRequested, this, [this] {
        const auto rate = m_formats.parsePercent(m_frame->field().text());
        if (!rate)
            return refuse({ErrorCode::NumberInvalid}, tr("Type the percentage first, then press Discount."));
        discountMarked(*rate);
    });
    connect(&lines, &CartView::removeRequested, this, &SellPage::removeMarked);
    auto& zone = cart.payZone();
    connect(
        &zone, &PayZone::noteChosen, this, [this](qint64 minor) { pay("cash", Money::fromMinor(minor)); });
    connect(&zone, &PayZone::cashRequested, this, &SellPage::payCash);
    connect(&zone, &PayZone::cardRequested, this, [this] { pay("card", typedAmount()); });
    connect(&zone, &PayZone::partCashRequested, this, [this] { takePart("cash", typedAmount()); });
    connect(&cart.changePanel(), &ChangePanel::actionRequested, this, [this] {
        m_frame->cart().showSale();
        refresh();
        takeFocus();
    });
    auto& parts = m_frame->payParts();
    connect(&parts, &PayPartsPage::backRequested, this, &SellPage::showHome);
    connect(&parts, &PayPartsPage::partCashRequested, this, [this] { takePart("cash", typedAmount()); });
    connect(&parts, &PayPartsPage::partCardRequested, this, [this] { takePart("card", typedAmount()); });
    connect(&parts, &PayPartsPage::methodChosen, this,
        [this](const QString& id) { pay(id.toUtf8().constData(), std::nullopt); });
    connect(&parts, &PayPartsPage::removePartRequested, this, [this](int position) {
        if (const auto open = this->cart()) {
            guarded(this, [&] {
                if (auto removed = m_shop.carts().removeTender(m_shop.owner(), open->cart.id, position);
                    !removed) {
                    refuse(removed.error());
                }
            });
        }
    });
    connect(&parts, &PayPartsPage::halfRequested, this, [this] {
        if (const auto open = this->cart()) {
            const auto left = settlement(*open).left;
            m_frame->payParts().setAmountText(
                m_formats.money(allocate(left, std::vector<std::int64_t>{1, 1}).front()));
        }
    });
    connect(&parts, &PayPartsPage::shareChosen, this, [this](int count) {
        if (const auto open = this->cart()) {
            const std::vector<std::int64_t> equal(static_cast<std::size_t>(count), 1);
            m_frame->payParts().setAmountText(
                m_formats.money(allocate(settlement(*open).left, equal).back()));
        }
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
    addKey(m_keys.price, [this] { setMarkedPrice(); });
    addKey(m_keys.undo, [this] { undo(); });
    addKey(QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, [this] { redo(); });
    addKey(QKeySequence{Qt::CTRL | Qt::Key_Y}, [this] { redo(); });
    addKey(Qt::Key_F1, [this] { showHelp(); });
    addKey(Qt::Key_F6, [this] { hold(); });
    addKey(Qt::Key_F7, [this] { recall(); });
    addKey(Qt::Key_F8, [this] { Q_EMIT receiptsRequested(); });
    addKey(Qt::Key_F9, [this] { Q_EMIT m_frame->actions().triggered(u"price_check"_s); });
    addKey(m_keys.partCash, [this] { takePart("cash", typedAmount()); });
    addKey(m_keys.partCard, [this] { takePart("card", typedAmount()); });
    addKey(m_keys.card, [this] { pay("card", typedAmount()); });
    addKey(m_keys.cash, [this] { payCash(); });
    addKey(m_keys.printAgain, [this] { Q_EMIT m_frame->cart().printAgainRequested(); });
    addKey(m_keys.more, [this] { m_frame->actions().openMore(); });
    addKey(QKeySequence{Qt::CTRL | Qt::Key_PageUp}, [this] { m_frame->tabs().step(-1); });
    addKey(QKeySequence{Qt::CTRL | Qt::Key_PageDown}, [this] { m_frame->tabs().step(1); });
    // Ctrl+% and Ctrl+5 are the same key on many keyboards: both take the percentage off the whole sale.
    for (const auto key : {Qt::Key_Percent, Qt::Key_5}) {
        addKey(QKeySequence{Qt::CTRL | key}, [this] {
            const auto open = cart();
            const auto rate = m_formats.parsePercent(m_frame->field().text());
            if (!open || !rate) return refuse({ErrorCode::NumberInvalid});
            guarded(this, [&] {
                auto given =
                    m_shop.carts().setSaleDiscounts(m_shop.owner(), open->cart.id, {{*rate, {}, {}, {}, {}}});
                if (!given) return refuse(given.error());
                showHome();
            });
        });
    }
}

bool SellPage::eventFilter(QObject* watched, QEvent* event)
{
    // Delete belongs to the text while there is one, to the marked line when the field is empty.
    if (event->type() == QEvent::KeyPress && m_frame->field().text().isEmpty()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
            removeMarked();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

std::optional<PricedCart> SellPage::cart() const
{
    return m_shop.carts().current(m_shop.facts().till);
}

Settlement SellPage::settlement(const PricedCart& cart) const
{
    return m_shop.checkout().settlementSoFar(cart);
}

void SellPage::takeFocus()
{
    m_frame->field().takeFocus();
}

void SellPage::showHome()
{
    m_frame->field().clear();
    m_checkingPrice = false;
    m_frame->note().dismiss();
    if (m_shop.shifts().open(m_shop.facts().till)) {
        m_frame->showLeft(SellFrame::Left::Tiles);
        takeFocus();
        return;
    }
    auto* page = new OpenShiftPage{m_formats, m_shop.shifts().lastLeft(m_shop.facts().till)};
    connect(
        page, &OpenShiftPage::confirmed, this, [this](qint64 minor) { openShift(Money::fromMinor(minor)); });
    m_frame->showPage(page, false);
    page->takeFocus();
}

void SellPage::openShift(Money openingFloat)
{
    guarded(this, [&] {
        auto opened = m_shop.shifts().start(m_shop.owner(), openingFloat);
        if (!opened) refuse(opened.error());
    });
}

void SellPage::refresh()
{
    auto& panel = m_frame->cart();
    const auto open = cart();
    const bool empty = !open || open->cart.lines.empty();
    if (!empty && panel.isShowingPaid()) panel.showSale();
    if (panel.isShowingPaid()) return;

    const auto last = m_shop.checkout().last(m_shop.facts().till);
    panel.setSale(tr("Sale"), QString::fromStdString(m_shop.facts().tillName));
    panel.setUndoPossible(open && open->cart.canUndo);
    panel.setRows(empty ? std::vector<CartRow>{} : cartRows(*open, m_formats));
    panel.setLastSale(last ? std::optional{lastSale(*last, m_formats)} : std::nullopt);
    const auto waiting = static_cast<int>(m_shop.carts().held(m_shop.facts().till).size());
    m_frame->actions().setActionCount(u"recall"_s, waiting);
    m_frame->actions().setActionEnabled(u"recall"_s, waiting > 0);
    m_frame->actions().setActionEnabled(u"hold"_s, !empty);

    auto& zone = panel.payZone();
    if (empty) {
        panel.setTotals({{}, {}, {}, tr("To pay"), m_formats.moneyWithSymbol({})});
        zone.setCashAmount({});
        zone.setNotes(cashNotes(m_currency, {}, m_formats));
    } else {
        const auto state = settlement(*open);
        const auto due = m_shop.checkout().cashDueOf(state.leftByCard);
        panel.setTotals(cartTotals(*open, state, m_formats));
        zone.setCashAmount(m_formats.money(due));
        zone.setNotes(cashNotes(m_currency, due, m_formats));
    }
    zone.setPayable(!empty);
    if (m_frame->left() == SellFrame::Left::PayParts) refreshParts();
    markInCart(m_frame->tiles().model(), m_tileProducts, open, m_formats, m_colours);
}

void SellPage::refreshTiles()
{
    std::vector<DepartmentTab> tabs{{0, tr("Favourites"), 0}};
    m_colours.clear();
    for (const auto& department : m_shop.catalog().departments()) {
        m_colours[department.id.value] = department.colour;
        if (!department.parent)
            tabs.push_back({department.id.value, QString::fromStdString(department.name), department.colour});
    }
    m_frame->tabs().setTabs(tabs);
    showDepartment(m_department);
}

void SellPage::showDepartment(qint64 id)
{
    m_department = id;
    auto& catalog = m_shop.catalog();
    m_tileProducts = id ? catalog.inDepartment(DepartmentId{id}, kMostTiles) : catalog.bestSellers(25);
    if (m_tileProducts.empty() && !id) m_tileProducts = catalog.all(25, 0);
    markInCart(m_frame->tiles().model(), m_tileProducts, cart(), m_formats, m_colours);
}

/// What the sale took off the shelf, in the places the tiles have: they never move by themselves.
void SellPage::refreshTileStock()
{
    std::vector<ProductId> ids;
    for (const auto& product : m_tileProducts) ids.push_back(product.id);
    m_tileProducts = m_shop.catalog().rows(ids);
    markInCart(m_frame->tiles().model(), m_tileProducts, cart(), m_formats, m_colours);
}

void SellPage::readTyped(const QString& text)
{
    m_pickedByHand = false;
    if (text == u"+"_s) {
        m_frame->field().clear();
        return showParts();
    }
    const auto entry = readEntry(text, m_formats);
    if (entry.kind == Entry::Kind::Percent && text.endsWith(u'%')) {
        m_frame->field().clear();
        return discountMarked(entry.rate);
    }
    if (entry.kind == Entry::Kind::Text || entry.kind == Entry::Kind::CountOf) return search(entry.text);
    if (m_frame->left() == SellFrame::Left::Results) m_frame->showLeft(SellFrame::Left::Tiles);
}

void SellPage::search(const QString& text)
{
    // One or two figures are a price or a number of pieces on their way, not a search.
    const bool figures = readAmount(text, m_formats).has_value() && text.size() < 3;
    if (figures) return;
    guarded(this, [&] {
        const auto hits = m_shop.catalog().search(text.toStdString(), kMostResults);
        m_frame->results().show(resultRows(hits, text, m_formats, m_colours),
            tr("%n product(s) match", nullptr, static_cast<int>(hits.size())), m_formats.currencySymbol());
        m_frame->showLeft(SellFrame::Left::Results);
    });
}

void SellPage::submit(const QString& text)
{
    const auto entry = readEntry(text, m_formats);
    switch (entry.kind) {
    case Entry::Kind::Empty:
    case Entry::Kind::Count: return;
    case Entry::Kind::SetCount: m_frame->field().clear(); return setMarkedQuantity(entry.quantity);
    case Entry::Kind::Percent: m_frame->field().clear(); return discountMarked(entry.rate);
    case Entry::Kind::Text:
    case Entry::Kind::CountOf: return ringUpCode(entry);
    }
}

void SellPage::ringUpCode(const Entry& entry)
{
    if (m_checkingPrice) return priceCheck(entry.text);
    const auto quantity = entry.kind == Entry::Kind::CountOf ? std::optional{entry.quantity} : std::nullopt;
    const auto marked =
        m_frame->left() == SellFrame::Left::Results ? m_frame->results().selectedProduct() : 0;
    guarded(this, [&] {
        auto found = m_shop.catalog().findByCode(entry.text.toStdString());
        if (found && !m_pickedByHand) return ringUp({entry.text.toStdString(), {}, quantity, {}, {}, {}});
        // A scanned code that is not known must never become the nearest product.
        if (marked && (m_pickedByHand || !looksLikeCode(entry.text))) {
            return ringUp({{}, ProductId{marked}, quantity, {}, {}, {}});
        }
        if (found.error().code == ErrorCode::CodeUnknown) return showUnknownCode(entry.text, quantity);
        refuse(found.error(), entry.text);
    });
}

void SellPage::ringUpProduct(qint64 productId)
{
    const auto entry = readEntry(m_frame->field().text(), m_formats);
    const bool counted = entry.kind == Entry::Kind::Count || entry.kind == Entry::Kind::CountOf;
    guarded(this, [&] {
        ringUp(
            {{}, ProductId{productId}, counted ? std::optional{entry.quantity} : std::nullopt, {}, {}, {}});
    });
}

void SellPage::ringUp(const RingUp& what)
{
    const auto line = m_shop.carts().ringUp(m_shop.owner(), what);
    if (!line) {
        if (line.error().code == ErrorCode::NoShiftOpen) return showHome();
        return refuse(line.error());
    }
    m_frame->field().clear();
    m_frame->note().dismiss();
    if (m_frame->left() != SellFrame::Left::Tiles) m_frame->showLeft(SellFrame::Left::Tiles);
    m_frame->cart().lines().markLine(*line);
    takeFocus();
}

void SellPage::showUnknownCode(const QString& code, std::optional<Quantity> quantity)
{
    auto* page = new UnknownCodePage{m_shop, m_formats, code};
    connect(page, &UnknownCodePage::added, this, [this, quantity](qint64 product) {
        guarded(this, [&] { ringUp({{}, ProductId{product}, quantity, {}, {}, {}}); });
    });
    connect(page, &UnknownCodePage::soldOnce, this, [this] { showHome(); });
    connect(page, &UnknownCodePage::left, this, [this] { showHome(); });
    m_frame->field().clear();
    m_frame->note().show({Tone::Warn, code, errorText({ErrorCode::CodeUnknown}), {}, {}});
    m_frame->showPage(page, true);
    page->takeFocus();
}

void SellPage::priceCheck(const QString& code)
{
    guarded(this, [&] {
        auto product = m_shop.catalog().findByCode(code.toStdString());
        const auto marked =
            m_frame->left() == SellFrame::Left::Results ? m_frame->results().selectedProduct() : 0;
        if (!product && marked) product = m_shop.catalog().sellable(ProductId{marked});
        if (!product) return refuse(product.error(), code);
        const auto price = product->price
                               ? m_formats.unitPrice(*product->price) + u' ' + m_formats.currencySymbol()
                               : tr("no price yet");
        const auto details = m_shop.catalog().details(product->id);
        const auto stock = details && product->tracksStock
                               ? tr(", %1 in stock").arg(m_formats.quantity(details->onHand))
                               : QString{};
        m_frame->field().clear();
        m_frame->showLeft(SellFrame::Left::Tiles);
        m_frame->note().show({Tone::Info, QString::fromStdString(product->name), price + stock, {}, {}});
        m_checkingPrice = false;
    });
}

void SellPage::step(int rows)
{
    if (m_frame->left() == SellFrame::Left::Results) {
        m_pickedByHand = true;
        return m_frame->results().moveSelection(rows);
    }
    m_frame->cart().lines().moveMark(rows);
}

void SellPage::stepBack()
{
    if (m_frame->note().hasNote()) m_frame->note().dismiss();
    m_checkingPrice = false;
    if (m_frame->left() != SellFrame::Left::Tiles) showHome();
}

void SellPage::changeMarkedQuantity(qint64 lineId, int by)
{
    const auto open = cart();
    const auto* line = open ? open->cart.find(static_cast<int>(lineId)) : nullptr;
    if (!line) return;
    m_frame->cart().lines().markLine(lineId);
    const auto quantity = line->quantity + Quantity::fromWhole(by);
    if (quantity.isZero()) return removeMarked();
    setMarkedQuantity(quantity);
}

void SellPage::setMarkedQuantity(Quantity quantity)
{
    const auto open = cart();
    const auto line = m_frame->cart().lines().markedLine();
    if (!open || line <= 0) return;
    guarded(this, [&] {
        auto set =
            m_shop.carts().setQuantity(m_shop.owner(), open->cart.id, static_cast<int>(line), quantity);
        if (!set) refuse(set.error());
    });
}

std::optional<Money> SellPage::typedAmount()
{
    if (m_frame->left() == SellFrame::Left::PayParts)
        return readAmount(m_frame->payParts().amountText(), m_formats);
    return readAmount(m_frame->field().text(), m_formats);
}

void SellPage::setMarkedPrice()
{
    const auto open = cart();
    const auto line = m_frame->cart().lines().markedLine();
    if (!open || line <= 0) return;
    const auto price = m_formats.parseUnitPrice(m_frame->field().text());
    if (!price) {
        m_frame->note().show(
            {Tone::Info, tr("Price"), tr("Type the new price first, then press F4."), {}, {}});
        return takeFocus();
    }
    guarded(this, [&] {
        auto set = m_shop.carts().setPrice(m_shop.owner(), open->cart.id, static_cast<int>(line), *price, {});
        if (!set) return refuse(set.error());
        showHome();
    });
}

void SellPage::discountMarked(Rate rate)
{
    const auto open = cart();
    const auto line = m_frame->cart().lines().markedLine();
    if (!open || line <= 0) return;
    std::vector<CartDiscount> discounts;
    if (!rate.isZero()) discounts.push_back({rate, {}, {}, {}, {}});
    guarded(this, [&] {
        auto set =
            m_shop.carts().setLineDiscounts(m_shop.owner(), open->cart.id, static_cast<int>(line), discounts);
        if (!set) return refuse(set.error());
        showHome();
    });
}

void SellPage::removeMarked()
{
    const auto open = cart();
    const auto line = m_frame->cart().lines().markedLine();
    if (!open || line <= 0) return;
    guarded(this, [&] {
        auto removed = m_shop.carts().removeLine(m_shop.owner(), open->cart.id, static_cast<int>(line));
        if (!removed) refuse(removed.error());
    });
}

void SellPage::undo()
{
    if (const auto open = cart()) {
        guarded(this, [&] {
            if (auto undone = m_shop.carts().undo(m_shop.owner(), open->cart.id); !undone)
                refuse(undone.error());
        });
    }
}

void SellPage::redo()
{
    if (const auto open = cart()) {
        guarded(this, [&] {
            if (auto redone = m_shop.carts().redo(m_shop.owner(), open->cart.id); !redone)
                refuse(redone.error());
        });
    }
}

void SellPage::hold()
{
    const auto open = cart();
    if (!open || open->cart.lines.empty()) return refuse({ErrorCode::CartIsEmpty});
    guarded(this, [&] {
        if (auto held = m_shop.carts().hold(m_shop.owner(), open->cart.id); !held) refuse(held.error());
    });
    showHome();
}

void SellPage::recall()
{
    const auto waiting = m_shop.carts().held(m_shop.facts().till);
    if (waiting.empty()) return;
    const auto take = [this](CartId id) {
        guarded(this, [&] {
            if (auto taken = m_shop.carts().recall(m_shop.owner(), id); !taken) return refuse(taken.error());
            showHome();
        });
    };
    if (waiting.size() == 1) return take(waiting.front().id);
    auto* page = new HeldPage{waiting, m_formats, m_shop.calendar()};
    connect(page, &HeldPage::taken, this, [take](qint64 id) { take(CartId{id}); });
    connect(page, &HeldPage::left, this, [this] { showHome(); });
    m_frame->showPage(page, false);
    page->takeFocus();
}

void SellPage::payCash()
{
    pay("cash", typedAmount());
}

void SellPage::pay(const char* tenderCode, std::optional<Money> amount)
{
    const auto open = cart();
    if (!open || open->cart.lines.empty()) return refuse({ErrorCode::CartIsEmpty});
    const auto* type = m_shop.checkout().tenderType(tenderCode);
    if (!type) return refuse({ErrorCode::TenderUnknown});
    if (m_frame->left() == SellFrame::Left::PayParts) amount.reset(); // there, Card and Cash take the rest
    guarded(this, [&] {
        const auto sale = m_shop.checkout().finish(m_shop.owner(), open->cart.id, {{type->id, amount, {}}});
        if (!sale) return refuse(sale.error());
        showPaid(*sale, QString::fromStdString(type->name).toLower());
    });
}

void SellPage::takePart(const char* tenderCode, std::optional<Money> amount)
{
    const auto open = cart();
    if (!open || open->cart.lines.empty()) return refuse({ErrorCode::CartIsEmpty});
    if (!amount) return showParts();
    const auto* type = m_shop.checkout().tenderType(tenderCode);
    const auto left = settlement(*open).left;
    guarded(this, [&] {
        if (*amount >= left) { // it pays the rest: no part, the end
            const auto sale =
                m_shop.checkout().finish(m_shop.owner(), open->cart.id, {{type->id, amount, {}}});
            if (!sale) return refuse(sale.error());
            return showPaid(*sale, QString::fromStdString(type->name).toLower());
        }
        if (auto taken = m_shop.carts().addTender(m_shop.owner(), open->cart.id, {type->id, *amount, {}});
            !taken) {
            return refuse(taken.error());
        }
        m_frame->field().clear();
        showParts();
    });
}

void SellPage::showParts()
{
    const auto open = cart();
    if (!open || open->cart.lines.empty()) return refuse({ErrorCode::CartIsEmpty});
    m_frame->showLeft(SellFrame::Left::PayParts);
    refreshParts();
    m_frame->payParts().focusAmount();
}

void SellPage::refreshParts()
{
    const auto open = cart();
    if (!open) return;
    const auto state = settlement(*open);
    m_frame->payParts().setState(partsState(*open, state, m_shop.checkout(), m_formats));
    m_frame->payParts().setGroups(payGroups(state.left, m_shop.checkout().tenderTypes(), m_formats));
}

void SellPage::showPaid(const FinishedSale& sale, const QString& paidBy)
{
    m_lastPaid = sale.document;
    m_frame->cart().showPaid(tr("Sale %1 paid").arg(QString::fromStdString(sale.number)),
        tr("%1, %2").arg(paidBy, m_formats.time(sale.at)), paidSale(sale, paidBy, m_currency, m_formats));
    m_frame->field().clear();
    m_frame->note().dismiss();
    m_frame->showLeft(SellFrame::Left::Tiles);
    refreshTileStock();
    takeFocus();
}

void SellPage::refuse(const Error& error, const QString& subject)
{
    m_frame->note().show({Tone::Bad, subject, errorText(error), {}, {}});
    takeFocus();
}

void SellPage::showHelp()
{
    auto* page = new HelpPage;
    connect(page, &HelpPage::left, this, [this] { showHome(); });
    m_frame->showPage(page, false);
    page->setFocus();
}

} // namespace till
