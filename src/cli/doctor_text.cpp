#include "cli/doctor_text.h"

#include "cli/findings.h"
#include "cli/text_table.h"

#include <fmt/format.h>

namespace till {
namespace {

constexpr std::int64_t kLittleDisk = 500'000'000;
constexpr std::int64_t kLongLog = 64'000'000;
constexpr std::chrono::hours kBackupEvery{24};

std::string megabytes(std::int64_t bytes)
{
    return fmt::format("{}.{} MB", bytes / 1'000'000, bytes / 100'000 % 10);
}

std::string timeText(Timestamp at)
{
    return Moment{at, 0, {}}.toText();
}

std::string adviceFor(const Finding& finding)
{
    if (finding.code == "SUMS") return "Sums of days are wrong: run `tillctl doctor --rebuild-sums`.";
    if (finding.code == "JOURNAL") {
        return "The journal is signed with another key than this machine's: somebody may have written it "
               "anew. "
               "Keep a copy of the file and compare it with a backup and with printed receipts.";
    }
    return "The file is damaged: keep a copy of it and go back to a sound backup.";
}

std::vector<std::string> adviceFor(const HealthReport& health, Timestamp now)
{
    std::vector<std::string> advice;
    if (health.freeDisk < kLittleDisk)
        advice.emplace_back("The disk is nearly full: make room before it stops the till.");
    if (!health.lastBackup) {
        advice.emplace_back(
            "There is no backup on record: run `tillctl backup`, and keep the copy on another disk.");
    } else if (now - *health.lastBackup > kBackupEvery) {
        advice.emplace_back("The last backup is more than a day old: run `tillctl backup`.");
    }
    if (!health.signingKey) {
        advice.emplace_back("This machine does not hold the signing key: what it writes is not signed. Copy "
                            "the key from the till that has it.");
    }
    if (!health.privateFile)
        advice.emplace_back("Other users of this machine can read the shop file: chmod 600 it.");
    if (health.walSize > kLongLog)
        advice.emplace_back("The log beside the file is long: close every program on the shop once.");
    if (!health.findings.empty()) advice.push_back(adviceFor(health.findings.front()));
    return advice;
}

Json chainsJson(const HealthReport& health)
{
    auto list = Json::array();
    for (const auto& chain : health.journal) {
        list.push_back({{"till", chain.till}, {"epoch", chain.epoch}, {"records", chain.seq},
            {"head", chain.head}, {"short", chain.shortHead}});
    }
    return list;
}

Json healthJson(const HealthReport& health)
{
    const auto file = std::filesystem::absolute(health.file).string();
    return {{"file", file}, {"size", health.size}, {"wal_size", health.walSize},
        {"free_disk", health.freeDisk}, {"private", health.privateFile},
        {"schema_version", health.schemaVersion}, {"newest_schema_version", health.newestSchemaVersion},
        {"pragmas",
            {{"journal_mode", health.journalMode}, {"synchronous", health.synchronousFull ? "full" : "other"},
                {"foreign_keys", health.foreignKeys}, {"pages", health.pages},
                {"free_pages", health.freePages}}},
        {"sqlite", health.sqliteVersion}, {"journal", chainsJson(health)},
        {"last_backup", health.lastBackup
                            ? Json{{"time", timeText(*health.lastBackup)}, {"file", health.lastBackupFile}}
                            : Json()},
        {"signing_key", health.signingKey},
        {"writer",
            health.writer ? Json{{"pid", health.writer->pid}, {"program", health.writer->program}} : Json()},
        {"findings", findingsJson(health.findings)}, {"checked", health.checked}};
}

std::string healthText(const HealthReport& health)
{
    FactList list;
    list.add("file", std::filesystem::absolute(health.file).string());
    list.add("size", megabytes(health.size) + ", log " + megabytes(health.walSize) + ", free on disk " +
                         megabytes(health.freeDisk));
    list.add("schema", fmt::format("{} of {}", health.schemaVersion, health.newestSchemaVersion));
    list.add("SQLite", fmt::format("{}, {}, synchronous {}", health.sqliteVersion, health.journalMode,
                           health.synchronousFull ? "full" : "other"));
    for (const auto& chain : health.journal) {
        list.add("journal " + chain.till, fmt::format("{} records, head {}", chain.seq, chain.shortHead));
    }
    list.add("last backup",
        health.lastBackup ? timeText(*health.lastBackup) + "  " + health.lastBackupFile : "none on record");
    list.add("signing key", health.signingKey ? "here" : "not on this machine");
    list.add(
        "writer now", health.writer ? health.writer->program + ", process " + health.writer->pid : "none");
    list.add("checked", fmt::format("{} pages, {} findings", health.checked, health.findings.size()));
    return list.text();
}

} // namespace

Outcome describeHealth(const HealthReport& health, Timestamp now)
{
    const auto advice = adviceFor(health, now);
    Outcome outcome;
    outcome.json = healthJson(health);
    outcome.json["advice"] = advice;
    outcome.text = healthText(health) + findingsText(health.findings);
    for (const auto& sentence : advice) outcome.text += sentence + "\n";
    outcome.exit = health.findings.empty() ? ExitCode::Done : ExitCode::Findings;
    return outcome;
}

} // namespace till
