#pragma once

#include "domain/catalog/product.h"
#include "storage/product_search.h"

#include <optional>
#include <string>
#include <string_view>

namespace till {

// How the fields of a product stand in its columns. For the .cpp files that write products.

inline std::optional<std::string_view> given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>{text};
}

inline std::string_view kindOf(const ProductCode& code, bool isGtin)
{
    return code.isSku ? "sku" : isGtin ? "barcode" : "internal";
}

inline Searchable searchable(ProductId id, const ProductDraft& fields)
{
    return {id, fields.department, fields.name, fields.variant, fields.codes, fields.supplierCode};
}

} // namespace till
