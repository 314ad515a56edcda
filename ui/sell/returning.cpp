#include "ui/sell/returning.h"

#include "services/checkout_service.h"
#include "ui/keys/key_map.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/note_bar.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/item_field.h"
#include "ui/sell/return_lines_model.h"
#include "ui/sell/return_lines_view.h"
#include "ui/sell/return_page.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sound/sounds.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMayBeAWordMs = 400;

bool isWritten(const QKeyEvent& key)
{
    const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !command && !key.text().isEmpty() && key.text().at(0).isPrint();
}

/// As a scanner sends it after a code.
bool isEnd(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
}

bool isModifier(const QKeyEvent& key)
{
    return key.key() >= Qt::Key_Shift && key.key() <= Qt::Key_ScrollLock;
}

/// Goods by the piece come back one by one; what is measured as a whole, where nobody says how much.
Quantity first(const ReturnableLine& line)
{
    return line.unitDecimals > 0 ? line.left : std::min(line.left, Quantity::fromWhole(1));
}

} // namespace

Returning::Returning(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_own{desk}
{
    auto& field = desk.frame().field();
    m_cartChanged = desk.shop().carts().changed.subscribe([this](TillId) { follow(); });
    m_sold = desk.shop().checkout().sold.subscribe([this](DocumentId) { close(); });
    field.edit()->installEventFilter(this);
    connect(&field, &ItemField::escaped, this, [this] {
        if (isShown()) leave();
    });
    m_word.setSingleShot(true);
    connect(&m_word, &QTimer::timeout, this, &Returning::endCondition);
    // The letter may as well be the first one of a code.
    connect(&ScanFilter::instance(), &ScanFilter::keyCame, this, [this] {
        if (m_word.isActive()) m_word.start();
    });
    connect(&ScanFilter::instance(), &ScanFilter::scanned, &m_word, &QTimer::stop);
}

bool Returning::isShown() const
{
    const auto& frame = m_desk.frame();
    return m_page && frame.standIn() == m_page && frame.left() == SellFrame::Left::Tiles;
}

bool Returning::actsOn(const QString& character) const
{
    if (!m_sale) return false;
    if (character == u" "_s) return isShown() || m_desk.frame().left() == SellFrame::Left::Results;
    const bool counts = character == u"+"_s || character == u"-"_s;
    return counts && isShown() && m_desk.frame().field().text().isEmpty();
}

void Returning::open(const Uid& sale)
{
    auto& shop = m_desk.shop();
    m_desk.attempt([&] { return show(shop.returns().sale(shop.facts().till, sale)); });
}

void Returning::open(DocumentId sale)
{
    auto& shop = m_desk.shop();
    m_desk.attempt([&]() -> Result<> {
        const auto uid = shop.returns().uidOf(sale);
        return uid ? show(shop.returns().sale(shop.facts().till, *uid)) : uid.error();
    });
}

Result<> Returning::show(Result<ReturnableSale> sale)
{
    if (!sale) return sale.error();
    const bool isSame = m_page && m_sale && m_sale->uid == sale->uid;
    m_own.begin();
    m_sale = std::move(*sale);
    const auto today = m_desk.shop().now().businessDay;
    if (!m_page) makePage();
    m_page->setHead(returnHead(*m_sale, paidBy(), m_desk.formats(), today));
    auto rows = returnRows(*m_sale, m_desk.formats(), today);
    isSame ? m_page->lines().updateRows(std::move(rows)) : m_page->lines().setRows(std::move(rows));
    m_desk.frame().setStandIn(m_page);
    m_desk.goHome();
    if (m_page->lines().markedLine() == 0)
        m_desk.tell(QString::fromStdString(m_sale->number), tr("Nothing of it can come back any more."));
    return {};
}

void Returning::makePage()
{
    m_page = new ReturnPage{m_desk.formats().currencySymbol()};
    connect(m_page, &ReturnPage::showRequested, this, &Returning::showReceipt);
    connect(m_page, &ReturnPage::withoutReceiptRequested, this, &Returning::leaveWithoutReceipt);
    connect(m_page, &ReturnPage::leaveRequested, this, &Returning::leave);
    auto& lines = m_page->lines();
    connect(&lines, &ReturnLinesView::toggled, this, &Returning::toggle);
    connect(&lines, &ReturnLinesView::stepped, this, [this](int line, int by) {
        m_page->lines().markLine(line);
        step(line, by);
    });
    connect(&lines, &ReturnLinesView::conditionChosen, this, &Returning::setCondition);
    const auto followKeys = [page = m_page.data()] {
        const auto& map = KeyMap::instance();
        page->setKeys(map.key(u"search"_s), map.key(u"take_back"_s));
    };
    connect(&KeyMap::instance(), &KeyMap::changed, m_page, followKeys);
    followKeys();
}

QStringList Returning::paidBy() const
{
    QStringList names;
    for (const auto id : m_sale->paidBy) {
        const auto* type = m_desk.shop().checkout().tenderType(id);
        const auto name = type != nullptr ? QString::fromStdString(type->name) : QString{};
        if (!name.isEmpty() && !names.contains(name)) names << name;
    }
    return names;
}

void Returning::follow()
{
    if (!m_sale) return;
    if (!m_own.isInFront()) return close(); // another customer's turn
    auto& shop = m_desk.shop();
    auto sale = shop.returns().sale(shop.facts().till, m_sale->uid);
    if (!sale) return close();
    m_sale = std::move(*sale);
    m_page->lines().updateRows(returnRows(*m_sale, m_desk.formats(), shop.now().businessDay));
}

void Returning::close()
{
    m_word.stop();
    m_sale.reset();
    m_page.clear();
    m_desk.frame().setStandIn(nullptr);
}

void Returning::leave()
{
    close();
    m_desk.goHome();
}

void Returning::leaveWithoutReceipt()
{
    leave();
    m_desk.tell(tr("Without a receipt"),
        tr("Scan what comes back, then press %1.").arg(keyText(KeyMap::instance().key(u"take_back"_s))));
}

void Returning::showReceipt()
{
    if (m_sale) Q_EMIT receiptRequested(m_sale->document.value);
}

const ReturnableLine* Returning::find(int line) const
{
    if (!m_sale) return nullptr;
    const auto found =
        std::ranges::find_if(m_sale->lines, [&](const ReturnableLine& each) { return each.of.line == line; });
    return found == m_sale->lines.end() ? nullptr : &*found;
}

const ReturnableLine* Returning::marked() const
{
    return find(m_page ? m_page->lines().markedLine() : 0);
}

bool Returning::takeAt(int line, Quantity quantity)
{
    const auto* at = find(line);
    if (at == nullptr) return false;
    auto& shop = m_desk.shop();
    const TakeBack what{at->of, quantity, at->condition, at->reason};
    const bool done = m_desk.attempt([&]() -> Result<> {
        const auto taken = shop.carts().takeBack(shop.owner(), what);
        return taken ? Result<>{} : taken.error();
    });
    if (done) Sounds::instance().play(Sound::Added);
    return done;
}

void Returning::toggle(int line)
{
    const auto* at = find(line);
    if (at == nullptr) return;
    m_desk.frame().note().dismiss();
    takeAt(line, at->inSale.isZero() ? first(*at) : Quantity{});
}

void Returning::step(int line, int by)
{
    const auto* at = find(line);
    if (at == nullptr || (by < 0 && at->inSale.isZero())) return;
    m_desk.frame().note().dismiss();
    if (at->unitDecimals > 0) {
        takeAt(line, by > 0 ? at->left : Quantity{});
    } else {
        takeAt(line, std::max(Quantity{}, at->inSale + Quantity::fromWhole(by)));
    }
}

void Returning::takeAll()
{
    m_desk.frame().note().dismiss();
    std::vector<std::pair<int, Quantity>> all;
    for (const auto& line : m_sale->lines)
        if (!line.isKept && line.inSale < line.left) all.emplace_back(line.of.line, line.left);
    for (const auto& [line, quantity] : all) takeAt(line, quantity);
}

void Returning::setCondition(int line, ReturnCondition condition)
{
    const auto* at = find(line);
    if (at == nullptr || at->cartLine == 0) return;
    auto& shop = m_desk.shop();
    m_desk.attempt(
        [&] { return shop.carts().setCondition(shop.owner(), m_own.id(), at->cartLine, condition); });
}

bool Returning::takeTyped()
{
    auto& frame = m_desk.frame();
    const auto quantity = m_desk.formats().parseQuantity(frame.field().text());
    const auto* line = marked();
    if (!quantity || quantity->isNegative() || line == nullptr) return false;
    frame.note().dismiss();
    frame.field().clear();
    frame.showLeft(SellFrame::Left::Tiles); // three figures had begun a search
    takeAt(line->of.line, *quantity);
    return true;
}

bool Returning::eventFilter(QObject* watched, QEvent* event)
{
    if (m_sale) {
        const bool isPress = event->type() == QEvent::KeyPress;
        if (isPress || event->type() == QEvent::ShortcutOverride) {
            const auto& key = *static_cast<QKeyEvent*>(event);
            // F12 and others are heard of as shortcuts only.
            const bool isCommand = !isWritten(key) && !isModifier(key) && !isEnd(key);
            if (!isPress && m_word.isActive() && isCommand) endCondition();
            if (isPress && takeKey(key)) return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool Returning::takeKey(const QKeyEvent& key)
{
    auto& field = m_desk.frame().field();
    const bool isLetter = isWritten(key) && key.key() != Qt::Key_Space && key.key() != Qt::Key_Plus &&
                          key.key() != Qt::Key_Minus && key.key() != Qt::Key_C;
    if (m_word.isActive() && isLetter) {
        m_word.stop();
        field.type(m_letter); // it was a word, and goes on
        return false;
    }
    if (m_word.isActive() && !isModifier(key)) endCondition();
    const bool isListed = m_desk.frame().left() == SellFrame::Left::Results;
    if (!isShown() && !isListed) return false;
    const auto modifiers = key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (!field.text().isEmpty())
        return modifiers == Qt::NoModifier && key.key() == Qt::Key_Space && takeTyped();
    if (!isShown()) return false;
    if (modifiers == Qt::ControlModifier && key.key() == Qt::Key_A) {
        takeAll();
        return true;
    }
    const auto* line = marked();
    if (modifiers != Qt::NoModifier || line == nullptr) return false;
    switch (key.key()) {
    case Qt::Key_Space:
        if (!key.isAutoRepeat()) toggle(line->of.line);
        return true;
    case Qt::Key_Plus: step(line->of.line, 1); return true;
    case Qt::Key_Minus: step(line->of.line, -1); return true;
    case Qt::Key_C: return beginCondition(key);
    case Qt::Key_Up: m_page->lines().moveMark(-1); return true;
    case Qt::Key_Down: m_page->lines().moveMark(1); return true;
    case Qt::Key_PageUp: m_page->lines().moveMark(-10); return true;
    case Qt::Key_PageDown: m_page->lines().moveMark(10); return true;
    default: return false;
    }
}

bool Returning::beginCondition(const QKeyEvent& key)
{
    if (marked()->inSale.isZero()) return false; // the first letter of goods
    if (key.isAutoRepeat()) return true;
    m_letter = key.text();
    m_word.start(kMayBeAWordMs);
    return true;
}

void Returning::endCondition()
{
    m_word.stop();
    if (const auto* line = isShown() ? marked() : nullptr)
        setCondition(line->of.line, conditionAfter(line->condition));
}

} // namespace till
