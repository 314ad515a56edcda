#include "storage/day_sum_repository.h"

namespace till {

DaySumAmounts& DaySumAmounts::operator+=(const DaySumAmounts& other)
{
    tickets += other.tickets;
    lines += other.lines;
    quantity += other.quantity;
    discount += other.discount;
    net += other.net;
    tax += other.tax;
    gross += other.gross;
    cost += other.cost;
    return *this;
}

DaySumAmounts& DaySumCollector::at(DaySumDimension dimension, std::int64_t key, bool returned)
{
    for (auto& row : m_rows) {
        if (row.key == key && row.dimension == dimension && row.returned == returned) return row.amounts;
    }
    return m_rows.emplace_back(DaySumRow{dimension, key, returned, {}}).amounts;
}

void DaySumRepository::add(BusinessDay day, TillId till, const std::vector<DaySumRow>& rows)
{
    auto upsert = m_db.prepare(R"(
        INSERT INTO day_sum (dimension_id, business_day, key, till_id, returned, tickets, lines, quantity, discount,
                             net, tax, gross, cost)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (dimension_id, business_day, key, till_id, returned) DO UPDATE
        SET tickets = tickets + excluded.tickets, lines = lines + excluded.lines,
            quantity = quantity + excluded.quantity, discount = discount + excluded.discount,
            net = net + excluded.net, tax = tax + excluded.tax, gross = gross + excluded.gross,
            cost = cost + excluded.cost)");
    for (const auto& row : rows) {
        const auto& sum = row.amounts;
        upsert.bindAll(static_cast<int>(row.dimension), day, row.key, till, row.returned, sum.tickets,
            sum.lines, sum.quantity, sum.discount, sum.net, sum.tax, sum.gross, sum.cost);
        upsert.run();
    }
}

} // namespace till
