#include "storage/invariants.h"

#include "base/embedded_file.h"
#include "storage/migrator.h"
#include "storage/schema.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

constexpr std::array kInvariants{
    Invariant{"I-02", "document", R"(
        SELECT d.id, 'a sale document without its sale'
          FROM document d
          LEFT JOIN sale f ON f.document_id = d.id
         WHERE d.kind_id = 1 AND f.document_id IS NULL)"},
    Invariant{"I-02", "sale", R"(
        SELECT f.document_id, 'says ' || f.line_count || ' lines, has ' || count(l.line_no)
          FROM sale f
          LEFT JOIN sale_line l ON l.document_id = f.document_id
         GROUP BY f.document_id
        HAVING count(l.line_no) <> f.line_count)"},
    Invariant{"I-02", "sale", R"(
        SELECT f.document_id, 'nothing says how it was paid'
          FROM sale f
          LEFT JOIN tender t ON t.document_id = f.document_id
         WHERE t.document_id IS NULL)"},
    Invariant{"I-02", "document", R"(
        SELECT d.id, 'is not in the journal'
          FROM document d
          LEFT JOIN journal j ON j.document_id = d.id
         WHERE j.id IS NULL)"},
    Invariant{"I-01", "sale", R"(
        SELECT f.document_id, 'no print order was written with it'
          FROM sale f
          LEFT JOIN print_outbox p ON p.document_id = f.document_id
         WHERE p.id IS NULL)"},
    Invariant{"I-03", "sale", R"(
        SELECT f.document_id, 'the lines sum to ' || sum(l.total) || ', the sale to ' || f.total
          FROM sale f
          JOIN sale_line l ON l.document_id = f.document_id
         GROUP BY f.document_id
        HAVING sum(l.gross) <> f.gross OR sum(l.discount) <> f.discount OR sum(l.net) <> f.net
            OR sum(l.tax) <> f.tax OR sum(l.total) <> f.total OR sum(l.cost) <> f.cost)"},
    Invariant{"I-03", "sale", R"(
        SELECT f.document_id, 'paid ' || sum(t.amount) || ', change ' || sum(t.change_given) || ', due ' ||
               (f.total + f.rounding)
          FROM sale f
          JOIN tender t ON t.document_id = f.document_id
         GROUP BY f.document_id
        HAVING sum(t.amount) <> f.paid OR sum(t.change_given) <> f.change_given
            OR f.total + f.rounding <> f.paid - f.change_given)"},
    Invariant{"I-03", "sale_line", R"(
        SELECT l.document_id || '/' || l.line_no, 'gross less discount is not what was charged'
          FROM sale_line l
          JOIN sale f ON f.document_id = l.document_id
         WHERE l.gross - l.discount <> CASE WHEN f.prices_include_tax THEN l.total ELSE l.net END)"},
    Invariant{"I-03", "sale_line", R"(
        SELECT l.document_id || '/' || l.line_no, 'the taxes sum to ' || coalesce(sum(x.tax), 0) || ', not ' || l.tax
          FROM sale_line l
          LEFT JOIN sale_line_tax x ON x.document_id = l.document_id AND x.line_no = l.line_no
         GROUP BY l.document_id, l.line_no
        HAVING coalesce(sum(x.tax), 0) <> l.tax)"},
    Invariant{"I-03", "sale_tax", R"(
        SELECT document_id, 'tax ' || tax_rate_id || ' differs from its lines'
          FROM (SELECT document_id, tax_rate_id, net, tax FROM sale_tax
                UNION ALL
                SELECT document_id, tax_rate_id, -sum(net), -sum(tax)
                  FROM sale_line_tax
                 GROUP BY document_id, tax_rate_id)
         GROUP BY document_id, tax_rate_id
        HAVING sum(net) <> 0 OR sum(tax) <> 0)"},
    Invariant{"I-03", "sale_line_adjustment", R"(
        SELECT l.document_id || '/' || l.line_no, 'the discounts sum to ' || coalesce(sum(a.amount), 0) || ', not ' ||
               l.discount
          FROM sale_line l
          LEFT JOIN sale_line_adjustment a ON a.document_id = l.document_id AND a.line_no = l.line_no
               AND a.kind_id IN (SELECT id FROM adjustment_kind WHERE is_discount = 1)
         WHERE l.discount <> 0 OR a.amount IS NOT NULL
         GROUP BY l.document_id, l.line_no
        HAVING coalesce(sum(a.amount), 0) <> l.discount)"},
    Invariant{"I-03", "shift_close", R"(
        SELECT c.shift_id, 'expected ' || c.expected || ', the tenders say ' ||
               (s.opening_float + coalesce(sum(t.amount - t.change_given), 0))
          FROM shift_close c
          JOIN shift s ON s.id = c.shift_id
          LEFT JOIN document d ON d.shift_id = c.shift_id
          LEFT JOIN tender t ON t.document_id = d.id
               AND t.tender_type_id IN (SELECT id FROM tender_type WHERE is_cash = 1)
         GROUP BY c.shift_id
        HAVING c.expected <> s.opening_float + coalesce(sum(t.amount - t.change_given), 0))"},
    Invariant{"I-04", "stock_level", R"(
        SELECT product_id || '/' || location_id, 'differs from its movements by ' || sum(quantity) ||
               ' thousandths and ' || sum(value)
          FROM (SELECT product_id, location_id, quantity, value FROM stock_level
                UNION ALL
                SELECT product_id, location_id, -sum(quantity), -sum(cost)
                  FROM stock_movement
                 GROUP BY product_id, location_id)
         GROUP BY product_id, location_id
        HAVING sum(quantity) <> 0 OR sum(value) <> 0)"},
    Invariant{"I-04", "stock_movement", R"(
        SELECT m.id, 'moves ' || m.quantity || ' for a line of ' || coalesce(l.quantity, 0)
          FROM stock_movement m
          LEFT JOIN sale_line l ON l.document_id = m.document_id AND l.line_no = m.line_no
         WHERE m.kind_id IN (1, 2) AND (l.quantity IS NULL OR m.quantity <> -l.quantity OR m.cost <> -l.cost
               OR m.product_id <> l.product_id))"},
    Invariant{"I-04", "stock_movement", R"(
        SELECT m.id, 'goods that came back leave with ' || m.quantity || ', ' || coalesce(l.quantity, 0) || ' came'
          FROM stock_movement m
          LEFT JOIN sale_line l ON l.document_id = m.document_id AND l.line_no = m.line_no
         WHERE m.kind_id IN (6, 7, 8) AND (l.quantity IS NULL OR m.quantity <> l.quantity OR m.cost <> l.cost
               OR m.product_id <> l.product_id))"},
    Invariant{"I-03", "sale_line", R"(
        SELECT r.document_id || '/' || r.line_no,
               CASE WHEN l.line_no IS NULL THEN 'comes back from a sale that is not here'
                    ELSE 'of ' || l.quantity || ' sold for ' || l.total || ', ' || r.quantity || ' came back for ' || r.total
               END
          FROM (SELECT max(document_id) AS document_id, max(line_no) AS line_no, returns_uid, returns_line,
                       -sum(quantity) AS quantity, -sum(total) AS total
                  FROM sale_line
                 WHERE returns_uid IS NOT NULL
                 GROUP BY returns_uid, returns_line) r
          LEFT JOIN document d ON d.uid = r.returns_uid
          LEFT JOIN sale_line l ON l.document_id = d.id AND l.line_no = r.returns_line
         WHERE l.line_no IS NULL OR r.quantity > l.quantity OR (r.quantity = l.quantity AND r.total <> l.total))"},
    Invariant{"I-05", "series", R"(
        SELECT s.id, 'last number ' || s.last_number || ', documents 1 to ' || coalesce(max(d.number), 0) || ', ' ||
               count(d.id) || ' of them'
          FROM series s
          LEFT JOIN document d ON d.series_id = s.id
         GROUP BY s.id
        HAVING s.last_number <> coalesce(max(d.number), 0) OR count(d.id) <> s.last_number)"},
    Invariant{"I-05", "document", R"(
        SELECT d.id, 'numbered in a series of another till or kind'
          FROM document d
          JOIN series s ON s.id = d.series_id
         WHERE s.till_id <> d.till_id OR s.document_kind_id <> d.kind_id)"},
    Invariant{"I-07", "cart_line", R"(
        SELECT cart_id || '/' || line_no, count(*) || ' versions count at once'
          FROM cart_line
         WHERE to_edit IS NULL
         GROUP BY cart_id, line_no
        HAVING count(*) > 1)"},
    Invariant{"I-08", "cart", R"(
        SELECT c.id, 'still open although it was sold'
          FROM cart c
          JOIN document d ON d.uid = c.uid)"},
    Invariant{"I-10", "document", R"(
        SELECT d.id, 'belongs to a shift of another till'
          FROM document d
          JOIN shift s ON s.id = d.shift_id
         WHERE s.till_id <> d.till_id)"},
    Invariant{"I-11", "shift", R"(
        SELECT till_id, count(*) || ' shifts are open at once'
          FROM shift s
         WHERE NOT EXISTS (SELECT 1 FROM shift_close c WHERE c.shift_id = s.id)
         GROUP BY till_id
        HAVING count(*) > 1)"},
    Invariant{"I-18", "sale_line_adjustment", R"(
        SELECT a.document_id || '/' || a.line_no, 'approved by the one who did it'
          FROM sale_line_adjustment a
         WHERE a.approver_id = a.user_id)"},
    Invariant{"I-03", "voucher", R"(
        SELECT v.number, 'less than nothing is left on it: ' || sum(e.amount)
          FROM voucher v
          JOIN voucher_entry e ON e.voucher_id = v.id
         GROUP BY v.id
        HAVING sum(e.amount) < 0)"},
    Invariant{"I-03", "voucher_entry", R"(
        SELECT document_id || '/' || number, 'the sale moves another sum than the voucher, by ' || sum(amount)
          FROM (SELECT e.document_id, v.number, e.amount
                  FROM voucher_entry e
                  JOIN voucher v ON v.id = e.voucher_id
                 WHERE e.document_id IS NOT NULL
                UNION ALL
                SELECT t.document_id, t.reference, t.amount
                  FROM tender_type k
                  JOIN tender t ON t.tender_type_id = k.id AND t.reference IS NOT NULL
                 WHERE k.code = 'voucher'
                   AND (t.amount < 0 OR EXISTS (SELECT 1 FROM voucher v WHERE v.number = t.reference))
                UNION ALL
                SELECT document_id, code, -total FROM sale_line WHERE kind_id = 4)
         GROUP BY document_id, number
        HAVING sum(amount) <> 0)"},
    Invariant{"CATALOG", "product_search", R"(
        SELECT p.id, 'cannot be found by its name'
          FROM product p
          LEFT JOIN product_search s ON s.product_id = p.id
         WHERE s.product_id IS NULL AND p.archived_at IS NULL)"},
};

