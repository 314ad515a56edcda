#pragma once

#include "domain/catalog/product.h"

#include <string>
#include <vector>

namespace till {

/// A row of search results, of a quick-key tile, of a list.
struct ProductHit {
    ProductId id;
    std::string name;
    std::string code; ///< its own number, else its first barcode
    std::string unit;
    DepartmentId department;
    int colour = 1; ///< of the department, 1..6
    std::optional<UnitPrice> price;
    bool openPrice = false;
    bool tracksStock = true;
    Quantity onHand;           ///< over all locations
    bool stockCounted = false; ///< goods came in on record once: before that, onHand says nothing
    std::int64_t soldLines = 0;
};

struct Department {
    DepartmentId id;
    DepartmentId parent;
    std::string name;
    int colour = 1;
    TaxClassId taxClass;
    std::optional<int> returnDays{}; ///< 0: its goods stay sold; none: as the shop's setting says
};

struct Unit {
    UnitId id;
    std::string code;
    int decimals = 0;
};

struct Supplier {
    SupplierId id;
    std::string name;
};

/// A product with all that one page shows of it.
struct ProductDetails {
    ProductId id;
    Uid uid;
    ProductDraft fields;
    std::string departmentName;
    std::string taxClassName;
    std::string unitCode;
    std::string supplierName;
    Quantity onHand;
    Money stockValue;
    std::int64_t revision = 0;
    bool archived = false;
    struct DatedPrice {
        BusinessDay validFrom;
        std::optional<UnitPrice> price;
    };
    std::vector<DatedPrice> prices; ///< newest first
    std::optional<Timestamp> lastSold;
};

} // namespace till
