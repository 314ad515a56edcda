#include "ui/sell/item_entry.h"

#include "services/catalog_service.h"
#include "services/customer_service.h"
#include "services/return_service.h"
#include "services/voucher_service.h"
#include "ui/app/error_text.h"
#include "ui/keys/key_map.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/cart_edits.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/coupon_entry.h"
#include "ui/sell/item_field.h"
#include "ui/sell/line_question.h"
#include "ui/sell/number_entry.h"
#include "ui/sell/product_rows.h"
#include "ui/sell/results_view.h"
#include "ui/sell/ringing_up.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/tile_shelf.h"
#include "ui/sell/unknown_codes.h"
#include "ui/sell/weighing.h"
#include "ui/sound/sounds.h"

#include <QLineEdit>

#include <utility>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostResults = 50;

/// Nothing is sold under such a text; it may still be a name that was typed.
bool isNoCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CodeUnknown:
    case ErrorCode::ProductArchived:
    case ErrorCode::BarcodeCheckDigit:
    case ErrorCode::BarcodeLength:
    case ErrorCode::BarcodeCharacters:
    case ErrorCode::BarcodeElement: return true;
    default: return false;
    }
}

} // namespace

ItemEntry::ItemEntry(SellDesk& desk, TileShelf& shelf, CartEdits& edits)
    : QObject{&desk}
    , m_desk{desk}
    , m_shelf{shelf}
    , m_edits{edits}
    , m_ringingUp{new RingingUp{desk}}
    , m_coupons{new CouponEntry{desk}}
    , m_asked{desk}
    , m_unknown{new UnknownCodes{desk, *m_ringingUp, m_asked}}
{
    auto& field = desk.frame().field();
    connect(&field, &ItemField::textEdited, this, &ItemEntry::read);
    connect(&field, &ItemField::submitted, this, &ItemEntry::submit);
    connect(&field, &ItemField::moveRequested, this, &ItemEntry::step);
    connect(&field, &ItemField::escaped, this, &ItemEntry::stepBack);
    connect(&field, &ItemField::removeRequested, &edits, &CartEdits::remove);
    connect(&desk.frame().results(), &ResultsView::chosen, this, &ItemEntry::ringUpProduct);
    connect(&shelf, &TileShelf::chosen, this, &ItemEntry::ringUpProduct);
}

void ItemEntry::forget()
{
    m_checkingPrice = false;
    m_pickedByHand = false;
    m_asked.forget();
    m_desk.frame().field().clear();
}

void ItemEntry::read(const QString& text)
{
    m_pickedByHand = false;
    m_desk.question().leave();
    auto& frame = m_desk.frame();
    if (text == u"+"_s) {
        frame.field().clear();
        return Q_EMIT partsRequested();
    }
    const auto entry = readEntry(text, m_desk.formats());
    if (entry.kind == Entry::Kind::Percent && text.endsWith(u'%')) {
        frame.field().clear();
        return m_edits.discountLine(entry.rate);
    }
    const bool names = entry.kind == Entry::Kind::Text || entry.kind == Entry::Kind::CountOf;
    if (names && !isNumberOnItsWay(entry.text)) return search(entry.text);
    if (frame.left() == SellFrame::Left::Results) frame.showLeft(SellFrame::Left::Tiles);
}

void ItemEntry::search(const QString& text)
{
    m_desk.attempt([&]() -> Result<> {
        const auto hits = m_desk.shop().catalog().search(text.toStdString(), kMostResults);
        m_desk.frame().results().show(resultRows(hits, text, m_desk.formats(), m_shelf.colours()),
            tr("%n product(s) match", nullptr, static_cast<int>(hits.size())),
            m_desk.formats().currencySymbol());
        m_desk.frame().showLeft(SellFrame::Left::Results);
        m_searched = text;
        return {};
    });
}

void ItemEntry::step(int rows)
{
    if (m_desk.frame().left() != SellFrame::Left::Results)
        return m_desk.frame().cart().lines().moveMark(rows);
    m_pickedByHand = true;
    m_desk.frame().results().moveSelection(rows);
}

