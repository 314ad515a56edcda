#pragma once

#include "base/result.h"
#include "domain/catalog/gs1.h"

#include <optional>
#include <string_view>

namespace till {

/// Reads a GS1 Digital Link, "https://example.com/stem/01/09506000134352/10/ABC?17=261231": any domain and
/// stem, the key and its qualifiers in the path, other identifiers behind '?', percent-encoding undone, a
/// GTIN of 8, 12 or 13 digits padded to 14. What is not an identifier behind '?' is ignored, as is the
/// fragment. Nothing when `text` is no web address or has no identification key of its form: then it is an
/// ordinary link. BarcodeElement names an element that breaks its rule, a qualifier that does not belong to
/// the key or is out of order, and an identifier that may not stand behind '?'. Source: GS1 Digital Link
/// Standard: URI Syntax, 4.4 to 4.11.
std::optional<Result<Gs1Elements>> readDigitalLink(std::string_view text, int currentYear);

} // namespace till
