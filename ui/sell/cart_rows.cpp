#include "ui/sell/cart_rows.h"

#include <QCoreApplication>
#include <QStringList>

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
    static QString count(const PricedCart& cart, const Formats& formats)
    {
        Quantity pieces;
        std::map<std::string, Quantity> measured;
        for (const auto& line : cart.cart.lines) {
            if (line.unitDecimals > 0 && line.unit != "pc") {
                measured[line.unit] += line.quantity;
            } else {
                pieces += line.quantity;
            }
        }
        QStringList parts{tr("%n line(s)", nullptr, static_cast<int>(cart.cart.lines.size()))};
        if (!pieces.isZero()) {
            parts << (pieces.isWhole()
                          ? tr("%n piece(s)", nullptr, static_cast<int>(pieces.thousandths() / 1000))
                          : formats.quantity(pieces));
        }
        for (const auto& [unit, quantity] : measured) {
            parts << formats.quantity(quantity) + u' ' + QString::fromStdString(unit);
        }
        return parts.join(QStringLiteral(", "));
    }
    static QString taxes(const PricedSale& priced, const Formats& formats)
    {
        QStringList parts;
        for (const auto& tax : priced.taxes) {
            if (!tax.amount.isZero()) parts << formats.percent(tax.rate) + u' ' + formats.money(tax.amount);
        }
        return parts.isEmpty() ? QString{} : tr("Tax %1").arg(parts.join(QStringLiteral("   ")));
    }
    static QString savings(Money discount, const Formats& formats)
    {
        return discount.isPositive() ? tr("You save %1").arg(formats.money(discount)) : QString{};
    }
    static QString toPay(bool partPaid, bool back)
    {
        return back ? tr("Give back") : partPaid ? tr("Left") : tr("To pay");
    }
    static QString back(Money change, const Formats& formats)
    {
        return tr("back %1").arg(formats.money(change));
    }
    static QString sale(const QString& number) { return tr("Receipt for sale %1").arg(number); }
    static QString received(const QString& paidBy) { return tr("Received, %1").arg(paidBy); }
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

} // namespace

std::vector<CartRow> cartRows(const PricedCart& cart, const Formats& formats)
{
    std::vector<CartRow> rows;
    for (std::size_t i = 0; i < cart.cart.lines.size(); ++i) {
        const auto& line = cart.cart.lines[i];
        const auto& priced = cart.priced.lines[i];
        CartRow row;
        row.lineId = line.lineNo;
        row.quantity = formats.quantity(line.quantity);
        row.name = QString::fromStdString(line.name);
        if (line.quantity != Quantity::fromWhole(1)) row.unitPrice = Words::perUnit(line, formats);
        row.amount = formats.money(priced.gross);
        row.note = QString::fromStdString(line.note);
        row.takenBack = line.quantity.isNegative();
        rows.push_back(row);
        for (std::size_t d = 0; d < priced.discounts.size(); ++d) {
            rows.push_back(
                {CartRow::Kind::Saving, line.lineNo, {}, Words::discountName(line.discounts[d], formats), {},
                    formats.money(-priced.discounts[d]), {}, false});
        }
    }
    for (std::size_t d = 0; d < cart.cart.discounts.size(); ++d) {
        Money amount;
        for (const auto& line : cart.priced.lines) amount += line.saleDiscounts[d];
        rows.push_back({CartRow::Kind::Saving, -1 - static_cast<qint64>(d), {},
            Words::discountName(cart.cart.discounts[d], formats), {}, formats.money(-amount), {}, false});
    }
    return rows;
}

CartTotals cartTotals(const PricedCart& cart, const Settlement& settlement, const Formats& formats)
{
    const bool partPaid = !cart.cart.tenders.empty();
    const auto left = partPaid ? settlement.left : cart.priced.total;
    const bool back = cart.priced.total.isNegative();
    return {Words::count(cart, formats), Words::taxes(cart.priced, formats),
        Words::savings(cart.priced.discount, formats), Words::toPay(partPaid, back),
        formats.moneyWithSymbol(back ? -left : left)};
}

std::vector<CashNote> cashNotes(const Currency& currency, Money due, const Formats& formats)
{
    std::vector<CashNote> notes;
    if (!due.isPositive()) {
        for (const auto note : currency.notes) {
            if (notes.size() < 4) notes.push_back({note.minor(), coinText(note, formats), {}});
        }
        return notes;
    }
    for (const auto amount : likelyCash(currency, due, 4)) {
        notes.push_back({amount.minor(), coinText(amount, formats), Words::back(amount - due, formats)});
    }
    return notes;
}

PaidSale paidSale(
    const FinishedSale& sale, const QString& paidBy, const Currency& currency, const Formats& formats)
{
    const auto number = QString::fromStdString(sale.number);
    PaidSale paid;
    paid.toPay = formats.money(sale.due);
    paid.receivedLabel = Words::received(paidBy);
    paid.received = formats.money(sale.paid);
    if (sale.change.isPositive()) {
        paid.change = formats.moneyWithSymbol(sale.change);
        for (const auto& part : changeParts(currency, sale.change)) {
            paid.coins.push_back({Words::times(coinText(part.value, formats), part.count), part.isNote});
        }
    } else {
        paid.doneWords = Words::paidBy(paidBy);
    }
    paid.receiptTitle = Words::sale(number);
    paid.receiptState = Words::onScreen();
    paid.saved = Words::saved(number);
    return paid;
}

} // namespace till