JournalHash toHash(std::span<const std::uint8_t> bytes)
{
    JournalHash hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

} // namespace

std::span<const Invariant> invariants()
{
    return kInvariants;
}

std::vector<Violation> violationsOf(Connection& db, const Invariant& invariant)
{
    std::vector<Violation> found;
    auto query = db.prepare(invariant.query);
    while (query.step() && found.size() < kMostViolations) {
        found.push_back(
            {std::string{invariant.code}, std::string{invariant.table}, query.text(0), query.text(1)});
    }
    return found;
}

std::vector<Violation> brokenReferences(Connection& db)
{
    std::vector<Violation> found;
    auto query = db.prepare("PRAGMA foreign_key_check");
    while (query.step() && found.size() < kMostViolations) {
        found.push_back(
            {"I-02", query.text(0), query.text(1), "refers to a missing row of " + query.text(2)});
    }
    return found;
}

/// The same for every file of this program, and as much work as checking a small shop: made once.
static const std::string& schemaOfThisProgram()
{
    static const std::string text = [] {
        Connection fresh{{{}, OpenOptions::Mode::Memory, {}}};
        return migrate(fresh) ? schemaText(fresh) : std::string{};
    }();
    return text;
}

std::vector<Violation> changedSchema(Connection& db)
{
    if (schemaText(db) == schemaOfThisProgram()) return {};
    return {{"I-16", "sqlite_schema", "", "tables, indexes or triggers are not as this program makes them"}};
}

