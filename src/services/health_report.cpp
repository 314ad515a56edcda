#include "services/health_report.h"

#include "services/signing_key.h"
#include "storage/day_sum_rebuild.h"
#include "storage/file_facts.h"
#include "storage/integrity.h"
#include "storage/invariants.h"
#include "storage/lock_file.h"
#include "storage/schema.h"
#include "storage/shop_file.h"
#include "storage/shop_repository.h"
#include "storage/transaction.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace till {
namespace {

OpenOptions forReading(const ShopOptions& options)
{
    return {options.file, OpenOptions::Mode::ReadOnly, options.vfs};
}

std::int64_t sizeOf(const std::filesystem::path& file)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    return none ? 0 : static_cast<std::int64_t>(size);
}

void lookAtDisk(HealthReport& report)
{
    report.size = sizeOf(report.file);
    report.walSize = sizeOf(report.file.string() + "-wal");
    struct statvfs space {};
    const auto folder = std::filesystem::absolute(report.file).parent_path();
    if (::statvfs(folder.c_str(), &space) == 0) {
        report.freeDisk = static_cast<std::int64_t>(space.f_bavail * space.f_frsize);
    }
    struct stat entry {};
    if (::stat(report.file.c_str(), &entry) == 0)
        report.privateFile = (entry.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

/// "major:minor:inode" as the kernel's list of locks writes it.
std::string lockName(const std::filesystem::path& file)
{
    struct stat entry {};
    if (::stat(file.c_str(), &entry) != 0) return {};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02x:%02x:%llu", major(entry.st_dev), minor(entry.st_dev),
        static_cast<unsigned long long>(entry.st_ino));
    return text.data();
}

/// Asked of the kernel: trying the lock would, for that moment, keep a writer out.
std::optional<HealthReport::Holder> writerOf(const std::filesystem::path& shop)
{
    const auto path = LockFile::pathFor(shop);
    const auto name = lockName(path);
    if (name.empty()) return std::nullopt;
    std::ifstream locks{"/proc/locks"};
    for (std::string line; std::getline(locks, line);) {
        if (line.find("FLOCK") == std::string::npos || line.find(" " + name + " ") == std::string::npos)
            continue;
        HealthReport::Holder holder;
        std::ifstream{path} >> holder.pid >> holder.program;
        if (holder.pid == std::to_string(::getpid())) return std::nullopt;
        return holder;
    }
    return std::nullopt;
}

void lookAtFile(Connection& db, HealthReport& report)
{
    const auto facts = fileFacts(db);
    report.schemaVersion = facts.schemaVersion;
    report.newestSchemaVersion = newestSchemaVersion();
    report.sqliteVersion = facts.sqliteVersion;
    report.journalMode = facts.journalMode;
    report.synchronousFull = facts.synchronous == 2;
    report.foreignKeys = facts.foreignKeys;
    report.pages = facts.pages;
    report.freePages = facts.freePages;
    report.checked = facts.pages;
}

std::vector<HealthReport::Chain> chainsOf(Connection& db)
{
    std::vector<HealthReport::Chain> chains;
    for (const auto& head : journalHeads(db)) {
        chains.push_back({head.till, head.epoch, head.seq, toHex(head.hash), shortHead(head.hash)});
    }
    return chains;
}

void lookAtBackups(Connection& db, HealthReport& report)
{
    const auto note = newestNote(db, "BACKUP");
    if (!note) return;
    report.lastBackup = note->at;
    const auto payload = nlohmann::json::parse(note->payload, nullptr, false);
    if (payload.is_object() && payload.contains("file") && payload["file"].is_string()) {
        report.lastBackupFile = payload["file"].get<std::string>();
    }
}

void lookAtKey(Connection& db, const std::filesystem::path& folder, HealthReport& report)
{
    const auto key = loadSigningKey(folder, ShopRepository{db}.shop().uid);
    report.signingKey = key.has_value();
    if (!key) return;
    for (auto& strange : strangeKeys(db, publicKeyOf(*key))) {
        report.findings.push_back({std::move(strange.code), std::move(strange.table), std::move(strange.row),
            std::move(strange.text)});
    }
}

Result<> check(Connection& db, HealthReport& report, const std::function<bool(int)>& progress)
{
    const auto goesOn = [&] { return !progress || progress(-1); };
    const auto broken = checkIntegrity(db, IntegrityDepth::Quick, goesOn);
    if (!broken) return broken.error();
    for (const auto& text : *broken) report.findings.push_back({"SQLITE", "", "", text});
    if (!broken->empty()) return {}; // nothing read from a broken file can be trusted
    for (auto& difference : daySumDifferences(db)) {
        report.findings.push_back({"SUMS", "day_sum", std::move(difference.key), std::move(difference.text)});
    }
    if (!goesOn()) return Error{ErrorCode::Cancelled};
    return {};
}

} // namespace

Result<HealthReport> healthOf(const ShopOptions& options, const std::function<bool(int)>& progress)
{
    try {
        auto db = openShopFile(forReading(options));
        if (!db) return db.error();
        HealthReport report;
        report.file = options.file;
        lookAtDisk(report);
        lookAtFile(*db, report);
        report.writer = writerOf(options.file);
        if (auto done = check(*db, report, progress); !done) return done.error();
        report.journal = chainsOf(*db);
        lookAtBackups(*db, report);
        const auto folder = options.keyFolder.empty() ? defaultKeyFolder() : options.keyFolder;
        lookAtKey(*db, folder, report);
        return report;
    } catch (const StorageError& error) {
        return toError(error);
    }
}

Result<std::vector<HealthReport::Chain>> journalChains(const ShopOptions& options)
{
    try {
        auto db = openShopFile(forReading(options));
        if (!db) return db.error();
        return chainsOf(*db);
    } catch (const StorageError& error) {
        return toError(error);
    }
}

Result<std::int64_t> remakeDaySums(const ShopOptions& options)
{
    try {
        if (const auto version = shopFileVersion(forReading(options)); !version) return version.error();
        const auto lock = LockFile::tryLock(options.file, "tillctl");
        if (!lock) return lock.error();
        auto db = openShopFile({options.file, OpenOptions::Mode::ReadWrite, options.vfs});
        if (!db) return db.error();
        Transaction tx{*db};
        const auto days = rebuildDaySums(*db);
        tx.commit();
        return days;
    } catch (const StorageError& error) {
        return toError(error);
    }
}

} // namespace till
