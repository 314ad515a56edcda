#pragma once

#include "services/shop.h"
#include "services/verify_service.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// What was once written down outside the file: the journal of this till had this head after so many records.
/// Nothing inside a file can prove that its end was not cut off; this can (journal.md 6.5).
struct JournalAnchor {
    std::string till; ///< empty: the till of this machine
    std::int64_t seq = 0;
    std::string head; ///< hexadecimal, at least 16 digits, or the short form of a receipt "7KQ2-M9XD-41"
};

/// A line of an anchors file, "A 4711 7KQ2-M9XD-41", or the foot of a receipt, "A-000123 · J4711 ·
/// 7KQ2-M9XD-41", with or without the receipt's number. Nothing when it is neither.
std::optional<JournalAnchor> anchorFromText(std::string_view text);

/// A finding for each anchor the journal does not meet. Errors: those of opening a file for reading.
Result<std::vector<Finding>> checkAnchors(
    const ShopOptions& options, const std::vector<JournalAnchor>& anchors);

} // namespace till
