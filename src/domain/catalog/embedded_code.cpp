#include "domain/catalog/embedded_code.h"

#include "domain/catalog/gtin.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

constexpr std::string_view kValueLetters = "WPQV";

std::string pick(std::string_view digits, std::string_view pattern, std::string_view letters)
{
    std::string picked;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (letters.find(pattern[i]) != std::string_view::npos) picked += digits[i];
    }
    return picked;
}

EmbeddedKind kindOf(std::string_view pattern)
{
    if (pattern.find('W') != std::string_view::npos) return EmbeddedKind::Weight;
    if (pattern.find('P') != std::string_view::npos) return EmbeddedKind::Price;
    if (pattern.find('Q') != std::string_view::npos) return EmbeddedKind::Count;
    return pattern.find('V') != std::string_view::npos ? EmbeddedKind::Unknown : EmbeddedKind::None;
}

bool isWellFormed(std::string_view pattern)
{
    constexpr std::size_t kLongest = 30;
    if (pattern.empty() || pattern.size() > kLongest) return false;
    if (pattern.find_first_not_of("0123456789IWPQVKC") != std::string_view::npos) return false;
    const auto count = [&](char letter) { return std::count(pattern.begin(), pattern.end(), letter); };
    const auto values = pick(pattern, pattern, kValueLetters);
    const bool oneKind = values.find_first_not_of(values.substr(0, 1)) == std::string::npos;
    const bool verifier = count('K') == 0 || (count('K') == 1 && (values.size() == 4 || values.size() == 5));
    const bool check = count('C') == 0 || (count('C') == 1 && pattern.back() == 'C');
    return count('I') > 0 && oneKind && values.size() <= 9 && verifier && check;
}

/// The power of ten from the value's digits to what it counts in; nothing when that would need a fraction.
std::optional<std::int64_t> scaleOf(EmbeddedKind kind, std::optional<int> decimals, int currencyDecimals)
{
    const bool price = kind == EmbeddedKind::Price;
    const int held = price ? currencyDecimals : 3;
    const int standard = kind == EmbeddedKind::Count ? 0 : held;
    const int missing = held - decimals.value_or(standard);
    if (missing < 0 || missing > held) return std::nullopt;
    std::int64_t scale = 1;
    for (int i = 0; i < missing; ++i) scale *= 10;
    return scale;
}

// What a digit weighs: 2- is twice the digit less its tens, 5+ and 5- five times the digit plus or less its
// tens.
constexpr std::array<int, 10> kTwoMinus{0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
constexpr std::array<int, 10> kThree{0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
constexpr std::array<int, 10> kFivePlus{0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
constexpr std::array<int, 10> kFiveMinus{0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

template <std::size_t Size>
int weighed(std::string_view digits, const std::array<const std::array<int, 10>*, Size>& weights)
{
    int sum = 0;
    for (std::size_t i = 0; i < Size; ++i) sum += (*weights[i])[static_cast<std::size_t>(digits[i] - '0')];
    return sum;
}

} // namespace

char priceVerifierFor(std::string_view digits)
{
    if (digits.size() == 4) {
        const auto sum = weighed<4>(digits, {&kTwoMinus, &kTwoMinus, &kThree, &kFiveMinus});
        return static_cast<char>('0' + sum * 3 % 10);
    }
    if (digits.size() != 5) return '0';
    const auto sum = weighed<5>(digits, {&kFivePlus, &kTwoMinus, &kFiveMinus, &kFivePlus, &kTwoMinus});
    // The verifier is the digit whose own 5- weight completes the sum to a full ten.
    const auto found = std::find(kFiveMinus.begin(), kFiveMinus.end(), (10 - sum % 10) % 10);
    return static_cast<char>('0' + (found - kFiveMinus.begin()));
}

Result<EmbeddedCodeRule> EmbeddedCodeRule::make(const EmbeddedCodeFormat& format, int currencyDecimals)
{
    const Error invalid{ErrorCode::SettingInvalid, format.pattern};
    if (!isWellFormed(format.pattern)) return invalid;
    const auto kind = kindOf(format.pattern);
    const auto scale = scaleOf(kind, format.decimals, currencyDecimals);
    if (!scale) return invalid;
    EmbeddedCodeRule rule;
    rule.m_pattern = format.pattern;
    rule.m_kind = kind;
    rule.m_scale = *scale;
    return rule;
}

bool EmbeddedCodeRule::matches(std::string_view digits) const
{
    return digits.size() == m_pattern.size() &&
           std::equal(digits.begin(), digits.end(), m_pattern.begin(),
               [](char digit, char sign) { return sign >= 'A' || sign == digit; }) &&
           isDigits(digits);
}

Result<EmbeddedCode> EmbeddedCodeRule::read(std::string_view digits) const
{
    const bool checked = m_pattern.back() == 'C';
    if (checked && !hasValidCheckDigit(digits)) return Error{ErrorCode::BarcodeCheckDigit};

    EmbeddedCode code{.kind = m_kind,
        .item = pick(digits, m_pattern, "I"),
        .lookupCode = std::string{digits},
        .valueDigits = pick(digits, m_pattern, kValueLetters)};
    const auto verifier = pick(digits, m_pattern, "K");
    if (!verifier.empty() && verifier.front() != priceVerifierFor(code.valueDigits)) {
        return Error{ErrorCode::BarcodeCheckDigit, "price"};
    }
    for (std::size_t i = 0; i < m_pattern.size(); ++i) {
        // The verifier of a price of zero is zero.
        if (std::string_view{"WPQVK"}.find(m_pattern[i]) != std::string_view::npos) code.lookupCode[i] = '0';
    }
    if (checked) code.lookupCode.back() = checkDigitFor(code.lookupCode.substr(0, digits.size() - 1));

    std::int64_t value = 0;
    for (const char c : code.valueDigits) value = value * 10 + (c - '0');
    value *= m_scale;
    if (m_kind == EmbeddedKind::Weight || m_kind == EmbeddedKind::Count)
        code.quantity = Quantity::fromThousandths(value);
    if (m_kind == EmbeddedKind::Price) code.price = Money::fromMinor(value);
    return code;
}

Result<EmbeddedCodeRules> makeEmbeddedCodeRules(
    std::span<const EmbeddedCodeFormat> formats, int currencyDecimals)
{
    EmbeddedCodeRules rules;
    for (const auto& format : formats) {
        auto rule = EmbeddedCodeRule::make(format, currencyDecimals);
        if (!rule) return rule.error();
        rules.push_back(*std::move(rule));
    }
    return rules;
}

} // namespace till
