#pragma once

#include "domain/cash/currency.h"
#include "services/cart_service.h"
#include "services/checkout_service.h"
#include "services/promotion_service.h"
#include "ui/kit/format.h"
#include "ui/sell/cart_model.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/pay_zone.h"
#include "ui/sell/totals_block.h"

#include <vector>

namespace till {

// The open sale as the Sell page writes it. Only words and figures: no rule, no state.

/// Goods that come back stand first, under a head of their own.
/// What offers save stands under the goods that they took, a coupon that waits for goods at the end.
std::vector<CartRow> cartRows(
    const PricedCart& cart, const Formats& formats, const std::vector<GivenCoupon>& coupons = {});
CartTotals cartTotals(const PricedCart& cart, const Settlement& settlement, const Formats& formats);
/// The sums to touch for `due`, and what goes back.
std::vector<CashNote> cashNotes(
    const Currency& currency, Money due, const std::vector<Money>& offers, const Formats& formats);
/// `paidWith`: every way it was paid, each once, the last part's last. `inCash`: what goes out of the drawer.
PaidSale paidSale(const FinishedSale& sale, const std::vector<TenderType>& paidWith, Money inCash,
    const Currency& currency, const Formats& formats);
/// "cash" or "cash + card".
QString tenderWords(const std::vector<TenderType>& paidWith);

} // namespace till
