#include "storage/product_set.h"

#include <algorithm>
#include <cstring>

namespace till {
namespace {

constexpr std::uint8_t kMore = 0x80; // of a gap in seven bits a byte, the least first

void appendGap(std::vector<std::uint8_t>& bytes, std::size_t gap)
{
    for (; gap >= kMore; gap >>= 7) bytes.push_back(static_cast<std::uint8_t>(gap | kMore));
    bytes.push_back(static_cast<std::uint8_t>(gap));
}

std::uint64_t littleEndian(const std::uint8_t* bytes)
{
    std::uint64_t value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, bytes, sizeof value);
    } else {
        for (unsigned k = 0; k < 8; ++k) value |= std::uint64_t{bytes[k]} << (k * 8);
    }
    return value;
}

} // namespace

void ProductBlock::insertPacked(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() == kBytes) {
        for (std::size_t i = 0; i < m_bits.size(); ++i) {
            m_bits[i] |= littleEndian(bytes.data() + i * 8);
        }
        return;
    }
    std::size_t next = 0;
    for (auto byte = bytes.begin(); byte != bytes.end(); ++byte) {
        std::size_t gap = *byte & (kMore - 1U);
        for (unsigned shift = 7; (*byte & kMore) != 0 && shift <= 14 && byte + 1 != bytes.end(); shift += 7) {
            ++byte;
            gap |= static_cast<std::size_t>(*byte & (kMore - 1U)) << shift;
        }
        next += gap;
        if (next >= kProducts) return;
        insert(next++);
    }
}

std::vector<std::uint8_t> ProductBlock::packed() const
{
    std::vector<std::uint8_t> bytes;
    std::size_t next = 0;
    const bool isShorter = forEach([&](std::size_t index) {
        appendGap(bytes, index - next);
        next = index + 1;
        return bytes.size() < kBytes;
    });
    if (isShorter) return bytes;
    bytes.clear();
    for (const auto bits : m_bits) {
        for (unsigned k = 0; k < 8; ++k) bytes.push_back(static_cast<std::uint8_t>(bits >> (k * 8)));
    }
    return bytes;
}

bool ProductBlock::isEmpty() const
{
    return std::all_of(m_bits.begin(), m_bits.end(), [](std::uint64_t bits) { return bits == 0; });
}

std::size_t ProductBlock::count(std::size_t enough) const
{
    std::size_t sum = 0;
    for (const auto bits : m_bits) {
        if (bits == 0) continue;
        sum += static_cast<std::size_t>(std::popcount(bits));
        if (sum >= enough) break;
    }
    return sum;
}

void ProductBlock::intersect(const ProductBlock& other)
{
    for (std::size_t i = 0; i < m_bits.size(); ++i) m_bits[i] &= other.m_bits[i];
}

void ProductBlock::remove(const ProductBlock& other)
{
    for (std::size_t i = 0; i < m_bits.size(); ++i) m_bits[i] &= ~other.m_bits[i];
}

ProductBlock* ProductSet::find(std::int64_t block)
{
    const auto part = std::ranges::lower_bound(parts, block, {}, &Part::block);
    return part != parts.end() && part->block == block ? &part->products : nullptr;
}

ProductBlock& ProductSet::at(std::int64_t block)
{
    const auto part = std::ranges::lower_bound(parts, block, {}, &Part::block);
    if (part != parts.end() && part->block == block) return part->products;
    return parts.insert(part, Part{block, {}})->products;
}

std::size_t ProductSet::count(std::size_t enough) const
{
    std::size_t sum = 0;
    for (const auto& part : parts) {
        sum += part.products.count(enough - sum);
        if (sum >= enough) break;
    }
    return sum;
}

void ProductSet::intersect(ProductSet& other)
{
    std::erase_if(parts, [&](Part& part) {
        const auto* same = other.find(part.block);
        if (!same) return true;
        part.products.intersect(*same);
        return part.products.isEmpty();
    });
}

} // namespace till