std::int64_t rowsChecked(Connection& db)
{
    auto query = db.prepare(R"(
        SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM sale_line) + (SELECT count(*) FROM tender)
             + (SELECT count(*) FROM stock_movement) + (SELECT count(*) FROM journal) + (SELECT count(*) FROM product))");
    query.step();
    return query.integer(0);
}

void readJournal(Connection& db, const std::function<bool(const StoredRecord&)>& each)
{
    auto query = db.prepare(R"(
        SELECT j.id, c.id, c.uid, j.seq, j.utc_ms, j.utc_offset_minutes, t.code, u.uid, a.uid, j.document_id,
               j.payload, j.hash, j.signature, k.public_key
          FROM journal_chain c
          CROSS JOIN journal j ON j.journal_chain_id = c.id
          JOIN journal_type t ON t.id = j.type_id
          JOIN user u ON u.id = j.user_id
          LEFT JOIN user a ON a.id = j.approver_id
          LEFT JOIN journal_key k ON k.id = j.journal_key_id
         ORDER BY c.id, j.seq)");
    while (query.step()) {
        StoredRecord record;
        record.id = query.integer(0);
        record.chainId = query.integer(1);
        record.chain = query.uid(2);
        record.seq = static_cast<std::uint64_t>(query.integer(3));
        record.utcMs = query.integer(4);
        record.offsetMinutes = static_cast<int>(query.integer(5));
        record.type = query.text(6);
        record.actor = query.uid(7);
        if (!query.isNull(8)) record.approver = query.uid(8);
        record.document = query.id<DocumentId>(9);
        const auto payload = query.blobView(10);
        record.payload.assign(payload.begin(), payload.end());
        record.hash = toHash(query.blobView(11));
        if (!query.isNull(12)) record.signature = query.blob(12);
        if (!query.isNull(13)) record.key = query.blob(13);
        if (!each(record)) return;
    }
}

