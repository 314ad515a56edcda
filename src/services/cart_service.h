#pragma once

#include "base/event.h"
#include "base/result.h"
#include "domain/sales/cart.h"
#include "domain/sales/pricing.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class SaleTaxes;
class Session;

/// What is rung up: a scanned or typed code, a known product, or an amount under a department.
struct RingUp {
    std::string code; ///< used when `product` is none
    ProductId product{};
    std::optional<Quantity>
        quantity; ///< how many; default one (one pack of the code, or what a weight code says)
    std::optional<UnitPrice>
        price; ///< of what was scanned, so of the pack where the code stands for one; typed or given price;
               ///< needs price.override where the product has another
    std::string reason;
    bool asWritten =
        false; ///< another system's line: quantity and price count, whatever the code says of a pack
};

/// A product without a catalogue entry, sold by amount (decisions.md: open item).
struct OpenItem {
    std::string name;
    DepartmentId department{};
    TaxClassId taxClass{};
    UnitPrice price;
    Quantity quantity = Quantity::fromThousandths(1000);
};

/// Goods that come back on their receipt.
struct TakeBack {
    ReturnedLine of;
    Quantity quantity; ///< how many of them with this sale in all, positive; zero: none after all
    ReturnCondition condition = ReturnCondition::Resell;
    std::string reason{};
};

/// A voucher that is sold: money taken now for goods later.
struct VoucherSale {
    Money amount;
    std::string number{}; ///< of one that is printed already; empty: drawn
};

/// The cart and what it costs now: what the screen shows.
struct PricedCart {
    Cart cart;
    PricedSale priced; ///< lines in the order of cart.lines
    /// Why it cannot be priced as it stands (an offer that overflows, say): `priced` is then without offers
    /// and discounts, to be seen and mended; it cannot be finished.
    std::optional<Error> problem{};
};

/// One cart waiting to be taken up again.
struct HeldCart {
    CartId id;
    std::string label; ///< its first goods where nobody gave it a name
    Timestamp since{};
    int lines = 0;
    Money total;
    std::optional<std::string> customer{}; ///< customer code
    bool inFront = false;                  ///< of the open ones: what is scanned goes into this one
};

/// Goods of which more is being sold than is there.
struct StockShort {
    Quantity left;
    Quantity inSale;
};

/// Who reads a note: the customer on the receipt, or the shop alone.
enum class NoteFor { Receipt, Shop };

/// The sale in the making. Every edit is on disk when the call returns; all can be undone, also after a power
/// cut. Errors common to all: CartNotFound, NotAllowed, NeedsApproval. NoShiftOpen where a till has no open
/// shift.
/// Detail of a TenderTooLarge that says: part of a sale is paid, so its goods, the sale itself and the shift
/// stay until the sale is finished or that part given back.
inline constexpr std::string_view kPartIsPaid = "part is paid";

class CartService {
public:
    explicit CartService(Session& session);
    ~CartService();

    /// The open cart of a till; none when nothing is rung up.
    std::optional<PricedCart> current(TillId till) const;
    std::optional<PricedCart> find(CartId id) const;

    /// Adds to the till's open cart, making one when there is none. Gives the line number (of the line that
    /// was raised when the same goods were rung up before). Errors: CodeUnknown, ProductArchived,
    /// ProductHasNoPrice, PriceNeeded (an open price), QuantityInvalid, PriceInvalid, StockTooLow. What goes
    /// with the product, its deposit, becomes a line of its own that follows it.
    Result<int> ringUp(const Actor& actor, const RingUp& what);
    Result<int> ringUp(const Actor& actor, const OpenItem& item);
    /// Errors: VoucherExists, CodeInvalid, PriceInvalid.
    Result<int> ringUp(const Actor& actor, const VoucherSale& voucher);

    /// A line of an earlier sale comes back with the open one, at the price, the discounts and the taxes it
    /// was sold with; the same line again changes how many. Gives its line in the cart; 0 where none is left.
    /// SaleNotFound, LineNotFound, LineNotReturnable, ReturnTooMuch, ReturnTooLate, QuantityInvalid.
    Result<int> takeBack(const Actor& actor, const TakeBack& what);
    /// In what state goods come back, and why. LineNotFound where the line is not taken back.
    Result<> setCondition(const Actor& actor, CartId cart, int lineNo, ReturnCondition condition,
        const std::string& reason = {});

