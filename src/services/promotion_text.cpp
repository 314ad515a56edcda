#include "services/promotion_text.h"

#include "base/decimal.h"
#include "base/text.h"
#include "services/catalog_service.h"
#include "services/promotion_json.h"
#include "services/promotion_service.h"
#include "services/setting_list.h"
#include "services/shop.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace till {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string pathName(const std::vector<Department>& departments, DepartmentId id)
{
    const auto found = std::find_if(
        departments.begin(), departments.end(), [id](const Department& each) { return each.id == id; });
    if (found == departments.end()) return {};
    return found->parent ? pathName(departments, found->parent) + "/" + found->name : found->name;
}

/// Looks up what a document names.
class Finder {
public:
    explicit Finder(Shop& shop)
        : m_shop{shop}
    {
    }

    GoodsChoice goods(const GoodsNames& names, std::optional<Error>& problem)
    {
        GoodsChoice found;
        for (const auto& code : names.products) {
            const auto product = m_shop.catalog().findByCode(code);
            if (product) {
                found.products.push_back(product->id.value);
            } else if (!problem) {
                problem = Error{product.error().code, clipped(code, 60)};
            }
        }
        for (const auto& name : names.departments) {
            const auto department = departmentNamed(name);
            if (department) {
                found.departments.push_back(department->value);
            } else if (!problem) {
                problem = Error{ErrorCode::DepartmentNotFound, clipped(name, 60)};
            }
        }
        return found;
    }

private:
    std::optional<DepartmentId> departmentNamed(const std::string& name) const
    {
        const auto& departments = m_shop.catalog().departments();
        std::vector<DepartmentId> named;
        for (const auto& each : departments) {
            if (pathName(departments, each.id) == name) return each.id;
            if (each.name == name) named.push_back(each.id);
        }
        return named.size() == 1 ? std::optional{named.front()} : std::nullopt;
    }

    Shop& m_shop;
};

std::optional<BusinessDay> day(JsonReader& in, std::string_view key)
{
    if (!in.has(key)) return std::nullopt;
    const auto read = BusinessDay::fromText(in.text(key));
    if (!read) in.refuse(ErrorCode::JsonValueInvalid, key);
    return read ? std::optional{*read} : std::nullopt;
}

std::optional<int> timeOfDay(JsonReader& in, std::string_view key)
{
    if (!in.has(key)) return std::nullopt;
    const auto text = in.text(key);
    if (text == "24:00") return 24 * 60;
    const auto read = parseCutoff(text);
    if (!read) in.refuse(ErrorCode::JsonValueInvalid, key);
    return read ? std::optional{static_cast<int>(read->count())} : std::nullopt;
}

void readTimes(JsonReader& in, PromotionTimes& times)
{
    times.from = day(in, "from");
    times.to = day(in, "to");
    times.fromMinute = timeOfDay(in, "from_time");
    times.toMinute = timeOfDay(in, "to_time");
    if (!in.has("weekdays")) return;
    times.weekdays = 0;
    in.eachText("weekdays", [&](const std::string& name, const std::string& path) {
        const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), name);
        if (found == kWeekdays.end()) return in.refuseAt(ErrorCode::JsonValueInvalid, path);
        times.weekdays = static_cast<std::uint8_t>(times.weekdays | 1 << (found - kWeekdays.begin()));
    });
}

