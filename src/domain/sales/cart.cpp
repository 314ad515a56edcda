#include "domain/sales/cart.h"

#include <algorithm>

namespace till {

const CartLine* Cart::find(int lineNo) const
{
    const auto found = std::find_if(
        lines.begin(), lines.end(), [lineNo](const CartLine& line) { return line.lineNo == lineNo; });
    return found == lines.end() ? nullptr : &*found;
}

namespace {

bool isNoted(const CartLine& line)
{
    return !line.note.empty() || !line.internalNote.empty();
}

} // namespace

int mergeTarget(const Cart& cart, const CartLine& line)
{
    if (!line.product || line.returns || isNoted(line) || !line.discounts.empty()) return 0;
    if (line.unitDecimals > 0 || line.quantity.isNegative()) return 0; // each weighing is its own line
    for (auto at = cart.lines.rbegin(); at != cart.lines.rend(); ++at) {
        if (at->product == line.product && at->unitPrice == line.unitPrice &&
            at->listPrice == line.listPrice && at->code == line.code && at->quantity.isPositive() &&
            !at->returns && !isNoted(*at) && at->discounts.empty() && at->parentLine == 0) {
            return at->lineNo;
        }
    }
    return 0;
}

} // namespace till
