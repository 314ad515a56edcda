#pragma once

#include "domain/sales/promotion_pieces.h"

namespace till {

/// The claims that save most together, before the rounding of each promotion's saving (after it, never less
/// than what the promotions give one after the other, in the cart's order or by what each gives alone).
///
/// Promotions that share no goods are looked at apart. Those that do are searched exactly, piece by piece:
/// all that matters of the pieces behind is how many each promotion holds of an unfinished group, so equal
/// states are one. The work of each such knot is bounded (kMostSteps): where pieces x states pass it, the
/// most promising states go on alone, and where a dozen promotions knot up the ones that give most alone go
/// first. What comes out is then good, not proven best; it is the same every time.
Claims bestClaims(const PromotionGoods& goods);

/// Each promotion in the cart's order takes what saves most of what those before it left.
Claims claimsInOrder(const PromotionGoods& goods);

inline constexpr std::size_t kMostSteps = 60'000; ///< about a millisecond

} // namespace till
