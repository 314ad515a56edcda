#pragma once

#include "base/numbers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace till {

/// A tax as the file names it: "VAT 19%" gives both, "20" the percent alone, "reduced" the name alone.
struct TaxMention {
    std::string name;
    std::optional<Rate> percent;
    friend bool operator==(const TaxMention&, const TaxMention&) = default;
};

struct VariantOption {
    std::string name;  ///< "Colour"; may be empty
    std::string value; ///< "Red"
    friend bool operator==(const VariantOption&, const VariantOption&) = default;
};

/// One product as another system's file describes it; what the file does not say is empty.
/// Texts are trimmed UTF-8, the name is clean by decisions.md 9.
struct ProductRow {
    std::int64_t line{}; ///< physical line of the file on which the row begins

    std::string externalId;
    std::string name; ///< with the variant in it: "Mug (Red)"; empty only if the file has no names at all
    std::string sku;
    std::vector<std::string> barcodes; ///< as written, leading zeros and all; check digits are not looked at

    std::optional<UnitPrice> price; ///< never negative
    std::optional<UnitPrice> cost;  ///< never negative
    bool openPrice = false;         ///< asked at the till ("variable")
    std::optional<Quantity> stock;  ///< may be negative: some systems sell what they do not have
    std::optional<Quantity> lowStock;
    std::optional<Quantity> targetStock;
    std::optional<Quantity> pack; ///< pieces that the barcode stands for

    std::vector<std::string> categoryPath; ///< from the root
    std::string brand;
    std::string description;
    std::string supplier;
    std::string supplierSku;
    std::vector<TaxMention> taxes;
    std::optional<bool> taxable;
    std::string unit; ///< as written: "kg", "Stück"

    std::optional<bool> weighed;
    std::optional<bool> ageRestricted;
    std::optional<int> minimumAge; ///< years
    std::optional<bool> active;
    std::optional<bool> trackStock;

    std::string group;     ///< equal for the variants of one product; a group of one row is no variant
    std::string groupName; ///< the product's name without its variant
    std::vector<VariantOption> options;
};

} // namespace till
