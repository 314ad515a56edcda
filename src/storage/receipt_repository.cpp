#include "storage/receipt_repository.h"

#include "base/decimal.h"
#include "domain/sales/document.h"
#include "storage/tender_repository.h"

#include <algorithm>

namespace till {
namespace {

constexpr std::string_view kPiece = "pc"; // row 1 of table unit: receipts leave it out

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "Staff 10 %", "10 %", "Scratched": the reason given and the rate, without a word of ours.
std::string labelOf(std::string reason, std::optional<Rate> rate)
{
    if (!rate) return reason;
    return (reason.empty() ? "" : reason + " ") + formatPercent(*rate) + " %";
}

} // namespace

std::optional<Receipt> ReceiptRepository::find(DocumentId document)
{
    auto row = m_db.query(R"(
        SELECT h.shop_name, h.address, h.tax_number, h.footer, t.code, s.epoch, k.mark, d.number, d.uid, d.utc_ms,
               d.utc_offset_minutes, d.business_day, u.name, d.training, f.prices_include_tax, f.gross, f.discount,
               f.net, f.tax, f.total, f.rounding, f.change_given
          FROM document d
          JOIN sale f ON f.document_id = d.id
          JOIN receipt_head h ON h.id = f.receipt_head_id
          JOIN series s ON s.id = d.series_id
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = d.kind_id
          JOIN user u ON u.id = d.user_id
         WHERE d.id = ?1)",
        document);
    if (!row.step()) return std::nullopt;
    Receipt receipt;
    receipt.shopName = row.text(0);
    receipt.addressLines = linesOf(row.textView(1));
    receipt.taxNumber = row.text(2);
    receipt.footer = row.text(3);
    receipt.till = row.text(4);
    receipt.number =
        documentNumber(receipt.till, static_cast<int>(row.integer(5)), row.text(6), row.integer(7));
    receipt.uid = row.uid(8);
    receipt.time = {row.timestamp(9), static_cast<int>(row.integer(10)), row.businessDay(11)};
    receipt.cashier = row.text(12);
    receipt.isTraining = row.boolean(13);
    receipt.pricesIncludeTax = row.boolean(14);
    receipt.gross = row.money(15);
    receipt.discount = row.money(16);
    receipt.net = row.money(17);
    receipt.totalTax = row.money(18);
    receipt.total = row.money(19);
    receipt.cashRounding = row.money(20);
    receipt.due = receipt.total + receipt.cashRounding;
    receipt.change = row.money(21);
    readLines(document, receipt);
    readTaxes(document, receipt);
    readTenders(document, receipt);
    return receipt;
}

void ReceiptRepository::readLines(DocumentId document, Receipt& receipt)
{
    auto row = m_db.query(R"(
        SELECT l.line_no, l.name, l.unit, l.quantity, l.unit_price, l.gross, l.note, t.code, s.epoch, k.mark, d.number
          FROM sale_line l
          LEFT JOIN document d ON d.uid = l.returns_uid
          LEFT JOIN series s ON s.id = d.series_id
          LEFT JOIN till t ON t.id = s.till_id
          LEFT JOIN document_kind k ON k.id = d.kind_id
         WHERE l.document_id = ?1
         ORDER BY l.line_no)",
        document);
    auto adjustments = m_db.prepare(R"(
        SELECT a.label, a.rate, a.amount
          FROM sale_line_adjustment a
          JOIN adjustment_kind k ON k.id = a.kind_id AND k.is_discount = 1
         WHERE a.document_id = ?1 AND a.line_no = ?2
         ORDER BY a.position)");
    auto taxes = m_db.prepare(R"(
        SELECT x.code
          FROM sale_line_tax t
          JOIN tax_rate r ON r.id = t.tax_rate_id
          JOIN tax x ON x.id = r.tax_id
         WHERE t.document_id = ?1 AND t.line_no = ?2
         ORDER BY t.position)");
    while (row.step()) {
        ReceiptLine line;
        line.name = row.text(1);
        if (row.textView(2) != kPiece) line.unit = row.text(2);
        line.quantity = row.quantity(3);
        line.unitPrice = row.unitPrice(4);
        line.amount = row.money(5);
        line.isReturn = line.quantity.isNegative();
        line.note = row.text(6);
        if (!row.isNull(10))
            line.soldOn =
                documentNumber(row.text(7), static_cast<int>(row.integer(8)), row.text(9), row.integer(10));
        adjustments.rewind();
        adjustments.bindAll(document, row.integer(0));
        while (adjustments.step()) {
            line.adjustments.push_back(
                {labelOf(adjustments.text(0), adjustments.optional<Rate>(1)), -adjustments.money(2)});
        }
        taxes.rewind();
        taxes.bindAll(document, row.integer(0));
        while (taxes.step()) line.taxCodes.push_back(taxes.text(0));
        receipt.lines.push_back(std::move(line));
    }
}

