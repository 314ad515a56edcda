#include "storage/voucher_repository.h"

#include "domain/catalog/product.h"
#include "domain/sales/document.h"

namespace till {
namespace {

VoucherRow readVoucher(const Statement& row)
{
    return {row.integer(0), row.text(1), row.boolean(2), row.businessDay(3),
        row.optional<std::int32_t>(4) ? std::optional{row.businessDay(4)} : std::nullopt, row.money(5)};
}

} // namespace

std::optional<VoucherRow> VoucherRepository::find(std::string_view number)
{
    auto row = m_db.query(R"(
        SELECT v.id, v.number, v.is_credit, v.issued_on, v.valid_until,
               (SELECT coalesce(sum(amount), 0) FROM voucher_entry WHERE voucher_id = v.id)
          FROM voucher v WHERE v.number = ?1)",
        number);
    if (!row.step()) return std::nullopt;
    return readVoucher(row);
}

std::vector<VoucherRow> VoucherRepository::all(bool onlyWithBalance, int limit)
{
    auto row = m_db.query(R"(
        SELECT id, number, is_credit, issued_on, valid_until, balance
          FROM (SELECT v.*, (SELECT coalesce(sum(amount), 0) FROM voucher_entry WHERE voucher_id = v.id) AS balance
                  FROM voucher v)
         WHERE balance > 0 OR NOT ?1
         ORDER BY id DESC LIMIT ?2)",
        onlyWithBalance, limit);
    std::vector<VoucherRow> vouchers;
    while (row.step()) vouchers.push_back(readVoucher(row));
    return vouchers;
}

Money VoucherRepository::outstanding()
{
    auto row = m_db.query("SELECT coalesce(sum(amount), 0) FROM voucher_entry");
    row.step();
    return row.money(0);
}

std::vector<VoucherEntryRow> VoucherRepository::entries(std::int64_t voucher)
{
    auto row = m_db.query(R"(
        SELECT e.amount, d.id, t.code, s.epoch, k.mark, d.number, e.reason, e.made_at
          FROM voucher_entry e
          LEFT JOIN document d ON d.id = e.document_id
          LEFT JOIN series s ON s.id = d.series_id
          LEFT JOIN till t ON t.id = s.till_id
          LEFT JOIN document_kind k ON k.id = d.kind_id
         WHERE e.voucher_id = ?1
         ORDER BY e.id)",
        voucher);
    std::vector<VoucherEntryRow> entries;
    while (row.step()) {
        const auto document = row.id<DocumentId>(1);
        entries.push_back({row.money(0), document,
            document
                ? documentNumber(row.text(2), static_cast<int>(row.integer(3)), row.text(4), row.integer(5))
                : std::string{},
            row.text(6), row.timestamp(7)});
    }
    return entries;
}

std::int64_t VoucherRepository::insert(const NewVoucher& voucher, Timestamp now)
{
    m_db.run(
        "INSERT INTO voucher (uid, number, is_credit, issued_on, valid_until) VALUES (?1, ?2, ?3, ?4, ?5)",
        Uid::make(now.time_since_epoch().count()), voucher.number, voucher.isCredit, voucher.issuedOn,
        voucher.validUntil);
    return m_db.lastInsertId();
}

void VoucherRepository::insertEntry(const NewEntry& entry, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO voucher_entry (voucher_id, amount, document_id, user_id, approver_id, reason, made_at)
        VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''), ?7))",
        entry.voucher, entry.amount, entry.document, entry.user, entry.approver, entry.reason, now);
}

Money VoucherRepository::promised(std::string_view number)
{
    auto row = m_db.query(R"(
        SELECT coalesce(sum(t.amount), 0)
          FROM cart_tender t
          JOIN tender_type k ON k.id = t.tender_type_id AND k.code = 'voucher'
         WHERE t.reference = ?1)",
        number);
    row.step();
    return row.money(0);
}

bool VoucherRepository::isInCart(std::string_view number)
{
    return m_db
        .query(R"(
            SELECT 1 FROM cart c
              JOIN cart_line l ON l.cart_id = c.id AND l.from_edit <= c.edit_no
                   AND (l.to_edit IS NULL OR l.to_edit > c.edit_no)
             WHERE l.kind_id = ?2 AND l.code = ?1 LIMIT 1)",
            number, static_cast<int>(ItemKind::Voucher))
        .step();
}

} // namespace till
