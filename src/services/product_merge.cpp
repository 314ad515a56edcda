#include "services/product_merge.h"

#include <algorithm>
#include <tuple>

namespace till {
namespace {

constexpr int kUsualAgeLimit = 18;

void mergeSku(std::vector<ProductCode>& codes, const std::string& sku)
{
    if (sku.empty()) return;
    const auto has = [&](const ProductCode& code) { return code.code == sku; };
    const auto known = std::find_if(codes.begin(), codes.end(), has);
    const auto own =
        std::find_if(codes.begin(), codes.end(), [](const ProductCode& code) { return code.isSku; });
    if (known != codes.end()) {
        if (own == codes.end()) known->isSku = true;
    } else if (own != codes.end()) {
        own->code = sku;
    } else {
        codes.insert(codes.begin(), ProductCode{sku, true, Quantity::fromWhole(1), {}});
    }
}

void mergeBarcodes(std::vector<ProductCode>& codes, const ProductRow& row)
{
    for (const auto& barcode : row.barcodes) {
        auto known = std::find_if(
            codes.begin(), codes.end(), [&](const ProductCode& code) { return code.code == barcode; });
        if (known == codes.end())
            known = codes.insert(codes.end(), ProductCode{barcode, false, Quantity::fromWhole(1), {}});
        if (row.pack && !known->isSku) known->packQuantity = *row.pack;
    }
}

template <typename T, typename Given>
void take(T& field, const Given& given)
{
    if (given) field = *given;
}

template <typename AnyId>
void takeId(AnyId& field, AnyId given)
{
    if (given) field = given;
}

auto fieldsOf(const ProductDraft& draft)
{
    return std::tie(draft.name, draft.department, draft.taxClass, draft.unit, draft.supplier,
        draft.supplierCode, draft.price, draft.cost, draft.openPrice, draft.weighed, draft.tracksStock,
        draft.minimumAge, draft.minimumStock, draft.targetStock, draft.externalId);
}

} // namespace

ProductDraft merged(ProductDraft product, const ProductRow& row, const RowReferences& references)
{
    if (!row.name.empty()) product.name = row.name;
    if (!row.externalId.empty()) product.externalId = row.externalId;
    mergeSku(product.codes, row.sku);
    mergeBarcodes(product.codes, row);
    takeId(product.department, references.department);
    takeId(product.taxClass, references.tax);
    takeId(product.unit, references.unit);
    takeId(product.supplier, references.supplier);
    if (product.supplier && !row.supplierSku.empty()) product.supplierCode = row.supplierSku;
    take(product.price, row.price);
    take(product.cost, row.cost);
    if (row.openPrice) product.openPrice = true;
    if (row.price) product.openPrice = row.openPrice;
    take(product.weighed, row.weighed);
    take(product.tracksStock, row.trackStock);
    take(product.minimumStock, row.lowStock);
    take(product.targetStock, row.targetStock);
    if (row.ageRestricted)
        product.minimumAge = *row.ageRestricted ? row.minimumAge.value_or(kUsualAgeLimit) : 0;
    return product;
}

bool sameProduct(const ProductDraft& a, const ProductDraft& b)
{
    const auto sameCode = [](const ProductCode& x, const ProductCode& y) {
        return x.code == y.code && x.isSku == y.isSku && x.packQuantity == y.packQuantity;
    };
    return fieldsOf(a) == fieldsOf(b) &&
           std::equal(a.codes.begin(), a.codes.end(), b.codes.begin(), b.codes.end(), sameCode);
}

} // namespace till
