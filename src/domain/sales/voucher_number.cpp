#include "domain/sales/voucher_number.h"

namespace till {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kMark = "GV";
constexpr std::size_t kLength = 13; ///< after the mark, with the check character
constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 40;

char checkCharacter(std::string_view body)
{
    std::size_t sum = 0;
    bool twice = true; // the character beside the check character counts twice
    for (auto letter = body.rbegin(); letter != body.rend(); ++letter) {
        const auto value = kLetters.find(*letter) * (twice ? 2 : 1);
        sum += value / kLetters.size() + value % kLetters.size();
        twice = !twice;
    }
    return kLetters[(kLetters.size() - sum % kLetters.size()) % kLetters.size()];
}

} // namespace

std::string makeVoucherNumber(const std::array<std::uint8_t, 12>& random)
{
    std::string body;
    for (const auto byte : random) body += kLetters[byte % kLetters.size()];
    return std::string{kMark} + body + checkCharacter(body);
}

std::optional<std::string> readOwnVoucherNumber(std::string_view text)
{
    auto number = cleanVoucherNumber(text);
    if (!number || number->size() != kMark.size() + kLength || !number->starts_with(kMark))
        return std::nullopt;
    for (auto at = kMark.size(); at < number->size(); ++at) {
        auto& letter = (*number)[at];
        if (letter == 'O') letter = '0';
        if (letter == 'I' || letter == 'L') letter = '1';
        if (kLetters.find(letter) == std::string_view::npos) return std::nullopt;
    }
    const auto body = std::string_view{*number}.substr(kMark.size(), kLength - 1);
    return checkCharacter(body) == number->back() ? std::optional{*number} : std::nullopt;
}

Result<std::string> cleanVoucherNumber(std::string_view text)
{
    std::string number;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        const bool small = c >= 'a' && c <= 'z';
        if (!small && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9'))
            return Error{ErrorCode::CodeInvalid, "number of a voucher"};
        number += small ? static_cast<char>(c - 'a' + 'A') : c;
        if (number.size() > kLongest) break;
    }
    if (number.size() < kShortest || number.size() > kLongest)
        return Error{ErrorCode::CodeInvalid, "number of a voucher"};
    return number;
}

} // namespace till
