#include "base/decimal.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "domain/cash/currency.h"
#include "services/country_presets.h"
#include "services/setting_list.h"

#include <algorithm>

namespace till {
namespace {

struct InitOptions {
    std::string name;
    std::string country;
    std::string currency;
    std::string timeZone;
    std::string dayCutoff;
    std::string prices;
    std::vector<std::string> taxes;
    std::string cashRounding;
    std::string owner;
    std::string address;
    std::string taxNumber;
};

std::string upperCase(std::string text)
{
    for (auto& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

/// "A", "VAT", "T1": short enough to stand beside every line of a receipt.
bool isTaxCode(const std::string& text)
{
    return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

bool hasTax(const ShopSetup& setup, const std::string& code)
{
    return std::any_of(
        setup.taxes.begin(), setup.taxes.end(), [&](const auto& tax) { return tax.code == code; });
}

std::string nextTaxCode(const ShopSetup& setup)
{
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (!hasTax(setup, {letter})) return {letter};
    }
    throw UsageError{"--tax: a shop has at most 26 taxes without a code of their own."};
}

void replaceTaxes(const std::vector<std::string>& texts, ShopSetup& setup)
{
    if (texts.empty()) return;
    setup.taxes.clear();
    setup.taxClasses.clear();
    for (const auto& text : texts) {
        const auto equals = text.rfind('=');
        if (equals == std::string::npos || equals == 0)
            throw UsageError{"--tax is written NAME=RATE, like Standard=20."};
        const auto name = text.substr(0, equals);
        const auto rate = percentValue("--tax", text.substr(equals + 1));
        if (rate.isNegative()) throw UsageError{"--tax: a rate is not negative."};
        const bool isTwice = std::any_of(setup.taxes.begin(), setup.taxes.end(),
            [&](const auto& tax) { return tax.name == name || (isTaxCode(name) && tax.code == name); });
        if (isTwice) throw UsageError{"--tax: " + name + " is there twice."};
        setup.taxes.push_back({isTaxCode(name) ? name : nextTaxCode(setup), name, rate, false});
    }
}

ShopSetup presetFor(const InitOptions& options)
{
    const auto country = upperCase(options.country);
    const auto preset = countryPreset(country);
    auto setup = preset ? preset->setup : ShopSetup{};
    setup.country = country;
    if (!options.currency.empty()) {
        const auto currency = upperCase(options.currency);
        if (currency != setup.currency) setup.cashStep = {}; // the preset's coins are of another currency
        setup.currency = currency;
    }
    if (!options.timeZone.empty()) setup.timeZone = options.timeZone;
    if (setup.currency.empty())
        throw UsageError{"There is no preset for " + country + ": give --currency, like EUR."};
    if (setup.timeZone.empty())
        throw UsageError{"There is no preset for " + country + ": give --timezone, like Europe/Paris."};
    return setup;
}

ShopSetup setupFor(const InitOptions& options)
{
    auto setup = presetFor(options);
    setup.name = options.name;
    if (!options.prices.empty()) setup.pricesIncludeTax = options.prices == "inclusive";
    if (!options.dayCutoff.empty()) {
        const auto cutoff = parseCutoff(options.dayCutoff);
        if (!cutoff) throw UsageError{"--day-cutoff is a time like 04:00."};
        setup.dayCutoff = *cutoff;
    }
    if (!options.cashRounding.empty()) {
        const auto decimals = currencyDecimals(setup.currency).value_or(2);
        setup.cashStep = moneyValue("--cash-rounding", options.cashRounding, decimals);
        if (setup.cashStep.isNegative()) throw UsageError{"--cash-rounding is the smallest coin, like 0.05."};
    }
    replaceTaxes(options.taxes, setup);
    setup.ownerName = options.owner;
    setup.address = options.address;
    setup.taxNumber = options.taxNumber;
    return setup;
}

Outcome describe(Shop& shop, const ShopSetup& setup)
{
    const auto& facts = shop.facts();
    const auto path = std::filesystem::absolute(shop.file()).string();
    Json taxes = Json::array();
    std::string taxText;
    for (const auto& tax : setup.taxes) {
        taxes.push_back({{"code", tax.code}, {"name", tax.name}, {"percent", formatPercent(tax.rate)}});
        taxText += (taxText.empty() ? "" : ", ") + tax.code + " " + formatPercent(tax.rate) + " %";
    }
    Outcome outcome;
    outcome.json = {{"shop", path}, {"uid", facts.uid.toText()}, {"till", facts.tillCode},
        {"name", facts.name}, {"country", facts.country}, {"currency", facts.currency},
        {"timezone", shop.calendar().zone()}, {"prices", facts.pricesIncludeTax ? "inclusive" : "exclusive"},
        {"cash_rounding", formatMoney(facts.cashStep, facts.decimals)}, {"taxes", taxes}};
    FactList list;
    list.add("shop", path);
    list.add("name", facts.name);
    list.add("uid", facts.uid.toText());
    list.add("till", facts.tillCode);
    list.add("currency", facts.currency);
    list.add("taxes", taxText.empty() ? "none" : taxText);
    outcome.text = list.text();
    return outcome;
}

Result<Outcome> init(const Frame& frame, const InitOptions& options)
{
    const auto setup = setupFor(options);
    const auto shop = Shop::create(frame.shopOptions(Access::Write), setup, frame.clock());
    if (!shop) return shop.error();
    if (setup.taxes.empty()) {
        frame.remark(
            "there is no preset for " + setup.country + ", so the shop has no taxes; --tax gives it some.");
    } else if (options.taxes.empty()) {
        frame.remark("taxes and rounding come from the country's preset: check them with your accountant.");
    }
    return describe(**shop, setup);
}

} // namespace

void addInitCommand(CLI::App& app, Frame& frame)
{
    auto* command = app.add_subcommand("init", "Create a shop; the country presets what is not said");
    const auto options = std::make_shared<InitOptions>();
    addText(*command, "--name", options->name, "Name of the shop")->required();
    addText(*command, "--country", options->country, "Two letters, like FR")->required();
    addText(*command, "--currency", options->currency, "Three letters, like EUR");
    addText(*command, "--timezone", options->timeZone, "Like Europe/Paris");
    addText(*command, "--day-cutoff", options->dayCutoff,
        "Until when the night belongs to the day before, like 04:00");
    addText(*command, "--prices", options->prices, "With or without tax")
        ->check(CLI::IsMember({"inclusive", "exclusive"}));
    addTexts(*command, "--tax", options->taxes, "NAME=RATE in percent, like Standard=20; may be repeated");
    addText(*command, "--cash-rounding", options->cashRounding, "Smallest coin, like 0.05");
    addText(*command, "--owner", options->owner, "Name of the owner");
    addText(*command, "--address", options->address, "Address, for the receipt");
    addText(*command, "--tax-number", options->taxNumber, "Tax number, for the receipt");
    onCommand(command, frame, options, init);
}

} // namespace till
