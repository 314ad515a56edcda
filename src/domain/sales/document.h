#pragma once

#include <cstdint>
#include <string>

namespace till {

/// Rows of table document_kind; a test compares them.
enum class DocumentKind { Sale = 1, GoodsReceipt = 2, StockAdjustment = 3 };

/// Rows of table adjustment_kind.
enum class AdjustmentKind { LineDiscount = 1, SaleDiscount = 2, PriceOverride = 3, Promotion = 4 };

/// "A-000123"; in a later epoch "A2-000123"; other kinds carry their mark: "A-G000007".
std::string documentNumber(
    const std::string& tillCode, int epoch, const std::string& kindMark, std::int64_t number);

} // namespace till
