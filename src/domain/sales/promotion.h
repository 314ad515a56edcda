#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace till {

/// Rows of table promotion_kind; a test compares them.
enum class PromotionKind { NForPrice = 1, BuyXGetY = 2, MixAndMatch = 3, PercentOff = 4, AmountOff = 5 };

/// Whose saving counts when several promotions want the same goods.
enum class PromotionChoice {
    Best, ///< the combination that saves the customer most
    First ///< each takes what it can of what those before it left
};

/// Which goods: those of the products or departments named; no names mean every one. Both ascending.
struct GoodsChoice {
    std::vector<std::int64_t> products{};
    std::vector<std::int64_t>
        departments{}; ///< with the departments inside them: the caller resolves the tree

    bool isEverything() const { return products.empty() && departments.empty(); }
    bool holds(std::int64_t product, std::int64_t department) const;
    friend bool operator==(const GoodsChoice&, const GoodsChoice&) = default;
};

/// One offer of the shop. What each kind reads of it:
///   NForPrice    `count` of `goods` for `price`, over all goods named together
///   MixAndMatch  `count` of `goods` for `price`, or `rate` off them
///   BuyXGetY     for `count` of `goods` bought, `rate` off `gotCount` of `got`; where both are the same
///                goods, the ones got are never worth more than the ones bought for them
///   PercentOff   `rate` off all of `goods`
///   AmountOff    `amount` off all of `goods` together, at most what they cost
struct Promotion {
    std::string code{};
    std::string name{}; ///< as printed; empty: the code is
    PromotionKind kind = PromotionKind::PercentOff;
    GoodsChoice goods{};
    int count = 0;
    GoodsChoice got{};
    int gotCount = 0;
    std::optional<Money> price{};
    std::optional<Rate> rate{};
    Money amount{};
    Money minimum{}; ///< of the goods it is for (both sides), after their own discounts; zero: none
    int limit = 0;   ///< how often in one sale, for kinds that count; 0: as often as it fits

    const std::string& label() const { return name.empty() ? code : name; }
};

/// PromotionInvalid; detail is the field ("price", "got.quantity").
Result<> checkPromotion(const Promotion& promotion);

/// When an offer runs, by the shop's calendar and the clock on its wall. Nothing set: always.
struct PromotionTimes {
    std::optional<BusinessDay> from{};
    std::optional<BusinessDay> to{}; ///< the last day
    std::uint8_t weekdays = 0x7F;    ///< bit 0 = Monday
    std::optional<int> fromMinute{}; ///< of the day, 0 to 1439
    std::optional<int> toMinute{};   ///< not included; before `fromMinute`: past midnight

    bool isOnDay(BusinessDay day) const; ///< within its dates; weekday and hour aside
    bool isRunning(const Moment& at) const;
    friend bool operator==(const PromotionTimes&, const PromotionTimes&) = default;
};

/// PromotionInvalid: no weekday, the last day before the first, an hour that is none; detail is the field.
Result<> checkTimes(const PromotionTimes& times);

} // namespace till
