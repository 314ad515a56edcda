#pragma once

#include "domain/sales/promotion.h"
#include "services/json_reader.h"

#include <string>
#include <vector>

namespace till {

/// Which goods, as a document names them.
struct GoodsNames {
    std::vector<std::string> products;    ///< codes
    std::vector<std::string> departments; ///< names
};

/// A promotion as `price --cart` and `promotion add` describe it. What its goods are in the caller's numbers
/// is the caller's to find: `rules` has none yet.
struct PromotionText {
    Promotion rules;
    GoodsNames goods;
    GoodsNames got;
    bool coupon = false; ///< only with its coupon
};

/// Reads the keys of a promotion's kind; a key of another kind is refused like any that is not known.
/// `more` are keys that the caller reads itself.
PromotionText readPromotion(JsonReader& in, int decimals, const std::vector<std::string_view>& more = {});

std::string_view toText(PromotionKind kind); ///< "n_for_price"

} // namespace till
