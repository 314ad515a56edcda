#pragma once

#include "small_shop.h"

#include <filesystem>

namespace till::test {

/// A list of new and of known products at other prices.
std::filesystem::path writeProductList(const SmallShop& small, int rows);
Result<> importProducts(Shop& shop, const std::filesystem::path& file);

/// Another system's tickets of two days: two on the first, three on the second.
std::filesystem::path writeTickets(const SmallShop& small);
Result<> importTickets(Shop& shop, const std::filesystem::path& file);
/// Nothing of them, the first day, or both.
bool hasWholeDaysOfTickets(Shop& shop);

} // namespace till::test
