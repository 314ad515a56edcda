#pragma once

#include "base/event.h"
#include "base/result.h"
#include "domain/catalog/barcode.h"
#include "domain/catalog/product.h"
#include "domain/catalog/tax_table.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

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
    Quantity onHand; ///< over all locations
    std::int64_t soldLines = 0;
};

struct Department {
    DepartmentId id;
    DepartmentId parent;
    std::string name;
    int colour = 1;
    TaxClassId taxClass;
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

/// Products, departments, taxes, and finding them.
class CatalogService {
public:
    explicit CatalogService(Session& session);
    ~CatalogService();

    /// What a scan or a typed code means: as scanned first; then what the classifier makes of it (a GS1 element
    /// string's GTIN, an in-store code by the shop's rules); then its GTIN-14, if one product answers.
    /// Errors: CodeUnknown, ProductArchived, Barcode* when it is no code at all.
    Result<SellableProduct> findByCode(std::string_view code) const;
    Result<SellableProduct> sellable(ProductId id) const;

    /// Best first: exact code, then prefix of a word or code, then what sells most, then inside of words (from three
    /// letters). Never an error: hostile text is just text.
    std::vector<ProductHit> search(std::string_view text, int limit = 50) const;
    std::vector<ProductHit> bestSellers(int limit) const;
    /// Products of a department and those below it, best sellers first.
    std::vector<ProductHit> inDepartment(DepartmentId id, int limit) const;
    std::vector<ProductHit> all(int limit, int offset) const; ///< by name

    std::optional<ProductDetails> details(ProductId id) const;

    Result<ProductId> add(const Actor& actor, const ProductDraft& draft);
    /// `revision` as read; ProductNotFound when it was changed meanwhile counts as StorageFailed "revision".
    Result<> change(const Actor& actor, ProductId id, std::int64_t revision, const ProductDraft& draft);
    Result<> setPrice(const Actor& actor, ProductId id, UnitPrice price, std::optional<BusinessDay> from = {});
    Result<> archive(const Actor& actor, ProductId id);

    const std::vector<Department>& departments() const; ///< in the order of the shop
    Result<DepartmentId> departmentNamed(const Actor& actor, std::span<const std::string> path); ///< made if missing
    const std::vector<Unit>& units() const;
    std::vector<Supplier> suppliers() const;
    Result<SupplierId> supplierNamed(const Actor& actor, const std::string& name); ///< made if missing
    const TaxTable& taxes() const;
    Result<TaxClassId> addTax(const Actor& actor, const std::string& code, const std::string& name, Rate rate);

    Event<> changed; ///< products, prices, departments, taxes: read again what you show

private:
    Session& m_session;
    struct Cache;
    mutable std::unique_ptr<Cache> m_cache;
};

} // namespace till
