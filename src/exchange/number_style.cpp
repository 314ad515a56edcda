#include "exchange/number_style.h"

#include "base/decimal.h"
#include "exchange/row_problem.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace till {
namespace {

constexpr std::size_t kMaxCellBytes = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool removePrefix(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool removeSuffix(std::string_view& text, std::string_view suffix)
{
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

constexpr std::array<std::string_view, 5> kSpaces{" ", "\t", "\u00A0", "\u202F", "\u2009"};
constexpr std::array<std::string_view, 2> kApostrophes{"'", "\u2019"};
constexpr std::array<std::string_view, 27> kCurrencySigns{"R$", "A$", "C$", "US$", "$", "€", "£", "¥", "₹",
    "₽", "₺", "₩", "₪", "₫", "₴", "₦", "฿", "zł", "kr.", "kr", "Kč", "Ft", "Fr.", "Rs.", "Rs", "lei", "лв"};

void trimSpaces(std::string_view& text)
{
    const auto isPlain = [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x7F; };
    if (text.empty() || (isPlain(text.front()) && isPlain(text.back()))) return;
    const auto any = [&text](auto remove) {
        return std::any_of(
            kSpaces.begin(), kSpaces.end(), [&](std::string_view space) { return remove(text, space); });
    };
    while (any(removePrefix) || any(removeSuffix)) {
    }
}

bool isCurrencyCode(std::string_view text)
{
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool removeCurrency(std::string_view& text)
{
    for (const auto sign : kCurrencySigns) {
        if (removePrefix(text, sign) || removeSuffix(text, sign)) return true;
    }
    if (text.size() <= 3) return false;
    if (isCurrencyCode(text.substr(0, 3))) {
        text.remove_prefix(3);
        return true;
    }
    if (isCurrencyCode(text.substr(text.size() - 3))) {
        text.remove_suffix(3);
        return true;
    }
    return false;
}

/// A number's bare signs: digits, '.', ',' and '\'' for every other way to group thousands.
struct Bare {
    std::array<char, kMaxCellBytes> buffer{};
    std::size_t length = 0;
    bool isNegative = false;
    bool isNumber = false;

    std::string_view text() const { return {buffer.data(), length}; }
};

bool copyBare(std::string_view text, Bare& bare)
{
    const auto removeGrouping = [&text] {
        const auto remove = [&text](std::string_view mark) { return removePrefix(text, mark); };
        return std::any_of(kSpaces.begin(), kSpaces.end(), remove) ||
               std::any_of(kApostrophes.begin(), kApostrophes.end(), remove);
    };
    while (!text.empty()) {
        const char c = text.front();
        if (isDigit(c) || c == '.' || c == ',') {
            bare.buffer[bare.length++] = c;
            text.remove_prefix(1);
        } else if (removeGrouping()) {
            bare.buffer[bare.length++] = '\'';
        } else {
            return false;
        }
    }
    return bare.length > 0 && isDigit(bare.buffer[bare.length - 1]);
}

Bare bareNumber(std::string_view cell)
{
    Bare bare;
    trimSpaces(cell);
    removePrefix(cell, "'"); // a spreadsheet's "this is text"
    if (cell.empty() || cell.size() > kMaxCellBytes) return bare;
    bool hasSign = false;
    bool hasCurrency = false;
    const bool isPlain = isDigit(cell.front()) && isDigit(cell.back());
    for (bool isStripping = !isPlain; isStripping;) {
        isStripping = false;
        trimSpaces(cell);
        if (!hasSign && (removePrefix(cell, "-") || removePrefix(cell, "\u2212"))) {
            bare.isNegative = hasSign = isStripping = true;
        } else if (!hasSign && removePrefix(cell, "+")) {
            hasSign = isStripping = true;
        } else if (!hasCurrency && !cell.empty() && removeCurrency(cell)) {
            hasCurrency = isStripping = true;
        }
    }
    bare.isNumber = copyBare(cell, bare);
    return bare;
}

/// "1,234,567", also India's "12,34,567": a first group of up to three, the last of exactly three.
bool isGrouped(std::string_view whole, char mark)
{
    auto at = whole.find(mark);
    if (at == std::string_view::npos) return std::all_of(whole.begin(), whole.end(), isDigit);
    if (at == 0 || at > 3) return false;
    for (;;) {
        const auto next = whole.find(mark, at + 1);
        const auto digits = std::min(next, whole.size()) - at - 1;
        if (next == std::string_view::npos) return digits == 3;
        if (digits != 3 && !(mark == ',' && digits == 2)) return false;
        at = next;
    }
}

bool onlyDigitsAnd(std::string_view text, char mark)
{
    return std::all_of(text.begin(), text.end(), [mark](char c) { return isDigit(c) || c == mark; });
}

/// The whole part may be grouped by one kind of mark.
bool isWhole(std::string_view whole, char otherMark)
{
    const auto has = [whole](char c) { return whole.find(c) != std::string_view::npos; };
    const char mark = has(otherMark) ? otherMark : '\'';
    return onlyDigitsAnd(whole, mark) && isGrouped(whole, mark);
}

NumberHint hintFor(char decimal)
{
    return decimal == '.' ? NumberHint::Point : NumberHint::Comma;
}

NumberHint hintOf(std::string_view bare, int maxDecimals)
{
    const auto last = bare.find_last_of(".,");
    if (last == std::string_view::npos) return NumberHint::Silent;
    const char mark = bare[last];
    const char other = mark == '.' ? ',' : '.';
    const auto whole = bare.substr(0, last);
    if (whole.find(mark) != std::string_view::npos) { // twice: only thousands come twice
        return onlyDigitsAnd(bare, mark) && isGrouped(bare, mark) ? hintFor(other) : NumberHint::Silent;
    }
    if (!isWhole(whole, other)) return NumberHint::Silent;
    const auto decimals = bare.size() - last - 1;
    const bool couldBeGroup = decimals == 3 && !whole.empty() && whole.size() <= 3 && whole.front() != '0' &&
                              std::all_of(whole.begin(), whole.end(), isDigit);
    if (!couldBeGroup) return hintFor(mark);
    return maxDecimals < 3 ? hintFor(other) : NumberHint::Ambiguous;
}

/// "1'234,50" read with a decimal comma: "1234.50", as parseScaled() wants it.
std::optional<std::string> machineNumber(std::string_view bare, char decimal)
{
    const auto at = bare.find(decimal);
    const auto whole = bare.substr(0, at);
    const auto decimals = at == std::string_view::npos ? std::string_view{} : bare.substr(at + 1);
    if (!isWhole(whole, decimal == '.' ? ',' : '.')) return {};
    std::string text;
    std::copy_if(whole.begin(), whole.end(), std::back_inserter(text), isDigit);
    if (text.empty()) text.push_back('0'); // ".99"
    if (at != std::string_view::npos) text.append(1, '.').append(decimals);
    return text;
}

/// The number times 10^scale of what a program wrote that counts in binary: 2.49 as "2.4900000000000002",
/// 19.99 as "19.989999999999998". Fifteen digits or more without leading noughts, and behind the scale four
/// noughts or nines or more, but for the last two digits.
std::optional<std::int64_t> binaryFraction(std::string_view text, int scale)
{
    constexpr std::size_t kFewestDigits = 15;
    const auto first = text.find_first_not_of("0.");
    const auto point = text.find('.');
    if (first == std::string_view::npos || point == std::string_view::npos) return {};
    const auto kept = point + 1 + static_cast<std::size_t>(scale);
    const auto digits = text.size() - first - (first < point ? 1 : 0);
    if (text.size() < kept + 6 || digits < kFewestDigits) return {};
    const auto tail = text.substr(kept, text.size() - kept - 2);
    const bool isBelow = tail.find_first_not_of('9') == std::string_view::npos;
    if (!isBelow && tail.find_first_not_of('0') != std::string_view::npos) return {};
    const auto value = parseScaled(text.substr(0, kept), scale);
    if (!value || *value == std::numeric_limits<std::int64_t>::max()) return {};
    return isBelow ? *value + 1 : *value;
}

} // namespace

NumberHint numberHint(std::string_view cell, int maxDecimals)
{
    const auto bare = bareNumber(cell);
    return bare.isNumber ? hintOf(bare.text(), maxDecimals) : NumberHint::Silent;
}

void NumberVotes::add(NumberHint hint)
{
    switch (hint) {
    case NumberHint::Silent: break;
    case NumberHint::Point: ++point; break;
    case NumberHint::Comma: ++comma; break;
    case NumberHint::Ambiguous: ++ambiguous; break;
    }
}

void NumberVotes::add(const NumberVotes& other)
{
    point += other.point;
    comma += other.comma;
    ambiguous += other.ambiguous;
}

NumberStyle decideStyle(const NumberVotes& column, const NumberVotes& file)
{
    const bool isSilent = column.point == 0 && column.comma == 0;
    const auto& votes = isSilent ? file : column;
    const bool isMixed = votes.point > 0 && votes.comma > 0;
    if (votes.point == votes.comma || (isSilent && isMixed)) return {{}, isMixed};
    return {votes.point > votes.comma ? DecimalMark::Point : DecimalMark::Comma, isMixed};
}

Result<std::int64_t> readScaled(std::string_view cell, const NumberStyle& style, int scale)
{
    const auto refused = [cell](ErrorCode code) { return Error{code, shortened(cell)}; };
    const auto bare = bareNumber(cell);
    if (!bare.isNumber) return refused(ErrorCode::NumberInvalid);
    const auto hint = hintOf(bare.text(), scale);
    const bool isUndecided = hint == NumberHint::Ambiguous ? !style.mark || style.mixed
                                                           : hint != NumberHint::Silent && !style.mark;
    if (isUndecided) return refused(ErrorCode::NumberAmbiguous);
    const auto text = machineNumber(bare.text(), style.mark == DecimalMark::Comma ? ',' : '.');
    if (!text) return refused(ErrorCode::NumberInvalid);
    auto value = parseScaled(*text, scale);
    if (!value) {
        const auto meant = binaryFraction(*text, scale);
        if (!meant) return refused(value.error().code);
        value = *meant;
    }
    return bare.isNegative ? -*value : *value;
}

Result<UnitPrice> readUnitPrice(std::string_view cell, const NumberStyle& style, int currencyDecimals)
{
    constexpr std::int64_t kMax = kMaxImportMinorUnits * 100;
    const auto value = readScaled(cell, style, currencyDecimals + 2);
    if (!value) return value.error();
    if (*value > kMax || *value < -kMax) return Error{ErrorCode::NumberOutOfRange, shortened(cell)};
    return UnitPrice::fromHundredths(*value);
}

Result<Quantity> readQuantity(std::string_view cell, const NumberStyle& style)
{
    constexpr std::int64_t kMax = 1'000'000'000'000;
    const auto value = readScaled(cell, style, 3);
    if (!value) return value.error();
    if (*value > kMax || *value < -kMax) return Error{ErrorCode::NumberOutOfRange, shortened(cell)};
    return Quantity::fromThousandths(*value);
}

} // namespace till
