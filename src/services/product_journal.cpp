#include "services/product_journal.h"

namespace till {
namespace {

using Json = nlohmann::json;

Json codesJson(const std::vector<ProductCode>& codes)
{
    auto list = Json::array();
    for (const auto& code : codes) {
        Json one{{"code", code.code}, {"sku", code.isSku ? 1 : 0}, {"pack", code.packQuantity.thousandths()}};
        if (code.unitPrice) one["p"] = code.unitPrice->hundredths();
        list.push_back(std::move(one));
    }
    return list;
}

/// Absent fields are those that say nothing.
Json fieldsJson(const ProductDraft& fields)
{
    Json json{{"name", fields.name}, {"kind", static_cast<int>(fields.kind)},
        {"department", fields.department.value}, {"tax_class", fields.taxClass.value},
        {"unit", fields.unit.value}, {"supplier", fields.supplier.value},
        {"open_price", fields.openPrice ? 1 : 0}, {"weighed", fields.weighed ? 1 : 0},
        {"tracks_stock", fields.tracksStock ? 1 : 0}, {"discountable", fields.discountable ? 1 : 0},
        {"minimum_age", fields.minimumAge}, {"variant", fields.variant}, {"parent", fields.parent.value},
        {"supplier_code", fields.supplierCode}, {"external_id", fields.externalId}};
    json["codes"] = codesJson(fields.codes);
    if (fields.cost) json["cost"] = fields.cost->hundredths();
    if (fields.minimumStock) json["minimum_stock"] = fields.minimumStock->thousandths();
    if (fields.targetStock) json["target_stock"] = fields.targetStock->thousandths();
    return json;
}

} // namespace

Json productAddedJson(const Uid& uid, const ProductDraft& fields)
{
    Json json{{"product", uid.toText()}, {"n", fields.name}, {"new", 1}};
    json["set"] = fieldsJson(fields);
    if (fields.price) json["p"] = fields.price->hundredths();
    return json;
}

Json productChangedJson(const StoredProduct& before, const ProductDraft& after)
{
    Json json{{"product", before.uid.toText()}, {"n", after.name}};
    const auto old = fieldsJson(before.fields);
    const auto now = fieldsJson(after);
    json["was"] = Json::object();
    json["set"] = Json::object();
    for (const auto& [key, value] : now.items()) {
        if (old.contains(key) && old[key] == value) continue;
        json["set"][key] = value;
        if (old.contains(key)) json["was"][key] = old[key];
    }
    for (const auto& [key, value] : old.items()) {
        if (now.contains(key)) continue;
        json["was"][key] = value;
        json["set"][key] = "";
    }
    return json;
}

Json productArchivedJson(const StoredProduct& before)
{
    return {{"product", before.uid.toText()}, {"n", before.fields.name}, {"archived", 1}};
}

Json priceChangedJson(const Uid& product, const std::optional<UnitPrice>& before,
    const std::optional<UnitPrice>& after, BusinessDay from)
{
    Json json{{"product", product.toText()}, {"from", from.toText()}};
    if (before) json["was"] = before->hundredths();
    if (after) json["p"] = after->hundredths();
    return json;
}

} // namespace till