void ItemEntry::stepBack()
{
    m_desk.frame().note().dismiss();
    m_ringingUp->weighing().leaveOut();
    m_checkingPrice = false;
    m_asked.forget();
    if (m_desk.frame().left() != SellFrame::Left::Tiles) m_desk.goHome();
}

void ItemEntry::submit(const QString& text)
{
    const auto entry = readEntry(text, m_desk.formats());
    switch (entry.kind) {
    case Entry::Kind::Empty:
        return m_desk.question().isAsking() ? m_desk.question().answerYes() : Q_EMIT nothingTyped();
    case Entry::Kind::Count: return;
    case Entry::Kind::SetCount: m_desk.frame().field().clear(); return m_edits.typeQuantity(entry.quantity);
    case Entry::Kind::Percent: m_desk.frame().field().clear(); return m_edits.discountLine(entry.rate);
    case Entry::Kind::AmountOff: m_desk.frame().field().clear(); return m_edits.discountLine(entry.amount);
    case Entry::Kind::Text:
    case Entry::Kind::CountOf: return ringUpCode(entry);
    }
}

void ItemEntry::submitScan(const QString& code)
{
    auto entry = readEntry(m_desk.frame().field().text(), m_desk.formats());
    const bool counted = entry.kind == Entry::Kind::Count && !m_desk.isBusyElsewhere();
    entry.kind = counted ? Entry::Kind::CountOf : Entry::Kind::Text;
    entry.text = code;
    m_asked.forget(); // a code is no price
    ringUpCode(entry);
}

qint64 ItemEntry::resultFor(const QString& text) const
{
    const auto& results = m_desk.frame().results();
    // A scan comes while the list still shows what was typed before it.
    if (m_desk.frame().left() != SellFrame::Left::Results || text != m_searched) return 0;
    if (m_pickedByHand) return results.selectedProduct();
    return !looksLikeCode(text) && meansName(text, results.selectedName()) ? results.selectedProduct() : 0;
}

void ItemEntry::ringUpCode(const Entry& entry)
{
    const auto code = entry.text.toStdString();
    const auto quantity = entry.kind == Entry::Kind::CountOf ? std::optional{entry.quantity} : std::nullopt;
    const auto marked = resultFor(entry.text);
    if (const auto asked = m_asked.complete(entry.text)) {
        m_desk.attempt([&] { return m_ringingUp->ringUp(*asked); });
        return;
    }
    m_desk.attempt([&]() -> Result<> {
        if (std::exchange(m_checkingPrice, false)) return checkPrice(entry.text);
        if (marked != 0 && m_pickedByHand)
            return m_ringingUp->ringUp({{}, ProductId{marked}, quantity, {}, {}, {}});
        auto rungUp = m_ringingUp->ringUp({code, {}, quantity, {}, {}, {}});
        if (!rungUp && m_asked.ask(rungUp.error(), {code, {}, quantity, {}, {}, {}})) return {};
        if (rungUp || !isNoCode(rungUp.error().code)) return rungUp;
        if (!quantity && m_coupons->isCoupon(entry.text)) return m_coupons->add(entry.text);
        if (marked != 0) return m_ringingUp->ringUp({{}, ProductId{marked}, quantity, {}, {}, {}});
        if (!quantity && m_desk.shop().vouchers().find(code)) {
            Q_EMIT voucherRead(entry.text);
            return {};
        }
        if (!m_desk.isBusyElsewhere() && m_desk.shop().customers().find(code)) {
            Q_EMIT customerScanned(entry.text);
            return {};
        }
        if (rungUp.error().code != ErrorCode::CodeUnknown) return rungUp;
        takeUnknown(entry.text, quantity);
        return {};
    });
}

void ItemEntry::takeUnknown(const QString& text, std::optional<Quantity> quantity)
{
    const auto receipt = receiptNumbered(text);
    if (!receipt) Sounds::instance().play(Sound::Unknown);
    const bool isCode = !receipt && (quantity || !isAmount(text));
    if (isCode && m_unknown->isOffering()) return m_unknown->wait(text, quantity);
    // Parts that are paid and a form that is filled in stay: it is only said what was scanned.
    if (m_desk.isBusyElsewhere())
        return m_desk.frame().note().show({Tone::Warn, text,
            receipt ? tr("is a receipt. Scan it again when you have finished here.")
                    : errorText({ErrorCode::CodeUnknown}),
            {}, {}});
    if (receipt) return Q_EMIT receiptRead(*receipt);
    if (!quantity && isAmount(text)) return sayWhatAmountsDo(text);
    m_unknown->offer(text, quantity);
}

