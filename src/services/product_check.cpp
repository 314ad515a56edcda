#include "services/product_check.h"

#include "base/text.h"
#include "storage/product_reference.h"
#include "storage/product_repository.h"

#include <set>

namespace till {
namespace {

constexpr std::int64_t kMostUnitPrice = 1'000'000'000'000; // ten thousand million minor units, in hundredths
constexpr std::size_t kMostVariantCharacters = 200;

bool isPrice(const std::optional<UnitPrice>& price)
{
    return !price || isAcceptablePrice(*price);
}

Result<> cleanTexts(ProductDraft& draft)
{
    auto name = cleanName(draft.name);
    if (!name) return name.error();
    draft.name = std::move(*name);
    for (auto* text : {&draft.variant, &draft.supplierCode, &draft.externalId}) {
        auto clean = cleanNote(*text, kMostVariantCharacters);
        if (!clean) return clean.error();
        if (clean->find('\n') != std::string::npos) return Error{ErrorCode::NameHasControlCharacters};
        *text = std::move(*clean);
    }
    return {};
}

Result<> checkCodes(Connection& db, ProductDraft& draft, ProductId self)
{
    std::set<std::string, std::less<>> mine;
    for (auto& code : draft.codes) {
        auto clean = cleanCode(code.code);
        if (!clean) return clean.error();
        code.code = std::move(*clean);
        if (!code.packQuantity.isPositive()) return Error{ErrorCode::QuantityInvalid, code.code};
        if (!isPrice(code.unitPrice)) return Error{ErrorCode::PriceInvalid, code.code};
        const auto holder = productWithCode(db, code.code);
        if ((holder && *holder != self) || !mine.insert(code.code).second)
            return Error{ErrorCode::CodeTaken, code.code};
    }
    return {};
}

Result<> checkReferences(Connection& db, const ProductDraft& draft, ProductId self)
{
    if (!draft.taxClass || !exists(db, draft.taxClass)) return Error{ErrorCode::TaxNotFound};
    if (!exists(db, draft.unit)) return Error{ErrorCode::QuantityInvalid};
    if (draft.department && !exists(db, draft.department)) return Error{ErrorCode::DepartmentNotFound};
    if (draft.supplier && !exists(db, draft.supplier)) return Error{ErrorCode::SupplierNotFound};
    if (draft.parent && (draft.parent == self || !exists(db, draft.parent)))
        return Error{ErrorCode::ProductNotFound};
    return {};
}

} // namespace

bool isAcceptablePrice(UnitPrice price)
{
    return !price.isNegative() && price.hundredths() <= kMostUnitPrice;
}

Result<std::string> cleanCode(const std::string& code)
{
    auto clean = cleanName(code);
    if (!clean) return Error{ErrorCode::CodeInvalid, isUtf8(code) ? code : std::string{}};
    return clean;
}

Result<ProductDraft> checkedDraft(Connection& db, ProductDraft draft, ProductId self)
{
    if (auto texts = cleanTexts(draft); !texts) return texts.error();
    if (!isPrice(draft.price) || !isPrice(draft.cost)) return Error{ErrorCode::PriceInvalid};
    if (draft.minimumAge < 0 || draft.minimumAge > 150) return Error{ErrorCode::NumberOutOfRange};
    if (auto references = checkReferences(db, draft, self); !references) return references.error();
    if (auto codes = checkCodes(db, draft, self); !codes) return codes.error();
    return draft;
}

} // namespace till
