#include "storage/product_batch.h"

#include "domain/catalog/gtin.h"
#include "storage/connection.h"
#include "storage/product_values.h"

#include <future>
#include <string>

namespace till {
namespace {

std::optional<ProductId> find(const std::unordered_map<std::string, ProductId>& known, std::string_view key)
{
    if (known.empty()) return std::nullopt;
    const auto found = known.find(std::string{key});
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::int64_t lastProduct(Connection& db)
{
    auto row = db.prepare("SELECT coalesce(max(id), 0) FROM product");
    row.step();
    return row.integer(0);
}

} // namespace

ProductId ProductBatch::add(ProductDraft fields, const Uid& uid)
{
    if (m_waiting.size() == kAtOnce) writeRows();
    if (m_waiting.empty()) m_lastId = lastProduct(m_db);
    const ProductId id{++m_lastId};
    m_products.add(id, uid, fields.parent, given(fields.variant), fields.name, static_cast<int>(fields.kind),
        fields.department, fields.taxClass, fields.unit, fields.supplier, fields.cost, fields.openPrice,
        fields.weighed, fields.tracksStock, fields.discountable, fields.minimumAge, fields.minimumStock,
        fields.targetStock, given(fields.externalId));
    addCodes(id, fields.codes);
    if (fields.supplier) m_suppliers.add(id, fields.supplier, given(fields.supplierCode), fields.cost);
    if (fields.price) m_prices.add(id, *fields.price);
    if (!fields.externalId.empty()) m_byExternalId.emplace(fields.externalId, id);
    m_waiting.push_back({id, std::move(fields)});
    return id;
}

void ProductBatch::addCodes(ProductId id, const std::vector<ProductCode>& codes)
{
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto& code = codes[i];
        const auto gtin = gtin14(code.code);
        m_codes.add(
            code.code, id, kindOf(code, gtin.has_value()), i, code.packQuantity, code.unitPrice, gtin);
        m_byCode.emplace(code.code, id);
        if (gtin) m_gtins.insert(*gtin);
    }
}

void ProductBatch::writeRows()
{
    if (m_waiting.empty()) return;
    // To take names apart is a fifth of the work and needs no database: the other core does it meanwhile.
    auto search = std::async(std::launch::async, [this] {
        for (const auto& [id, fields] : m_waiting) m_search.add(searchable(id, fields));
    });
    m_db.run(R"(
        INSERT INTO product(id, uid, parent_id, variant, name, kind_id, department_id, tax_class_id, unit_id, supplier_id,
            cost, open_price, weighed, tracks_stock, discountable, minimum_age, minimum_stock, target_stock, external_id,
            changed_by, created_at, changed_at)
        SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, ?2, ?3, ?3
        FROM rows(?1))",
        m_products, m_change.by, m_change.at);
    m_db.run(R"(
        INSERT INTO product_code(code, product_id, kind, position, pack_quantity, unit_price, gtin)
        SELECT c0, c1, c2, c3, c4, c5, c6 FROM rows(?1))",
        m_codes);
    m_db.run(R"(
        INSERT INTO product_supplier(product_id, supplier_id, supplier_code, cost)
        SELECT c0, c1, c2, c3 FROM rows(?1))",
        m_suppliers);
    m_db.run(R"(
        INSERT INTO price(product_id, price_list_id, minimum_quantity, valid_from, version, unit_price, changed_by, changed_at)
        SELECT c0, ?2, 0, ?3, 1, c1, ?4, ?5 FROM rows(?1))",
        m_prices, kShopPriceList, m_change.day, m_change.by, m_change.at);
    search.get();
    m_search.writeGathered();
    m_waiting.clear();
    for (auto* rows : {&m_products, &m_codes, &m_suppliers, &m_prices}) rows->clear();
    m_byCode.clear();
    m_byExternalId.clear();
    m_gtins.clear();
}

void ProductBatch::write()
{
    writeRows();
    m_search.write();
}

std::optional<ProductId> ProductBatch::withCode(std::string_view code) const
{
    return find(m_byCode, code);
}

std::optional<ProductId> ProductBatch::withExternalId(std::string_view externalId) const
{
    return find(m_byExternalId, externalId);
}

} // namespace till
