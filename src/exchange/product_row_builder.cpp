#include "exchange/product_row_builder.h"

#include "base/text.h"
#include "exchange/product_cells.h"

#include <algorithm>

namespace till {
namespace {

using enum ProductField;

/// What a system writes only in the first row of a group.
constexpr std::array kCarried{Name, Category, Description, Brand, Supplier, Option1Name, Option2Name,
    Option3Name, Weighed, Active, AgeRestricted, Taxable};
constexpr std::array kOptionNames{Option1Name, Option2Name, Option3Name};
constexpr std::array kOptionValues{Option1Value, Option2Value, Option3Value};

/// A shop with more variable products than this keeps its newest; exports list a parent just before its
/// variations.
constexpr std::size_t kMaxParents = 20'000;

bool isOneOf(ProductField field, std::span<const ProductField> fields)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

} // namespace

ProductRowBuilder::ProductRowBuilder(const ProductColumns& columns, ColumnStyles styles, int currencyDecimals)
    : m_columns{columns}
    , m_styles{std::move(styles)}
    , m_currencyDecimals{currencyDecimals}
{
}

std::optional<ProductEntry> ProductRowBuilder::build(
    std::int64_t line, std::span<const std::string_view> cells, bool isCutOff)
{
    m_cells = cells;
    const auto width = m_columns.header().size();
    const auto isEmpty = [](std::string_view cell) { return trimmedCell(cell).empty(); };
    if (std::all_of(cells.begin(), cells.end(), isEmpty)) return {};
    const bool hasMore =
        cells.size() > width &&
        !std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(width), cells.end(), isEmpty);
    if (hasMore || (isCutOff && cells.size() < width)) {
        return RowProblem{line, ErrorCode::ImportRowRagged, std::to_string(cells.size())};
    }
    rememberHead();
    if (m_columns.preset().hasParentRows && ownText(Kind).starts_with("variable")) {
        rememberParent();
        return {};
    }
    if (isNoProduct()) return {};
    ProductRow row;
    row.line = line;
    if (const auto refusal = fill(row)) return RowProblem{line, refusal->code, refusal->detail};
    return row;
}

std::string_view ProductRowBuilder::ownText(ProductField field) const
{
    for (const auto column : m_columns.of(field)) {
        if (column >= m_cells.size()) continue;
        if (const auto cell = trimmedCell(m_cells[column]); !cell.empty()) return cell;
    }
    return {};
}

std::string_view ProductRowBuilder::text(ProductField field) const
{
    const auto own = ownText(field);
    if (!own.empty() || !m_isContinued || !isOneOf(field, kCarried)) return own;
    return m_head[static_cast<std::size_t>(field)];
}

void ProductRowBuilder::rememberHead()
{
    m_isContinued = false;
    if (!m_columns.preset().carriesGroup) return;
    const auto group = ownText(Group);
    m_isContinued = !group.empty() && group == m_headGroup && ownText(Name).empty();
    if (m_isContinued) return;
    m_headGroup = group;
    for (const auto field : kCarried) m_head[static_cast<std::size_t>(field)] = ownText(field);
}

/// A row that only adds a picture or a part to the product above.
bool ProductRowBuilder::isNoProduct() const
{
    constexpr std::array kOwn{Name, Variant, Option1Value, Sku, Barcode, Price, LocationPrice};
    const bool saysNothing =
        std::all_of(kOwn.begin(), kOwn.end(), [this](ProductField field) { return ownText(field).empty(); });
    return saysNothing && (m_isContinued || !ownText(ComponentSku).empty());
}

void ProductRowBuilder::rememberParent()
{
    if (m_parents.size() >= kMaxParents) m_parents.clear();
    const std::string key = "id:" + std::string{ownText(ExternalId)};
    const VariableProduct parent{key, std::string{ownText(Name)}, std::string{ownText(Category)},
        std::string{ownText(Brand)}, std::string{ownText(Tax)}};
    m_parents[key] = parent;
    if (const auto sku = ownText(Sku); !sku.empty()) m_parents[std::string{sku}] = parent;
}

