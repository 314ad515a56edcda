#include "services/code_rules.h"

#include "services/barcode_report.h"

#include <algorithm>

namespace till {
namespace {

Result<EmbeddedCodeFormat> parseFormat(std::string_view text)
{
    const auto colon = text.find(':');
    EmbeddedCodeFormat format{std::string{text.substr(0, colon)}};
    if (colon == std::string_view::npos) return format;
    const auto decimals = text.substr(colon + 1);
    if (decimals.size() != 1 || decimals[0] < '0' || decimals[0] > '9')
        return Error{ErrorCode::SettingInvalid, std::string{text}};
    format.decimals = decimals[0] - '0';
    return format;
}

} // namespace

Result<EmbeddedCodeRules> parseCodeRules(std::string_view text, int currencyDecimals)
{
    constexpr std::string_view kSeparators = ",; \t\n";
    std::vector<EmbeddedCodeFormat> formats;
    for (auto at = text.find_first_not_of(kSeparators); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(kSeparators, at), text.size());
        auto format = parseFormat(text.substr(at, end - at));
        if (!format) return format.error();
        formats.push_back(std::move(*format));
        at = text.find_first_not_of(kSeparators, end);
    }
    if (formats.empty()) {
        const auto common = commonEmbeddedCodeFormats();
        formats.assign(common.begin(), common.end());
    }
    return makeEmbeddedCodeRules(formats, currencyDecimals);
}

} // namespace till
