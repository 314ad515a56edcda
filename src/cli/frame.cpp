#include "cli/frame.h"

#include "base/text.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "paper/printable.h"
#include "services/failure.h"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <optional>
#include <string_view>

namespace till {
namespace {

constexpr std::string_view kVersion = TILL_VERSION;

/// Something is wrong, said once: for programs and for people.
struct Failure {
    ExitCode exit;
    std::string code; ///< stable
    std::string text;
    std::string detail;
};

bool writeAll(std::string_view text, std::FILE* stream)
{
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

std::string dumped(const Json& json)
{
    constexpr int kIndent = 2;
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

ExitCode report(const Failure& failure, const GlobalOptions& options)
{
    writeAll("tillctl: " + failure.text + "\n", stderr);
    if (options.json) {
        const Json json{
            {"error", {{"code", failure.code}, {"text", failure.text}, {"detail", failure.detail}}}};
        writeAll(dumped(json), stdout);
    }
    return failure.exit;
}

Failure failureOf(const Error& error, const GlobalOptions& options)
{
    return {exitCodeOf(error.code), std::string{toText(error.code)}, sentenceOf(error, options.shop),
        error.detail};
}

Failure usageFailure(const std::string& text)
{
    return {ExitCode::Usage, "Usage", text, {}};
}

ExitCode report(const Outcome& outcome, const GlobalOptions& options)
{
    if (writeAll(options.json ? dumped(outcome.json) : outcome.text, stdout)) return outcome.exit;
    writeAll(
        "tillctl: the result could not be written to standard output. The command itself is done.\n", stderr);
    return ExitCode::Unreadable;
}

void addCommands(CLI::App& app, Frame& frame)
{
    app.require_subcommand(1);
    app.set_help_flag("--help,-h", "Print this, or the options of a command, and leave");
    app.set_version_flag("--version", "tillctl " + std::string{kVersion}, "Print the version and leave");
    app.footer("Before or after the command: --shop FILE (default $XDG_DATA_HOME/tillroll/shop.db), --json, "
               "--quiet.\n"
               "Text that begins with a dash follows \"--\". See tillctl(1).");
    addInitCommand(app, frame);
    addImportCommands(app, frame);
    addShiftCommands(app, frame);
    addSellCommand(app, frame);
    addReturnCommand(app, frame);
    addPaymentCommands(app, frame);
    addReceiptCommand(app, frame);
    addPrinterCommands(app, frame);
    addPriceCommands(app, frame);
    addPromotionCommands(app, frame);
    addCatalogCommands(app, frame);
    addQuickKeyCommands(app, frame);
    addStockCommands(app, frame);
    addDepartmentCommands(app, frame);
    addCustomerCommands(app, frame);
    addReportCommands(app, frame);
    addSettingCommands(app, frame);
    addSafetyCommands(app, frame);
}

/// The first word that should have been a command and is none; empty when one is simply missing.
std::string unknownCommand(const CLI::App& app, const std::vector<std::string>& arguments)
{
    std::string said;
    const auto* group = &app;
    for (const auto& argument : arguments) {
        said += (said.empty() ? "" : " ") + unmarked(argument);
        const auto next =
            group->get_subcommands([&](const CLI::App* each) { return each->get_name() == argument; });
        if (next.empty()) return said;
        group = next.front();
    }
    return {};
}

std::string missingText(const CLI::App& app, const std::vector<std::string>& arguments)
{
    const auto unknown = unknownCommand(app, arguments);
    if (unknown.empty()) return "A command is missing";
    return "There is no command \"" + printable(clipped(unknown, 100)) + "\"";
}

/// An answer of the parser itself: help, the version, or what it did not understand.
std::optional<ExitCode> parse(
    CLI::App& app, const std::vector<std::string>& arguments, const GlobalOptions& options)
{
    try {
        app.parse(
            std::vector<std::string>(arguments.rbegin(), arguments.rend())); // it takes them from the back
        return std::nullopt;
    } catch (const CLI::CallForVersion&) {
        return report(Outcome{{{"version", kVersion}}, "tillctl " + std::string{kVersion} + "\n"}, options);
    } catch (const CLI::Success& asked) {
        std::ostringstream text;
        app.exit(asked, text, text);
        return report(Outcome{{{"help", text.str()}}, text.str()}, options);
    } catch (const CLI::ParseError& error) {
        const bool noCommand = std::string_view{error.what()} == "A subcommand is required";
        const auto text = noCommand ? missingText(app, arguments) : printable(error.what());
        return report(usageFailure(text + ". `tillctl --help` shows what there is."), options);
    }
}

ExitCode run(Frame& frame)
{
    const auto& options = frame.options();
    try {
        const auto outcome = frame.command();
        return outcome ? report(*outcome, options) : report(failureOf(outcome.error(), options), options);
    } catch (const UsageError& error) {
        return report(usageFailure(error.what()), options);
    } catch (const std::bad_alloc&) {
        return report({ExitCode::Unreadable, "OutOfMemory",
                          "The machine has no memory left. What was saved before is safe. Close other "
                          "programs and try again.",
                          {}},
            options);
    } catch (const std::exception& error) { // a failing environment: the edge is here
        return report(failureOf(toError(error), options), options);
    }
}

void logToStandardError(const GlobalOptions& options)
{
    spdlog::set_default_logger(spdlog::stderr_color_mt("tillctl"));
    spdlog::set_pattern("tillctl: %v");
    spdlog::set_level(options.quiet ? spdlog::level::err : spdlog::level::warn);
}

} // namespace

ShopOptions Frame::shopOptions(Access access) const
{
    ShopOptions options;
    options.file = m_options.shop;
    options.access = access;
    options.backgroundWork =
        false; // one command, one thread: nothing is still running when it says it is done
    return options;
}

Result<std::unique_ptr<Shop>> Frame::open(Access access) const
{
    auto shop = Shop::open(shopOptions(access), m_clock);
    if (shop && access == Access::Write && (*shop)->startup().unsignedJournal) {
        remark(
            "this machine does not hold the shop's signing key; the journal is written without signatures.");
    }
    if (shop && (*shop)->startup().migratedFrom)
        remark("the shop file was brought up to date; a copy of it as it was lies beside it.");
    return shop;
}

void Frame::remark(std::string_view text) const
{
    if (!m_options.quiet) writeAll("tillctl: " + std::string{text} + "\n", stderr);
}

ExitCode runProgram(const std::vector<std::string>& given)
{
    const auto arguments = separate(given);
    const auto& options = arguments.global;
    logToStandardError(options);
    if (!arguments.problem.empty()) return report(usageFailure(arguments.problem), options);
    Frame frame{options};
    CLI::App app{"The shop of Tillroll from the command line.", "tillctl"};
    addCommands(app, frame);
    if (const auto answered = parse(app, arguments.rest, options)) return *answered;
    return run(frame);
}

} // namespace till
