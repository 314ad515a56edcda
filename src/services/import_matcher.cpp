#include "services/import_matcher.h"

#include "domain/catalog/gtin.h"
#include "storage/product_repository.h"

#include <algorithm>
#include <array>
#include <functional>

namespace till {
namespace {

/// What the keys of a row found so far.
struct Match {
    ProductId product;
    std::string by;

    Result<> agree(std::optional<ProductId> other, const std::string& key)
    {
        if (!other || *other == product) return {};
        if (product) return Error{ErrorCode::CodeTaken, key};
        product = *other;
        by = key;
        return {};
    }
};

/// Two places in a table of `bits`, a power of two.
std::array<std::size_t, 2> placesOf(std::string_view key, std::size_t bits)
{
    const auto hash = std::hash<std::string_view>{}(key);
    return {hash & (bits - 1), (hash >> 32) & (bits - 1)};
}

} // namespace

void SeenKeys::add(std::string_view key)
{
    if (m_bits.empty()) m_bits.resize(kBits);
    for (const auto place : placesOf(key, kBits)) m_bits[place] = true;
}

bool SeenKeys::mayHave(std::string_view key) const
{
    if (m_bits.empty()) return false;
    const auto places = placesOf(key, kBits);
    return std::all_of(places.begin(), places.end(), [this](std::size_t place) { return m_bits[place]; });
}

ImportMatcher::ImportMatcher(Connection& db, const ProductBatch& waiting)
    : m_db{db}
    , m_waiting{waiting}
    , m_hadProducts{hasProducts(db)}
{
}

Result<ProductId> ImportMatcher::match(const ProductRow& row) const
{
    Match match;
    if (!row.externalId.empty()) {
        if (auto same = match.agree(withExternalId(row.externalId), row.externalId); !same)
            return same.error();
    }
    if (!row.sku.empty()) {
        if (auto same = match.agree(withCode(row.sku), row.sku); !same) return same.error();
    }
    for (const auto& barcode : row.barcodes) {
        if (auto same = match.agree(withCode(barcode), barcode); !same) return same.error();
    }
    for (const auto& barcode : row.barcodes) {
        if (match.product || !m_hadProducts) break;
        match.product = withSameGtin(barcode).value_or(ProductId{});
    }
    if (match.product && isTouched(match.product)) return Error{ErrorCode::ImportDuplicateInFile, match.by};
    return match.product;
}

/// Saves the look-ups of a first import, which would find nothing.
bool ImportMatcher::isNew(const std::string& key) const
{
    return !m_hadProducts && !m_seen.mayHave(key);
}

std::optional<ProductId> ImportMatcher::withExternalId(const std::string& externalId) const
{
    if (isNew(externalId)) return std::nullopt;
    if (const auto known = productWithExternalId(m_db, externalId)) return known;
    return m_waiting.withExternalId(externalId);
}

std::optional<ProductId> ImportMatcher::withCode(const std::string& code) const
{
    if (isNew(code)) return std::nullopt;
    if (const auto waiting = m_waiting.withCode(code)) return waiting;
    return productWithCode(m_db, code);
}

/// The same article number with other leading zeros, when it is clear whose it is.
std::optional<ProductId> ImportMatcher::withSameGtin(const std::string& barcode) const
{
    const auto gtin = gtin14(barcode);
    if (!gtin || m_waiting.hasGtin(*gtin)) return std::nullopt;
    const auto holders = productsWithGtin(m_db, *gtin);
    if (holders.size() != 1 || isTouched(holders.front())) return std::nullopt;
    return holders.front();
}

void ImportMatcher::touch(ProductId id, const ProductRow& row)
{
    if (!m_hadProducts) {
        m_seen.add(row.externalId);
        m_seen.add(row.sku);
        for (const auto& barcode : row.barcodes) m_seen.add(barcode);
    }
    const auto index = static_cast<std::size_t>(id.value);
    if (m_touched.size() <= index) m_touched.resize(index * 2 + 1);
    m_touched[index] = true;
}

bool ImportMatcher::isTouched(ProductId id) const
{
    const auto index = static_cast<std::size_t>(id.value);
    return index < m_touched.size() && m_touched[index];
}

} // namespace till
