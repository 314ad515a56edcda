#include "domain/catalog/gtin.h"

#include <algorithm>

namespace till {
namespace {

std::int64_t number(std::string_view digits)
{
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

/// Manufacturer and item digits (10 of UPC-A) for the six in the middle of UPC-E.
std::string upcABody(char system, std::string_view six)
{
    const auto at = [&](std::size_t from, std::size_t count) { return std::string{six.substr(from, count)}; };
    const std::string start{system};
    switch (six[5]) {
    case '0':
    case '1':
    case '2': return start + at(0, 2) + six[5] + "0000" + at(2, 3);
    case '3': return start + at(0, 3) + "00000" + at(3, 2);
    case '4': return start + at(0, 4) + "00000" + at(4, 1);
    default: return start + at(0, 5) + "0000" + six[5];
    }
}

/// The six digits in the middle of UPC-E for the ten of UPC-A, by the first rule that fits.
std::optional<std::string> upcESix(std::string_view ten)
{
    const auto zeros = [&](std::size_t from, std::size_t count) {
        return ten.substr(from, count).find_first_not_of('0') == std::string_view::npos;
    };
    const auto at = [&](std::size_t from, std::size_t count) { return std::string{ten.substr(from, count)}; };
    if (ten[2] <= '2' && zeros(3, 4)) return at(0, 2) + at(7, 3) + ten[2];
    if (zeros(3, 5)) return at(0, 3) + at(8, 2) + '3';
    if (zeros(4, 5)) return at(0, 4) + ten[9] + '4';
    if (zeros(5, 4) && ten[9] >= '5') return at(0, 5) + ten[9];
    return std::nullopt;
}

} // namespace

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

char checkDigitFor(std::string_view body)
{
    int sum = 0;
    int weight = 3;
    for (auto i = body.size(); i-- > 0;) {
        sum += (body[i] - '0') * weight;
        weight = 4 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool hasValidCheckDigit(std::string_view code)
{
    return code.size() >= 2 && isDigits(code) &&
           checkDigitFor(code.substr(0, code.size() - 1)) == code.back();
}

std::optional<std::int64_t> gtin14(std::string_view code)
{
    if (code.size() == 8 && code.front() == '0') {
        if (const auto upcA = expandUpcE(code)) return number(*upcA);
    }
    if (code.size() != 8 && (code.size() < 12 || code.size() > 14)) return std::nullopt;
    if (!hasValidCheckDigit(code)) return std::nullopt;
    return number(code);
}

std::string gtin14Text(std::int64_t gtin)
{
    const auto digits = std::to_string(gtin);
    return digits.size() < 14 ? std::string(14 - digits.size(), '0') + digits : digits;
}

std::optional<std::string> expandUpcE(std::string_view upcE)
{
    if (upcE.size() != 8 || !isDigits(upcE) || upcE.front() > '1') return std::nullopt;
    auto upcA = upcABody(upcE.front(), upcE.substr(1, 6));
    if (checkDigitFor(upcA) != upcE.back()) return std::nullopt;
    return upcA + upcE.back();
}

std::optional<std::string> compressUpcA(std::string_view upcA)
{
    if (upcA.size() != 12 || upcA.front() > '1' || !hasValidCheckDigit(upcA)) return std::nullopt;
    const auto six = upcESix(upcA.substr(1, 10));
    if (!six) return std::nullopt;
    return upcA.front() + *six + upcA.back();
}

std::optional<std::string> isbn13FromIsbn10(std::string_view isbn10)
{
    if (isbn10.size() != 10 || !isDigits(isbn10.substr(0, 9))) return std::nullopt;
    const char last = isbn10.back();
    if (last != 'X' && last != 'x' && (last < '0' || last > '9')) return std::nullopt;
    int sum = last == 'X' || last == 'x' ? 10 : last - '0';
    for (std::size_t i = 0; i < 9; ++i) sum += (isbn10[i] - '0') * (10 - static_cast<int>(i));
    if (sum % 11 != 0) return std::nullopt;
    const auto body = "978" + std::string{isbn10.substr(0, 9)};
    return body + checkDigitFor(body);
}

} // namespace till