void ReceiptRepository::readTaxes(DocumentId document, Receipt& receipt)
{
    auto row = m_db.query(R"(
        SELECT x.code, r.rate, t.net, t.tax, t.gross
          FROM sale_tax t
          JOIN tax_rate r ON r.id = t.tax_rate_id
          JOIN tax x ON x.id = r.tax_id
         WHERE t.document_id = ?1
         ORDER BY x.code, r.rate DESC)",
        document);
    while (row.step()) {
        receipt.taxes.push_back({row.text(0), row.rate(1), row.money(2), row.money(3), row.money(4)});
    }
}

void ReceiptRepository::readTenders(DocumentId document, Receipt& receipt)
{
    auto row = m_db.query(R"(
        SELECT k.code, k.name, t.amount, k.is_cash, t.reference, t.foreign_currency, t.foreign_amount, t.exchange_rate
          FROM tender t
          JOIN tender_type k ON k.id = t.tender_type_id
         WHERE t.document_id = ?1 AND NOT (t.amount = 0 AND t.change_given <> 0)
         ORDER BY t.position)",
        document);
    while (row.step()) {
        receipt.tenders.push_back({row.text(0), row.text(1), row.money(2), row.boolean(3), row.text(4),
            foreignCash(row, 5), {}, {}});
    }
    readVouchers(document, receipt);
    readSlips(receipt);
}

void ReceiptRepository::readVouchers(DocumentId document, Receipt& receipt)
{
    auto row = m_db.query(R"(
        SELECT v.number, e.amount, v.valid_until,
               (SELECT sum(amount) FROM voucher_entry WHERE voucher_id = e.voucher_id AND id <= e.id)
          FROM voucher_entry e
          JOIN voucher v ON v.id = e.voucher_id
         WHERE e.document_id = ?1
         ORDER BY e.id)",
        document);
    while (row.step()) {
        if (row.money(1).isPositive()) {
            const auto until = row.isNull(2) ? std::nullopt : std::optional{row.businessDay(2)};
            receipt.vouchers.push_back({row.text(0), row.money(1), until});
        }
        for (auto& tender : receipt.tenders) {
            if (tender.kind == "voucher" && tender.reference == row.textView(0)) tender.left = row.money(3);
        }
    }
}

void ReceiptRepository::readSlips(Receipt& receipt)
{
    auto row = m_db.query(R"(
        SELECT slip, coalesce(approved, amount) FROM card_request
         WHERE sale_uid = ?1 AND state = 'approved' AND slip IS NOT NULL
         ORDER BY id)",
        receipt.uid);
    while (row.step()) {
        const auto tender = std::ranges::find_if(receipt.tenders, [&](const ReceiptTender& each) {
            return each.kind == "card" && each.amount == row.money(1) && each.slip.empty();
        });
        if (tender != receipt.tenders.end()) tender->slip = linesOf(row.textView(0));
    }
}

std::optional<JournalPlace> ReceiptRepository::journalPlace(DocumentId document)
{
    auto row = m_db.query(R"(
        SELECT j.seq, j.hash
          FROM journal j
          JOIN journal_type t ON t.id = j.type_id AND t.code = 'SALE'
         WHERE j.document_id = ?1)",
        document);
    if (!row.step()) return std::nullopt;
    JournalPlace place{row.integer(0), {}};
    const auto hash = row.blobView(1);
    if (hash.size() != place.hash.size()) {
        throw StorageError{0, StorageError::Kind::Corrupt, "journal hash of the wrong length"};
    }
    std::ranges::copy(hash, place.hash.begin());
    return place;
}

int ReceiptRepository::lastCopy(DocumentId document)
{
    auto row = m_db.query("SELECT coalesce(max(copy), 0) FROM print_outbox WHERE document_id = ?1", document);
    row.step();
    return static_cast<int>(row.integer(0));
}

} // namespace till
