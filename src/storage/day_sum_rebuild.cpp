#include "storage/day_sum_rebuild.h"

#include "storage/day_sums_of_sale.h"
#include "storage/read_snapshot.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace till {
namespace {

/// dimension, key, till, returned: what names a sum within its day.
using Place = std::tuple<int, std::int64_t, TillId, bool>;
using Sums = std::map<Place, DaySumAmounts>;

constexpr int kDimensions = static_cast<int>(DaySumDimension::Voucher);

bool same(const DaySumAmounts& a, const DaySumAmounts& b)
{
    const auto fields = [](const DaySumAmounts& x) {
        return std::tie(x.tickets, x.lines, x.quantity, x.discount, x.net, x.tax, x.gross, x.cost);
    };
    return fields(a) == fields(b);
}

/// Days on which something was sold, and days that have sums. Leaps from day to day through the indexes.
std::set<BusinessDay> allDays(Connection& db)
{
    std::set<BusinessDay> days;
    auto nextSale = db.prepare("SELECT min(business_day) FROM document WHERE business_day > ?1");
    auto nextSum =
        db.prepare("SELECT min(business_day) FROM day_sum WHERE dimension_id = ?1 AND business_day > ?2");
    const auto leap = [&days](Statement& next, int parameter) {
        auto day = BusinessDay{INT32_MIN};
        while (true) {
            next.rewind();
            next.bind(parameter, day);
            if (!next.step() || next.isNull(0)) break;
            day = next.businessDay(0);
            days.insert(day);
        }
        next.rewind();
    };
    leap(nextSale, 1);
    for (int dimension = 1; dimension <= kDimensions; ++dimension) {
        nextSum.bind(1, dimension);
        leap(nextSum, 2);
    }
    return days;
}

std::vector<SaleLineRow> linesOf(Connection& db, DocumentId document)
{
    auto row = db.query(R"(
        SELECT line_no, coalesce(product_id, 0), coalesce(department_id, 0), coalesce(supplier_id, 0), quantity,
               discount, net, tax, total, cost, kind_id
          FROM sale_line WHERE document_id = ?1 ORDER BY line_no)",
        document);
    auto tax = db.query(R"(
        SELECT line_no, tax_rate_id, net, tax FROM sale_line_tax WHERE document_id = ?1 ORDER BY line_no, position)",
        document);
    bool hasTax = tax.step();
    std::vector<SaleLineRow> lines;
    while (row.step()) {
        auto& line = lines.emplace_back();
        line.lineNo = static_cast<int>(row.integer(0));
        line.product = row.id<ProductId>(1);
        line.department = row.id<DepartmentId>(2);
        line.supplier = row.id<SupplierId>(3);
        line.quantity = row.quantity(4);
        line.discount = row.money(5);
        line.net = row.money(6);
        line.tax = row.money(7);
        line.total = row.money(8);
        line.cost = row.money(9);
        line.kind = static_cast<int>(row.integer(10));
        for (; hasTax && tax.integer(0) <= line.lineNo; hasTax = tax.step()) {
            if (tax.integer(0) < line.lineNo) continue; // belongs to no line: an invariant of its own says so
            line.taxes.push_back({tax.id<TaxRateId>(1), tax.money(2), tax.money(3)});
        }
    }
    return lines;
}

std::vector<TenderRow> tendersOf(Connection& db, DocumentId document)
{
    auto row = db.query(
        "SELECT tender_type_id, amount, change_given FROM tender WHERE document_id = ?1 ORDER BY position",
        document);
    std::vector<TenderRow> tenders;
    while (row.step()) tenders.push_back({row.id<TenderTypeId>(0), row.money(1), row.money(2), {}, {}});
    return tenders;
}

Sums computedOn(Connection& db, BusinessDay day)
{
    auto document = db.query(R"(
        SELECT d.id, d.till_id, d.utc_ms, d.utc_offset_minutes, d.user_id, coalesce(d.customer_id, 0)
          FROM document d
         WHERE d.business_day = ?1 AND EXISTS (SELECT 1 FROM sale f WHERE f.document_id = d.id))",
        day);
    Sums sums;
    while (document.step()) {
        const auto id = document.id<DocumentId>(0);
        const SaleForSums sale{{document.timestamp(2), static_cast<int>(document.integer(3)), day},
            document.id<UserId>(4), document.integer(5)};
        for (const auto& row : daySumsOf(sale, linesOf(db, id), tendersOf(db, id))) {
            sums[{static_cast<int>(row.dimension), row.key, document.id<TillId>(1), row.returned}] +=
                row.amounts;
        }
    }
    return sums;
}

