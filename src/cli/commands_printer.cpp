#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "paper/test_strip.h"
#include "services/print_service.h"
#include "services/test_printer.h"

#include <fmt/format.h>

#include <cstdio>
#include <limits>

namespace till {
namespace {

struct PrinterOptions {
    std::string to;
    std::string profile;
    std::string port;
    std::string out;
};

struct JobOptions {
    std::string job;
};

struct DrawerOptions {
    std::string reason;
};

constexpr std::chrono::seconds kForPrinter{15};

int jobValue(const JobOptions& options)
{
    return numberValue("JOB", options.job, 1, std::numeric_limits<int>::max());
}

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

std::string_view stateWord(PrintJob::State state)
{
    switch (state) {
    case PrintJob::State::Waiting: return "waiting";
    case PrintJob::State::Printing: return "printing";
    case PrintJob::State::Unknown: return "unknown";
    case PrintJob::State::Done: break;
    }
    return "done";
}

Json jobJson(const PrintJob& job)
{
    return {{"job", job.id}, {"receipt", job.number}, {"copy", job.copy}, {"state", stateWord(job.state)},
        {"since", job.since.toText()}, {"why", job.why}};
}

Outcome jobsOf(const PrintService& printing)
{
    Outcome outcome;
    outcome.json = {{"jobs", Json::array()}};
    TextTable table{{{"job", TextTable::Align::Right}, {"receipt"}, {"state"}, {"since"}, {"why"}}};
    for (const auto& job : printing.jobs()) {
        outcome.json["jobs"].push_back(jobJson(job));
        const auto copy = job.copy > 0 ? fmt::format(" COPY {}", job.copy) : std::string{};
        table.add({std::to_string(job.id), job.number + copy, std::string{stateWord(job.state)},
            job.since.toText(), job.why});
    }
    outcome.text = table.isEmpty() ? "Nothing waits for the printer.\n" : table.text();
    return outcome;
}

Result<Outcome> listJobs(const Frame& frame, const JobOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    return jobsOf((*shop)->printing());
}

/// What waits is printed now; an order of unknown outcome, by its number, once more as a copy.
Result<Outcome> retryJobs(const Frame& frame, const JobOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& printing = (*shop)->printing();
    if (!printerSetup((*shop)->settings())) return Error{ErrorCode::PrinterNotSet};
    if (!options.job.empty()) {
        const auto again = printing.printAgain((*shop)->owner(), jobValue(options));
        if (!again) return again.error();
    }
    printing.printWaiting(kForPrinter);
    printing.rest();
    if (printing.status().waiting > 0) {
        if (printing.status().condition == PrinterCondition::NoPaper)
            return Error{ErrorCode::PrinterHasNoPaper};
        if (printing.status().condition == PrinterCondition::CoverOpen)
            return Error{ErrorCode::PrinterCoverOpen};
        return Error{ErrorCode::PrinterNotReached, printing.status().why};
    }
    return jobsOf(printing);
}

Result<Outcome> endJob(
    const Frame& frame, const JobOptions& options, Result<> (PrintService::*end)(const Actor&, std::int64_t))
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto ended = ((*shop)->printing().*end)((*shop)->owner(), jobValue(options));
    if (!ended) return ended.error();
    return jobsOf((*shop)->printing());
}

Result<Outcome> confirmJob(const Frame& frame, const JobOptions& options)
{
    return endJob(frame, options, &PrintService::confirm);
}

Result<Outcome> discardJob(const Frame& frame, const JobOptions& options)
{
    return endJob(frame, options, &PrintService::discard);
}

Result<Outcome> openDrawer(const Frame& frame, const DrawerOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& printing = (*shop)->printing();
    bool isStuck = false;
    const auto listening = printing.drawerStuck.subscribe([&] { isStuck = true; });
    if (auto opened = printing.openDrawer((*shop)->owner(), options.reason); !opened) return opened.error();
    printing.rest();
    if (isStuck) frame.remark("the printer cannot open the drawer now: open it with the key.");
    return Outcome{{{"opened", !isStuck}}, {}};
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

    auto* jobs = printer->add_subcommand("jobs", "What waits for the printer, and what may not be on paper");
    onCommand(jobs, frame, std::make_shared<JobOptions>(), listJobs);

    const auto job = std::make_shared<JobOptions>();
    auto* retry =
        printer->add_subcommand("retry", "Print what waits; with JOB one of unknown outcome, as a copy");
    addText(*retry, "JOB", job->job, "Its number in printer jobs");
    onCommand(retry, frame, job, retryJobs);
    auto* done = printer->add_subcommand("done", "Say of a job of unknown outcome that its paper is there");
    addText(*done, "JOB", job->job, "Its number in printer jobs")->required();
    onCommand(done, frame, job, confirmJob);
    auto* discard = printer->add_subcommand("discard", "Give up a job nobody wants any more");
    addText(*discard, "JOB", job->job, "Its number in printer jobs")->required();
    onCommand(discard, frame, job, discardJob);

    const auto drawer = std::make_shared<DrawerOptions>();
    auto* open = printer->add_subcommand("drawer", "Open the drawer without a sale");
    addText(*open, "--reason", drawer->reason, "Why; it stands in the journal")->required();
    onCommand(open, frame, drawer, openDrawer);
}

} // namespace till
