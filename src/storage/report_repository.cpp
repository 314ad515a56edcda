#include "storage/report_repository.h"

#include "base/decimal.h"

#include <map>

namespace till {
namespace {

std::vector<PeriodSum> readAll(Statement rows)
{
    std::vector<PeriodSum> sums;
    while (rows.step()) {
        sums.push_back({rows.integer(0), {rows.integer(1), rows.integer(2), rows.quantity(3), rows.money(4),
                                             rows.money(5), rows.money(6), rows.money(7), rows.money(8)}});
    }
    return sums;
}

SumLabel readLabel(Statement row)
{
    return row.step() ? SumLabel{row.text(0), row.text(1), row.text(2)} : SumLabel{};
}

/// Departments inside others are called by the whole way down: "Food / Bread".
SumLabel departmentLabel(Connection& db, std::int64_t key)
{
    return readLabel(db.query(R"(
        WITH RECURSIVE way (parent_id, path, depth) AS (
            SELECT parent_id, name, 0 FROM department WHERE id = ?1
             UNION ALL
            SELECT d.parent_id, d.name || ' / ' || w.path, w.depth + 1
              FROM way w JOIN department d ON d.id = w.parent_id
             WHERE w.depth < 20)
        SELECT path, path, ?1 FROM way ORDER BY depth DESC LIMIT 1)",
        key));
}

SumLabel taxLabel(Connection& db, std::int64_t key)
{
    auto row = db.query(
        "SELECT x.code, x.name, r.rate FROM tax_rate r JOIN tax x ON x.id = r.tax_id WHERE r.id = ?1", key);
    if (!row.step()) return {};
    return {row.text(0), row.text(1), formatPercent(row.rate(2)), row.rate(2)};
}

SumLabel itemLabel(Connection& db, std::int64_t key)
{
    return readLabel(db.query(R"(
        SELECT coalesce((SELECT c.code FROM product_code c WHERE c.product_id = p.id
                          ORDER BY c.kind <> 'sku', c.position, c.code LIMIT 1), p.name), p.name, p.id
          FROM product p
         WHERE p.id = ?1)",
        key));
}

} // namespace

std::vector<PeriodSum> ReportRepository::sums(DaySumDimension dimension, BusinessDay from, BusinessDay to)
{
    return readAll(m_db.query(R"(
        SELECT key, sum(tickets), sum(lines), sum(quantity), sum(discount), sum(net), sum(tax), sum(gross), sum(cost)
          FROM day_sum
         WHERE dimension_id = ?1 AND business_day BETWEEN ?2 AND ?3
         GROUP BY +key)",
        static_cast<int>(dimension), from, to));
}

std::vector<PeriodSum> ReportRepository::days(BusinessDay from, BusinessDay to)
{
    return readAll(m_db.query(R"(
        SELECT business_day, sum(tickets), sum(lines), sum(quantity), sum(discount), sum(net), sum(tax), sum(gross),
               sum(cost)
          FROM day_sum
         WHERE dimension_id = ?1 AND business_day BETWEEN ?2 AND ?3
         GROUP BY business_day)",
        static_cast<int>(DaySumDimension::Total), from, to));
}

SumLabel ReportRepository::label(DaySumDimension dimension, std::int64_t key)
{
    switch (dimension) {
    case DaySumDimension::Item: return itemLabel(m_db, key);
    case DaySumDimension::Department: return departmentLabel(m_db, key);
    case DaySumDimension::Tax: return taxLabel(m_db, key);
    case DaySumDimension::Tender:
        return readLabel(m_db.query("SELECT code, name, id FROM tender_type WHERE id = ?1", key));
    case DaySumDimension::Cashier:
        return readLabel(m_db.query("SELECT name, name, id FROM user WHERE id = ?1", key));
    case DaySumDimension::Customer:
        return readLabel(m_db.query("SELECT code, code, id FROM customer WHERE id = ?1", key));
    case DaySumDimension::Supplier:
        return readLabel(m_db.query("SELECT name, name, id FROM supplier WHERE id = ?1", key));
    case DaySumDimension::Voucher:
    case DaySumDimension::Total:
    case DaySumDimension::Hour: return {};
    }
    return {};
}

std::vector<SumLabel> ReportRepository::labels(
    DaySumDimension dimension, const std::vector<std::int64_t>& keys)
{
    std::vector<SumLabel> labels;
    std::map<std::string, int> seen;
    for (const auto key : keys) {
        labels.push_back(label(dimension, key));
        ++seen[labels.back().code];
    }
    for (auto& label : labels) {
        if (seen[label.code] > 1) label.code += " " + label.apart;
    }
    return labels;
}

ReportRepository::Perpetual ReportRepository::perpetual(TillId till)
{
    auto row = m_db.query(R"(
        SELECT coalesce(sum(gross) FILTER (WHERE returned = 0), 0), coalesce(sum(gross) FILTER (WHERE returned = 1), 0)
          FROM day_sum
         WHERE dimension_id = ?1 AND till_id = ?2)",
        static_cast<int>(DaySumDimension::Total), till);
    row.step();
    return {row.money(0), row.money(1)};
}

} // namespace till
