#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "cli/values.h"
#include "paper/test_strip.h"
#include "services/print_service.h"
#include "services/test_printer.h"

#include <fmt/format.h>

#include <cstdio>

namespace till {
namespace {

struct PrinterOptions {
    std::string to;
    std::string profile;
    std::string port;
    std::string out;
};

Result<PrinterProfile> profileOf(const std::string& id)
{
    const auto* profile = printerProfile(id.empty() ? "generic-80" : id);
    if (profile == nullptr) return Error{ErrorCode::PrinterUnknown, id};
    return *profile;
}

/// The printer that is named, else the shop's.
Result<PrinterSetup> setupOf(const Frame& frame, const PrinterOptions& options)
{
    PrinterSetup setup;
    if (options.to.empty()) {
        const auto shop = frame.open(Access::Read);
        if (!shop) return shop.error();
        const auto known = printerSetup((*shop)->settings());
        if (!known) return Error{ErrorCode::PrinterNotSet};
        setup = *known;
    } else {
        auto address = PrinterAddress::read(options.to);
        if (!address) return address.error();
        setup.address = std::move(*address);
    }
    if (!options.to.empty() || !options.profile.empty()) {
        auto profile = profileOf(options.profile);
        if (!profile) return profile.error();
        setup.profile = std::move(*profile);
    }
    return setup;
}

Result<Outcome> printTestStrip(const Frame& frame, const PrinterOptions& options)
{
    const auto setup = setupOf(frame, options);
    if (!setup) return setup.error();
    const auto strip = testStrip(setup->profile);
    if (auto sent = sendToPrinter(setup->address, strip); !sent) return sent.error();
    Outcome outcome;
    outcome.json = {
        {"printer", setup->address.toText()}, {"profile", setup->profile.id}, {"bytes", strip.size()}};
    outcome.text = fmt::format("A test strip of {} columns went to {}. The ruler must end at the paper's "
                               "edge; the first table whose line "
                               "shows its letters right is the one to set.\n",
        setup->profile.columns, setup->address.toText());
    return outcome;
}

void show(const Frame& frame, const PrinterOptions& options, const TestPrinter::Job& job, int number)
{
    std::string picture;
    if (!options.out.empty()) {
        picture = (std::filesystem::path{options.out} / fmt::format("receipt-{:03}.png", number)).string();
        if (auto written = writeOutput(picture, job.png); !written)
            frame.remark("the picture could not be written: " + written.error().detail);
    }
    if (frame.options().json) {
        const Json line = {{"job", number}, {"lines", job.lines}, {"transcript", job.transcript},
            {"errors", job.errors}, {"kicks", job.kicks}, {"cuts", job.cuts}, {"picture", picture}};
        fmt::print("{}\n", line.dump());
    } else {
        fmt::print("--- job {} ---\n{}", number, job.transcript);
        for (const auto& error : job.errors) fmt::print("!!! {}\n", error);
    }
    std::fflush(stdout);
}

Result<Outcome> servePrinter(const Frame& frame, const PrinterOptions& options)
{
    const auto profile = profileOf(options.profile);
    if (!profile) return profile.error();
    auto printer = TestPrinter::open(numberValue("PORT", options.port, 0, 65'535), *profile);
    if (!printer) return printer.error();
    const LongWork untilCtrlC{frame, {}};
    frame.remark(fmt::format("A test printer of {} columns listens on tcp:127.0.0.1:{}. Ctrl-C ends it.",
        profile->columns, (*printer)->port()));
    int count = 0;
    (*printer)->run([&](const TestPrinter::Job& job) { show(frame, options, job, ++count); },
        [&] { return untilCtrlC.isCancelled(); });
    return Outcome{{{"jobs", count}}, {}};
}

} // namespace

void addPrinterCommands(CLI::App& app, Frame& frame)
{
    auto* printer = app.add_subcommand("printer", "Try the receipt printer, or be one");
    printer->require_subcommand(1);
    const auto options = std::make_shared<PrinterOptions>();

    auto* test = printer->add_subcommand("test", "Print a test strip");
    addText(*test, "--to", options->to,
        "tcp:HOST[:PORT], device:FILE, serial:FILE[:BAUD] or cups:QUEUE; else the shop's");
    addText(*test, "--profile", options->profile, "generic-80, generic-80-42 or generic-58");
    onCommand(test, frame, options, printTestStrip);

    auto* serve = printer->add_subcommand("serve", "Show what a till prints to this port of this machine");
    addText(*serve, "PORT", options->port, "9100 is the printers' own; 0: any that is free")->required();
    addText(*serve, "--profile", options->profile, "generic-80, generic-80-42 or generic-58");
    addText(*serve, "--out", options->out, "A folder for pictures of what arrives");
    onCommand(serve, frame, options, servePrinter);
}

} // namespace till
