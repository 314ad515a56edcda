#include "services/promotion_journal.h"

#include "services/promotion_json.h"

namespace till {
namespace {

using nlohmann::json;

json goodsJson(const GoodsChoice& goods)
{
    return {{"products", goods.products}, {"departments", goods.departments}};
}

void addTimes(json& payload, const PromotionTimes& times)
{
    if (times.from) payload["from"] = times.from->toText();
    if (times.to) payload["to"] = times.to->toText();
    if (times.weekdays != 0x7F) payload["weekdays"] = static_cast<int>(times.weekdays);
    if (times.fromMinute) payload["from_minute"] = *times.fromMinute;
    if (times.toMinute) payload["to_minute"] = *times.toMinute;
}

} // namespace

json promotionJson(std::string_view act, const PromotionDraft& draft)
{
    const auto& rules = draft.rules;
    json payload{{"act", act}, {"code", rules.code}, {"name", rules.name}, {"kind", toText(rules.kind)},
        {"goods", goodsJson(rules.goods)}};
    if (rules.count > 0) payload["n"] = rules.count;
    if (rules.kind == PromotionKind::BuyXGetY) {
        payload["got"] = goodsJson(rules.got);
        payload["got_n"] = rules.gotCount;
    }
    if (rules.price) payload["price"] = rules.price->minor();
    if (rules.rate) payload["rate"] = rules.rate->partsPerMillion();
    if (!rules.amount.isZero()) payload["amount"] = rules.amount.minor();
    if (!rules.minimum.isZero()) payload["minimum"] = rules.minimum.minor();
    if (rules.limit > 0) payload["limit"] = rules.limit;
    addTimes(payload, draft.times);
    if (draft.group) payload["group"] = draft.group.value;
    if (draft.needsCoupon) {
        payload["coupons"] = json::array();
        for (const auto& coupon : draft.coupons) payload["coupons"].push_back(coupon.code);
    }
    return payload;
}

} // namespace till
