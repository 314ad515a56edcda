#include "cli/backup_copy.h"

#include "services/health_report.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace till {
namespace {

constexpr std::size_t kHeadInName = 8;

/// Another program may be writing: then the copy is made all the same, only not put on record.
Result<std::unique_ptr<Shop>> openForBackup(const Frame& frame)
{
    auto shop = frame.open(Access::Write);
    const bool busy = !shop && (shop.error().code == ErrorCode::ShopInUse ||
                                   exitCodeOf(shop.error().code) == ExitCode::Unreadable);
    return busy ? frame.open(Access::Read) : std::move(shop);
}

Result<VerifyReport> check(
    const Frame& frame, const std::filesystem::path& copy, const std::function<bool(int)>& progress)
{
    auto options = frame.shopOptions(Access::Read);
    options.file = copy;
    const auto shop = Shop::open(options, frame.clock());
    if (!shop) return shop.error();
    return (*shop)->verifier().run(progress);
}

Result<std::filesystem::path> nameFor(
    const Frame& frame, const std::filesystem::path& copy, const std::string& till)
{
    auto options = frame.shopOptions(Access::Read);
    options.file = copy;
    const auto chains = journalChains(options);
    if (!chains) return chains.error();
    std::string place = till;
    for (const auto& chain : *chains) {
        if (chain.till != till) continue;
        auto head = chain.shortHead;
        head.erase(std::remove(head.begin(), head.end(), '-'), head.end());
        place = fmt::format("{}-J{:06}-{}", till, chain.seq, head.substr(0, kHeadInName));
    }
    const auto& shop = frame.options().shop;
    const auto stem = (shop.parent_path() / shop.stem()).string() + "-" + place;
    std::filesystem::path name = stem + ".db";
    for (int again = 2; std::filesystem::exists(std::filesystem::symlink_status(name)); ++again) {
        name = fmt::format("{}-{}.db", stem, again);
    }
    return name;
}

} // namespace

Result<BackupCopy> makeBackupCopy(
    const Frame& frame, const std::string& target, const std::function<bool(int)>& progress)
{
    auto shop = openForBackup(frame);
    if (!shop) return shop.error();
    const auto till = (*shop)->facts().tillCode;
    const auto& file = frame.options().shop;
    BackupCopy copy;
    copy.file = target.empty()
                    ? file.parent_path() / fmt::format("{}-backup-{}.db", file.stem().string(), ::getpid())
                    : std::filesystem::path{target};
    if (auto made = (*shop)->backup(copy.file, progress); !made) return made.error();
    shop->reset();
    if (target.empty()) {
        const auto name = nameFor(frame, copy.file, till);
        if (!name) return name.error();
        std::filesystem::rename(copy.file, *name);
        copy.file = *name;
    }
    auto report = check(frame, copy.file, progress);
    if (!report) return report.error();
    copy.report = std::move(*report);
    copy.size = static_cast<std::int64_t>(std::filesystem::file_size(copy.file));
    return copy;
}

} // namespace till
