#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/numbers.h"
#include "base/uid.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// Rows of table item_kind; a test compares them.
enum class ItemKind { Goods = 1, Service = 2, Deposit = 3, Voucher = 4, OpenItem = 5, Fee = 6 };

/// What the till must know of a product to sell it: read by one scan, nothing more.
struct SellableProduct {
    ProductId id;
    Uid uid;
    std::string name;
    ItemKind kind = ItemKind::Goods;
    std::string unit;
    int unitDecimals = 0; ///< 0: whole pieces only
    DepartmentId department;
    SupplierId supplier;
    TaxClassId taxClass;
    std::optional<UnitPrice> price; ///< of one unit, now, for the quantity asked; none = no price known
    bool openPrice = false;         ///< the cashier types the price
    bool weighed = false;
    bool tracksStock = true;
    bool discountable = true;
    int minimumAge = 0;
    std::string code; ///< the code it was found by, as scanned; empty when found by id
    Quantity packQuantity = Quantity::fromThousandths(1000); ///< what one scan of that code means
    /// From an in-store code: the quantity weighed, or the price of the whole pack printed in the code.
    std::optional<Quantity> codeQuantity;
    std::optional<Money> codeAmount;
};

/// A product as the owner edits it.
struct ProductCode {
    std::string code;
    bool isSku = false;
    Quantity packQuantity = Quantity::fromThousandths(1000);
    std::optional<UnitPrice> unitPrice{};
};

struct ProductDraft {
    std::string name;
    std::string variant;
    ProductId parent;
    ItemKind kind = ItemKind::Goods;
    DepartmentId department;
    TaxClassId taxClass;
    UnitId unit{1};
    SupplierId supplier;
    std::string supplierCode;
    std::vector<ProductCode> codes;
    std::optional<UnitPrice> price; ///< on the shop's first price list, from now on
    std::optional<UnitPrice> cost;
    bool openPrice = false;
    bool weighed = false;
    bool tracksStock = true;
    bool discountable = true;
    int minimumAge = 0;
    std::optional<Quantity> minimumStock;
    std::optional<Quantity> targetStock;
    std::string externalId;
};

} // namespace till
