#include "services/line_maker.h"

#include "base/rounding.h"
#include "base/text.h"
#include "domain/sales/line_size.h"
#include "services/catalog_service.h"
#include "services/session.h"

namespace till {
namespace {

Result<SellableProduct> findProduct(Session& session, const RingUp& what)
{
    return what.product ? session.catalog->sellable(what.product) : session.catalog->findByCode(what.code);
}

Quantity quantityOf(const SellableProduct& product, const RingUp& what)
{
    if (what.asWritten) return what.quantity.value_or(Quantity::fromWhole(1));
    if (product.codeQuantity)
        return *product.codeQuantity * (what.quantity && what.quantity->isNegative() ? -1 : 1);
    const auto count = what.quantity.value_or(Quantity::fromWhole(1));
    const auto pack = product.packQuantity.thousandths();
    return pack == 1000 ? count
                        : Quantity::fromThousandths(multiplyAndRound(count.thousandths(), pack, 1000));
}

/// A code with the price of the whole pack inside: by weight where the unit price tells the weight, else as
/// one.
void applyCodeAmount(const SellableProduct& product, Money amount, CartLine& line)
{
    const std::int64_t sign = line.quantity.isNegative() ? -1 : 1;
    line.quantity = Quantity::fromWhole(sign);
    if (product.unitDecimals > 0 && product.price && product.price->isPositive() && amount.isPositive()) {
        const auto weight = multiplyAndRound(amount.minor(), 100 * 1000, product.price->hundredths());
        if (weight > 0) line.quantity = Quantity::fromThousandths(weight * sign);
    }
    line.unitPrice = unitPriceOf(amount * sign, line.quantity);
    line.listPrice = line.unitPrice;
}

/// The price is that of what was scanned: of the pack, where the code stands for one.
Result<> applyGivenPrice(const SellableProduct& product, const RingUp& what, CartLine& line)
{
    line.unitPrice = *what.price;
    const auto pack = product.packQuantity.thousandths();
    if (pack == 1000 || what.asWritten || product.codeQuantity) return {};
    const auto count = what.quantity.value_or(Quantity::fromWhole(1));
    line.unitPrice = UnitPrice::fromHundredths(multiplyAndRound(what.price->hundredths(), 1000, pack));
    if (lineAmount(line.unitPrice, line.quantity) != lineAmount(*what.price, count))
        return Error{ErrorCode::PriceInvalid, product.name};
    return {};
}

Result<> applyPrice(const SellableProduct& product, const RingUp& what, CartLine& line)
{
    if (!product.openPrice) line.listPrice = product.price;
    if (what.price) return applyGivenPrice(product, what, line);
    if (product.codeAmount) {
        applyCodeAmount(product, *product.codeAmount, line);
        return {};
    }
    if (product.openPrice) return Error{ErrorCode::PriceNeeded, product.name};
    if (!product.price) return Error{ErrorCode::ProductHasNoPrice, product.name};
    line.unitPrice = *product.price;
    return {};
}

} // namespace

Result<> checkLine(const CartLine& line)
{
    if (const auto fault = lineFault(line.quantity, line.unitDecimals, line.unitPrice))
        return Error{*fault, line.name};
    return {};
}

Result<> requirePrice(Session& session, const Actor& actor, const CartLine& line)
{
    if (!line.priceOverridden()) return {};
    const auto off = *line.listPrice - line.unitPrice;
    const auto share = off.isPositive() && line.listPrice->isPositive()
                           ? multiplyAndRound(off.hundredths(), 1'000'000, line.listPrice->hundredths())
                           : 0;
    return session.require(actor, Permission::PriceOverride, {share});
}

Money soldGross(const Cart& cart)
{
    Money gross;
    for (const auto& line : cart.lines)
        if (!line.returns) gross += lineAmount(line.unitPrice, line.quantity);
    return gross;
}

std::int64_t shareOff(const std::vector<CartDiscount>& discounts, Money amount)
{
    std::int64_t share = 0;
    for (const auto& discount : discounts) {
        if (discount.rate) share += discount.rate->partsPerMillion();
        const auto whole = amount.isNegative() ? -amount.minor() : amount.minor();
        if (discount.amount && whole > 0)
            share += multiplyAndRound(discount.amount->minor(), 1'000'000, whole);
    }
    return share;
}

Result<CartLine> makeLine(Session& session, const Actor& actor, const RingUp& what)
{
    const auto found = findProduct(session, what);
    if (!found) return found.error();
    const auto& product = *found;
    CartLine line;
    line.product = product.id;
    line.kind = product.kind;
    line.name = product.name;
    line.unit = product.unit;
    line.unitDecimals = product.unitDecimals;
    line.department = product.department;
    line.supplier = product.supplier;
    line.taxClass = product.taxClass;
    line.code = product.code;
    line.tracksStock = product.tracksStock;
    line.discountable = product.discountable && product.kind != ItemKind::Deposit;
    line.minimumAge = what.asWritten ? 0 : product.minimumAge;
    line.reason = what.reason;
    line.approver = actor.approver;
    line.quantity = quantityOf(product, what);
    if (auto priced = applyPrice(product, what, line); !priced) return priced.error();
    if (auto sound = checkLine(line); !sound) return sound.error();
    if (auto allowed = requirePrice(session, actor, line); !allowed) return allowed.error();
    // An empty bottle that comes back was never sold as goods.
    if (line.quantity.isNegative() && line.kind != ItemKind::Deposit) {
        const auto amount = -lineAmount(line.unitPrice, line.quantity).minor();
        if (auto allowed = session.require(actor, Permission::RefundWithoutReceipt, {amount}); !allowed)
            return allowed.error();
    }
    return line;
}

Result<std::optional<CartLine>> makeDeposit(Session& session, const Actor& actor, const CartLine& parent)
{
    if (!parent.product || parent.kind == ItemKind::Deposit) return std::optional<CartLine>{};
    const auto rules = session.catalog->sellingRules(parent.product);
    if (!rules.deposit) return std::optional<CartLine>{};
    RingUp what;
    what.product = rules.deposit;
    what.quantity = depositFor(parent.quantity, rules.depositQuantity);
    auto line = makeLine(session, actor, what);
    if (!line) return line.error();
    line->kind = ItemKind::Deposit;
    line->discountable = false;
    line->parentLine = parent.lineNo;
    line->perParent = rules.depositQuantity;
    return std::optional{std::move(*line)};
}

Quantity depositFor(Quantity goods, Quantity perPiece)
{
    return Quantity::fromThousandths(multiplyAndRound(goods.thousandths(), perPiece.thousandths(), 1000));
}

Result<CartLine> makeLine(Session& session, const Actor& actor, const OpenItem& item)
{
    auto name = cleanName(item.name);
    if (!name) return name.error();
    CartLine line;
    line.kind = ItemKind::OpenItem;
    line.name = *name;
    line.unit = "pc";
    line.unitDecimals = 3;
    line.department = item.department;
    line.taxClass = item.taxClass;
    for (const auto& department : session.catalog->departments()) {
        if (department.id == item.department && !line.taxClass) line.taxClass = department.taxClass;
    }
    const auto& classes = session.catalog->taxes().classes;
    if (!line.taxClass && !classes.empty()) line.taxClass = classes.front().id;
    if (!line.taxClass) return Error{ErrorCode::TaxNotFound};
    line.tracksStock = false;
    line.quantity = item.quantity;
    line.unitPrice = item.price;
    if (auto sound = checkLine(line); !sound) return sound.error();
    const auto amount = lineAmount(line.unitPrice, line.quantity).minor();
    if (auto allowed = session.require(actor, Permission::OpenItem, {amount}); !allowed)
        return allowed.error();
    return line;
}

} // namespace till
