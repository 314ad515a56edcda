#pragma once

#include "base/event.h"
#include "base/result.h"
#include "domain/sales/pricing.h"
#include "domain/sales/settlement.h"
#include "services/actor.h"
#include "services/cart_service.h"
#include "services/shift_service.h"
#include "services/tender_book.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;
struct SaleToPost;

/// Minor units. No purse holds so much: a code was read as money.
inline constexpr auto kMostTender = Money::fromMinor(10'000'000'000'000);

/// Money offered. No amount: what is left to pay.
struct TenderOffer {
    TenderTypeId type;
    std::optional<Money> amount;
    std::string reference; ///< slip of a card, number of a voucher
    std::optional<std::int64_t>
        foreignMinor{}; ///< of foreign cash, instead of `amount`: what was handed over
};

struct FinishedSale {
    DocumentId document;
    Uid uid;
    std::string number; ///< as printed: "A-000123"
    Moment at;
    Money total;    ///< of the goods
    Money rounding; ///< of cash
    Money due;      ///< total + rounding
    Money paid;
    Money change;
    bool already = false; ///< this uid had been finished before: nothing was sold twice
};

/// A whole sale in one call: what tillctl sell and the import of sales use. It goes the same way as the
/// window's.
struct SaleRequest {
    Uid uid{}; ///< null: made
    std::vector<RingUp> lines;
    std::vector<VoucherSale> vouchers{}; ///< sold, after the lines
    std::vector<TakeBack> returns{};     ///< after those
    std::vector<CartDiscount> discounts;
    std::optional<std::string> customer;
    std::vector<TenderOffer> tenders;
    std::string note;
    std::vector<std::string> coupons{};
    bool ageConfirmed = false; ///< the customer is old enough for everything in it
    // Of an import, which replays other times:
    std::optional<Moment> at{};   ///< none: now
    std::optional<Shift> shift{}; ///< none: the till's open one
    std::string originTicket{};
};

/// Ends a sale: number, document, lines, taxes, tenders, stock, journal, day sums and print order in one
/// transaction.
class CheckoutService {
public:
    explicit CheckoutService(Session& session);
    ~CheckoutService();

    /// The ways to pay, their names and rates.
    TenderBook& tenders();
    const TenderBook& tenders() const;
    const std::vector<TenderType>& tenderTypes() const;
    const TenderType* tenderType(std::string_view code) const;
    const TenderType* tenderType(TenderTypeId id) const;

    /// What the parts taken so far leave to pay.
    Settlement settlementSoFar(const PricedCart& cart) const;
    /// What an amount comes to in cash, by the coins of the shop.
    Money cashDueOf(Money amount) const;
    /// What an offer comes to after the parts taken so far: no amount is what is left, of a voucher at most
    /// what is left on it; foreign cash at today's rate. Errors: TenderUnknown, NumberOutOfRange,
    /// TenderTooLarge, ExchangeRateMissing, NumberInvalid (reference of a card), VoucherUnknown,
    /// VoucherExpired.
    Result<CartTender> partOf(const TenderOffer& offer, const Settlement& soFar) const;

    /// What stands in the way of taking money for a cart, this part among it: CartIsEmpty, AgeNotConfirmed
    /// (detail = the age), CardOutcomeUnknown, what VoucherService and ReturnService say; NotAllowed,
    /// NeedsApproval. Asked before a card is charged, and again when the sale is written.
    Result<> mayBePaid(const Actor& actor, const Cart& cart, const CartTender& part) const;
    /// Errors: those of partOf, CartIsEmpty, NoShiftOpen, AgeNotConfirmed (detail = the age), TenderTooSmall,
    /// TenderTooLarge (more than is left, by what gives no change), NumberOutOfRange (no purse holds so much
    /// cash), TenderUnknown, SaleOutcomeUnknown (the commit failed and asking for the uid failed too; the
    /// cart is kept, call again: it cannot sell twice; detail = DiskFull when that is why). When the commit
    /// failed and the sale is surely not in the file: DiskFull, StorageFailed.
    Result<FinishedSale> finish(const Actor& actor, CartId cart, const std::vector<TenderOffer>& tenders);
    /// Inside a transaction of the caller nothing is committed and no event emitted: an import commits by
    /// day.
    Result<FinishedSale> sell(const Actor& actor, const SaleRequest& request);
    /// Was this sale written? Asked after any doubt.
    std::optional<FinishedSale> find(const Uid& uid) const;
    std::optional<FinishedSale> last(TillId till) const;

    Event<DocumentId> sold;

private:
    struct Paid {
        std::vector<CartTender> tenders;
        Settlement settlement;
    };
    PricingRules rules() const;
    Result<Paid> pay(const Actor& actor, Money total, const std::vector<CartTender>& taken,
        const std::vector<TenderOffer>& offers, bool isImported) const;
    Result<CartTender> resolve(const TenderOffer& offer, const Settlement& soFar, bool isImported) const;
    Result<Settlement> settleAll(Money total, const std::vector<CartTender>& tenders) const;
    Result<FinishedSale> write(const Actor& actor, const Cart& cart, const PricedSale& priced,
        const std::vector<TenderOffer>& tenders, const SaleRequest& request);
    Result<> mayFinish(const Actor& actor, const Cart& cart) const;
    /// Everything in one transaction. Throws CommitUnknown.
    Result<FinishedSale> commit(const Actor& actor, const SaleToPost& sale, bool ageConfirmed);
    void learn(const SaleToPost& sale);
    Result<FinishedSale> resolve(const Uid& uid, const Error& reason);

    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
