#include "services/card_service.h"
#include "services/cart_journal.h"
#include "services/cart_storage.h"
#include "services/checkout_service.h"
#include "services/session.h"
#include "services/voucher_service.h"

namespace till {
namespace {

PaidPart partOf(const Session& session, const Cart& cart, const CartTender& tender)
{
    const auto* type = session.checkout->tenderType(tender.type);
    return {cart.uid, type ? type->code : std::string{}, tender.amount};
}

} // namespace

Result<> CartService::addTender(const Actor& actor, CartId id, const CartTender& given)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    if (cart->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
    if (cart->cart.lines.empty()) return Error{ErrorCode::CartIsEmpty};
    std::vector<CartTender> checked{given};
    if (auto known = m_session.vouchers->checkTenders(actor, checked, 0, false); !known) return known;
    const auto& tender = checked.front();
    const bool wrongWay = tender.amount.isNegative() != cart->priced.total.isNegative();
    if (tender.amount.isZero() || wrongWay) return Error{ErrorCode::TenderTooSmall};
    if (auto may = m_session.checkout->mayBePaid(actor, cart->cart, tender); !may) return may;
    m_storage->shown.reset();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_storage->carts.addTender(id, tender, now.utc);
    journalPart(*m_session.journal, JournalType::PartPaid, actor, now, partOf(m_session, cart->cart, tender));
    tx.commit();
    changed.emit(actor.till);
    return {};
}

Result<> CartService::removeTender(const Actor& actor, CartId id, int position)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    const auto& tenders = cart->cart.tenders;
    if (position < 0 || position >= static_cast<int>(tenders.size())) return Error{ErrorCode::TenderUnknown};
    // The terminal has taken this money: whoever gives it back there has to say so.
    const auto* type = m_session.checkout->tenderType(tenders[static_cast<std::size_t>(position)].type);
    const auto charged =
        type && type->code == "card"
            ? m_session.cards->chargedFor(cart->cart.uid, tenders[static_cast<std::size_t>(position)].amount)
            : std::nullopt;
    if (auto allowed = m_session.require(actor, charged ? Permission::CardResolve : Permission::SaleCreate);
        !allowed)
        return allowed;
    m_storage->shown.reset();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_storage->carts.removeTender(id, position);
    if (charged) m_session.cards->giveBack(actor, *charged);
    const auto& given = tenders[static_cast<std::size_t>(position)];
    journalPart(
        *m_session.journal, JournalType::PartGivenBack, actor, now, partOf(m_session, cart->cart, given));
    tx.commit();
    changed.emit(actor.till);
    return {};
}

} // namespace till
