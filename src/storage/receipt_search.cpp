#include "storage/receipt_search.h"

#include "domain/sales/voucher_number.h"

#include "base/text.h"
#include "domain/sales/document.h"

#include <algorithm>
#include <charconv>

namespace till {
namespace {

constexpr int kNamesShown = 3;
/// What is sold often turns up in the last days; what is not has so few receipts that an index over all of
/// history is quicker. Either way alone takes seconds for the other kind.
constexpr int kDaysLookedThrough = 30;
/// Of a tender or a person hardly anything is paid with or rung up by: about 100 ms.
constexpr int kLookedThrough = 20'000;

/// Rows to ask for: a narrow scope leaves some out.
int rowsFor(const ReceiptScope& scope, int limit)
{
    return scope.isNarrow() ? kLookedThrough : limit;
}

/// "A2-G000123" in its parts: what stands before the hyphen and any mark, folded, and the count.
struct NumberParts {
    std::string series; ///< "a2", "a2 g"; empty: digits alone
    std::int64_t number = 0;
};

std::string seriesName(std::string_view label, std::string_view mark)
{
    return foldForSearch(std::string{label} + "-" + std::string{mark});
}

std::optional<NumberParts> readNumber(std::string_view text)
{
    const auto clean = trimmed(text);
    auto start = clean.size();
    while (start > 0 && clean[start - 1] >= '0' && clean[start - 1] <= '9') --start;
    NumberParts parts;
    const auto [end, error] =
        std::from_chars(clean.data() + start, clean.data() + clean.size(), parts.number);
    if (error != std::errc{} || end != clean.data() + clean.size()) return std::nullopt;
    if (start == 0) return parts;
    if (clean.find('-') >= start) return std::nullopt;
    parts.series = foldForSearch(std::string_view{clean}.substr(0, start));
    if (parts.series.empty()) return std::nullopt;
    return parts;
}

} // namespace

std::optional<FoundReceipt> ReceiptSearch::byNumber(std::string_view number, TillId till)
{
    const auto parts = readNumber(number);
    if (!parts) return std::nullopt;
    auto series = m_db.prepare(R"(
        SELECT s.id, t.code, s.epoch, k.mark, s.till_id
          FROM series s
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = s.document_kind_id AND k.code = 'sale'
         ORDER BY s.epoch DESC)");
    while (series.step()) {
        const auto epoch = series.integer(2);
        const auto label = series.text(1) + (epoch > 1 ? std::to_string(epoch) : "");
        const bool asked = parts->series.empty() ? series.id<TillId>(4) == till
                                                 : parts->series == seriesName(label, series.textView(3));
        if (!asked) continue;
        auto found = m_db.query("SELECT business_day, id FROM document WHERE series_id = ?1 AND number = ?2",
            series.id<SeriesId>(0), parts->number);
        if (found.step()) return FoundReceipt{found.businessDay(0), found.id<DocumentId>(1)};
    }
    return std::nullopt;
}

std::vector<FoundReceipt> ReceiptSearch::newest(const ReceiptScope& days, int limit)
{
    return readAll(m_db.query(R"(
        SELECT d.business_day, d.id
          FROM document d
          CROSS JOIN sale f ON f.document_id = d.id
         WHERE d.business_day BETWEEN ?1 AND ?2
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?3)",
                       days.from, days.to, rowsFor(days, limit)),
        days, limit);
}

bool ReceiptSearch::isIn(DocumentId document, const ReceiptScope& scope)
{
    auto seen = m_db.query(R"(
        SELECT (?2 IS NULL OR d.user_id = ?2)
           AND (?3 IS NULL OR EXISTS (SELECT 1 FROM tender t WHERE t.document_id = ?1 AND t.tender_type_id = ?3))
          FROM document d
         WHERE d.id = ?1)",
        document, scope.user, scope.tender);
    return seen.step() && seen.boolean(0);
}

std::vector<FoundReceipt> ReceiptSearch::readAll(Statement rows, const ReceiptScope& scope, int limit)
{
    std::vector<FoundReceipt> found;
    for (int looked = 0; looked < kLookedThrough; ++looked) {
        if (found.size() == static_cast<std::size_t>(limit) || !rows.step()) break;
        const FoundReceipt receipt{rows.businessDay(0), rows.id<DocumentId>(1)};
        if (scope.isNarrow() && !isIn(receipt.document, scope)) continue;
        found.push_back(receipt);
    }
    return found;
}

ReceiptScope ReceiptSearch::lastDays(const ReceiptScope& days)
{
    auto newest = m_db.query(
        "SELECT max(business_day) FROM document WHERE business_day BETWEEN ?1 AND ?2", days.from, days.to);
    if (!newest.step() || newest.isNull(0)) return {days.from, days.from, days.tender, days.user};
    auto last = days;
    last.from = std::max(days.from, BusinessDay{newest.businessDay(0).days - kDaysLookedThrough});
    return last;
}

