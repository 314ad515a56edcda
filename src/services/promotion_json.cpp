#include "services/promotion_json.h"

#include <algorithm>

namespace till {
namespace {

constexpr int kMost = 1'000;

/// The keys of one kind beside those of all.
std::vector<std::string_view> keysOf(PromotionKind kind)
{
    switch (kind) {
    case PromotionKind::NForPrice: return {"products", "departments", "n", "price", "limit"};
    case PromotionKind::BuyXGetY: return {"buy", "get", "limit"};
    case PromotionKind::MixAndMatch: return {"products", "departments", "n", "price", "percent", "limit"};
    case PromotionKind::PercentOff: return {"products", "departments", "percent"};
    case PromotionKind::AmountOff: return {"products", "departments", "amount"};
    }
    return {};
}

void readGoods(JsonReader& in, GoodsNames& goods)
{
    in.eachText(
        "products", [&](const std::string& name, const std::string&) { goods.products.push_back(name); });
    in.eachText("departments",
        [&](const std::string& name, const std::string&) { goods.departments.push_back(name); });
}

int count(JsonReader& in, std::string_view key)
{
    in.require(key);
    return in.integer(key, 1, kMost, 1);
}

void readSides(JsonReader& in, PromotionText& read)
{
    in.require("buy");
    in.require("get");
    in.object("buy", [&](JsonReader& buy) {
        buy.allow({"products", "departments", "quantity"});
        readGoods(buy, read.goods);
        read.rules.count = count(buy, "quantity");
    });
    in.object("get", [&](JsonReader& get) {
        get.allow({"products", "departments", "quantity", "percent"});
        readGoods(get, read.got);
        read.rules.gotCount = count(get, "quantity");
        read.rules.rate = get.has("percent") ? get.percent("percent") : Rate::whole();
    });
}

} // namespace

std::string_view toText(PromotionKind kind)
{
    switch (kind) {
    case PromotionKind::NForPrice: return "n_for_price";
    case PromotionKind::BuyXGetY: return "buy_x_get_y";
    case PromotionKind::MixAndMatch: return "mix_and_match";
    case PromotionKind::PercentOff: return "percent_off";
    case PromotionKind::AmountOff: return "amount_off";
    }
    return "";
}

PromotionText readPromotion(JsonReader& in, int decimals, const std::vector<std::string_view>& more)
{
    PromotionText read;
    auto& rules = read.rules;
    in.require("code");
    in.require("kind");
    rules.code = in.text("code");
    if (rules.code.empty()) in.refuse(ErrorCode::JsonValueInvalid, "code");
    rules.name = in.text("name");
    rules.kind = static_cast<PromotionKind>(
        1 + in.word("kind", {"n_for_price", "buy_x_get_y", "mix_and_match", "percent_off", "amount_off"}));
    std::vector<std::string_view> keys{"code", "name", "kind", "minimum", "coupon"};
    for (const auto& list : {keysOf(rules.kind), more}) keys.insert(keys.end(), list.begin(), list.end());
    in.allow(keys);

    rules.minimum = in.money("minimum", decimals);
    read.coupon = in.flag("coupon", false);
    if (rules.kind == PromotionKind::BuyXGetY) {
        readSides(in, read);
    } else {
        readGoods(in, read.goods);
    }
    if (rules.kind == PromotionKind::NForPrice || rules.kind == PromotionKind::MixAndMatch)
        rules.count = count(in, "n");
    if (rules.kind == PromotionKind::NForPrice) in.require("price");
    if (in.has("price")) rules.price = in.money("price", decimals);
    if (rules.kind == PromotionKind::PercentOff || (rules.kind == PromotionKind::MixAndMatch && !rules.price))
        in.require("percent");
    if (in.has("percent")) rules.rate = in.percent("percent");
    if (rules.kind == PromotionKind::AmountOff) in.require("amount");
    rules.amount = in.money("amount", decimals);
    rules.limit = in.integer("limit", 1, kMost, 0);
    if (auto sound = checkPromotion(rules); !sound)
        in.refuse(ErrorCode::JsonValueInvalid, sound.error().detail);
    return read;
}

} // namespace till
