#pragma once

#include "base/clock.h"
#include "services/shop.h"
#include "services/verify_service.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace till {

/// How a shop file and what it stands on are doing. Sizes in bytes.
struct HealthReport {
    std::filesystem::path file;
    std::int64_t size = 0;
    std::int64_t walSize = 0;
    std::int64_t freeDisk = 0;
    bool privateFile = true; ///< nobody but its owner may read it
    int schemaVersion = 0;
    int newestSchemaVersion = 0;
    std::string sqliteVersion;
    std::string journalMode;
    bool synchronousFull = false;
    bool foreignKeys = false;
    std::int64_t pages = 0;
    std::int64_t freePages = 0;
    struct Chain {
        std::string till;
        int epoch = 0;
        std::int64_t seq = 0;
        std::string head;      ///< 64 hexadecimal digits
        std::string shortHead; ///< as on paper
    };
    std::vector<Chain> journal;
    std::optional<Timestamp> lastBackup; ///< as far as the journal knows
    std::string lastBackupFile;
    bool signingKey = false; ///< this machine holds it
    struct Holder {
        std::string pid;
        std::string program;
    };
    std::optional<Holder> writer;  ///< who is writing on the shop now, this process apart
    std::vector<Finding> findings; ///< broken pages, wrong sums of days, a journal signed with another key
    std::int64_t checked = 0;      ///< pages
};

/// Looks at an existing shop without changing or locking anything; the pages are checked quickly, not fully.
/// Errors: those of opening a file for reading; Cancelled.
Result<HealthReport> healthOf(const ShopOptions& options, const std::function<bool(int)>& progress = {});

/// Where the journals of a shop stand. Errors: those of opening a file for reading.
Result<std::vector<HealthReport::Chain>> journalChains(const ShopOptions& options);

/// Works the sums of the days out again from the sales; how many days were set right. Errors: those of
/// opening a file for writing, ShopInUse.
Result<std::int64_t> remakeDaySums(const ShopOptions& options);

} // namespace till