CouponDraft readCoupon(JsonReader& in, int decimals)
{
    in.allow({"code", "uses", "uses_per_customer", "from", "to", "minimum"});
    in.require("code");
    CouponDraft coupon;
    coupon.code = in.text("code");
    coupon.uses = in.integer("uses", 0, 1'000'000, 0);
    coupon.usesPerCustomer = in.integer("uses_per_customer", 0, 1'000, 0);
    coupon.from = day(in, "from");
    coupon.to = day(in, "to");
    coupon.minimum = in.money("minimum", decimals);
    return coupon;
}

std::string clockText(int minutes)
{
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

/// Writes one promotion with the keys it is read by.
class Writer {
public:
    explicit Writer(Shop& shop)
        : m_shop{shop}
        , m_decimals{shop.facts().decimals}
    {
    }

    ordered_json write(const PromotionDetails& promotion)
    {
        const auto& fields = promotion.fields;
        const auto& rules = fields.rules;
        ordered_json row{{"code", rules.code}, {"name", rules.name}, {"kind", toText(rules.kind)}};
        if (rules.kind == PromotionKind::BuyXGetY) {
            row["buy"] = side(rules.goods, rules.count);
            row["get"] = side(rules.got, rules.gotCount);
            row["get"]["percent"] = formatPercent(*rules.rate);
        } else {
            addGoods(row, rules.goods);
            if (rules.count > 0) row["n"] = rules.count;
            if (rules.rate) row["percent"] = formatPercent(*rules.rate);
        }
        if (rules.price) row["price"] = formatMoney(*rules.price, m_decimals);
        if (rules.amount.isPositive()) row["amount"] = formatMoney(rules.amount, m_decimals);
        if (rules.minimum.isPositive()) row["minimum"] = formatMoney(rules.minimum, m_decimals);
        if (rules.limit > 0) row["limit"] = rules.limit;
        addTimes(row, fields.times);
        if (fields.group) row["customer_group"] = groupName(fields.group);
        if (fields.needsCoupon) addCoupons(row, promotion);
        static constexpr std::array kStates{"running", "planned", "over", "archived"};
        row["state"] = kStates[static_cast<std::size_t>(m_shop.promotions().stateOf(promotion))];
        return row;
    }

private:
    ordered_json side(const GoodsChoice& goods, int count)
    {
        ordered_json row = ordered_json::object();
        addGoods(row, goods);
        row["quantity"] = count;
        return row;
    }
    void addGoods(ordered_json& row, const GoodsChoice& goods)
    {
        for (const auto id : goods.products) {
            const auto details = m_shop.catalog().details(ProductId{id});
            if (!details) continue;
            row["products"].push_back(
                details->fields.codes.empty() ? details->fields.name : details->fields.codes.front().code);
        }
        for (const auto id : goods.departments)
            row["departments"].push_back(pathName(m_shop.catalog().departments(), DepartmentId{id}));
    }
    static void addTimes(ordered_json& row, const PromotionTimes& times)
    {
        if (times.from) row["from"] = times.from->toText();
        if (times.to) row["to"] = times.to->toText();
        if (times.weekdays != 0x7F) {
            for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
                if ((times.weekdays >> i & 1) != 0) row["weekdays"].push_back(kWeekdays[i]);
            }
        }
        if (times.fromMinute) row["from_time"] = clockText(*times.fromMinute);
        if (times.toMinute) row["to_time"] = clockText(*times.toMinute);
    }
    void addCoupons(ordered_json& row, const PromotionDetails& promotion) const
    {
        row["coupon"] = true;
        for (const auto& coupon : promotion.fields.coupons) {
            ordered_json entry{{"code", coupon.code}};
            if (coupon.uses > 0) entry["uses"] = coupon.uses;
            if (coupon.usesPerCustomer > 0) entry["uses_per_customer"] = coupon.usesPerCustomer;
            if (coupon.from) entry["from"] = coupon.from->toText();
            if (coupon.to) entry["to"] = coupon.to->toText();
            if (coupon.minimum.isPositive()) entry["minimum"] = formatMoney(coupon.minimum, m_decimals);
            row["coupons"].push_back(std::move(entry));
        }
        row["coupon_uses"] = promotion.couponUses;
    }
    std::string groupName(CustomerGroupId id)
    {
        for (const auto& group : m_shop.promotions().groups()) {
            if (group.id == id) return group.name;
        }
        return {};
    }

    Shop& m_shop;
    int m_decimals;
};

} // namespace

Result<PromotionDraft> promotionOfJson(Shop& shop, std::string_view text)
{
    const auto root = json::parse(text, nullptr, false);
    if (root.is_discarded()) return Error{ErrorCode::JsonInvalid, "0"};
    std::optional<Error> problem;
    JsonReader in{root, "", problem};
    const int decimals = shop.facts().decimals;
    auto read = readPromotion(
        in, decimals, {"from", "to", "weekdays", "from_time", "to_time", "customer_group", "coupons"});
    PromotionDraft draft;
    draft.needsCoupon = read.coupon || in.has("coupons");
    readTimes(in, draft.times);
    const auto group = in.text("customer_group");
    if (const auto found = root.is_object() ? root.find("coupons") : root.end();
        found != root.end() && found->is_array() && !found->empty() && found->front().is_string()) {
        in.eachText(
            "coupons", [&](const std::string& code, const std::string&) { draft.coupons.push_back({code}); });
    } else {
        in.eachObject(
            "coupons", [&](JsonReader& coupon) { draft.coupons.push_back(readCoupon(coupon, decimals)); });
    }
    if (problem) return *problem;
    Finder finder{shop};
    draft.rules = std::move(read.rules);
    draft.rules.goods = finder.goods(read.goods, problem);
    draft.rules.got = finder.goods(read.got, problem);
    if (problem) return *problem;
    if (!group.empty()) {
        const auto made = shop.promotions().groupNamed(shop.owner(), group);
        if (!made) return made.error();
        draft.group = *made;
    }
    return draft;
}

std::string promotionsJson(Shop& shop, const std::vector<PromotionDetails>& promotions)
{
    auto rows = ordered_json::array();
    Writer writer{shop};
    for (const auto& promotion : promotions) rows.push_back(writer.write(promotion));
    return rows.dump();
}

} // namespace till
