#pragma once

#include "base/ids.h"
#include "base/numbers.h"

#include <optional>
#include <string_view>

namespace till {

/// What the till does when more is sold than is there.
enum class StockPolicy { Ignore, Warn, Block };

std::string_view toText(StockPolicy policy); ///< "ignore", "warn", "block"
std::optional<StockPolicy> stockPolicyFrom(std::string_view text);

inline constexpr auto kMostTare = Quantity::fromThousandths(1'000'000);

/// What is paid for of what lies on the scale; none where the container alone, or less, lies there.
std::optional<Quantity> netWeight(Quantity onScale, Quantity tare);

/// How a product is sold beyond its price: what goes with it, and what happens when there is none left.
struct SellingRules {
    ProductId deposit; ///< sold with it as a line of its own; none: nothing
    Quantity depositQuantity = Quantity::fromThousandths(1000); ///< for one of the product
    std::optional<StockPolicy> stock;                           ///< none: as the shop's setting says
    Quantity tare; ///< of the container it is put on the scale in, in its unit; at most kMostTare

    friend bool operator==(const SellingRules&, const SellingRules&) = default;
};

} // namespace till
