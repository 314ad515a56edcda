#pragma once

#include "base/event.h"
#include "base/result.h"
#include "domain/catalog/catalogue.h"
#include "domain/catalog/selling_rules.h"
#include "domain/catalog/tax_table.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class EmbeddedCodeRule;
class Session;

/// Products, departments, taxes, and finding them.
class CatalogService {
public:
    explicit CatalogService(Session& session);
    ~CatalogService();

    /// What a scan or a typed code means: as scanned first; then what the classifier makes of it (a GS1
    /// element string's GTIN, an in-store code by the shop's rules); then its GTIN-14, if one product
    /// answers. Errors: CodeUnknown, ProductArchived, Barcode* when it is no code at all.
    Result<SellableProduct> findByCode(std::string_view code) const;
    Result<SellableProduct> sellable(ProductId id) const; ///< ProductNotFound, ProductArchived
    /// Of one unit today when `quantity` is bought; nothing when no price is known.
    std::optional<UnitPrice> priceOf(ProductId id, Quantity quantity) const;

    /// Best first: exact code, then prefix of a word or code, then what sells most, then inside of words
    /// (from three letters). Never an error: hostile text is just text.
    std::vector<ProductHit> search(std::string_view text, int limit = 50) const;
    std::vector<ProductHit> bestSellers(int limit) const;
    /// Products of a department and those below it, best sellers first.
    std::vector<ProductHit> inDepartment(DepartmentId id, int limit) const;
    std::vector<ProductHit> all(int limit, int offset) const; ///< by name
    /// Every product that is sold, by name; of a department and those below it when one is given. 8 bytes
    /// each: a list shows the rows it needs with rows().
    std::vector<ProductId> idsByName(DepartmentId department = {}) const;
    /// In the order given; what was archived since is left out.
    std::vector<ProductHit> rows(std::span<const ProductId> ids) const;
    std::optional<Timestamp> lastSold(ProductId id) const; ///< nothing: never

    std::optional<ProductDetails> details(ProductId id) const;

    /// product.edit. Errors: the name's; CodeInvalid, CodeTaken (detail = the code); PriceInvalid;
    /// QuantityInvalid; DepartmentNotFound, TaxNotFound, SupplierNotFound, ProductNotFound (the parent).
    Result<ProductId> add(const Actor& actor, const ProductDraft& draft);
    /// product.edit, and price.change when the price differs. `revision` as read: ChangedMeanwhile when
    /// somebody was quicker. Errors as add().
    Result<> change(const Actor& actor, ProductId id, std::int64_t revision, const ProductDraft& draft);
    /// price.change. From today, or from a later day on. ProductNotFound, PriceInvalid.
    Result<> setPrice(
        const Actor& actor, ProductId id, UnitPrice price, std::optional<BusinessDay> from = {});
    Result<> archive(const Actor& actor, ProductId id); ///< product.edit; ProductNotFound

    SellingRules sellingRules(ProductId id) const; ///< quick: asked at every scan
    /// product.edit. ProductNotFound, QuantityInvalid.
    Result<> setSellingRules(const Actor& actor, ProductId id, const SellingRules& rules);
    std::vector<ProductHit> deposits() const; ///< the products that are deposits, by name

    const std::vector<Department>& departments() const; ///< in the order of the shop
    /// Made if missing: the first of `path` in `colour` of the palette (1 to 6), else in the next in turn;
    /// those below it as it is.
    Result<DepartmentId> departmentNamed(
        const Actor& actor, std::span<const std::string> path, std::optional<int> colour = {});
    /// For how many days its goods may come back; 0: they stay sold; none: as the shop's setting says.
    /// product.edit. DepartmentNotFound, NumberOutOfRange (more than ten years).
    Result<> setReturnDays(const Actor& actor, DepartmentId department, std::optional<int> days);
    const std::vector<Unit>& units() const;
    std::vector<Supplier> suppliers() const;
    Result<SupplierId> supplierNamed(const Actor& actor, const std::string& name); ///< made if missing
    const TaxTable& taxes() const;
    /// tax.change. A tax and a class of that name. CodeTaken when either name is in use; NumberOutOfRange.
    Result<TaxClassId> addTax(
        const Actor& actor, const std::string& code, const std::string& name, Rate rate);

    /// Search hits follow what has sold since: call it where nobody waits (a closed shift, an import, the
    /// start).
    void rankAgain();
    /// After others wrote products in their own transaction: drops what is kept in memory and emits
    /// `changed`.
    void reload();

    Event<> changed; ///< products, prices, departments, taxes: read again what you show

private:
    const std::vector<EmbeddedCodeRule>& codeRules() const;

    Session& m_session;
    struct Cache;
    mutable std::unique_ptr<Cache> m_cache;
};

} // namespace till
