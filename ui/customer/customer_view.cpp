#include "ui/customer/customer_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace till {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::CustomerView)
};

QString detailOf(const CartLine& line, const Formats& formats)
{
    const auto price = formats.unitPrice(line.unitPrice);
    if (line.unitDecimals > 0)
        return Words::tr("%1 %2 at %3")
            .arg(formats.quantity(line.quantity), QString::fromStdString(line.unit), price);
    if (line.quantity == Quantity::fromWhole(1)) return {};
    return QStringLiteral("%1 × %2").arg(formats.quantity(line.quantity), price);
}

} // namespace

CustomerView idleView(const QString& shop, const QString& words)
{
    CustomerView view;
    view.item = shop;
    view.label = words;
    return view;
}

CustomerView sellingView(const PricedCart& cart, int line, Money toPay, const Formats& formats)
{
    CustomerView view;
    view.state = CustomerView::State::Selling;
    const auto& lines = cart.cart.lines;
    auto shown = std::ranges::find(lines, line, &CartLine::lineNo);
    if (shown == lines.end() && !lines.empty()) shown = lines.end() - 1;
    if (shown != lines.end()) {
        const auto& priced = cart.priced.lines[static_cast<std::size_t>(shown - lines.begin())];
        view.item = QString::fromStdString(shown->name);
        view.detail = detailOf(*shown, formats);
        // What comes back on its receipt comes back with the discounts it was sold with.
        view.itemAmount = formats.money(
            shown->returns ? priced.total : priced.gross - priced.ownDiscount() - priced.promotion);
    }
    view.label = toPay.isNegative() ? Words::tr("You get back") : Words::tr("To pay");
    view.amount = formats.moneyWithSymbol(toPay.isNegative() ? -toPay : toPay);
    if (cart.priced.discount > Money{})
        view.saved = Words::tr("You save %1").arg(formats.money(cart.priced.discount));
    return view;
}

CustomerView paidView(const FinishedSale& sale, const Formats& formats)
{
    CustomerView view;
    view.state = CustomerView::State::Paid;
    const bool back = sale.due.isNegative();
    view.item = back ? Words::tr("You get back") : Words::tr("To pay");
    view.itemAmount = formats.money(back ? -sale.due : sale.due);
    view.label = back ? Words::tr("Thank you") : Words::tr("Change");
    view.amount = back ? QString{} : formats.moneyWithSymbol(sale.change);
    if (!back && sale.change.isZero()) {
        view.label = Words::tr("Thank you");
        view.amount.clear();
    }
    return view;
}

int changedLine(const Cart* before, const Cart& now)
{
    int changed = 0;
    for (const auto& line : now.lines) {
        const auto* old = before == nullptr || before->uid != now.uid ? nullptr : before->find(line.lineNo);
        const bool same = old != nullptr && old->quantity == line.quantity &&
                          old->unitPrice == line.unitPrice && old->discounts.size() == line.discounts.size();
        if (!same) changed = line.lineNo;
    }
    return changed;
}

PoleText poleText(const CustomerView& view)
{
    return {{view.item.toStdString(), view.itemAmount.toStdString()},
        {view.label.toStdString(), view.amount.toStdString()}};
}

} // namespace till
