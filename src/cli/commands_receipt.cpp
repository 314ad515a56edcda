#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/options.h"
#include "cli/values.h"
#include "paper/escpos.h"
#include "paper/picture.h"
#include "paper/receipt_document.h"
#include "services/receipt_json.h"
#include "services/receipt_service.h"

#include <unistd.h>

namespace till {
namespace {

struct ReceiptOptions {
    std::string number;
    std::string format;
    std::string width = "42";
    std::string out;
    std::string logo;
    bool copy = false;
    bool gift = false;
    bool remove = false;
};

std::string formatOf(const Frame& frame, const ReceiptOptions& options)
{
    if (!options.format.empty()) return options.format;
    return frame.options().json && options.out.empty() && !options.gift ? "json" : "text";
}

Result<Receipt> receiptFor(const Frame& frame, const ReceiptOptions& options)
{
    const auto shop = frame.open(options.copy ? Access::Write : Access::Read);
    if (!shop) return shop.error();
    const auto document = (*shop)->receipts().documentOf(options.number);
    if (!document) return document.error();
    return options.copy ? (*shop)->receipts().copy((*shop)->owner(), *document)
                        : (*shop)->receipts().load(*document);
}

const PrinterProfile& profileOf(int columns)
{
    for (const auto& profile : printerProfiles()) {
        if (profile.columns == columns) return profile;
    }
    throw UsageError{"No printer has " + std::to_string(columns) + " columns. Say --width 32, 42 or 48."};
}

std::string bytesOf(
    const Receipt& receipt, const ReceiptOptions& options, const std::string& format, int columns)
{
    if (format == "json") return receiptJson(receipt) + "\n";
    const auto paper = options.gift ? giftDocument(receipt, {}, {}) : receiptDocument(receipt, {}, {});
    if (format == "escpos") {
        const auto& profile = profileOf(columns);
        return toEscPos(layOut(paper, profile.columns), profile);
    }
    const auto layout = layOut(paper, columns);
    const auto roll = rollFor(columns);
    if (format == "png") return toPng(layout, roll);
    if (format == "pdf") return toPdf(layout, roll);
    return toText(layout);
}

/// A slip of the finger must not replace the shop by a receipt.
bool isPartOfShop(const std::filesystem::path& out, const std::filesystem::path& shop)
{
    const auto target = std::filesystem::weakly_canonical(std::filesystem::absolute(out));
    const auto file = std::filesystem::weakly_canonical(std::filesystem::absolute(shop));
    return target == file ||
           (target.parent_path() == file.parent_path() &&
               target.filename().string().rfind(file.filename().string() + "-", 0) == 0) ||
           target == file.string() + ".lock";
}

bool isBinary(const std::string& format)
{
    return format == "png" || format == "pdf" || format == "escpos";
}

Result<Outcome> intoFile(const Frame& frame, const ReceiptOptions& options, const Receipt& receipt,
    const std::string& format, const std::string& bytes)
{
    if (auto written = writeOutput(options.out, bytes); !written) return written.error();
    frame.remark("written to " + options.out);
    return Outcome{{{"receipt", receipt.number}, {"uid", receipt.uid.toText()}, {"format", format},
                       {"file", std::filesystem::absolute(options.out).string()}, {"size", bytes.size()}},
        {}};
}

Result<Outcome> receipt(const Frame& frame, const ReceiptOptions& options)
{
    const auto format = formatOf(frame, options);
    const auto columns = numberValue("--width", options.width, kNarrowestPaper, 80);
    const bool toScreen = options.out.empty();
    if (options.gift && format == "json") throw UsageError{"A gift receipt is paper: no --format json."};
    if (toScreen && isBinary(format) && (frame.options().json || ::isatty(STDOUT_FILENO) == 1)) {
        throw UsageError{"A " + format + " needs --out FILE."};
    }
    if (!toScreen && isPartOfShop(options.out, frame.options().shop)) {
        throw UsageError{"--out names a file of the shop itself."};
    }
    const auto found = receiptFor(frame, options);
    if (!found) return found.error();
    auto bytes = bytesOf(*found, options, format, columns);
    if (!toScreen) return intoFile(frame, options, *found, format, bytes);

    Outcome outcome;
    if (!options.gift) outcome.json = Json::parse(receiptJson(*found));
    if (format == "text") outcome.json["text"] = bytes;
    outcome.text = std::move(bytes);
    return outcome;
}

Result<Outcome> receiptLogo(const Frame& frame, const ReceiptOptions& options)
{
    if (options.remove == !options.logo.empty()) throw UsageError{"Say FILE or --remove."};
    std::string png;
    if (!options.remove) {
        auto read = readInput(options.logo);
        if (!read) return read.error();
        png = std::move(*read);
    }
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& receipts = (*shop)->receipts();
    auto design = receipts.design();
    if (options.remove) {
        design.logo.clear();
        blockOf(design, ReceiptBlockKind::Logo).isOn = false;
    } else {
        auto with = receipts.withLogo((*shop)->owner(), std::move(design), png);
        if (!with) return with.error();
        design = std::move(*with);
    }
    if (auto set = receipts.setDesign((*shop)->owner(), design); !set) return set.error();
    const auto logo = receipts.blank(design).logo;
    Outcome outcome{{{"logo", design.logo}, {"width", logo.width}, {"height", logo.height}}, {}};
    outcome.text = options.remove ? "Receipts have no picture.\n"
                                  : "Receipts begin with a picture of " + std::to_string(logo.width) + " x " +
                                        std::to_string(logo.height) + " dots.\n";
    return outcome;
}

} // namespace

void addReceiptCommand(CLI::App& app, Frame& frame)
{
    auto* command = app.add_subcommand("receipt", "Show a receipt again");
    const auto options = std::make_shared<ReceiptOptions>();
    addText(*command, "NUMBER", options->number, "As printed, like A-000123")->required();
    addText(*command, "--format", options->format, "text if not said")
        ->check(CLI::IsMember({"text", "json", "png", "pdf", "escpos"}));
    addText(
        *command, "--width", options->width, "Columns of the paper: 32, 42 or 48; escpos knows no others");
    addText(*command, "--out", options->out, "Write to a file");
    command->add_flag("--copy", options->copy, "Mark it as a copy, and keep on record that one was made");
    command->add_flag("--gift", options->gift, "Without prices, for whoever gets the goods as a gift");
    onCommand(command, frame, options, receipt);

    auto* logo = app.add_subcommand("receipt-logo", "Set the picture at the top of receipts");
    addText(*logo, "FILE", options->logo, "A PNG picture; large ones are made smaller");
    logo->add_flag("--remove", options->remove, "Receipts have no picture from now on");
    onCommand(logo, frame, options, receiptLogo);
}

} // namespace till