const ProductRowBuilder::VariableProduct* ProductRowBuilder::parentOfVariation() const
{
    const auto found = m_parents.find(std::string{ownText(Parent)});
    return found == m_parents.end() ? nullptr : &found->second;
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fill(ProductRow& row)
{
    if (ownText(Kind).starts_with("grouped") && m_columns.preset().hasParentRows) {
        return refuse(Kind, ErrorCode::ImportValueInvalid);
    }
    fillOptions(row);
    using Step = std::optional<Refusal> (ProductRowBuilder::*)(ProductRow&);
    constexpr std::array<Step, 6> kSteps{&ProductRowBuilder::fillName, &ProductRowBuilder::fillCodes,
        &ProductRowBuilder::fillPrices, &ProductRowBuilder::fillQuantities, &ProductRowBuilder::fillTexts,
        &ProductRowBuilder::fillFlags};
    for (const auto step : kSteps) {
        if (auto refusal = (this->*step)(row)) return refusal;
    }
    fillTaxes(row);
    return {};
}

void ProductRowBuilder::fillOptions(ProductRow& row)
{
    for (std::size_t i = 0; i < kOptionNames.size(); ++i) {
        const auto value = ownText(kOptionValues[i]);
        if (value.empty() || value == m_columns.preset().plainVariant) continue;
        row.options.push_back({std::string{text(kOptionNames[i])}, std::string{value}});
    }
    const auto variant = ownText(Variant);
    if (row.options.empty() && !variant.empty() && variant != m_columns.preset().plainVariant) {
        row.options.push_back({"", std::string{variant}});
    }
    row.group = text(Group);
    if (row.group.empty() && m_columns.has(Variant)) row.group = text(Name);
    if (m_columns.preset().hasParentRows && ownText(Kind).starts_with("variation")) {
        const auto* parent = parentOfVariation();
        row.group = parent != nullptr ? parent->key : std::string{ownText(Parent)};
    }
}

std::string ProductRowBuilder::variantText(const ProductRow& row) const
{
    const auto variant = ownText(Variant);
    if (!variant.empty() && variant != m_columns.preset().plainVariant) return std::string{variant};
    std::string text;
    for (const auto& option : row.options) text += (text.empty() ? "" : ", ") + option.value;
    return text;
}

/// "Mug" and "Red" make "Mug (Red)", unless the system writes both into the name itself.
void ProductRowBuilder::fillVariant(ProductRow& row)
{
    row.groupName = row.name;
    const auto variant = variantText(row);
    if (variant.empty()) return;
    if (m_columns.preset().hasParentRows) {
        const bool isThere = std::all_of(row.options.begin(), row.options.end(),
            [&row](const VariantOption& option) { return row.name.find(option.value) != std::string::npos; });
        const bool isVariation = ownText(Kind).starts_with("variation");
        if (const auto* parent = parentOfVariation(); parent != nullptr) row.groupName = parent->name;
        if (isThere || !isVariation) return;
    }
    row.name += " (" + variant + ")";
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fillName(ProductRow& row)
{
    row.name = text(Name);
    if (!m_columns.has(Name)) return {};
    if (row.name.empty()) return refuse(Name, ErrorCode::NameEmpty);
    fillVariant(row);
    auto clean = cleanName(row.name);
    if (!clean) return refuse(Name, clean.error().code);
    row.name = std::move(*clean);
    return {};
}

std::optional<ProductRowBuilder::Refusal> ProductRowBuilder::fillTexts(ProductRow& row)
{
    const auto& preset = m_columns.preset();
    const auto* parent = preset.hasParentRows ? parentOfVariation() : nullptr;
    auto category = text(Category);
    if (category.empty()) category = text(FallbackCategory);
    if (category.empty() && parent != nullptr) category = parent->category;
    row.categoryPath = categoryPath(category, preset.categorySeparator, preset.hasSeveralCategories);
    for (auto& level : row.categoryPath) {
        auto clean = cleanName(level);
        if (!clean) return refuse(Category, clean.error().code);
        level = std::move(*clean);
    }
    row.description = text(Description);
    if (auto refusal = readClean(Brand, row.brand)) return refusal;
    if (row.brand.empty() && parent != nullptr) row.brand = parent->brand;
    if (auto refusal = readClean(Supplier, row.supplier)) return refusal;
    if (auto refusal = readClean(SupplierSku, row.supplierSku)) return refusal;
    return readClean(Unit, row.unit);
}

void ProductRowBuilder::fillTaxes(ProductRow& row)
{
    auto tax = text(Tax);
    if (tax == "parent" && m_columns.preset().hasParentRows) {
        const auto* parent = parentOfVariation();
        tax = parent != nullptr ? std::string_view{parent->tax} : std::string_view{};
    }
    if (!tax.empty()) row.taxes.push_back(taxMention(tax));
    for (const auto& flag : m_columns.taxColumns()) {
        if (flag.column < m_cells.size() && readFlag(m_cells[flag.column]) == true)
            row.taxes.push_back(flag.tax);
    }
}

ProductRowBuilder::Refusal ProductRowBuilder::refuse(ProductField field, ErrorCode code) const
{
    return {code, cellDetail(headerOf(field), text(field))};
}

const std::string& ProductRowBuilder::headerOf(ProductField field) const
{
    static const std::string kNone;
    return m_columns.has(field) ? m_columns.header().name(m_columns.of(field).front()) : kNone;
}

} // namespace till