Sums storedOn(Connection& db, BusinessDay day)
{
    auto row = db.prepare(R"(
        SELECT key, till_id, returned, tickets, lines, quantity, discount, net, tax, gross, cost
          FROM day_sum WHERE dimension_id = ?1 AND business_day = ?2)");
    Sums sums;
    for (int dimension = 1; dimension <= kDimensions; ++dimension) {
        row.rewind();
        row.bindAll(dimension, day);
        while (row.step()) {
            sums[{dimension, row.integer(0), row.id<TillId>(1), row.boolean(2)}] = {row.integer(3),
                row.integer(4), row.quantity(5), row.money(6), row.money(7), row.money(8), row.money(9),
                row.money(10)};
        }
    }
    return sums;
}

std::string describe(const std::optional<DaySumAmounts>& sum)
{
    if (!sum) return "nothing";
    return "tickets " + std::to_string(sum->tickets) + " lines " + std::to_string(sum->lines) + " quantity " +
           std::to_string(sum->quantity.thousandths()) + " discount " +
           std::to_string(sum->discount.minor()) + " net " + std::to_string(sum->net.minor()) + " tax " +
           std::to_string(sum->tax.minor()) + " gross " + std::to_string(sum->gross.minor()) + " cost " +
           std::to_string(sum->cost.minor());
}

std::optional<DaySumAmounts> in(const Sums& sums, const Place& place)
{
    const auto found = sums.find(place);
    return found == sums.end() ? std::nullopt : std::optional{found->second};
}

std::set<Place> differing(const Sums& stored, const Sums& computed)
{
    std::set<Place> places;
    for (const auto& [place, amounts] : stored) {
        const auto other = in(computed, place);
        if (!other || !same(amounts, *other)) places.insert(place);
    }
    for (const auto& [place, amounts] : computed) {
        if (!stored.contains(place)) places.insert(place);
    }
    return places;
}

std::string keyText(BusinessDay day, const Place& place)
{
    constexpr std::array kNames{"", "total", "hour", "department", "item", "tax", "tender", "cashier",
        "customer", "supplier", "voucher"};
    const auto& [dimension, key, till, returned] = place;
    return std::string{kNames[static_cast<std::size_t>(dimension)]} + "/" + day.toText() + "/key " +
           std::to_string(key) + "/till " + std::to_string(till.value) + (returned ? "/returned" : "/sold");
}

void replaceDay(Connection& db, BusinessDay day, const Sums& sums)
{
    for (int dimension = 1; dimension <= kDimensions; ++dimension) {
        db.run("DELETE FROM day_sum WHERE dimension_id = ?1 AND business_day = ?2", dimension, day);
    }
    DaySumRepository repository{db};
    for (const auto& [place, amounts] : sums) {
        const auto& [dimension, key, till, returned] = place;
        repository.add(day, till, {{static_cast<DaySumDimension>(dimension), key, returned, amounts}});
    }
}

} // namespace

std::vector<DaySumDifference> daySumDifferences(Connection& db, std::size_t limit)
{
    std::vector<DaySumDifference> differences;
    for (const auto day : allDays(db)) {
        // One state of the file per day: a sale that another program writes meanwhile is no difference.
        ReadSnapshot snapshot{db};
        const auto stored = storedOn(db, day);
        const auto computed = computedOn(db, day);
        for (const auto& place : differing(stored, computed)) {
            if (differences.size() == limit) return differences;
            differences.push_back(
                {keyText(day, place), "stored " + describe(in(stored, place)) + "; from the lines " +
                                          describe(in(computed, place))});
        }
    }
    return differences;
}

std::int64_t rebuildDaySums(Connection& db)
{
    std::int64_t changedDays = 0;
    for (const auto day : allDays(db)) {
        const auto computed = computedOn(db, day);
        if (differing(storedOn(db, day), computed).empty()) continue;
        replaceDay(db, day, computed);
        ++changedDays;
    }
    return changedDays;
}

} // namespace till