    Result<> setQuantity(const Actor& actor, CartId cart, int lineNo, Quantity quantity);
    /// ReasonNeeded where the shop wants one (setting sale.price_reason).
    Result<> setPrice(
        const Actor& actor, CartId cart, int lineNo, UnitPrice price, const std::string& reason);
    Result<> setLineDiscounts(
        const Actor& actor, CartId cart, int lineNo, std::vector<CartDiscount> discounts);
    Result<> setSaleDiscounts(const Actor& actor, CartId cart, std::vector<CartDiscount> discounts);
    /// Also into a cart that has no lines yet; what it is for may still be missing. CouponUnknown,
    /// CouponNotNow, CouponUsedUp, CouponGivenAlready.
    Result<> addCoupon(const Actor& actor, const std::string& code);
    Result<> removeCoupon(const Actor& actor, CartId cart, const std::string& code); ///< CouponUnknown
    /// Line 0: of the whole sale. Empty takes it off. A note of the one kind takes the place of the other.
    Result<> setNote(const Actor& actor, CartId cart, int lineNo, const std::string& note,
        NoteFor reader = NoteFor::Receipt);
    Result<> removeLine(const Actor& actor, CartId cart, int lineNo); ///< journalled: LINE_DELETE
    Result<> undo(const Actor& actor, CartId cart);
    Result<> redo(const Actor& actor, CartId cart);
    Result<> abandon(
        const Actor& actor, CartId cart, const std::string& reason); ///< journalled with its lines

    Result<> hold(const Actor& actor, CartId cart,
        const std::string& label = {}); ///< empty: named by time and first item
    Result<> recall(
        const Actor& actor, CartId cart);          ///< the till's open cart, if it has lines, is held first
    std::vector<HeldCart> held(TillId till) const; ///< longest waiting first, each priced as of today
    int heldCount(TillId till) const;

    /// Takes part of the money before the sale is finished.
    Result<> addTender(const Actor& actor, CartId cart, const CartTender& tender);
    Result<> removeTender(const Actor& actor, CartId cart, int position);
    /// Empty takes the customer off. No cart: a new sale begins with its customer. CustomerUnknown.
    Result<> setCustomer(const Actor& actor, CartId cart, const std::string& code);

    /// The sales that are open at a till beside each other, oldest first: those with something in them, and
    /// the one in front.
    std::vector<HeldCart> sideBySide(TillId till) const;
    std::vector<CartId> openIds(TillId till) const; ///< the same, without reading them
    /// What is scanned next goes into this sale; no cart: into a new one. An empty sale left behind is gone.
    Result<> bringToFront(const Actor& actor, CartId cart);

    /// The customer is old enough for everything in the sale. AGE_CHECK.
    Result<> confirmAge(const Actor& actor, CartId cart);
    /// The customer is not, or does not say: the goods that ask for it leave the sale. AGE_CHECK.
    Result<> refuseAge(const Actor& actor, CartId cart);

    /// Where the shop wants to know (setting sale.stock_policy, and the product's own): more of this line's
    /// goods is in the sale than is there.
    std::optional<StockShort> stockShort(const Cart& cart, int lineNo) const;
    /// What this line comes to before tax is less than its goods cost.
    bool isBelowCost(const PricedCart& cart, int lineNo) const;

    Event<TillId> changed;     ///< the open cart
    Event<TillId> heldChanged; ///< the carts that wait

    /// What a cart costs now by the shop's rules and offers; an amount off that was given before is at most
    /// what is left. NumberOutOfRange.
    Result<PricedSale> price(const Cart& cart, const SaleTaxes& taxes) const;
    /// The same where discounts are being given: DiscountInvalid when one is more than is left.
    Result<PricedSale> priceGiving(const Cart& cart, const SaleTaxes& taxes) const;
    /// Without offers: another system's sale cost what it cost.
    Result<PricedSale> priceAsWritten(const Cart& cart, const SaleTaxes& taxes) const;
    /// The taxes of a day, kept until the catalogue changes.
    const SaleTaxes& taxesAt(BusinessDay day) const;
    /// The cart on disk was changed or removed by another service: read it again.
    void forget();

private:
    template <typename Change>
    Result<> edit(const Actor& actor, CartId id, std::string_view kind, Change change);
    template <typename Change>
    Result<> editLine(const Actor& actor, CartId cart, int lineNo, std::string_view kind, Change change);
    HeldCart summary(CartId id) const;
    PricedCart* load(CartId id) const; ///< what `find` copies; null when there is none
    Result<> step(const Actor& actor, CartId id, int by);
    enum class Discounts { WereGiven, AreGiven };
    Result<PricedSale> price(const Cart& cart, const SaleTaxes& taxes, Discounts discounts) const;
    Result<PricedSale> priceBack(const Cart& cart, const SaleTaxes& taxes, Discounts discounts) const;
    PricedCart priced(Cart cart, const SaleTaxes& taxes) const;
    Result<> mayChange(const Cart& cart) const;
    void promiseNothing(Cart& after, int number);
    Result<int> ringUpLine(const Actor& actor, Result<CartLine> made);
    Result<> addDeposit(const Actor& actor, Cart& after, int number, int lineNo);
    Result<> followParents(Cart& after, int number);
    Result<> requireStock(const Actor& actor, const Cart& after, const CartLine& line) const;

    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
