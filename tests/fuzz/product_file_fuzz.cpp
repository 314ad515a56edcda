#include "base/text.h"
#include "exchange/product_file.h"
#include "exchange/sales_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// Whatever the bytes: every row that comes out keeps what the headers promise, every refusal has its line.

namespace {

void require(bool promise)
{
    if (!promise) std::abort();
}

void checkRow(const till::ProductRow& row)
{
    require(row.line > 1);
    require(row.name.empty() || till::cleanName(row.name).hasValue());
    require(!row.price || !row.price->isNegative());
    require(!row.cost || !row.cost->isNegative());
    require(!row.pack || row.pack->isPositive());
    for (const auto& code : row.barcodes) require(!code.empty() && till::isUtf8(code));
    for (const auto& level : row.categoryPath) require(!level.empty());
}

void checkProducts(const std::string& bytes)
{
    auto file = till::ProductFile::fromMemory(bytes);
    if (!file) return;
    for (std::int64_t line = 0;;) {
        const auto entry = file->next();
        if (!entry || !*entry) return;
        const auto* problem = std::get_if<till::RowProblem>(&**entry);
        const auto* row = std::get_if<till::ProductRow>(&**entry);
        if (row != nullptr) checkRow(*row);
        if (problem != nullptr) require(till::isUtf8(problem->detail));
        const auto at = row != nullptr ? row->line : problem->line;
        require(at > line);
        line = at;
    }
}

void checkSales(const std::string& bytes)
{
    auto file = till::SalesFile::fromMemory(bytes);
    if (!file) return;
    for (;;) {
        const auto entry = file->next();
        if (!entry || !*entry) return;
        const auto* row = std::get_if<till::TicketLine>(&**entry);
        if (row != nullptr) require(!row->ticket.empty() && !row->item.empty() && !row->price.isNegative());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    checkProducts(bytes);
    checkSales(bytes);
    return 0;
}
