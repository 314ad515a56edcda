#include "storage/products_of_hour.h"

#include "storage/connection.h"

#include <map>

namespace till {

std::vector<ProductOfHour> productsSoldAround(
    Connection& db, std::span<const BusinessDay> days, int fromMinute, int minutes)
{
    std::map<ProductId, std::int64_t> lines;
    auto ofDay = db.prepare(R"(
        SELECT l.product_id, count(*) FROM document d JOIN sale_line l ON l.document_id = d.id
        WHERE d.business_day = ?1 AND d.training = 0
          AND (d.utc_ms / 60000 + d.utc_offset_minutes - ?2 + 1440) % 1440 < ?3
          AND l.quantity > 0 AND l.product_id IS NOT NULL
        GROUP BY l.product_id)");
    for (const auto day : days) {
        ofDay.rewind();
        ofDay.bindAll(day, fromMinute, minutes);
        while (ofDay.step()) lines[ofDay.id<ProductId>(0)] += ofDay.integer(1);
    }
    std::vector<ProductOfHour> products;
    auto facts = db.prepare(R"(
        SELECT EXISTS (SELECT 1 FROM product_code c WHERE c.product_id = p.id AND c.kind = 'barcode')
        FROM product p WHERE p.id = ?1 AND p.archived_at IS NULL)");
    for (const auto& [product, count] : lines) {
        facts.rewind();
        facts.bindAll(product);
        if (facts.step()) products.push_back({product, count, facts.boolean(0)});
    }
    return products;
}

} // namespace till
