#include "ui/sell/cart_rows.h"

#include "ui/sell/return_rows.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace till {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::CartRows)

public:
    static QString perUnit(const CartLine& line, const Formats& formats)
    {
        const auto price = formats.unitPrice(line.unitPrice);
        return line.unitDecimals > 0 && line.unit != "pc"
                   ? price + QStringLiteral(" /") + QString::fromStdString(line.unit)
                   : price;
    }
    static QString discountName(const CartDiscount& discount, const Formats& formats)
    {
        if (!discount.reason.empty()) return QString::fromStdString(discount.reason);
        return discount.rate ? tr("Discount %1").arg(formats.percent(*discount.rate)) : tr("Discount");
    }
    static QString lines(const PricedCart& cart)
    {
        const auto own = std::ranges::count(cart.cart.lines, 0, &CartLine::parentLine);
        return tr("%n line(s)", nullptr, static_cast<int>(own));
    }
    static QString count(const PricedCart& cart, const Formats& formats)
    {
        Quantity pieces;
        std::map<std::string, Quantity> measured;
        for (const auto& line : cart.cart.lines) {
            if (line.parentLine > 0) continue; // a deposit is no piece of goods
            if (line.unitDecimals > 0 && line.unit != "pc") {
                measured[line.unit] += line.quantity;
            } else {
                pieces += line.quantity;
            }
        }
        QStringList parts{lines(cart)};
        if (!pieces.isZero()) {
            parts << (pieces.isWhole() ? tr("%n piece(s)", nullptr,
                                             std::abs(static_cast<int>(pieces.thousandths() / 1000)))
                                       : formats.quantity(pieces));
        }
        for (const auto& [unit, quantity] : measured) {
            parts << formats.quantity(quantity) + u' ' + QString::fromStdString(unit);
        }
        return parts.join(QStringLiteral(", "));
    }
    /// What changed hands both ways, where pieces would only cancel out.
    static QString exchange(Money taken, Money back, const Formats& formats)
    {
        return tr("New %1, back %2").arg(formats.money(taken), formats.money(back));
    }
    static QString deposit(const CartLine& line, const Formats& formats)
    {
        const auto name = QString::fromStdString(line.name);
        return line.quantity == Quantity::fromWhole(1) ? name
                                                       : tr("%1 × %2", "quantity of a deposit, its name")
                                                             .arg(formats.quantity(line.quantity), name);
    }
    static QString internalNote(const std::string& note)
    {
        return tr("For the shop: %1").arg(QString::fromStdString(note));
    }
    static QString takenBack() { return tr("Taken back"); }
    static QString newGoods() { return tr("New goods"); }
    static QString returned(const QString& unitPrice)
    {
        return unitPrice.isEmpty() ? tr("return") : tr("return, %1").arg(unitPrice);
    }
    static QString taxes(const PricedSale& priced, const Formats& formats)
    {
        QStringList parts;
        for (const auto& tax : priced.taxes) {
            if (!tax.amount.isZero()) parts << formats.percent(tax.rate) + u' ' + formats.money(tax.amount);
        }
        return parts.isEmpty() ? QString{} : tr("Tax %1").arg(parts.join(QStringLiteral("   ")));
    }
    static QString tax(Money sum, const Formats& formats)
    {
        return sum.isZero() ? QString{} : tr("Tax %1").arg(formats.money(sum));
    }
    static QString savings(const PricedSale& priced, const Formats& formats)
    {
        Money offers;
        for (const auto& offer : priced.promotions) offers += offer.saving;
        if (offers.isPositive() && offers == priced.discount)
            return tr("Offers save %1").arg(formats.money(offers));
        return priced.discount.isPositive() ? tr("You save %1").arg(formats.money(priced.discount))
                                            : QString{};
    }
    static QString waiting(const GivenCoupon& coupon, const Formats& formats)
    {
        const auto code = QString::fromStdString(coupon.code);
        return coupon.minimum.isPositive()
                   ? tr("Coupon %1 waits: from %2").arg(code, formats.money(coupon.minimum))
                   : tr("Coupon %1 waits for its goods").arg(code);
    }
    static QString toPay(bool partPaid, bool back, bool exchange)
    {
        if (back) return partPaid ? tr("Left to give back") : tr("Give back");
        return partPaid ? tr("Left") : exchange ? tr("Customer pays") : tr("To pay");
    }
    static QString back(Money change, const Formats& formats)
    {
        return tr("back %1").arg(formats.money(change));
    }
    static QString exact() { return tr("exact"); }
    static QString sale(const QString& number) { return tr("Receipt for sale %1").arg(number); }
    static QString toPayLabel() { return tr("To pay"); }
    static QString received(const QString& paidBy) { return tr("Received, %1").arg(paidBy); }
    static QString takenBackLabel() { return tr("Goods taken back"); }
    static QString givenBack(const QString& paidBy) { return tr("Given back, %1").arg(paidBy); }
    static QString change() { return tr("Change"); }
    static QString giveBack() { return tr("Give back"); }
    static QString giveBackInCash() { return tr("Give back in cash"); }
    static QString paidBy(const QString& words) { return tr("Paid by %1").arg(words); }
    static QString onScreen() { return tr("not printed"); }
    static QString saved(const QString& number)
    {
        return tr("The change stays here until then. Sale %1 is saved.").arg(number);
    }
    static QString times(const QString& value, std::int64_t count)
    {
        return count == 1 ? value : tr("%1 × %2").arg(value).arg(count);
    }
};

