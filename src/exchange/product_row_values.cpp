#include "base/text.h"
#include "exchange/product_cells.h"
#include "exchange/product_row_builder.h"

#include <algorithm>

namespace till {
namespace {

using enum ProductField;

/// Sizes of GTIN-8, UPC-A, EAN-13 and GTIN-14.
bool looksLikeBarcode(std::string_view sku)
{
    const bool hasSize = sku.size() == 8 || sku.size() == 12 || sku.size() == 13 || sku.size() == 14;
    return hasSize && std::all_of(sku.begin(), sku.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOpenPriceWord(std::string_view cell)
{
    const bool isNumber = cell.empty() || (cell.front() >= '0' && cell.front() <= '9');
    return !isNumber && foldForSearch(cell) == "variable";
}

} // namespace

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fillCodes(ProductRow& row)
{
    row.externalId = plainCode(text(ExternalId));
    row.sku = plainCode(text(Sku));
    if (isRoundedCode(row.sku)) return refuse(Sku, ErrorCode::ImportBarcodeRounded);
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (std::any_of(row.sku.begin(), row.sku.end(), isControl)) return refuse(Sku, ErrorCode::CodeInvalid);
    for (const auto column : m_columns.of(Barcode)) {
        if (column >= m_cells.size()) continue;
        auto codes = splitBarcodes(m_cells[column]);
        if (!codes)
            return Refusal{codes.error().code, cellDetail(m_columns.header().name(column), m_cells[column])};
        for (auto& code : *codes) {
            if (std::find(row.barcodes.begin(), row.barcodes.end(), code) == row.barcodes.end()) {
                row.barcodes.push_back(std::move(code));
            }
        }
    }
    const bool takesSku =
        m_columns.preset().isSkuBarcode && row.barcodes.empty() && looksLikeBarcode(row.sku);
    if (takesSku) row.barcodes.push_back(row.sku);
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fillPrices(ProductRow& row)
{
    const auto field = ownText(LocationPrice).empty() ? Price : LocationPrice;
    if (isOpenPriceWord(ownText(field))) {
        row.openPrice = true;
    } else if (auto refusal = readPrice(field, row.price)) {
        return refusal;
    }
    std::optional<bool> isOpen;
    if (auto refusal = readYesNo(OpenPrice, isOpen)) return refusal;
    row.openPrice = row.openPrice || isOpen == true;
    return readPrice(Cost, row.cost);
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::readPrice(
    ProductField field, std::optional<UnitPrice>& into)
{
    const auto cell = ownText(field);
    if (cell.empty()) return {};
    const auto price = readUnitPrice(cell, m_styles[m_columns.of(field).front()], m_currencyDecimals);
    if (!price) return refuse(field, price.error().code);
    if (price->isNegative()) return refuse(field, ErrorCode::PriceInvalid);
    into = *price;
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fillQuantities(ProductRow& row)
{
    if (auto refusal = readAmount(Stock, row.stock)) return refusal;
    if (auto refusal = readAmount(LowStock, row.lowStock)) return refusal;
    if (auto refusal = readAmount(TargetStock, row.targetStock)) return refusal;
    if (auto refusal = readAmount(Pack, row.pack)) return refusal;
    const auto isNegative = [](const std::optional<Quantity>& quantity) {
        return quantity && quantity->isNegative();
    };
    if (isNegative(row.lowStock)) return refuse(LowStock, ErrorCode::QuantityInvalid);
    if (isNegative(row.targetStock)) return refuse(TargetStock, ErrorCode::QuantityInvalid);
    if (row.pack && !row.pack->isPositive()) return refuse(Pack, ErrorCode::QuantityInvalid);
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::readAmount(
    ProductField field, std::optional<Quantity>& into)
{
    const auto cell = ownText(field);
    if (cell.empty()) return {};
    const auto quantity = readQuantity(cell, m_styles[m_columns.of(field).front()]);
    if (!quantity) return refuse(field, quantity.error().code);
    into = *quantity;
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fillFlags(ProductRow& row)
{
    std::optional<bool> isArchived;
    std::optional<bool> isSellable;
    if (auto refusal = readYesNo(Weighed, row.weighed)) return refusal;
    if (auto refusal = readYesNo(TrackStock, row.trackStock)) return refusal;
    if (auto refusal = readYesNo(Taxable, row.taxable)) return refusal;
    if (auto refusal = readYesNo(Active, row.active)) return refusal;
    if (auto refusal = readYesNo(Archived, isArchived)) return refusal;
    if (auto refusal = readYesNo(Sellable, isSellable)) return refusal;
    if (isArchived == true || isSellable == false) row.active = false;
    if (!row.active && (isArchived || isSellable)) row.active = true;
    if (const auto cell = text(AgeRestricted); !cell.empty()) {
        const auto limit = readAgeLimit(cell);
        if (!limit) return refuse(AgeRestricted, ErrorCode::ImportValueInvalid);
        row.ageRestricted = limit->isRestricted;
        row.minimumAge = limit->years;
    }
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::readYesNo(
    ProductField field, std::optional<bool>& into)
{
    const auto cell = text(field);
    if (cell.empty()) return {};
    into = readFlag(cell);
    if (!into) return refuse(field, ErrorCode::ImportValueInvalid);
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::readClean(ProductField field, std::string& into)
{
    const auto cell = text(field);
    if (cell.empty()) return {};
    auto clean = cleanName(cell);
    if (!clean) return refuse(field, clean.error().code);
    into = std::move(*clean);
    return {};
}

} // namespace till