std::vector<StoredChain> journalChains(Connection& db)
{
    auto query = db.prepare(R"(
        SELECT c.id, shop.uid, t.uid, c.epoch, k.public_key, c.genesis
          FROM journal_chain c
          JOIN shop
          JOIN till t ON t.id = c.till_id
          JOIN journal_key k ON k.id = c.journal_key_id)");
    std::vector<StoredChain> chains;
    while (query.step()) {
        chains.push_back({query.integer(0), query.uid(1), query.uid(2),
            static_cast<std::uint32_t>(query.integer(3)), query.blob(4), query.blob(5)});
    }
    return chains;
}

std::vector<Violation> strangeKeys(Connection& db, const PublicKey& own)
{
    const PublicKey none{};
    auto query = db.query(R"(
        SELECT id, public_key, n
          FROM (SELECT k.id, k.public_key, (SELECT count(*) FROM journal j WHERE j.journal_key_id = k.id) AS n
                  FROM journal_key k
                 WHERE k.public_key <> ?1)
         WHERE public_key <> ?2 OR n > 0
         LIMIT ?3)",
        std::span<const std::uint8_t>{own}, std::span<const std::uint8_t>{none}, kMostViolations);
    std::vector<Violation> violations;
    while (query.step()) {
        violations.push_back({"JOURNAL", "journal_key", query.text(0),
            "is not the key this machine signs with; records signed with it: " + query.text(2)});
    }
    return violations;
}

} // namespace till
