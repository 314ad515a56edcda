#pragma once

#include "base/clock.h"
#include "services/shop.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace till::bench {

/// Products of an invented catalogue: number n has the same name, code and price in every run.
std::string productName(std::int64_t n);
std::string productCode(std::int64_t n);   ///< an EAN-13
std::int64_t productPrice(std::int64_t n); ///< minor units

/// A seeded sequence (SplitMix64) and a draw by which a few products sell most.
class Draw {
public:
    explicit Draw(std::uint64_t seed)
        : m_state{seed}
    {
    }
    std::uint64_t next();
    std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
    }
    std::int64_t product(std::int64_t products); ///< 1 .. products

private:
    std::uint64_t m_state;
};

/// The file of a shop with so many products and lines sold (five a ticket, 667 tickets a day), made by a real
/// import and by inserting what years of sales leave behind. Made once and kept under build/bench/data; what
/// comes back is a fresh copy to work on.
std::filesystem::path copyOfBigShop(std::int64_t products, std::int64_t lines);
/// The kept file itself, for programs that only read.
std::filesystem::path bigShop(std::int64_t products, std::int64_t lines);
std::filesystem::path keyFolder();
ShopOptions optionsFor(const std::filesystem::path& file);
void removeShop(const std::filesystem::path& file);
/// Takes this file out of the page cache, so that the next reader waits for the disk.
void evict(const std::filesystem::path& file);

} // namespace till::bench
