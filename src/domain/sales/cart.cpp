#include "domain/sales/cart.h"

#include <algorithm>

namespace till {

const CartLine* Cart::find(int lineNo) const
{
    const auto found = std::find_if(
        lines.begin(), lines.end(), [lineNo](const CartLine& line) { return line.lineNo == lineNo; });
    return found == lines.end() ? nullptr : &*found;
}

int mergeTarget(const Cart& cart, const CartLine& line)
{
    if (!line.product || line.returns || !line.note.empty() || !line.discounts.empty()) return 0;
    if (line.unitDecimals > 0 || line.quantity.isNegative()) return 0; // each weighing is its own line
    for (auto at = cart.lines.rbegin(); at != cart.lines.rend(); ++at) {
        if (at->product == line.product && at->unitPrice == line.unitPrice &&
            at->listPrice == line.listPrice && at->code == line.code && at->quantity.isPositive() &&
            !at->returns && at->note.empty() && at->discounts.empty()) {
            return at->lineNo;
        }
    }
    return 0;
}

} // namespace till
