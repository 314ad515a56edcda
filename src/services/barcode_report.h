#pragma once

#include "base/clock.h"
#include "domain/catalog/embedded_code.h"

#include <span>
#include <string>

namespace till {

/// The in-store codes that are read when no shop says otherwise. By their nature a guess, for every shop and
/// every country uses these numbers as it likes: 13 digits of 21 hold grams and of 23 a price with two
/// decimals (five digits item, five digits value), 13 digits of 02, 20, 22 and 24 to 29 and 12 digits of 2
/// hold an item and a value whose meaning is not known.
std::span<const EmbeddedCodeFormat> commonEmbeddedCodeFormats();

/// What classify() says of each code, as a JSON array of
///   {"input", "ok", "symbology", "gtin", "elements", "error"}.
/// symbology: toText(Symbology). gtin: 14 digits, or null when the code has none or is a shop's own.
/// elements: an object, empty for most codes; GS1 data gives identifier -> value as encoded, then what they
/// mean: "gtin", "lot", "serial", "count", "expiry" and other dates as YYYY-MM-DD, "net_weight_kg", "price",
/// "currency". In-store codes give "item", "value", "lookup" and "weight_kg", "price" or "count"; an add-on
/// gives "add_on", UPC-E "upca", ITF-14 "indicator", an ISBN "isbn13". error: null, or {"code", "detail"}
/// with an ErrorCode's name. Bytes that are not UTF-8 are shown as U+FFFD. The clock decides the century of
/// two-digit years.
std::string barcodeReportJson(std::span<const std::string> codes, const Clock& clock = SystemClock{});

/// The same with a shop's own rules.
std::string barcodeReportJson(
    std::span<const std::string> codes, std::span<const EmbeddedCodeRule> rules, const Clock& clock);

} // namespace till
