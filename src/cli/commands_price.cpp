#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "services/barcode_report.h"
#include "services/price_cart.h"

namespace till {
namespace {

struct PriceOptions {
    std::string cart;
};

struct BarcodeOptions {
    std::vector<std::string> codes;
};

Result<Outcome> price(const Frame&, const PriceOptions& options)
{
    const auto cart = readInput(options.cart);
    if (!cart) return cart.error();
    const auto priced = priceCart(*cart);
    if (!priced) return priced.error();
    Outcome outcome;
    outcome.json = Json::parse(*priced);
    constexpr int kIndent = 2;
    outcome.text = outcome.json.dump(kIndent) + "\n"; // its schema is the readable form too
    return outcome;
}

std::string textOf(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : std::string{};
}

std::string meaningOf(const Json& row)
{
    if (!row.at("error").is_null()) return textOf(row.at("error").at("text"));
    std::string text;
    for (const auto& [name, value] : row.at("elements").items()) {
        text += (text.empty() ? "" : ", ") + name + " " + textOf(value);
    }
    return text;
}

/// The rows come with codes; the sentences are this program's.
void addSentence(Json& row)
{
    using enum ErrorCode;
    auto& error = row.at("error");
    if (error.is_null()) return;
    for (const auto code : {BarcodeCheckDigit, BarcodeLength, BarcodeCharacters, BarcodeElement}) {
        if (toText(code) != textOf(error.at("code"))) continue;
        const auto about = textOf(code == BarcodeElement ? error.at("detail") : row.at("input"));
        error["text"] = sentenceOf({code, about}, {});
    }
}

Result<Outcome> classify(const Frame& frame, const BarcodeOptions& options)
{
    Outcome outcome;
    outcome.json = Json::parse(barcodeReportJson(options.codes, frame.clock()));
    TextTable table{{{"code"}, {""}, {"kind"}, {"GTIN"}, {"says"}}};
    for (auto& row : outcome.json) {
        addSentence(row);
        table.add({textOf(row.at("input")), row.at("ok").get<bool>() ? "ok" : "wrong",
            textOf(row.at("symbology")), textOf(row.at("gtin")), meaningOf(row)});
    }
    outcome.text = table.text();
    return outcome;
}

} // namespace

void addPriceCommands(CLI::App& app, Frame& frame)
{
    auto* command = app.add_subcommand("price", "Price a cart without selling it; needs no shop");
    const auto options = std::make_shared<PriceOptions>();
    addText(*command, "--cart", options->cart, "A JSON file; - reads standard input")->required();
    onCommand(command, frame, options, price);

    auto* barcode = app.add_subcommand("barcode", "What codes are, and whether they are well formed");
    const auto codes = std::make_shared<BarcodeOptions>();
    barcode->add_option("CODE", codes->codes, "EAN, UPC, ITF, GS1 element string, Digital Link ...")
        ->required()
        ->transform([](std::string text) { return unmarked(std::move(text)); });
    onCommand(barcode, frame, codes, classify);
}

} // namespace till