QString coinText(Money value, const Formats& formats)
{
    auto text = formats.money(value);
    const auto zeros = formats.decimalSign() + QString(formats.currencyDecimals(), u'0');
    return text.endsWith(zeros) ? text.chopped(zeros.size()) : text;
}

std::vector<ChangeCoin> coins(const Currency& currency, Money amount, const Formats& formats)
{
    std::vector<ChangeCoin> parts;
    for (const auto& part : changeParts(currency, amount))
        parts.push_back({Words::times(coinText(part.value, formats), part.count), part.isNote});
    return parts;
}

/// Before the discounts of the sale, which stand for themselves; of goods that come back on their receipt
/// what they give back, with every discount they were sold with.
Money amountOf(const CartLine& line, const PricedLine& priced)
{
    const auto own = priced.gross - priced.ownDiscount() - priced.promotion;
    return line.returns ? own - priced.saleDiscount() : own;
}

void addLine(
    std::vector<CartRow>& rows, const CartLine& line, const PricedLine& priced, const Formats& formats)
{
    CartRow row;
    row.lineId = line.lineNo;
    row.quantity = formats.quantity(line.quantity);
    row.name = QString::fromStdString(line.name);
    const auto one = Quantity::fromWhole(1);
    if (line.quantity != one && line.quantity != -one) row.unitPrice = Words::perUnit(line, formats);
    row.takenBack = line.quantity.isNegative();
    if (line.returns)
        row.unitPrice = conditionWord(line.condition);
    else if (row.takenBack)
        row.unitPrice = Words::returned(row.unitPrice);
    row.amount = formats.money(line.returns ? amountOf(line, priced) : priced.gross);
    row.note = QString::fromStdString(line.note);
    rows.push_back(row);
    if (line.returns) return;
    for (std::size_t d = 0; d < priced.discounts.size(); ++d) {
        rows.push_back(
            {CartRow::Kind::Saving, line.lineNo, {}, Words::discountName(line.discounts[d], formats), {},
                formats.money(-priced.discounts[d]), {}, false});
    }
}

void addOffers(std::vector<CartRow>& rows, const PricedCart& cart, std::size_t line, const Formats& formats)
{
    for (const auto& offer : cart.priced.promotions) {
        for (const auto& share : offer.shares) {
            if (share.line != line || share.amount.isZero()) continue;
            rows.push_back({CartRow::Kind::Saving, cart.cart.lines[line].lineNo, {},
                QString::fromStdString(offer.name), {}, formats.money(-share.amount), {}, false});
        }
    }
}

void addNotes(std::vector<CartRow>& rows, qint64 lineId, const std::string& note, const std::string& internal)
{
    if (!note.empty())
        rows.push_back({CartRow::Kind::Detail, lineId, {}, QString::fromStdString(note), {}, {}, {}, false});
    if (!internal.empty())
        rows.push_back({CartRow::Kind::Detail, lineId, {}, Words::internalNote(internal), {}, {}, {}, false});
}

/// The line with what belongs to it: its deposit and its notes.
void addWithDetails(
    std::vector<CartRow>& rows, const PricedCart& cart, std::size_t index, const Formats& formats)
{
    const auto& line = cart.cart.lines[index];
    addLine(rows, line, cart.priced.lines[index], formats);
    for (std::size_t i = 0; i < cart.cart.lines.size(); ++i) {
        const auto& other = cart.cart.lines[i];
        if (other.parentLine == line.lineNo)
            rows.push_back({CartRow::Kind::Detail, line.lineNo, {}, Words::deposit(other, formats), {},
                formats.money(cart.priced.lines[i].gross), {}, false});
    }
    addOffers(rows, cart, index, formats);
    addNotes(rows, line.lineNo, line.note, line.internalNote);
}

struct Sums {
    Money taken;
    Money back;
    bool hasReturns = false;
    bool hasGoods = false;
};

Sums sumsOf(const PricedCart& cart)
{
    Sums sums;
    for (std::size_t i = 0; i < cart.cart.lines.size(); ++i) {
        const bool back = cart.cart.lines[i].quantity.isNegative();
        (back ? sums.back : sums.taken) += amountOf(cart.cart.lines[i], cart.priced.lines[i]);
        (back ? sums.hasReturns : sums.hasGoods) = true;
    }
    return sums;
}

