#pragma once

#include "domain/sales/receipt_design.h"

#include <string>
#include <string_view>

namespace till {

/// As stored with a sale and in the setting receipt.design: the same design is always the same text.
std::string designJson(const ReceiptDesign& design);

/// An empty text is the standard design. SettingInvalid with the part that is wrong.
Result<ReceiptDesign> readDesign(std::string_view text);

/// What a design calls a logo by.
std::string hashOf(const ReceiptLogo& logo);

} // namespace till
