#pragma once

#include "base/result.h"
#include "exchange/product_row.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

// What single cells of product lists mean, whichever system wrote them.

/// The outer spaces removed, those of any script.
std::string_view trimmedCell(std::string_view cell);

/// A code without what spreadsheets put round it: '0123 and ="0123".
std::string_view plainCode(std::string_view cell);

/// "4.00638E+12": a spreadsheet took a code for a number, and its last digits are gone.
bool isRoundedCode(std::string_view code);

/// One cell may hold several, separated by '|', ';' or ','. ImportBarcodeRounded, BarcodeCharacters (a
/// control character); detail = the code.
Result<std::vector<std::string>> splitBarcodes(std::string_view cell);

/// yes/no in the spellings of the systems and languages we read, and Active/Draft/Archived; nothing
/// otherwise.
std::optional<bool> readFlag(std::string_view cell);

/// "VAT 19%", "20", "5,5 %", "Tax - VAT (19%)", "reduced-rate".
TaxMention taxMention(std::string_view text);

/// The levels of a category path; `several` takes the first of "A > B, C". An empty separator keeps one
/// level.
std::vector<std::string> categoryPath(std::string_view cell, std::string_view separator, bool several);

/// "18", "18+", "yes": the years if it names them.
struct AgeLimit {
    bool isRestricted{};
    std::optional<int> years{};
};
std::optional<AgeLimit> readAgeLimit(std::string_view cell);

} // namespace till
