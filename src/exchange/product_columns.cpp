#include "exchange/product_columns.h"

#include "exchange/product_cells.h"

#include <algorithm>

namespace till {
namespace {

/// "[Main Street]" or "_Main_Outlet" behind a prefix of the same number of bytes, written or folded.
std::string locationOf(std::string_view header, std::size_t prefixLength)
{
    std::string place{header.substr(std::min(prefixLength, header.size()))};
    std::replace(place.begin(), place.end(), '_', ' ');
    std::erase_if(place, [](char c) { return c == '[' || c == ']'; });
    return std::string{trimmedCell(place)};
}

bool hasAll(const HeaderRow& header, std::span<const std::string_view> needed)
{
    return std::all_of(needed.begin(), needed.end(),
        [&](std::string_view name) { return header.findFolded(name).has_value(); });
}

/// "preis in eur" is "preis".
std::string_view withoutCurrency(std::string_view folded)
{
    constexpr std::array<std::string_view, 7> kWords{" eur", " euro", " usd", " gbp", " chf", " cad", " aud"};
    for (const auto word : kWords) {
        if (folded.ends_with(word)) folded.remove_suffix(word.size());
    }
    if (folded.ends_with(" in") || folded.ends_with(" en")) folded.remove_suffix(3);
    return folded;
}

} // namespace

Result<ProductColumns> ProductColumns::choose(HeaderRow header, const ProductFileOptions& options)
{
    ProductColumns columns;
    columns.m_header = std::move(header);
    columns.m_isUsed.assign(columns.m_header.size(), false);
    if (auto chosen = columns.choosePreset(options.preset); !chosen) return chosen.error();
    if (auto mapped = columns.applyMap(options); !mapped) return mapped.error();
    columns.applyRules(options.location);
    const bool hasKey = columns.has(ProductField::Sku) || columns.has(ProductField::Barcode) ||
                        columns.has(ProductField::ExternalId);
    const bool hasValue = columns.has(ProductField::Price) || columns.has(ProductField::Cost) ||
                          columns.has(ProductField::Stock);
    if (!columns.has(ProductField::Name) && !(hasKey && hasValue))
        return Error{ErrorCode::ImportColumnMissing, "name"};
    columns.listMapping();
    return columns;
}

Result<> ProductColumns::choosePreset(const std::string& name)
{
    const auto presets = productPresets();
    std::string_view missing;
    for (const auto& preset : presets) {
        if (name != "auto" && name != preset.name) continue;
        if (hasAll(m_header, preset.needed)) {
            m_preset = &preset;
            return {};
        }
        const auto absent = std::find_if(preset.needed.begin(), preset.needed.end(),
            [this](std::string_view needed) { return !m_header.findFolded(needed); });
        if (missing.empty()) missing = *absent;
    }
    if (missing.empty()) return Error{ErrorCode::ImportPresetUnknown, name};
    return Error{ErrorCode::ImportColumnMissing, std::string{missing}};
}

Result<> ProductColumns::applyMap(const ProductFileOptions& options)
{
    for (const auto& [fieldName, columnName] : options.map) {
        const auto field = productFieldFromText(fieldName);
        if (!field || *field == ProductField::TaxFlag) return Error{ErrorCode::ImportFieldUnknown, fieldName};
        m_isFixed[static_cast<std::size_t>(*field)] = true;
        if (*field == ProductField::Price)
            m_isFixed[static_cast<std::size_t>(ProductField::LocationPrice)] = true;
        if (columnName.empty()) continue;
        const auto column = m_header.find(columnName);
        if (!column) return Error{ErrorCode::ImportColumnUnknown, columnName};
        assign(*field, *column);
    }
    return {};
}

void ProductColumns::applyRules(const std::string& location)
{
    for (const auto& rule : m_preset->rules) {
        if (m_isFixed[static_cast<std::size_t>(rule.field)]) continue;
        for (std::size_t column = 0; column < m_header.size(); ++column) {
            if (m_isUsed[column] || !fits(rule, column, location)) continue;
            if (rule.field == ProductField::TaxFlag) {
                const auto name = std::string_view{m_header.name(column)}.substr(rule.header.size());
                m_taxColumns.push_back({column, taxMention(name)});
                m_isUsed[column] = true;
            } else if (!has(rule.field) || rule.field == ProductField::Barcode) {
                assign(rule.field, column);
            }
        }
    }
}

bool ProductColumns::fits(const HeaderRule& rule, std::size_t column, const std::string& location)
{
    const std::string& folded = m_header.folded(column);
    if (!rule.isPrefix) return folded == rule.header || withoutCurrency(folded) == rule.header;
    if (!folded.starts_with(rule.header)) return false;
    if (rule.field == ProductField::TaxFlag || rule.field == ProductField::Tax) return true;
    const auto place = locationOf(m_header.name(column), rule.header.size());
    if (std::find(m_locations.begin(), m_locations.end(), place) == m_locations.end())
        m_locations.push_back(place);
    return place == (location.empty() ? m_locations.front() : location);
}

void ProductColumns::assign(ProductField field, std::size_t column)
{
    m_columns[static_cast<std::size_t>(field)].push_back(column);
    m_isUsed[column] = true;
}

void ProductColumns::listMapping()
{
    for (std::size_t i = 0; i < kProductFieldCount; ++i) {
        const auto field = static_cast<ProductField>(i);
        for (const auto column : of(field))
            m_mapping.push_back({column, m_header.name(column), std::string{toText(field)}});
    }
    for (const auto& tax : m_taxColumns) m_mapping.push_back({tax.column, m_header.name(tax.column), "tax"});
    std::sort(
        m_mapping.begin(), m_mapping.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
}

} // namespace till
