#include "services/draft_json.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

using Json = nlohmann::json;

template <typename T>
std::optional<T> read(const Json& json, const char* key, T (*make)(std::int64_t))
{
    const auto found = json.find(key);
    return found == json.end() ? std::nullopt : std::optional{make(found->get<std::int64_t>())};
}

Json codeJson(const ProductCode& code)
{
    Json json{{"code", code.code}, {"sku", code.isSku}, {"pack", code.packQuantity.thousandths()}};
    if (code.unitPrice) json["price"] = code.unitPrice->hundredths();
    return json;
}

ProductCode readCode(const Json& json)
{
    return {json.at("code").get<std::string>(), json.at("sku").get<bool>(),
        Quantity::fromThousandths(json.at("pack").get<std::int64_t>()),
        read<UnitPrice>(json, "price", UnitPrice::fromHundredths)};
}

template <typename AnyId>
AnyId readId(const Json& json, const char* key)
{
    return AnyId{json.at(key).get<std::int64_t>()};
}

} // namespace

std::string toJson(const DraftBefore& before)
{
    const auto& f = before.fields;
    Json json{{"name", f.name}, {"variant", f.variant}, {"parent", f.parent.value},
        {"kind", static_cast<int>(f.kind)}, {"department", f.department.value},
        {"tax_class", f.taxClass.value}, {"unit", f.unit.value}, {"supplier", f.supplier.value},
        {"supplier_code", f.supplierCode}, {"codes", Json::array()}, {"open_price", f.openPrice},
        {"weighed", f.weighed}, {"tracks_stock", f.tracksStock}, {"discountable", f.discountable},
        {"minimum_age", f.minimumAge}, {"external_id", f.externalId}};
    for (const auto& code : f.codes) json["codes"].push_back(codeJson(code));
    if (f.price) json["price"] = f.price->hundredths();
    if (f.cost) json["cost"] = f.cost->hundredths();
    if (before.costAfter) json["cost_after"] = before.costAfter->hundredths();
    if (f.minimumStock) json["minimum_stock"] = f.minimumStock->thousandths();
    if (f.targetStock) json["target_stock"] = f.targetStock->thousandths();
    return json.dump();
}

DraftBefore draftFromJson(std::string_view text)
{
    const auto json = Json::parse(text);
    ProductDraft f;
    f.name = json.at("name").get<std::string>();
    f.variant = json.at("variant").get<std::string>();
    f.parent = readId<ProductId>(json, "parent");
    f.kind = static_cast<ItemKind>(json.at("kind").get<int>());
    f.department = readId<DepartmentId>(json, "department");
    f.taxClass = readId<TaxClassId>(json, "tax_class");
    f.unit = readId<UnitId>(json, "unit");
    f.supplier = readId<SupplierId>(json, "supplier");
    f.supplierCode = json.at("supplier_code").get<std::string>();
    for (const auto& code : json.at("codes")) f.codes.push_back(readCode(code));
    f.openPrice = json.at("open_price").get<bool>();
    f.weighed = json.at("weighed").get<bool>();
    f.tracksStock = json.at("tracks_stock").get<bool>();
    f.discountable = json.at("discountable").get<bool>();
    f.minimumAge = json.at("minimum_age").get<int>();
    f.externalId = json.at("external_id").get<std::string>();
    f.price = read<UnitPrice>(json, "price", UnitPrice::fromHundredths);
    f.cost = read<UnitPrice>(json, "cost", UnitPrice::fromHundredths);
    f.minimumStock = read<Quantity>(json, "minimum_stock", Quantity::fromThousandths);
    f.targetStock = read<Quantity>(json, "target_stock", Quantity::fromThousandths);
    return {std::move(f), read<UnitPrice>(json, "cost_after", UnitPrice::fromHundredths)};
}

} // namespace till
