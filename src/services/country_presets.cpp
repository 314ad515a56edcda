#include "services/country_presets.h"

#include "base/decimal.h"
#include "base/embedded_file.h"
#include "domain/cash/currency.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace till {
namespace {

using nlohmann::json;

CountryPreset readPreset(const json& entry)
{
    CountryPreset preset;
    preset.code = entry.at("code");
    preset.name = entry.at("name");
    preset.taxWord = entry.at("tax_word");
    preset.validSince = entry.at("since");
    preset.source = entry.at("source");
    preset.note = entry.at("note");
    auto& setup = preset.setup;
    setup.country = preset.code;
    setup.currency = entry.at("currency");
    setup.timeZone = entry.at("zone");
    setup.pricesIncludeTax = entry.at("prices") == "inclusive";
    setup.cashStep =
        parseMoney(entry.at("cash_step").get<std::string>(), *currencyDecimals(setup.currency)).value();
    setup.cashTies =
        entry.value("cash_ties", "away") == "toward" ? CashTies::TowardZero : CashTies::AwayFromZero;
    for (const auto& tax : entry.at("taxes")) {
        setup.taxes.push_back(
            {tax.at(0), tax.at(1), parsePercent(tax.at(2).get<std::string>()).value(), false});
        preset.usedFor.push_back(tax.at(3));
    }
    if (entry.contains("classes")) {
        for (const auto& taxClass : entry.at("classes")) {
            setup.taxClasses.push_back({taxClass.at(0), taxClass.at(1).get<std::vector<std::string>>()});
        }
    }
    return preset;
}

std::vector<CountryPreset> readPresets()
{
    const auto files = embedded::resources();
    const auto file = std::find_if(
        files.begin(), files.end(), [](const EmbeddedFile& each) { return each.name == "countries.json"; });
    if (file == files.end()) throw std::logic_error{"countries.json is not compiled in"};
    std::vector<CountryPreset> presets;
    for (const auto& entry : json::parse(file->text)) presets.push_back(readPreset(entry));
    std::sort(presets.begin(), presets.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return presets;
}

} // namespace

const std::vector<CountryPreset>& countryPresets()
{
    static const auto kPresets = readPresets();
    return kPresets;
}

std::optional<CountryPreset> countryPreset(std::string_view code)
{
    const auto& presets = countryPresets();
    const auto found = std::find_if(
        presets.begin(), presets.end(), [code](const auto& preset) { return preset.code == code; });
    return found == presets.end() ? std::nullopt : std::optional{*found};
}

} // namespace till
