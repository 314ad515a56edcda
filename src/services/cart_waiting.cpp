#include "base/text.h"
#include "services/card_service.h"
#include "services/cart_journal.h"
#include "services/cart_storage.h"
#include "services/session.h"

namespace till {

Result<> CartService::abandon(const Actor& actor, CartId id, const std::string& reason)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    if (!cart->cart.tenders.empty()) return Error{ErrorCode::TenderTooLarge, std::string{kPartIsPaid}};
    if (m_session.cards->isOpen(cart->cart.uid)) return Error{ErrorCode::CardOutcomeUnknown};
    if (auto allowed = m_session.require(actor, Permission::CartAbandon); !allowed) return allowed;
    m_storage->shown.reset();
    Transaction tx{m_session.db};
    if (!cart->cart.lines.empty()) {
        journalAbandoned(*m_session.journal, actor, m_session.now(), *cart, reason);
    }
    m_storage->carts.remove(id);
    tx.commit();
    changed.emit(actor.till);
    if (cart->cart.state == CartState::Held) heldChanged.emit(actor.till);
    return {};
}

Result<> CartService::hold(const Actor& actor, CartId id, const std::string& label)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    if (cart->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
    if (cart->cart.lines.empty()) return Error{ErrorCode::CartIsEmpty};
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    auto name = label.empty() ? Result<std::string>{cart->cart.lines.front().name} : cleanName(label);
    if (!name) return name.error();
    m_storage->shown.reset();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_storage->carts.setState(id, CartState::Held, *name, now.utc);
    journalParked(*m_session.journal, actor, now, *cart, JournalType::Park);
    tx.commit();
    changed.emit(actor.till);
    heldChanged.emit(actor.till);
    return {};
}

Result<> CartService::recall(const Actor& actor, CartId id)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    if (cart->cart.state != CartState::Held) return Error{ErrorCode::CartNotOpen};
    const auto owner = m_storage->carts.openedBy(id);
    const auto permission = owner == actor.user ? Permission::SaleCreate : Permission::CartResumeOther;
    if (auto allowed = m_session.require(actor, permission); !allowed) return allowed;
    if (const auto open = m_storage->carts.openCart(actor.till)) {
        const auto waiting = find(*open);
        const bool empty = !waiting || (waiting->cart.lines.empty() && waiting->cart.tenders.empty());
        if (auto made = empty ? abandon(actor, *open, "") : hold(actor, *open); !made) return made;
    }
    m_storage->shown.reset();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_storage->carts.setState(id, CartState::Open, {}, now.utc);
    journalParked(*m_session.journal, actor, now, *cart, JournalType::Resume);
    tx.commit();
    changed.emit(actor.till);
    heldChanged.emit(actor.till);
    return {};
}

int CartService::heldCount(TillId till) const
{
    return static_cast<int>(m_storage->carts.held(till).size());
}

std::vector<HeldCart> CartService::held(TillId till) const
{
    std::vector<HeldCart> waiting;
    const auto& taxes = taxesAt(m_session.now().businessDay);
    for (const auto id : m_storage->carts.held(till)) {
        const auto cart = m_storage->carts.find(id);
        const auto priced = price(*cart, taxes);
        waiting.push_back({id, cart->label, cart->openedAt, static_cast<int>(cart->lines.size()),
            priced ? priced->total : Money{}});
    }
    return waiting;
}

} // namespace till
