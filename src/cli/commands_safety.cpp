#include "cli/backup_copy.h"
#include "cli/commands.h"
#include "cli/doctor_text.h"
#include "cli/findings.h"
#include "cli/input_file.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "services/journal_anchor.h"

namespace till {
namespace {

struct VerifyOptions {
    std::string anchors;
    std::string qr;
};

struct BackupOptions {
    std::string file;
};

struct DoctorOptions {
    bool rebuildSums = false;
};

JournalAnchor anchorOf(const std::string& text, const std::string& where)
{
    const auto anchor = anchorFromText(text);
    if (!anchor) throw UsageError{where + " is not written like \"A 4711 7KQ2-M9XD-41\"."};
    return *anchor;
}

Result<std::vector<JournalAnchor>> anchorsOf(const VerifyOptions& options)
{
    std::vector<JournalAnchor> anchors;
    if (!options.qr.empty()) anchors.push_back(anchorOf(options.qr, "--qr"));
    if (options.anchors.empty()) return anchors;
    const auto text = readInput(options.anchors);
    if (!text) return text.error();
    std::istringstream lines{*text};
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos || line.front() == '#') continue;
        anchors.push_back(anchorOf(line, "--anchors: line " + std::to_string(number)));
    }
    return anchors;
}

Result<Outcome> verify(const Frame& frame, const VerifyOptions& options)
{
    const auto anchors = anchorsOf(options);
    if (!anchors) return anchors.error();
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    LongWork work{frame, "verify"};
    auto report = (*shop)->verifier().run(work.progress());
    if (work.isCancelled()) return Error{ErrorCode::Cancelled};
    auto missed = checkAnchors(frame.shopOptions(Access::Read), *anchors);
    if (!missed) return missed.error();
    for (auto& finding : *missed) report.findings.push_back(std::move(finding));
    if (!anchors->empty()) report.checks.emplace_back("ANCHOR");

    Outcome outcome;
    outcome.json = {
        {"findings", findingsJson(report.findings)}, {"checked", report.checked}, {"checks", report.checks}};
    outcome.text = findingsText(report.findings) + std::to_string(report.checked) + " rows checked, " +
                   std::to_string(report.findings.size()) + " findings.\n";
    outcome.exit = report.findings.empty() ? ExitCode::Done : ExitCode::Findings;
    return outcome;
}

Result<Outcome> backup(const Frame& frame, const BackupOptions& options)
{
    LongWork work{frame, "backup"};
    auto copy = makeBackupCopy(frame, options.file, work.progress());
    if (copy && work.isCancelled()) return Error{ErrorCode::Cancelled};
    if (!copy) return copy.error();
    const bool sound = copy->report.findings.empty();
    Outcome outcome;
    outcome.json = {{"file", std::filesystem::absolute(copy->file).string()}, {"verified", sound},
        {"size", copy->size}, {"findings", findingsJson(copy->report.findings)},
        {"checked", copy->report.checked}};
    outcome.text = findingsText(copy->report.findings) + std::filesystem::absolute(copy->file).string() +
                   "  " + std::to_string(copy->size) + " bytes, " +
                   (sound ? "verified" : "copied, but the shop has findings") + "\n";
    outcome.exit = sound ? ExitCode::Done : ExitCode::Findings;
    return outcome;
}

Result<Outcome> doctor(const Frame& frame, const DoctorOptions& options)
{
    LongWork work{frame, "doctor"};
    std::int64_t rebuilt = 0;
    if (options.rebuildSums) {
        const auto changed = remakeDaySums(frame.shopOptions(Access::Write));
        if (!changed) return changed.error();
        rebuilt = *changed;
    }
    const auto health = healthOf(frame.shopOptions(Access::Read), work.progress());
    if (!health) return health.error();
    auto outcome = describeHealth(*health, frame.clock().now());
    if (options.rebuildSums) {
        outcome.json["rebuilt"] = rebuilt;
        outcome.text += "sums set right: " + std::to_string(rebuilt) + "\n";
    }
    return outcome;
}

} // namespace

void addSafetyCommands(CLI::App& app, Frame& frame)
{
    auto* verifyCommand = app.add_subcommand("verify", "Check the journal and every rule the books keep");
    const auto verifyOptions = std::make_shared<VerifyOptions>();
    addText(*verifyCommand, "--anchors", verifyOptions->anchors,
        "File of heads written down before: TILL NUMBER HEAD");
    addText(*verifyCommand, "--qr", verifyOptions->qr, "What the foot of a receipt says");
    onCommand(verifyCommand, frame, verifyOptions, verify);

    auto* backupCommand = app.add_subcommand("backup", "A checked copy of the shop, made while it is in use");
    const auto backupOptions = std::make_shared<BackupOptions>();
    addText(*backupCommand, "FILE", backupOptions->file, "Where; beside the shop if not said");
    onCommand(backupCommand, frame, backupOptions, backup);

    auto* doctorCommand = app.add_subcommand("doctor", "How the file, the disk and the set-up are doing");
    const auto doctorOptions = std::make_shared<DoctorOptions>();
    doctorCommand->add_flag(
        "--rebuild-sums", doctorOptions->rebuildSums, "Work the sums of the days out again");
    onCommand(doctorCommand, frame, doctorOptions, doctor);
}

} // namespace till