std::vector<FoundReceipt> ReceiptSearch::byAmount(Money amount, const ReceiptScope& days, int limit)
{
    const auto last = lastDays(days);
    auto found = readAll(m_db.query(R"(
        SELECT d.business_day, d.id
          FROM document d
          CROSS JOIN sale f ON f.document_id = d.id
         WHERE d.business_day BETWEEN ?1 AND ?2 AND (f.total IN (?3, -?3) OR f.total + f.rounding IN (?3, -?3))
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?4)",
                             last.from, last.to, amount, rowsFor(last, limit)),
        last, limit);
    if (last.from == days.from || found.size() == static_cast<std::size_t>(limit)) return found;
    return readAll(m_db.query(R"(
        SELECT d.business_day, d.id
          FROM (SELECT document_id FROM sale WHERE total IN (?3, -?3)
                 UNION
                SELECT document_id FROM sale WHERE rounding <> 0 AND total + rounding IN (?3, -?3)) AS hit
          CROSS JOIN document d ON d.id = hit.document_id
         WHERE d.business_day BETWEEN ?1 AND ?2
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?4)",
                       days.from, days.to, amount, rowsFor(days, limit)),
        days, limit);
}

std::vector<FoundReceipt> ReceiptSearch::byReference(
    std::string_view reference, const ReceiptScope& days, int limit)
{
    const auto voucher = cleanVoucherNumber(reference);
    return readAll(
        m_db.query(R"(
        SELECT DISTINCT d.business_day, d.id
          FROM (SELECT document_id FROM tender WHERE reference = ?3
                 UNION
                SELECT e.document_id FROM voucher v JOIN voucher_entry e ON e.voucher_id = v.id
                 WHERE v.number = ?4) AS hit
          CROSS JOIN document d ON d.id = hit.document_id
         WHERE d.business_day BETWEEN ?1 AND ?2
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?5)",
            days.from, days.to, reference, voucher ? *voucher : std::string{}, rowsFor(days, limit)),
        days, limit);
}

std::vector<FoundReceipt> ReceiptSearch::byCustomer(
    std::string_view customer, const ReceiptScope& days, int limit)
{
    return readAll(m_db.query(R"(
        SELECT d.business_day, d.id
          FROM (SELECT id FROM customer WHERE code = ?3
                 UNION
                SELECT customer_id FROM customer_pii WHERE name = ?3 COLLATE NOCASE) AS who
          CROSS JOIN document d ON d.customer_id = who.id
          JOIN sale f ON f.document_id = d.id
         WHERE d.business_day BETWEEN ?1 AND ?2
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?4)",
                       days.from, days.to, customer, rowsFor(days, limit)),
        days, limit);
}

std::vector<FoundReceipt> ReceiptSearch::byProduct(ProductId product, const ReceiptScope& days, int limit)
{
    const auto last = lastDays(days);
    auto found = readAll(m_db.query(R"(
        SELECT d.business_day, d.id
          FROM document d
         WHERE d.business_day BETWEEN ?1 AND ?2
           AND EXISTS (SELECT 1 FROM sale_line l WHERE l.product_id = ?3 AND l.document_id = d.id)
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?4)",
                             last.from, last.to, product, rowsFor(last, limit)),
        last, limit);
    if (last.from == days.from || found.size() == static_cast<std::size_t>(limit)) return found;
    return readAll(m_db.query(R"(
        SELECT d.business_day, d.id
          FROM sale_line l
          CROSS JOIN document d ON d.id = l.document_id
         WHERE l.product_id = ?3 AND d.business_day BETWEEN ?1 AND ?2
         GROUP BY l.document_id
         ORDER BY d.business_day DESC, d.id DESC
         LIMIT ?4)",
                       days.from, days.to, product, rowsFor(days, limit)),
        days, limit);
}

std::vector<FoundReceipt> ReceiptSearch::bySoldLine(
    const LineMatch& matches, const ReceiptScope& days, int look, int limit)
{
    std::vector<FoundReceipt> found;
    auto lines = m_db.prepare("SELECT name, coalesce(code, '') FROM sale_line WHERE document_id = ?1");
    for (const auto& receipt : newest(days, look)) {
        if (found.size() >= static_cast<std::size_t>(limit)) break;
        lines.rewind();
        lines.bind(1, receipt.document);
        bool matched = false;
        while (!matched && lines.step()) matched = matches(lines.textView(0), lines.textView(1));
        if (matched) found.push_back(receipt);
    }
    return found;
}

ReceiptOverview ReceiptSearch::overview(DocumentId document)
{
    ReceiptOverview seen;
    seen.document = document;
    auto row = m_db.query(R"(
        SELECT t.code, s.epoch, k.mark, d.number, d.utc_ms, d.utc_offset_minutes, d.business_day, f.line_count, f.total,
               NOT EXISTS (SELECT 1 FROM sale_line l WHERE l.document_id = d.id AND l.quantity > 0)
          FROM document d
          JOIN sale f ON f.document_id = d.id
          JOIN series s ON s.id = d.series_id
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = d.kind_id
         WHERE d.id = ?1)",
        document);
    if (!row.step()) return seen;
    seen.number = documentNumber(row.text(0), static_cast<int>(row.integer(1)), row.text(2), row.integer(3));
    seen.at = {row.timestamp(4), static_cast<int>(row.integer(5)), row.businessDay(6)};
    seen.lines = static_cast<int>(row.integer(7));
    seen.total = row.money(8);
    seen.isReturn = row.boolean(9);
    auto names = m_db.query(
        "SELECT name FROM sale_line WHERE document_id = ?1 ORDER BY line_no LIMIT ?2", document, kNamesShown);
    while (names.step()) seen.names.push_back(names.text(0));
    auto tenders = m_db.query(R"(
        SELECT DISTINCT k.name FROM tender t JOIN tender_type k ON k.id = t.tender_type_id
         WHERE t.document_id = ?1 ORDER BY t.position)",
        document);
    while (tenders.step()) seen.tenders.push_back(tenders.text(0));
    return seen;
}

} // namespace till
