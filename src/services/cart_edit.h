#pragma once

#include "services/cart_journal.h"
#include "services/cart_storage.h"
#include "services/session.h"

#include <algorithm>

namespace till {

// The one way a cart is changed, for the parts of CartService that change it.

/// Money that was taken for goods must not be left on a bill without any: the next customer would get it.
inline Result<> keepsWhatIsPaid(const Cart& cart)
{
    if (cart.lines.empty() && !cart.tenders.empty())
        return Error{ErrorCode::TenderTooLarge, std::string{kPartIsPaid}};
    return {};
}

/// One edit: load, change in memory and on disk, price, journal what was taken away, commit, tell.
template <typename Change>
Result<> CartService::edit(const Actor& actor, CartId id, std::string_view kind, Change change)
{
    Cart before;
    if (id) {
        auto* known = load(id);
        if (!known) return Error{ErrorCode::CartNotFound};
        if (known->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
        if (auto may = mayChange(known->cart); !may) return may;
        before = std::move(known->cart);
    }
    m_storage->shown.reset(); // until the commit nothing may be taken for true
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    auto after = before;
    if (!after.id) {
        after.uid = Uid::make(now.utc.time_since_epoch().count());
        after.id = m_storage->carts.create(after.uid, actor.till, actor.user, now.utc);
        after.openedAt = now.utc;
    }
    const int number = m_storage->carts.beginEdit(after.id, kind, actor.user, now.utc);
    if (Result<> made = change(after, number); !made) return made;
    if (auto followed = followParents(after, number); !followed) return followed;
    if (auto kept = keepsWhatIsPaid(after); !kept) return kept;
    if (after.lines.empty() && !before.lines.empty()) promiseNothing(after, number);
    auto priced = price(after, taxesAt(now.businessDay));
    if (!priced) return priced.error();
    journalTakenAway(*m_session.journal, actor, now, before, after, kind);
    tx.commit();

    after.canUndo = true;
    after.canRedo = false;
    m_storage->shown = PricedCart{std::move(after), std::move(*priced)};
    changed.emit(actor.till);
    return {};
}

template <typename Change>
Result<> CartService::editLine(
    const Actor& actor, CartId cart, int lineNo, std::string_view kind, Change change)
{
    return edit(actor, cart, kind, [&](Cart& after, int number) -> Result<> {
        const auto line = std::find_if(after.lines.begin(), after.lines.end(),
            [&](const CartLine& each) { return each.lineNo == lineNo; });
        // What follows another line, a deposit, changes with that line alone.
        if (line == after.lines.end() || line->parentLine > 0) return Error{ErrorCode::LineNotFound};
        return change(after, line, number);
    });
}

} // namespace till
