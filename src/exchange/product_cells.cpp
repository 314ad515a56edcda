#include "exchange/product_cells.h"

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/row_problem.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool hasControl(std::string_view text)
{
    return std::any_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// "5,5" or "19.0"; a percentage has too few digits to be grouped.
std::optional<Rate> readPercent(std::string_view text)
{
    std::string plain{trimmedCell(text)};
    std::replace(plain.begin(), plain.end(), ',', '.');
    const auto rate = parsePercent(plain);
    if (!rate || rate->isNegative() || *rate > Rate::fromPercent(1000)) return {};
    return *rate;
}

/// The number in front of a '%'.
std::optional<Rate> percentInside(std::string_view text)
{
    const auto sign = text.find('%');
    if (sign == std::string_view::npos) return {};
    auto before = trimmedCell(text.substr(0, sign));
    const auto notNumber = before.find_last_not_of("0123456789.,");
    if (notNumber != std::string_view::npos) before.remove_prefix(notNumber + 1);
    return readPercent(before);
}

} // namespace

std::string_view trimmedCell(std::string_view cell)
{
    const auto isPlain = [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x7F; };
    if (cell.empty() || (isPlain(cell.front()) && isPlain(cell.back()))) return cell;
    for (bool isTrimming = true; isTrimming;) {
        isTrimming = false;
        constexpr std::array<std::string_view, 8> kSpaces{
            " ", "\t", "\n", "\r", "\u00A0", "\u202F", "\u2009", "\u3000"};
        for (const auto space : kSpaces) {
            if (cell.starts_with(space)) {
                cell.remove_prefix(space.size());
                isTrimming = true;
            }
            if (cell.ends_with(space)) {
                cell.remove_suffix(space.size());
                isTrimming = true;
            }
        }
    }
    return cell;
}

std::string_view plainCode(std::string_view cell)
{
    cell = trimmedCell(cell);
    if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"'))
        return cell.substr(2, cell.size() - 3);
    if (cell.size() >= 2 && cell[0] == '\'' && isDigit(cell[1])) return cell.substr(1);
    return cell;
}

bool isRoundedCode(std::string_view code)
{
    const auto exponent = code.find_first_of("eE");
    if (exponent == std::string_view::npos || exponent + 1 >= code.size()) return false;
    const auto mantissa = code.substr(0, exponent);
    auto digits = code.substr(exponent + 1);
    const bool hasPlus = digits.front() == '+';
    if (hasPlus) digits.remove_prefix(1);
    if (!allDigits(digits) || digits.size() > 3) return false;
    const bool hasMark = mantissa.size() >= 3 && isDigit(mantissa[0]) &&
                         (mantissa[1] == '.' || mantissa[1] == ',') && allDigits(mantissa.substr(2));
    return hasMark || (hasPlus && mantissa.size() == 1 && isDigit(mantissa[0]));
}

Result<std::vector<std::string>> splitBarcodes(std::string_view cell)
{
    std::vector<std::string> codes;
    const auto whole = plainCode(cell);
    if (isRoundedCode(whole)) return Error{ErrorCode::ImportBarcodeRounded, shortened(whole)};
    for (std::string_view rest = whole; !rest.empty();) {
        const auto end = std::min(rest.find_first_of("|;,"), rest.size());
        auto code = plainCode(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (code.empty()) continue;
        if (isRoundedCode(code)) return Error{ErrorCode::ImportBarcodeRounded, shortened(code)};
        if (hasControl(code)) return Error{ErrorCode::BarcodeCharacters, shortened(code)};
        // a code that went through a table of floating-point numbers whole
        if (code.ends_with(".0") && code.size() >= 10 && allDigits(code.substr(0, code.size() - 2)))
            code.remove_suffix(2);
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
    }
    return codes;
}

std::optional<bool> readFlag(std::string_view cell)
{
    constexpr std::array<std::string_view, 20> kYes{"y", "yes", "true", "1", "1.0", "x", "on", "t", "active",
        "enabled", "ja", "j", "wahr", "aktiv", "oui", "vrai", "actif", "si", "taxable", "unlisted"};
    constexpr std::array<std::string_view, 20> kNo{"n", "no", "false", "0", "0.0", "-1", "off", "f",
        "inactive", "disabled", "nein", "falsch", "inaktiv", "non", "faux", "inactif", "none", "draft",
        "archived", "shipping"};
    std::string lower{trimmedCell(cell)};
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    if (std::find(kYes.begin(), kYes.end(), lower) != kYes.end() || lower == "sí" || lower == "sì")
        return true;
    if (std::find(kNo.begin(), kNo.end(), lower) != kNo.end()) return false;
    return {};
}

TaxMention taxMention(std::string_view text)
{
    text = trimmedCell(text);
    if (const auto rate = readPercent(text)) return {"", rate};
    const auto rate = percentInside(text);
    if (rate && text.find_first_not_of("0123456789.,% ") == std::string_view::npos) return {"", rate};
    // "VAT" (19%): the rate in brackets is no part of the name
    if (const auto bracket = text.find('('); rate && bracket != std::string_view::npos && bracket > 0) {
        text = text.substr(0, bracket);
    }
    const auto isEdge = [](char c) { return c == ' ' || c == '"' || c == '-' || c == '\''; };
    while (!text.empty() && isEdge(text.front())) text.remove_prefix(1);
    while (!text.empty() && isEdge(text.back())) text.remove_suffix(1);
    return {std::string{text}, rate};
}

std::vector<std::string> categoryPath(std::string_view cell, std::string_view separator, bool several)
{
    std::string first{cell};
    if (several) {
        for (std::size_t at = 0; at < first.size(); ++at) {
            if (first[at] == '\\' && at + 1 < first.size() && first[at + 1] == ',') {
                first.erase(at, 1); // "\," is a comma of the name
            } else if (first[at] == ',') {
                first.resize(at);
            }
        }
    }
    std::vector<std::string> path;
    for (std::string_view rest = first; !rest.empty();) {
        const auto end = separator.empty() ? rest.size() : std::min(rest.find(separator), rest.size());
        if (const auto level = trimmedCell(rest.substr(0, end)); !level.empty()) path.emplace_back(level);
        rest.remove_prefix(std::min(end + separator.size(), rest.size()));
    }
    return path;
}

std::optional<AgeLimit> readAgeLimit(std::string_view cell)
{
    auto digits = trimmedCell(cell);
    if (digits.ends_with('+')) digits.remove_suffix(1);
    if (digits.size() == 2 && allDigits(digits)) {
        return AgeLimit{true, (digits[0] - '0') * 10 + (digits[1] - '0')};
    }
    const auto flag = readFlag(cell);
    if (!flag) return {};
    return AgeLimit{*flag, {}};
}

} // namespace till