CartRow section(const QString& name, Money sum, bool takenBack, const Formats& formats)
{
    return {CartRow::Kind::Section, 0, {}, name, {}, formats.money(sum), {}, takenBack};
}

} // namespace

std::vector<CartRow> cartRows(
    const PricedCart& cart, const Formats& formats, const std::vector<GivenCoupon>& coupons)
{
    std::vector<CartRow> rows;
    const auto addLines = [&](bool takenBack) {
        for (std::size_t i = 0; i < cart.cart.lines.size(); ++i) {
            const auto& line = cart.cart.lines[i];
            if (line.quantity.isNegative() == takenBack && line.parentLine == 0)
                addWithDetails(rows, cart, i, formats);
        }
    };
    const auto sums = sumsOf(cart);
    if (sums.hasReturns) rows.push_back(section(Words::takenBack(), sums.back, true, formats));
    addLines(true);
    if (sums.hasReturns && sums.hasGoods)
        rows.push_back(section(Words::newGoods(), sums.taken, false, formats));
    addLines(false);
    for (std::size_t d = 0; d < cart.cart.discounts.size(); ++d) {
        Money amount;
        for (std::size_t i = 0; i < cart.cart.lines.size(); ++i)
            if (!cart.cart.lines[i].returns) amount += cart.priced.lines[i].saleDiscounts[d];
        rows.push_back({CartRow::Kind::Saving, -1 - static_cast<qint64>(d), {},
            Words::discountName(cart.cart.discounts[d], formats), {}, formats.money(-amount), {}, false});
    }
    constexpr qint64 kCoupons = -1000; // below every discount
    for (std::size_t c = 0; c < coupons.size(); ++c) {
        if (coupons[c].counts) continue;
        rows.push_back({CartRow::Kind::Saving, kCoupons - static_cast<qint64>(c), {},
            Words::waiting(coupons[c], formats), {}, {}, {}, false});
    }
    addNotes(rows, -1, cart.cart.note, cart.cart.internalNote);
    return rows;
}

CartTotals cartTotals(const PricedCart& cart, const Settlement& settlement, const Formats& formats)
{
    const bool partPaid = !cart.cart.tenders.empty();
    const auto left = partPaid ? settlement.left : cart.priced.total;
    const bool back = cart.priced.total.isNegative();
    const auto sums = sumsOf(cart);
    const bool exchange = sums.hasReturns && sums.hasGoods;
    return {.count = exchange ? Words::exchange(sums.taken, sums.back, formats) : Words::count(cart, formats),
        .countShort = Words::lines(cart),
        .taxes = Words::taxes(cart.priced, formats),
        .taxesShort = Words::tax(cart.priced.tax, formats),
        .savings = Words::savings(cart.priced, formats),
        .label = Words::toPay(partPaid, back, exchange),
        .amount = formats.moneyWithSymbol(back ? -left : left)};
}

std::vector<CashNote> cashNotes(
    const Currency& currency, Money due, const std::vector<Money>& offers, const Formats& formats)
{
    std::vector<CashNote> notes;
    if (!due.isPositive()) {
        for (const auto note : currency.notes) {
            if (notes.size() < 4) notes.push_back({note.minor(), coinText(note, formats), {}});
        }
        return notes;
    }
    for (const auto amount : offers) {
        notes.push_back({amount.minor(), coinText(amount, formats),
            amount == due ? Words::exact() : Words::back(amount - due, formats)});
    }
    return notes;
}

QString tenderWords(const std::vector<TenderType>& paidWith)
{
    QStringList names;
    for (const auto& type : paidWith) names << QString::fromStdString(type.name).toLower();
    return names.join(QStringLiteral(" + "));
}

PaidSale paidSale(const FinishedSale& sale, const std::vector<TenderType>& paidWith, Money inCash,
    const Currency& currency, const Formats& formats)
{
    const auto number = QString::fromStdString(sale.number);
    const auto paidBy = tenderWords(paidWith);
    const bool back = sale.due.isNegative();
    PaidSale paid;
    paid.toPayLabel = back ? Words::takenBackLabel() : Words::toPayLabel();
    paid.toPay = formats.money(sale.due);
    paid.receivedLabel = back ? Words::givenBack(paidBy) : Words::received(paidBy);
    paid.received = formats.money(back ? -sale.paid : sale.paid);
    // Of money that goes back the hand is told its own part; all of it where nothing is left to the hand.
    const auto toGive = back && inCash.isZero() ? -sale.due : inCash;
    if (toGive.isPositive()) {
        paid.changeLabel = !back                 ? Words::change()
                           : toGive == -sale.due ? Words::giveBack()
                                                 : Words::giveBackInCash();
        paid.change = formats.moneyWithSymbol(toGive);
        paid.coins = coins(currency, inCash, formats);
    } else {
        paid.changeLabel = Words::paidBy(paidBy);
    }
    paid.receiptTitle = Words::sale(number);
    paid.receiptState = Words::onScreen();
    paid.saved = Words::saved(number);
    return paid;
}

} // namespace till
