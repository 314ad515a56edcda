#pragma once

#include "exchange/product_columns.h"
#include "exchange/product_file.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace till {

using ColumnStyles = std::vector<NumberStyle>; ///< one per column of the file

/// Turns the cells of one row after the other into products; knows each system's way to say that a row
/// belongs to the product above it.
class ProductRowBuilder {
public:
    ProductRowBuilder(const ProductColumns& columns, ColumnStyles styles, int currencyDecimals);

    /// Nothing if the row is no product. `isCutOff`: the file ends inside this row.
    std::optional<ProductEntry> build(
        std::int64_t line, std::span<const std::string_view> cells, bool isCutOff);

private:
    struct Refusal {
        ErrorCode code;
        std::string detail;
    };
    struct VariableProduct {
        std::string key;
        std::string name;
        std::string category;
        std::string brand;
        std::string tax;
    };

    std::string_view text(ProductField field) const;
    std::string_view ownText(ProductField field) const;
    bool isNoProduct() const;
    void rememberHead();
    void rememberParent();
    const VariableProduct* parentOfVariation() const;

    std::optional<Refusal> fill(ProductRow& row);
    std::optional<Refusal> fillName(ProductRow& row);
    std::optional<Refusal> fillCodes(ProductRow& row);
    std::optional<Refusal> fillPrices(ProductRow& row);
    std::optional<Refusal> fillQuantities(ProductRow& row);
    std::optional<Refusal> fillTexts(ProductRow& row);
    std::optional<Refusal> fillFlags(ProductRow& row);
    void fillVariant(ProductRow& row);
    void fillTaxes(ProductRow& row);
    void fillOptions(ProductRow& row);
    std::optional<Refusal> readPrice(ProductField field, std::optional<UnitPrice>& into);
    std::optional<Refusal> readAmount(ProductField field, std::optional<Quantity>& into);
    std::optional<Refusal> readYesNo(ProductField field, std::optional<bool>& into);
    std::optional<Refusal> readClean(ProductField field, std::string& into);
    Refusal refuse(ProductField field, ErrorCode code) const;
    std::string variantText(const ProductRow& row) const;
    const std::string& headerOf(ProductField field) const;

    const ProductColumns& m_columns;
    ColumnStyles m_styles;
    int m_currencyDecimals;
    std::span<const std::string_view> m_cells;
    std::string m_headGroup;
    bool m_isContinued = false; ///< the row takes from the head what it leaves empty
    std::array<std::string, kProductFieldCount> m_head;
    std::unordered_map<std::string, VariableProduct> m_parents; ///< of WooCommerce, by "id:90" and by SKU
};

} // namespace till
