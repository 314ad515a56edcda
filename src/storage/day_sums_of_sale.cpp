#include "storage/day_sums_of_sale.h"

#include "domain/catalog/product.h"

#include <algorithm>
#include <chrono>

namespace till {
namespace {

/// The hour on the wall of the shop, 0 to 23.
std::int64_t hourOf(const Moment& at)
{
    const auto local = at.utc.time_since_epoch() + std::chrono::minutes{at.offsetMinutes};
    return std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local))
        .count();
}

void addLine(DaySumCollector& sums, const SaleForSums& sale, std::int64_t hour, const SaleLineRow& row)
{
    using enum DaySumDimension;
    const bool returned = row.quantity.isNegative();
    const DaySumAmounts amounts{0, 1, row.quantity, row.discount, row.net, row.tax, row.total, row.cost};
    const auto add = [&](DaySumDimension dimension, std::int64_t key) {
        sums.at(dimension, key, returned) += amounts;
    };
    if (row.kind == static_cast<int>(ItemKind::Voucher)) return add(Voucher, 0);
    add(Total, 0);
    add(Hour, hour);
    add(Department, row.department.value);
    add(Item, row.product.value);
    add(Cashier, sale.cashier.value);
    add(Supplier, row.supplier.value);
    if (sale.customer) add(Customer, sale.customer);
    for (const auto& tax : row.taxes) {
        sums.at(Tax, tax.rate.value, returned) +=
            {0, 1, row.quantity, {}, tax.net, tax.tax, tax.net + tax.tax, {}};
    }
}

void countTickets(DaySumCollector& sums)
{
    const auto touched = sums.rows();
    const auto hasSale = [&](const DaySumRow& row) {
        return std::ranges::any_of(touched, [&](const auto& other) {
            return !other.returned && other.dimension == row.dimension && other.key == row.key;
        });
    };
    for (const auto& row : touched) {
        if (!row.returned || !hasSale(row)) sums.at(row.dimension, row.key, row.returned).tickets = 1;
    }
}

} // namespace

std::vector<DaySumRow> daySumsOf(
    const SaleForSums& sale, std::span<const SaleLineRow> lines, std::span<const TenderRow> tenders)
{
    DaySumCollector sums;
    const auto hour = hourOf(sale.at);
    for (const auto& line : lines) addLine(sums, sale, hour, line);
    countTickets(sums);
    for (const auto& tender : tenders) {
        const auto kept = tender.amount - tender.change;
        sums.at(DaySumDimension::Tender, tender.type.value, tender.amount.isNegative()) +=
            {1, 0, {}, {}, {}, {}, kept, {}};
    }
    return sums.rows();
}

} // namespace till
