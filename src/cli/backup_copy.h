#pragma once

#include "cli/frame.h"
#include "services/verify_service.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace till {

struct BackupCopy {
    std::filesystem::path file;
    std::int64_t size = 0; ///< bytes
    VerifyReport report;   ///< of the copy, not of the shop
};

/// Copies the shop while it is in use, then opens the copy and checks it as `verify` would. Without a
/// `target` it lies beside the shop and its name says how far the journal had come:
/// "shop-A-J000123-7KQ2M9XD.db", an anchor of its own. Errors as Shop::open and Shop::backup; nothing is left
/// then.
Result<BackupCopy> makeBackupCopy(
    const Frame& frame, const std::string& target, const std::function<bool(int)>& progress);

} // namespace till
