#pragma once

#include "storage/connection.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace till::test {

/// Each row of a query on a shop's file as text, its columns separated by '|': for comparing what two ways of
/// doing something have written. NULL is "~".
inline std::vector<std::string> rowsOf(const std::filesystem::path& shop, std::string_view query, int columns)
{
    Connection db{{shop, OpenOptions::Mode::ReadOnly, {}}};
    auto statement = db.prepareOnce(query);
    std::vector<std::string> rows;
    while (statement.step()) {
        std::string row;
        for (int i = 0; i < columns; ++i) row += (statement.isNull(i) ? "~" : statement.text(i)) + "|";
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What sales leave behind, but for ids, uids, tills, times and signatures: one list for each table.
inline std::vector<std::vector<std::string>> salesOf(const std::filesystem::path& shop)
{
    struct Table {
        std::string_view query;
        int columns;
    };
    constexpr Table kTables[] = {{"SELECT number, kind_id, training, customer_id, note, business_day FROM "
                                  "document WHERE kind_id = 1 ORDER BY number",
                                     6},
        {"SELECT d.number, gross, discount, net, tax, total, rounding, paid, change_given, cost, line_count, "
         "prices_include_tax FROM sale s JOIN document d ON d.id = s.document_id ORDER BY 1",
            12},
        {"SELECT d.number, line_no, product_id, l.kind_id, name, unit, department_id, supplier_id, "
         "tax_class_id, quantity, "
         "unit_price, gross, discount, net, tax, total, cost, code, returns_line, l.note FROM sale_line l "
         "JOIN document d "
         "ON d.id = l.document_id ORDER BY 1, 2",
            20},
        {"SELECT d.number, line_no, position, tax_rate_id, net, tax FROM sale_line_tax l JOIN document d ON "
         "d.id = "
         "l.document_id ORDER BY 1, 2, 3",
            6},
        {"SELECT d.number, line_no, position, l.kind_id, rate, amount, old_unit_price, label, l.user_id FROM "
         "sale_line_adjustment l JOIN document d ON d.id = l.document_id ORDER BY 1, 2, 3",
            9},
        {"SELECT d.number, tax_rate_id, net, tax, gross FROM sale_tax l JOIN document d ON d.id = "
         "l.document_id ORDER BY 1, 2",
            5},
        {"SELECT d.number, position, tender_type_id, amount, change_given, reference FROM tender l JOIN "
         "document d ON d.id = "
         "l.document_id ORDER BY 1, 2",
            6},
        {"SELECT d.number, line_no, product_id, location_id, m.kind_id, quantity, cost FROM stock_movement m "
         "JOIN document d "
         "ON d.id = m.document_id ORDER BY m.id",
            7},
        {"SELECT dimension_id, business_day, key, returned, tickets, lines, quantity, discount, net, tax, "
         "gross, cost FROM "
         "day_sum ORDER BY 1, 2, 3, 4",
            12},
        {"SELECT product_id, quantity, value FROM stock_level ORDER BY 1", 3}};
    std::vector<std::vector<std::string>> all;
    for (const auto& table : kTables) all.push_back(rowsOf(shop, table.query, table.columns));
    return all;
}

} // namespace till::test
