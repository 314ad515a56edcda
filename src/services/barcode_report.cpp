#include "services/barcode_report.h"

#include "base/decimal.h"
#include "domain/catalog/barcode.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>

namespace till {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kCommonDecimals = 2;

struct Meaning {
    std::string_view ai;
    const char* name;
};

constexpr Meaning kTexts[] = {{"01", "gtin"}, {"02", "content_gtin"}, {"10", "lot"}, {"21", "serial"},
    {"00", "sscc"}, {"240", "additional_id"}};

constexpr Meaning kDates[] = {{"11", "production_date"}, {"12", "due_date"}, {"13", "packaging_date"},
    {"15", "best_before"}, {"16", "sell_by"}, {"17", "expiry"}, {"7003", "expiry_time_date"},
    {"7006", "first_freeze_date"}, {"7007", "harvest_date"}, {"4326", "release_date"}};

constexpr Meaning kNumbers[] = {{"30", "count"}, {"37", "content_count"}, {"310", "net_weight_kg"},
    {"320", "net_weight_lb"}, {"315", "net_volume_l"}, {"311", "length_m"}, {"314", "area_m2"},
    {"330", "gross_weight_kg"}, {"390", "amount"}, {"391", "amount"}, {"392", "price"}, {"393", "price"},
    {"394", "percent_off"}, {"395", "price_per_unit"}};

std::string dateText(std::chrono::year_month_day date)
{
    return BusinessDay::fromDate(date).toText();
}

void addMeanings(Json& json, const Gs1Element& element)
{
    for (const auto& [ai, name] : kTexts) {
        if (element.ai == ai) json[name] = element.value;
    }
    for (const auto& [ai, name] : kDates) {
        if (element.ai == ai && element.date) json[name] = dateText(*element.date);
    }
    // A measure's identifier ends in the number of its decimals.
    const auto family = std::string_view{element.ai}.substr(0, element.ai.size() == 4 ? 3 : 2);
    for (const auto& [ai, name] : kNumbers) {
        if (family == ai && element.number) {
            json[name] =
                formatScaled(element.number->digits, element.number->decimals, element.number->decimals);
        }
    }
    if (!element.currency.empty()) json["currency"] = element.currency;
}

void addEmbedded(Json& json, const EmbeddedCode& code)
{
    json["item"] = code.item;
    json["lookup"] = code.lookupCode;
    if (!code.valueDigits.empty()) json["value"] = code.valueDigits;
    if (code.price) json["price"] = formatMoney(*code.price, kCommonDecimals);
    if (code.quantity && code.kind == EmbeddedKind::Weight)
        json["weight_kg"] = formatQuantity(*code.quantity);
    if (code.quantity && code.kind == EmbeddedKind::Count) json["count"] = formatQuantity(*code.quantity);
}

Json elementsOf(const Barcode& barcode)
{
    auto json = Json::object();
    for (const auto& element : barcode.elements) json[element.ai] = element.value;
    for (const auto& element : barcode.elements) addMeanings(json, element);
    if (barcode.embedded) addEmbedded(json, *barcode.embedded);
    if (!barcode.addOn.empty()) json["add_on"] = barcode.addOn;
    if (!barcode.gtin14) return json;
    const auto gtin = gtin14Text(*barcode.gtin14);
    if (barcode.symbology == Symbology::UpcE) json["upca"] = gtin.substr(2);
    if (barcode.symbology == Symbology::Itf14) json["indicator"] = gtin.substr(0, 1);
    if (barcode.symbology == Symbology::Isbn) json["isbn13"] = gtin.substr(1);
    return json;
}

bool isShopsOwn(Symbology symbology)
{
    return symbology == Symbology::InStore || symbology == Symbology::InStorePrice ||
           symbology == Symbology::InStoreWeight;
}

Json reportOf(const std::string& input, const BarcodeContext& context)
{
    const auto barcode = classify(input, context);
    Json json;
    json["input"] = input;
    json["ok"] = barcode.ok();
    json["symbology"] = toText(barcode.symbology);
    json["gtin"] = nullptr;
    if (barcode.gtin14 && !isShopsOwn(barcode.symbology)) json["gtin"] = gtin14Text(*barcode.gtin14);
    json["elements"] = elementsOf(barcode);
    json["error"] = nullptr;
    if (barcode.error) {
        json["error"] = Json{{"code", toText(barcode.error->code)}, {"detail", barcode.error->detail}};
    }
    return json;
}

int yearOf(const Clock& clock)
{
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(clock.now())};
    return static_cast<int>(today.year());
}

const EmbeddedCodeRules& commonRules()
{
    static const auto rules = makeEmbeddedCodeRules(commonEmbeddedCodeFormats(), kCommonDecimals).value();
    return rules;
}

} // namespace

std::span<const EmbeddedCodeFormat> commonEmbeddedCodeFormats()
{
    static const std::array<EmbeddedCodeFormat, 12> formats{{{"21IIIIIWWWWWC"}, {"23IIIIIPPPPPC"},
        {"02IIIIIVVVVVC"}, {"20IIIIIVVVVVC"}, {"22IIIIIVVVVVC"}, {"24IIIIIVVVVVC"}, {"25IIIIIVVVVVC"},
        {"26IIIIIVVVVVC"}, {"27IIIIIVVVVVC"}, {"28IIIIIVVVVVC"}, {"29IIIIIVVVVVC"}, {"2IIIIIVVVVVC"}}};
    return formats;
}

std::string barcodeReportJson(std::span<const std::string> codes, const Clock& clock)
{
    return barcodeReportJson(codes, commonRules(), clock);
}

std::string barcodeReportJson(
    std::span<const std::string> codes, std::span<const EmbeddedCodeRule> rules, const Clock& clock)
{
    const BarcodeContext context{.embeddedRules = rules, .currentYear = yearOf(clock)};
    auto report = Json::array();
    for (const auto& code : codes) report.push_back(reportOf(code, context));
    return report.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace till
