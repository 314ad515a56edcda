#include "domain/sales/promotion.h"

#include <algorithm>

namespace till {
namespace {

constexpr int kMostCount = 1'000;
constexpr int kMinutesOfDay = 24 * 60;

Error refused(const char* field)
{
    return Error{ErrorCode::PromotionInvalid, field};
}

bool isShare(const std::optional<Rate>& rate)
{
    return rate && rate->isPositive() && *rate <= Rate::whole();
}

bool isPrice(const std::optional<Money>& price)
{
    return price && !price->isNegative();
}

bool isCount(int count)
{
    return count >= 1 && count <= kMostCount;
}

bool contains(const std::vector<std::int64_t>& ascending, std::int64_t value)
{
    return std::binary_search(ascending.begin(), ascending.end(), value);
}

} // namespace

bool GoodsChoice::holds(std::int64_t product, std::int64_t department) const
{
    return isEverything() || (product != 0 && contains(products, product)) ||
           (department != 0 && contains(departments, department));
}

Result<> checkPromotion(const Promotion& promotion)
{
    if (promotion.minimum.isNegative()) return refused("minimum");
    if (promotion.limit < 0) return refused("limit");
    switch (promotion.kind) {
    case PromotionKind::NForPrice:
        if (!isCount(promotion.count)) return refused("n");
        if (!isPrice(promotion.price)) return refused("price");
        return {};
    case PromotionKind::MixAndMatch:
        if (!isCount(promotion.count)) return refused("n");
        if (promotion.price && promotion.rate) return refused("percent");
        if (promotion.rate ? !isShare(promotion.rate) : !isPrice(promotion.price))
            return refused(promotion.rate ? "percent" : "price");
        return {};
    case PromotionKind::BuyXGetY:
        if (!isCount(promotion.count)) return refused("buy.quantity");
        if (!isCount(promotion.gotCount)) return refused("get.quantity");
        if (!isShare(promotion.rate)) return refused("get.percent");
        return {};
    case PromotionKind::PercentOff: return isShare(promotion.rate) ? Result<>{} : refused("percent");
    case PromotionKind::AmountOff: return promotion.amount.isPositive() ? Result<>{} : refused("amount");
    }
    return refused("kind");
}

bool PromotionTimes::isOnDay(BusinessDay day) const
{
    return (!from || *from <= day) && (!to || day <= *to);
}

bool PromotionTimes::isRunning(const Moment& at) const
{
    if (!isOnDay(at.businessDay)) return false;
    const int weekday = ((at.businessDay.days + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
    if (((weekdays >> weekday) & 1) == 0) return false;
    if (!fromMinute && !toMinute) return true;
    const auto local = at.utc + std::chrono::minutes{at.offsetMinutes};
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local.time_since_epoch()).count();
    const auto now = static_cast<int>((minutes % kMinutesOfDay + kMinutesOfDay) % kMinutesOfDay);
    const int begin = fromMinute.value_or(0);
    const int end = toMinute.value_or(kMinutesOfDay);
    return begin <= end ? now >= begin && now < end : now >= begin || now < end;
}

Result<> checkTimes(const PromotionTimes& times)
{
    const auto isMinute = [](const std::optional<int>& minute) {
        return !minute || (*minute >= 0 && *minute <= kMinutesOfDay);
    };
    if ((times.weekdays & 0x7F) == 0) return refused("weekdays");
    if (times.from && times.to && *times.to < *times.from) return refused("to");
    if (!isMinute(times.fromMinute)) return refused("from_time");
    if (!isMinute(times.toMinute) || (times.toMinute && times.toMinute == times.fromMinute))
        return refused("to_time");
    return {};
}

} // namespace till
