#pragma once

#include "cli/options.h"
#include "services/cart_service.h"
#include "services/checkout_service.h"

namespace till {

/// "CODE[*QTY][@PRICE]". A code may itself hold "*" or "@": the longest beginning that is a code counts.
/// CodeUnknown when none is.
Result<RingUp> ringUpOf(Shop& shop, const std::string& text);

/// "10%" or "5.00".
CartDiscount discountOf(const Shop& shop, const std::string& text);

/// "AMOUNT" or "AMOUNT:NUMBER" of one that is printed already.
VoucherSale voucherOf(const Shop& shop, const std::string& text);

/// "KIND[:DETAIL][=AMOUNT]". The detail of a card is its slip, of a voucher its number, of cash a currency,
/// in which the amount is then: "cash:USD=20.00". TenderUnknown.
Result<TenderOffer> tenderOf(Shop& shop, const std::string& text);

} // namespace till
