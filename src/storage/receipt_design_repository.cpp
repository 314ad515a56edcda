#include "storage/receipt_design_repository.h"

namespace till {

std::string ReceiptDesignRepository::designOf(DocumentId document)
{
    auto row = m_db.query(R"(
        SELECT r.design
          FROM sale f
          JOIN receipt_design r ON r.id = f.receipt_design_id
         WHERE f.document_id = ?1)",
        document);
    return row.step() ? row.text(0) : std::string{};
}

void ReceiptDesignRepository::addLogo(std::string_view hash, const ReceiptLogo& logo)
{
    const Blob bits{logo.bits.begin(), logo.bits.end()};
    m_db.run(R"(
        INSERT INTO receipt_logo (hash, width, height, bits) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO NOTHING)",
        hash, logo.width, logo.height, std::span<const std::uint8_t>{bits});
}

std::optional<ReceiptLogo> ReceiptDesignRepository::logo(std::string_view hash)
{
    auto row = m_db.query("SELECT width, height, bits FROM receipt_logo WHERE hash = ?1", hash);
    if (!row.step()) return std::nullopt;
    const auto bits = row.blobView(2);
    return ReceiptLogo{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)),
        std::string{bits.begin(), bits.end()}};
}

} // namespace till
