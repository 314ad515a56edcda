#include "base/rounding.h"
#include "services/cart_edit.h"
#include "services/catalog_service.h"
#include "services/line_maker.h"
#include "services/setting_service.h"
#include "storage/selling_rules_repository.h"

namespace till {

// What goods bring with them or stand for: the deposit that follows them, the stock they come from, their
// cost.

Result<> CartService::addDeposit(const Actor& actor, Cart& after, int number, int lineNo)
{
    auto made = makeDeposit(m_session, actor, *after.find(lineNo));
    if (!made) return made.error();
    if (!*made) return {};
    auto& deposit = **made;
    deposit.lineNo = m_storage->carts.nextLineNo(after.id);
    m_storage->carts.addLine(after.id, number, deposit);
    after.lines.push_back(std::move(deposit));
    return {};
}

Result<> CartService::followParents(Cart& after, int number)
{
    for (auto line = after.lines.begin(); line != after.lines.end();) {
        if (line->parentLine == 0) {
            ++line;
            continue;
        }
        const auto* parent = after.find(line->parentLine);
        if (parent == nullptr) {
            m_storage->carts.removeLine(after.id, number, line->lineNo);
            line = after.lines.erase(line);
            continue;
        }
        const auto quantity = depositFor(parent->quantity, line->perParent);
        if (quantity != line->quantity) {
            line->quantity = quantity;
            if (auto sound = checkLine(*line); !sound) return sound;
            m_storage->carts.replaceLine(after.id, number, *line);
        }
        ++line;
    }
    return {};
}

namespace {

Quantity inSale(const Cart& cart, ProductId product)
{
    Quantity sum;
    for (const auto& line : cart.lines)
        if (line.product == product && line.quantity.isPositive()) sum += line.quantity;
    return sum;
}

} // namespace

std::optional<StockShort> CartService::stockShort(const Cart& cart, int lineNo) const
{
    const auto* line = cart.find(lineNo);
    if (line == nullptr || !line->product || !line->tracksStock || !line->quantity.isPositive()) return {};
    const auto own = m_session.catalog->sellingRules(line->product).stock;
    const auto policy = own ? own : stockPolicyFrom(m_session.settings->value("sale.stock_policy"));
    if (!policy || *policy == StockPolicy::Ignore) return {};
    const auto left = countedStock(m_session.db, line->product, m_session.facts.location);
    const auto wanted = inSale(cart, line->product);
    if (!left || wanted <= *left) return {};
    return StockShort{*left, wanted};
}

Result<> CartService::requireStock(const Actor& actor, const Cart& after, const CartLine& line) const
{
    const auto tooFew = stockShort(after, line.lineNo);
    if (!tooFew) return {};
    const auto own = m_session.catalog->sellingRules(line.product).stock;
    const auto policy = own ? own : stockPolicyFrom(m_session.settings->value("sale.stock_policy"));
    if (policy != StockPolicy::Block || m_session.require(actor, Permission::SellBelowZero)) return {};
    const auto left = tooFew->left.thousandths();
    return Error{ErrorCode::StockTooLow, std::to_string(left / 1000)};
}

bool CartService::isBelowCost(const PricedCart& cart, int lineNo) const
{
    for (std::size_t i = 0; i < cart.cart.lines.size(); ++i) {
        const auto& line = cart.cart.lines[i];
        if (line.lineNo != lineNo || !line.product || !line.quantity.isPositive()) continue;
        const auto cost = lastCost(m_session.db, line.product);
        return cost && cart.priced.lines[i].net < lineAmount(*cost, line.quantity);
    }
    return false;
}

} // namespace till
