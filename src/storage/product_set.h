#pragma once

#include "base/ids.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace till {

/// Neighbours by id, a bit each: a block of them fills one page of the file and no more.
class ProductBlock {
public:
    static constexpr std::int64_t kProducts = 32'000;
    static std::int64_t numberOf(ProductId id) { return id.value / kProducts; }
    static std::size_t indexOf(ProductId id) { return static_cast<std::size_t>(id.value % kProducts); }

    static ProductId idOf(std::int64_t number, std::size_t index)
    {
        return {number * kProducts + static_cast<std::int64_t>(index)};
    }

    void insert(std::size_t index) { m_bits[index / 64] |= std::uint64_t{1} << (index % 64); }
    void erase(std::size_t index) { m_bits[index / 64] &= ~(std::uint64_t{1} << (index % 64)); }
    /// What packed() gave; of bytes that are damaged, what can be read.
    void insertPacked(std::span<const std::uint8_t> bytes);
    /// The bits, or the gaps between them where that is shorter. Nothing at all when it is empty.
    std::vector<std::uint8_t> packed() const;

    bool isEmpty() const;
    /// Counts no further than `enough`.
    std::size_t count(std::size_t enough = kProducts) const;
    void intersect(const ProductBlock& other);
    void remove(const ProductBlock& other);
    /// In the order of ids, until `use` answers false.
    template <typename Use>
    bool forEach(Use use) const
    {
        for (std::size_t word = 0; word < m_bits.size(); ++word) {
            for (auto bits = m_bits[word]; bits != 0; bits &= bits - 1) {
                if (!use(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)))) return false;
            }
        }
        return true;
    }

private:
    static constexpr std::size_t kBytes = kProducts / 8;
    std::array<std::uint64_t, kProducts / 64> m_bits{};
};

/// Any products: their blocks in rising order, none of them without a product.
struct ProductSet {
    struct Part {
        std::int64_t block;
        ProductBlock products;
    };
    std::vector<Part> parts;

    ProductBlock* find(std::int64_t block);
    ProductBlock& at(std::int64_t block); ///< made when it is not there
    std::size_t count(std::size_t enough) const;
    void intersect(ProductSet& other);
};

} // namespace till
