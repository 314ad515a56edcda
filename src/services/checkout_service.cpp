#include "services/checkout_service.h"

#include "domain/sales/age_check.h"
#include "services/card_service.h"
#include "services/cart_journal.h"
#include "services/promotion_service.h"
#include "services/requested_cart.h"
#include "services/return_service.h"
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
    if (cart->problem) return *cart->problem;
    return write(actor, cart->cart, cart->priced, tenders, {});
}

Result<FinishedSale> CheckoutService::sell(const Actor& actor, const SaleRequest& request)
{
    if (!request.uid.isNull()) {
        if (auto before = find(request.uid)) return *before;
    }
    const auto cart = requestedCart(m_session, actor, request);
    if (!cart) return cart.error();
    const auto at = request.at ? *request.at : m_session.now();
    const auto& taxes = m_session.carts->taxesAt(at.businessDay);
    auto priced =
        request.at ? m_session.carts->priceAsWritten(*cart, taxes) : m_session.carts->price(*cart, taxes);
    if (!priced) return priced.error();
    return write(actor, *cart, *priced, request.tenders, request);
}

Result<> CheckoutService::mayBePaid(const Actor& actor, const Cart& cart, const CartTender& part) const
{
    if (auto may = mayFinish(actor, cart); !may) return may;
    auto tenders = cart.tenders;
    tenders.push_back(part);
    return m_session.returns->check(actor, cart, tenders);
}

Result<> CheckoutService::mayFinish(const Actor& actor, const Cart& cart) const
{
    if (cart.lines.empty()) return Error{ErrorCode::CartIsEmpty};
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    if (const auto years = ageToConfirm(cart); years > 0)
        return Error{ErrorCode::AgeNotConfirmed, std::to_string(years)};
    if (m_session.cards->isOpen(cart.uid)) return Error{ErrorCode::CardOutcomeUnknown};
    return m_session.vouchers->checkLines(cart.lines);
}

Result<FinishedSale> CheckoutService::write(const Actor& actor, const Cart& cart, const PricedSale& priced,
    const std::vector<TenderOffer>& tenders, const SaleRequest& request)
{
    if (auto may = mayFinish(actor, cart); !may) return may.error();
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
    Result<FinishedSale> done = FinishedSale{};
    try {
        done = commit(actor, sale, request.ageConfirmed);
    } catch (const CommitUnknown& failure) {
        done = resolve(cart.uid, toError(failure));
        if (!done && done.error().code == ErrorCode::SaleOutcomeUnknown)
            m_storage->doubt = {cart.id, cart.uid};
    }
    if (!done || done->already) return done;
    m_session.carts->forget();
    m_session.returns->forget();
    sold.emit(done->document);
    m_session.carts->changed.emit(actor.till);
    return done;
}

Result<FinishedSale> CheckoutService::commit(const Actor& actor, const SaleToPost& sale, bool ageConfirmed)
{
    const auto& cart = sale.cart;
    Transaction tx{m_session.db};
    if (const auto before = m_storage->sales.findByUid(cart.uid)) return finished(*before, true);
    if (auto fair = m_session.returns->check(actor, cart, sale.tenders); !fair) return fair.error();
    if (ageConfirmed && cart.ageConfirmed > 0)
        journalAgeCheck(*m_session.journal, actor, sale.at, cart, cart.ageConfirmed, true);
    const auto done = m_storage->posting->post(actor, sale);
    const auto customer = cart.customer ? findOrAddCustomer(m_session.db, *cart.customer, sale.at.utc) : 0;
    if (auto counted = m_session.promotions->countUses(cart, sale.priced, done.document, customer); !counted)
        return counted.error();
    learn(sale);
    if (cart.id) m_storage->carts.remove(cart.id);
    tx.commit();
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
