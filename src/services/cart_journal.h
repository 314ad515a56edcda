#pragma once

#include "domain/sales/cart.h"
#include "services/cart_service.h"
#include "services/journal_writer.h"

#include <string>
#include <string_view>

namespace till {

// What leaves a cart before it is paid is on record all the same (fiscal.md 1.4): inside the edit's
// transaction.

/// LINE_DELETE for every line that is gone, QTY_REDUCE for every one that shrank; `how`: remove, undo ...
void journalTakenAway(JournalWriter& journal, const Actor& actor, const Moment& at, const Cart& before,
    const Cart& after, std::string_view how);
/// CART_ABANDON with its lines.
void journalAbandoned(JournalWriter& journal, const Actor& actor, const Moment& at, const PricedCart& cart,
    const std::string& reason);
/// PARK or RESUME.
void journalParked(
    JournalWriter& journal, const Actor& actor, const Moment& at, const PricedCart& cart, JournalType type);

/// OPEN_ITEM: goods without a product, by a typed price.
void journalOpenItem(
    JournalWriter& journal, const Actor& actor, const Moment& at, const Uid& cart, const CartLine& line);
/// AGE_CHECK: who must be how old, and whether the customer is.
void journalAgeCheck(JournalWriter& journal, const Actor& actor, const Moment& at, const Cart& cart,
    int years, bool confirmed);

/// Money taken for, or given back from, a sale that is still open.
struct PaidPart {
    Uid cart;
    std::string kind; ///< code of the way it was paid
    Money amount;
};
/// PART_PAID or PART_GIVEN_BACK.
void journalPart(
    JournalWriter& journal, JournalType type, const Actor& actor, const Moment& at, const PaidPart& part);

} // namespace till
