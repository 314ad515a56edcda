#include "services/checkout_service.h"

#include "base/text.h"
#include "domain/sales/age_check.h"
#include "services/card_service.h"
#include "services/cart_journal.h"
#include "services/line_maker.h"
#include "services/promotion_check.h"
#include "services/promotion_service.h"
#include "services/sale_posting.h"
#include "services/session.h"
#include "services/shift_service.h"
#include "services/voucher_service.h"
#include "storage/cart_repository.h"
#include "storage/checkpointer.h"

#include <algorithm>

namespace till {
namespace {

FinishedSale finished(const FinishedRow& row, bool already)
{
    return {row.document, row.uid, row.number, row.at, row.totals.total, row.totals.rounding,
        row.totals.total + row.totals.rounding, row.totals.paid, row.totals.change, already};
}

} // namespace

struct CheckoutService::Storage {
    SaleRepository sales;
    CartRepository carts;
    std::unique_ptr<SalePosting> posting;
    TenderBook tenders;
    struct Doubt {
        CartId cart;
        Uid uid;
    };
    std::optional<Doubt> doubt; ///< the sale whose outcome could not be found out
};

CheckoutService::CheckoutService(Session& session)
    : m_session{session}
    , m_storage{new Storage{SaleRepository{session.db}, CartRepository{session.db},
          std::make_unique<SalePosting>(session), TenderBook{session}, std::nullopt}}
{
}

CheckoutService::~CheckoutService() = default;

TenderBook& CheckoutService::tenders()
{
    return m_storage->tenders;
}

const TenderBook& CheckoutService::tenders() const
{
    return m_storage->tenders;
}

const std::vector<TenderType>& CheckoutService::tenderTypes() const
{
    return m_storage->tenders.types();
}

const TenderType* CheckoutService::tenderType(std::string_view code) const
{
    return m_storage->tenders.find(code);
}

const TenderType* CheckoutService::tenderType(TenderTypeId id) const
{
    return m_storage->tenders.find(id);
}

Result<FinishedSale> CheckoutService::finish(
    const Actor& actor, CartId id, const std::vector<TenderOffer>& tenders)
{
    const auto cart = m_session.carts->find(id);
    if (!cart) {
        const auto& doubt = m_storage->doubt;
        if (auto before = doubt && doubt->cart == id ? find(doubt->uid) : std::nullopt) return *before;
        return Error{ErrorCode::CartNotFound};
    }
    if (cart->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
    return write(actor, cart->cart, cart->priced, tenders, {});
}

Result<FinishedSale> CheckoutService::sell(const Actor& actor, const SaleRequest& request)
{
    Cart cart;
    cart.openedAt = m_session.clock.now();
    cart.uid = request.uid.isNull() ? Uid::make(cart.openedAt.time_since_epoch().count()) : request.uid;
    if (auto before = find(cart.uid)) return *before;
    if (request.customer) {
        auto customer = cleanName(*request.customer);
        if (!customer) return customer.error();
        cart.customer = std::move(*customer);
    }
    auto note = cleanNote(request.note, 200);
    if (!note) return note.error();
    cart.note = std::move(*note);
    for (const auto& what : request.lines) {
        auto line = makeLine(m_session, actor, what);
        if (!line) return line.error();
        line->lineNo = static_cast<int>(cart.lines.size()) + 1;
        cart.lines.push_back(std::move(*line));
        if (what.asWritten) continue; // another system's ticket names its deposits itself
        auto deposit = makeDeposit(m_session, actor, cart.lines.back());
        if (!deposit) return deposit.error();
        if (!*deposit) continue;
        (*deposit)->lineNo = static_cast<int>(cart.lines.size()) + 1;
        cart.lines.push_back(std::move(**deposit));
    }
    if (const auto years = ageToConfirm(cart); years > 0 && request.ageConfirmed) {
        if (auto allowed = m_session.require(actor, Permission::AgeConfirm); !allowed) return allowed.error();
        cart.ageConfirmed = years;
    }
    for (const auto& what : request.vouchers) {
        auto line = m_session.vouchers->lineFor(actor, what.amount, what.number);
        if (!line) return line.error();
        line->lineNo = static_cast<int>(cart.lines.size()) + 1;
        cart.lines.push_back(std::move(*line));
    }
    cart.discounts = request.discounts;
    if (!cart.discounts.empty()) {
        Money gross;
        for (const auto& line : cart.lines) gross += lineAmount(line.unitPrice, line.quantity);
        const auto share = shareOff(cart.discounts, gross);
        if (auto allowed = m_session.require(actor, Permission::DiscountCart, {share}); !allowed)
            return allowed.error();
    }
    const auto at = request.at ? *request.at : m_session.now();
    for (const auto& code : request.coupons) {
        if (auto good = m_session.promotions->checkCoupon(code, cart, at); !good) return good.error();
        cart.coupons.push_back(couponCode(code));
    }
    const auto& taxes = m_session.carts->taxesAt(at.businessDay);
    auto priced =
        request.at ? m_session.carts->priceAsWritten(cart, taxes) : m_session.carts->price(cart, taxes);
    if (!priced) return priced.error();
    return write(actor, cart, *priced, request.tenders, request);
}

Result<FinishedSale> CheckoutService::write(const Actor& actor, const Cart& cart, const PricedSale& priced,
    const std::vector<TenderOffer>& tenders, const SaleRequest& request)
{
    if (cart.lines.empty()) return Error{ErrorCode::CartIsEmpty};
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed.error();
    if (const auto years = ageToConfirm(cart); years > 0)
        return Error{ErrorCode::AgeNotConfirmed, std::to_string(years)};
    if (m_session.cards->isOpen(cart.uid)) return Error{ErrorCode::CardOutcomeUnknown};
    if (auto known = m_session.vouchers->checkLines(cart.lines); !known) return known.error();
    auto paid = pay(actor, priced.total, cart.tenders, tenders, !request.originTicket.empty());
    if (!paid) return paid.error();
    const auto at = request.at ? *request.at : m_session.now();
    const auto shift = request.shift ? request.shift : m_session.shifts->open(actor.till);
    if (!shift) return Error{ErrorCode::NoShiftOpen};
    const SaleToPost sale{cart, priced, m_session.carts->taxesAt(at.businessDay), std::move(paid->tenders),
        paid->settlement, at, request.at ? request.at->utc : cart.openedAt, shift->id, shift->uid,
        request.originTicket};

    if (m_session.db.inTransaction())
        return m_storage->posting->post(actor, sale); // an import commits by day
    FinishedSale done;
    try {
        Transaction tx{m_session.db};
        if (const auto before = m_storage->sales.findByUid(cart.uid)) return finished(*before, true);
        if (request.ageConfirmed && cart.ageConfirmed > 0)
            journalAgeCheck(*m_session.journal, actor, at, cart, cart.ageConfirmed, true);
        done = m_storage->posting->post(actor, sale);
        const auto customer = cart.customer ? findOrAddCustomer(m_session.db, *cart.customer, at.utc) : 0;
        if (auto counted = m_session.promotions->countUses(cart, priced, done.document, customer); !counted)
            return counted.error();
        learn(sale);
        if (cart.id) m_storage->carts.remove(cart.id);
        tx.commit();
    } catch (const CommitUnknown& failure) {
        auto resolved = resolve(cart.uid, toError(failure));
        if (!resolved) {
            if (resolved.error().code == ErrorCode::SaleOutcomeUnknown)
                m_storage->doubt = {cart.id, cart.uid};
            return resolved;
        }
        done = *resolved;
    }
    m_session.carts->forget();
    sold.emit(done.document);
    m_session.carts->changed.emit(actor.till);
    return done;
}

/// What was handed over tells of the next customer only where it was all in one.
void CheckoutService::learn(const SaleToPost& sale)
{
    if (sale.tenders.size() != 1 || !tenderType(sale.tenders.front().type)->isCash) return;
    m_storage->tenders.learn(sale.settlement.due, sale.tenders.front().amount);
}

/// COMMIT failed and may have happened all the same. A new connection moves what the log holds into the file,
/// which puts it on disk whatever became of the log, and then says whether the sale is there. It is certainly
/// not there only when the log has been emptied: what a reader still holds back could come to life after a
/// crash.
Result<FinishedSale> CheckoutService::resolve(const Uid& uid, const Error& reason)
{
    const auto unknown = [&](std::string detail) {
        if (reason.code == ErrorCode::DiskFull) detail = toText(reason.code);
        return Error{ErrorCode::SaleOutcomeUnknown, std::move(detail)};
    };
    m_session.carts->forget();
    try {
        m_session.reopen();
        const bool logIsEmpty = checkpoint(m_session.db, CheckpointMode::Truncate).complete;
        if (const auto row = m_storage->sales.findByUid(uid)) return finished(*row, false);
        if (!logIsEmpty) return unknown("the log is in use");
    } catch (const StorageError& failure) {
        return unknown(failure.what());
    }
    return reason;
}

std::optional<FinishedSale> CheckoutService::find(const Uid& uid) const
{
    const auto row = m_storage->sales.findByUid(uid);
    return row ? std::optional{finished(*row, true)} : std::nullopt;
}

std::optional<FinishedSale> CheckoutService::last(TillId till) const
{
    const auto row = m_storage->sales.last(till);
    return row ? std::optional{finished(*row, true)} : std::nullopt;
}

} // namespace till