void ItemEntry::ringUpProduct(qint64 productId)
{
    const auto entry = readEntry(m_desk.frame().field().text(), m_desk.formats());
    const bool counted = entry.kind == Entry::Kind::Count || entry.kind == Entry::Kind::CountOf;
    RingUp what{{}, ProductId{productId}, {}, {}, {}, {}};
    if (counted) what.quantity = entry.quantity;
    m_desk.attempt([&]() -> Result<> {
        auto rungUp = m_ringingUp->ringUp(what);
        if (rungUp) return rungUp;
        // 2.50 and a touch, 0.846 and a touch
        if (m_asked.fill(rungUp.error().code, counted ? QString{} : entry.text, what))
            return m_ringingUp->ringUp(what);
        if (m_asked.ask(rungUp.error(), what)) return {};
        return rungUp;
    });
}

void ItemEntry::sellUnder(std::size_t department)
{
    std::vector<Department> shown; // as the tabs above the tiles
    for (const auto& each : m_desk.shop().catalog().departments())
        if (!each.parent) shown.push_back(each);
    if (department >= shown.size()) return;
    const auto& under = shown[department];
    const auto name = QString::fromStdString(under.name);
    const auto price = m_asked.typedPrice(m_desk.frame().field().text().trimmed());
    if (!price || price->isNegative() || *price == UnitPrice{}) {
        m_desk.tell(name, tr("Type the amount first, then the key of the department."));
        return m_desk.takeFocus();
    }
    m_desk.attempt([&] {
        return m_ringingUp->ringUp(OpenItem{under.name, under.id, {}, *price, Quantity::fromWhole(1)});
    });
}

std::optional<Uid> ItemEntry::receiptNumbered(const QString& text) const
{
    // Figures alone would be the goods that nobody has entered yet.
    if (!text.contains(u'-')) return std::nullopt;
    const auto sale = m_desk.shop().returns().find(text.toStdString());
    return sale ? std::optional{*sale} : std::nullopt;
}

bool ItemEntry::isAmount(const QString& text) const
{
    const auto amount = readAmount(text, m_desk.formats());
    return amount && amount->has_value() && (text.contains(u'.') || text.contains(u','));
}

// Number first, then what it is (checkout-keys.md 5.2); it stays in the field for that key.
void ItemEntry::sayWhatAmountsDo(const QString& amount)
{
    const auto keys = KeyMap::instance().sellKeys();
    m_desk.tell(
        amount, tr("is an amount. %1 makes it the price of the marked line, %2 takes it as cash, %3 by card.")
                    .arg(keyText(keys.price), keyText(keys.cash), keyText(keys.card)));
    m_desk.takeFocus();
}

void ItemEntry::startPriceCheck()
{
    m_checkingPrice = true;
    m_desk.tell(tr("Price check"), tr("Scan or type what you want to know the price of."));
}

Result<> ItemEntry::checkPrice(const QString& code)
{
    const auto& formats = m_desk.formats();
    auto& catalog = m_desk.shop().catalog();
    auto product = catalog.findByCode(code.toStdString());
    if (const auto marked = resultFor(code); !product && marked != 0)
        product = catalog.sellable(ProductId{marked});
    if (!product) return product.error();
    const auto price = product->price ? formats.unitPrice(*product->price) + u' ' + formats.currencySymbol()
                                      : tr("no price yet");
    const auto details = catalog.details(product->id);
    const auto stock = details && product->tracksStock
                           ? tr(", %1 in stock").arg(formats.quantity(details->onHand))
                           : QString{};
    const bool busy = m_desk.isBusyElsewhere();
    forget();
    if (!busy) m_desk.frame().showLeft(SellFrame::Left::Tiles);
    m_desk.tell(QString::fromStdString(product->name), price + stock);
    return {};
}

} // namespace till
