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
    if (m_storage->carts.openCart(actor.till) == std::nullopt) m_storage->carts.setInFront(actor.till, {});
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
    m_storage->carts.setInFront(actor.till, id);
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

HeldCart CartService::summary(CartId id) const
{
    const auto cart = m_storage->carts.find(id);
    const auto priced = price(*cart, taxesAt(m_session.now().businessDay));
    auto label = cart->label;
    if (label.empty() && !cart->lines.empty()) label = cart->lines.front().name;
    return {id, std::move(label), cart->openedAt, static_cast<int>(cart->lines.size()),
        priced ? priced->total : Money{}, cart->customer, false};
}

std::vector<HeldCart> CartService::held(TillId till) const
{
    std::vector<HeldCart> waiting;
    for (const auto id : m_storage->carts.held(till)) waiting.push_back(summary(id));
    return waiting;
}

std::vector<CartId> CartService::openIds(TillId till) const
{
    return m_storage->carts.open(till);
}

std::vector<HeldCart> CartService::sideBySide(TillId till) const
{
    const auto front = m_storage->carts.openCart(till);
    std::vector<HeldCart> sales;
    for (const auto id : m_storage->carts.open(till)) {
        auto sale = summary(id);
        sale.inFront = id == front;
        if (sale.inFront || sale.lines > 0 || sale.customer) sales.push_back(std::move(sale));
    }
    return sales;
}

Result<> CartService::bringToFront(const Actor& actor, CartId id)
{
    const auto next = id ? find(id) : std::nullopt;
    if (id && !next) return Error{ErrorCode::CartNotFound};
    if (next && next->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    const auto front = m_storage->carts.openCart(actor.till);
    if (front.value_or(CartId{}) == id) return {};
    const auto left = front ? find(*front) : std::nullopt;
    m_storage->shown.reset();
    Transaction tx{m_session.db};
    const bool empty = left && left->cart.lines.empty() && left->cart.tenders.empty() && !left->cart.customer;
    if (empty) m_storage->carts.remove(*front);
    m_storage->carts.setInFront(actor.till, id);
    tx.commit();
    changed.emit(actor.till);
    return {};
}

} // namespace till
