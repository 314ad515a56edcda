#pragma once

#include "domain/catalog/embedded_code.h"

#include <string_view>

namespace till {

/// The setting `barcode.rules`: patterns (EmbeddedCodeFormat) separated by commas, semicolons or spaces, each
/// with its decimals behind a colon where they are not the usual ones: "21IIIIIWWWWWC, 23IIIIIPPPPPC:2".
/// Empty: the rules most shops use. Errors: SettingInvalid (detail = the pattern).
Result<EmbeddedCodeRules> parseCodeRules(std::string_view text, int currencyDecimals);

} // namespace till
