#pragma once

#include "base/numbers.h"
#include "base/result.h"
#include "base/rounding.h"
#include "domain/sales/promotion.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace till {

enum class PriceTax { Inclusive, Exclusive }; ///< whether a price on the shelf already holds its taxes
enum class TaxRounding { Line, Receipt };     ///< where the fraction of a cent of tax is rounded

struct PricingRules {
    PriceTax prices = PriceTax::Inclusive;
    TaxRounding taxRounding = TaxRounding::Line;
    Money cashStep{}; ///< the smallest coin; zero or one minor unit: cash is not rounded
    CashTies cashTies = CashTies::AwayFromZero;
};

/// One tax of a cart's tax table. Every tax is taken on the line's net; a compound one on the net plus the
/// taxes that stand before it in the line's list.
struct TaxPart {
    std::string code;
    Rate rate; ///< 0 to 1,000 %
    bool compound = false;
};
using TaxIndex = std::uint16_t; ///< a position in CartToPrice::taxes

/// A percentage of what is left, or an amount. Neither is ever negative: on returned goods both take the
/// line towards zero from below.
using Discount = std::variant<Rate, Money>;

struct LineToPrice {
    Quantity quantity = Quantity::fromThousandths(1000); ///< negative: goods that come back
    UnitPrice unitPrice{}; ///< an open-price line is its amount times a quantity of 1
    std::vector<TaxIndex> taxes{};
    std::vector<Discount> discounts{};
    bool discountable = true; ///< whole-sale discounts and promotions leave the others alone
    std::int64_t product = 0; ///< what promotions know goods by; 0: none
    std::int64_t department = 0;
    bool promotable = true; ///< deposits and vouchers are no goods an offer is for
    bool inPieces = true;   ///< a whole quantity is so many pieces, not a weight that happens to be whole
};

struct CartToPrice {
    std::vector<TaxPart> taxes{};
    std::vector<LineToPrice> lines{};
    std::vector<Discount> discounts{};          ///< of the whole sale
    std::vector<const Promotion*> promotions{}; ///< those that run now; they outlive the call
    PromotionChoice choice = PromotionChoice::Best;
    /// Amounts off were given before something else took more: they are at most what is left. False: an
    /// amount that is more than is left is DiscountInvalid.
    bool discountsWereGiven = false;
};

struct LineTax {
    TaxIndex tax{};
    Money net{}; ///< what this tax was taken on; of a compound tax, with the taxes before it
    Money amount{};
};

/// Amounts carry the sign of the line: all of them are negative when goods come back.
struct PricedLine {
    Money gross{};                      ///< unit price x quantity, before any discount
    std::vector<Money> discounts{};     ///< one for each of the line's own, in their order
    Money promotion{};                  ///< what promotions take off, after the line's own discounts
    std::vector<Money> saleDiscounts{}; ///< this line's share of each whole-sale discount
    Money net{};
    Money tax{};
    Money total{}; ///< net + tax
    std::vector<LineTax> taxes{};

    Money ownDiscount() const;
    Money saleDiscount() const;
};

/// What an offer gave in this sale.
struct AppliedPromotion {
    std::string code;
    std::string name; ///< as printed
    Money saving{};
    struct Share {
        std::size_t line = 0; ///< position in the sale
        Money amount{};
    };
    std::vector<Share> shares{}; ///< of every line it took goods of, ascending; they sum to the saving
};

/// What the sale owes of one tax; net + amount = gross.
struct TaxRow {
    TaxIndex tax{};
    std::string code;
    Rate rate{};
    Money net{};
    Money amount{};
    Money gross{};
};

struct PricedSale {
    std::vector<PricedLine> lines{};
    std::vector<TaxRow> taxes{}; ///< of the taxes that a line carries, in the order of the tax table
    std::vector<AppliedPromotion> promotions{}; ///< those that save anything, in the cart's order
    Money gross{};
    Money discount{}; ///< of every kind: gross - discount is the total (inclusive) or the net (exclusive)
    Money net{};
    Money tax{};
    Money total{};
};

/// Prices a cart: each line's own discounts in their order, promotions, the whole sale's discounts, taxes.
/// Always: the lines' totals sum to the total, the tax rows to the tax, and a cart with every quantity
/// negated gives every amount negated.
///
/// A unit of goods counts in at most one promotion, whether it is bought or got. Goods that come back and
/// lines that may not be discounted count in none; what is weighed, in those that count no pieces. A
/// promotion's saving is rounded once and spread over the lines it took by the value it took of them, so no
/// line falls below zero. promotion_search.h says which combination is the best.
///
/// Inclusive: a line's tax is total x R / (1 + R), rounded once, R being the effective sum of its taxes, and
/// is split over them by R's parts. Exclusive: each tax is its base x rate, rounded. With
/// TaxRounding::Receipt the rounding happens once on the receipt's sum (per tax; inclusive: per list of
/// taxes) and each line holds its share to within a minor unit.
///
/// A percentage of the whole sale is taken of every discountable line, returned goods included. An amount
/// is taken off the side that outweighs the other, sold or returned goods, and is at most the difference.
///
/// Errors: DiscountInvalid (negative, over 100 %, more than is left, or on a line that allows none),
/// PromotionInvalid, TaxNotFound, NumberOutOfRange; detail is the path in the cart: "lines[2].discounts[0]",
/// "promotions[0].price", "taxes[1]".
Result<PricedSale> priceSale(const CartToPrice& cart, const PricingRules& rules);

/// The sums and tax rows of lines that are priced already, such as a return's. `taxes` is the table that
/// their tax indices point into.
PricedSale sumUp(std::vector<PricedLine> lines, std::span<const TaxPart> taxes);

} // namespace till
