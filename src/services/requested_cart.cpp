#include "services/requested_cart.h"

#include "base/rounding.h"
#include "base/text.h"
#include "domain/sales/age_check.h"
#include "services/line_maker.h"
#include "services/promotion_check.h"
#include "services/promotion_service.h"
#include "services/return_service.h"
#include "services/session.h"
#include "services/voucher_service.h"

namespace till {
namespace {

/// Puts lines into a cart, one number after the other.
class CartFiller {
public:
    CartFiller(Session& session, const Actor& actor, Cart& cart)
        : m_session{session}
        , m_actor{actor}
        , m_cart{cart}
    {
    }

    Result<> add(const RingUp& what)
    {
        if (auto added = put(makeLine(m_session, m_actor, what)); !added) return added;
        if (what.asWritten) return {}; // another system's ticket names its deposits itself
        auto deposit = makeDeposit(m_session, m_actor, m_cart.lines.back());
        if (!deposit) return deposit.error();
        return *deposit ? put(std::move(**deposit)) : Result<>{};
    }
    Result<> add(const VoucherSale& what)
    {
        return put(m_session.vouchers->lineFor(m_actor, what.amount, what.number));
    }
    Result<> add(const TakeBack& what) { return put(m_session.returns->lineFor(m_actor, what, {})); }

    template <typename All>
    Result<> addAll(const All& all)
    {
        for (const auto& what : all)
            if (auto added = add(what); !added) return added;
        return {};
    }

private:
    Result<> put(Result<CartLine> line)
    {
        if (!line) return line.error();
        line->lineNo = static_cast<int>(m_cart.lines.size()) + 1;
        m_cart.lines.push_back(std::move(*line));
        return {};
    }

    Session& m_session;
    const Actor& m_actor;
    Cart& m_cart;
};

Result<> fillHead(Cart& cart, const SaleRequest& request)
{
    if (request.customer) {
        auto customer = cleanName(*request.customer);
        if (!customer) return customer.error();
        cart.customer = std::move(*customer);
    }
    auto note = cleanNote(request.note, 200);
    if (!note) return note.error();
    cart.note = std::move(*note);
    return {};
}

Result<> confirmAge(Session& session, const Actor& actor, Cart& cart)
{
    const auto years = ageToConfirm(cart);
    if (years == 0) return {};
    if (auto allowed = session.require(actor, Permission::AgeConfirm); !allowed) return allowed;
    cart.ageConfirmed = years;
    return {};
}

Result<> giveDiscounts(Session& session, const Actor& actor, Cart& cart, const SaleRequest& request)
{
    if (request.discounts.empty()) return {};
    cart.discounts = request.discounts;
    const auto share = shareOff(cart.discounts, soldGross(cart));
    if (auto allowed = session.require(actor, Permission::DiscountCart, {share}); !allowed) return allowed;
    const auto day = (request.at ? *request.at : session.now()).businessDay;
    const auto possible = session.carts->priceGiving(cart, session.carts->taxesAt(day));
    return possible ? Result<>{} : possible.error();
}

Result<> giveCoupons(Session& session, Cart& cart, const SaleRequest& request)
{
    const auto at = request.at ? *request.at : session.now();
    for (const auto& code : request.coupons) {
        if (auto good = session.promotions->checkCoupon(code, cart, at); !good) return good;
        cart.coupons.push_back(couponCode(code));
    }
    return {};
}

} // namespace

Result<Cart> requestedCart(Session& session, const Actor& actor, const SaleRequest& request)
{
    Cart cart;
    cart.openedAt = session.clock.now();
    cart.uid = request.uid.isNull() ? Uid::make(cart.openedAt.time_since_epoch().count()) : request.uid;
    if (auto filled = fillHead(cart, request); !filled) return filled.error();
    CartFiller filler{session, actor, cart};
    if (auto added = filler.addAll(request.lines); !added) return added.error();
    if (request.ageConfirmed) {
        if (auto confirmed = confirmAge(session, actor, cart); !confirmed) return confirmed.error();
    }
    if (auto added = filler.addAll(request.vouchers); !added) return added.error();
    if (auto added = filler.addAll(request.returns); !added) return added.error();
    if (auto given = giveDiscounts(session, actor, cart, request); !given) return given.error();
    if (auto given = giveCoupons(session, cart, request); !given) return given.error();
    return cart;
}

} // namespace till
