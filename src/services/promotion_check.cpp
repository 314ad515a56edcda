#include "services/promotion_check.h"

#include "base/text.h"
#include "storage/promotion_repository.h"

#include <algorithm>
#include <set>

namespace till {
namespace {

constexpr std::size_t kMostCode = 40;
constexpr int kMostUses = 1'000'000;
constexpr auto kMostMoney = Money::fromMinor(1'000'000'000'000);

Error refused(const char* field)
{
    return Error{ErrorCode::PromotionInvalid, field};
}

bool isCode(const std::string& code)
{
    return !code.empty() && code.size() <= kMostCode;
}

bool isAmount(Money amount)
{
    return !amount.isNegative() && amount <= kMostMoney;
}

Result<> checkCoupon(CouponDraft& coupon)
{
    auto code = cleanName(coupon.code);
    if (!code) return code.error();
    coupon.code = couponCode(*code);
    if (!isCode(coupon.code)) return Error{ErrorCode::CodeInvalid, clipped(coupon.code, kMostCode)};
    const auto isCount = [](int count) { return count >= 0 && count <= kMostUses; };
    if (!isCount(coupon.uses) || !isCount(coupon.usesPerCustomer)) return refused("coupons.uses");
    if (coupon.from && coupon.to && *coupon.to < *coupon.from) return refused("coupons.to");
    if (!isAmount(coupon.minimum)) return refused("coupons.minimum");
    return {};
}

void sortOnce(std::vector<std::int64_t>& ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

std::string couponCode(std::string_view typed)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!typed.empty() && isSpace(typed.front())) typed.remove_prefix(1);
    while (!typed.empty() && isSpace(typed.back())) typed.remove_suffix(1);
    std::string code{typed};
    for (auto& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return code;
}

namespace {

/// An offer that asks for a coupon has at least the one of its own code.
Result<> checkCoupons(PromotionDraft& draft)
{
    if (!draft.needsCoupon) draft.coupons.clear();
    if (draft.needsCoupon && draft.coupons.empty()) draft.coupons.push_back({draft.rules.code});
    std::set<std::string> codes;
    for (auto& coupon : draft.coupons) {
        if (auto possible = checkCoupon(coupon); !possible) return possible;
        if (!codes.insert(coupon.code).second) return Error{ErrorCode::CodeTaken, coupon.code};
    }
    return {};
}

} // namespace

Result<PromotionDraft> checkedDraft(const PromotionDraft& draft)
{
    auto sound = draft;
    auto& rules = sound.rules;
    auto code = cleanName(rules.code);
    if (!code) return code.error();
    if (!isCode(*code)) return Error{ErrorCode::CodeInvalid, clipped(*code, kMostCode)};
    rules.code = std::move(*code);
    auto name = cleanName(rules.name.empty() ? rules.code : rules.name);
    if (!name) return name.error();
    rules.name = std::move(*name);
    for (auto* goods : {&rules.goods, &rules.got}) {
        sortOnce(goods->products);
        sortOnce(goods->departments);
    }
    if (auto possible = checkPromotion(rules); !possible) return possible.error();
    if (!isAmount(rules.minimum)) return refused("minimum");
    if (!isAmount(rules.amount)) return refused("amount");
    if (rules.price && !isAmount(*rules.price)) return refused("price");
    if (auto possible = checkTimes(sound.times); !possible) return possible.error();
    if (auto possible = checkCoupons(sound); !possible) return possible.error();
    return sound;
}

bool couponCounts(
    const CouponRow& coupon, const Cart& cart, const Moment& at, PromotionRepository& repository)
{
    const auto& fields = coupon.fields;
    if (fields.from && at.businessDay < *fields.from) return false;
    if (fields.to && *fields.to < at.businessDay) return false;
    if (fields.uses > 0 && coupon.used >= fields.uses) return false;
    if (fields.usesPerCustomer == 0) return true;
    return cart.customer && repository.usesBy(coupon.id, *cart.customer) < fields.usesPerCustomer;
}

} // namespace till
