#pragma once

#include "support/fault_vfs.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace till::test {

/// What a disk could hold when the power went: a shop file, perhaps with a WAL or journal beside it.
struct CrashImage {
    enum class Kind {
        Everything, ///< all that was written, synced or not
        OnlySynced,
        Some, ///< of what was not synced: some of it, some not, some torn into 512-byte sectors or garbage
    };
    std::filesystem::path shop;
    std::int64_t acknowledged{}; ///< the highest number promised before the cut; 0 = none yet
    std::size_t step{};          ///< how many operations the disk had been asked for
    Kind kind{};
};

struct ReplayOptions {
    int seeds = 3; ///< images of kind Some per step
    std::uint32_t seed = 1;
};

struct ReplaySummary {
    std::int64_t images{};
    std::int64_t writes{};
    std::int64_t syncs{};
};

/// Records what a program does to a shop file through the "fault" file system, then rebuilds, for every
/// point in between, what a power cut could have left on the disk.
///   PowerCut cut{file};          // the shop is closed
///   ... open it with vfs "fault", sell, cut.acknowledge(n) when a receipt would begin to print ...
///   cut.stop();                  // the shop is closed again
///   cut.replay({}, [](const CrashImage& image) { ... open image.shop as usual, verify ... });
/// Files are inodes: one unlinked and made again is another file, and a name may outlive or lag behind its
/// file until the folder is synced. Not covered: faulty firmware, damage by the file system itself.
class PowerCut {
public:
    explicit PowerCut(std::filesystem::path shop);
    ~PowerCut();
    PowerCut(const PowerCut&) = delete;
    PowerCut& operator=(const PowerCut&) = delete;

    void acknowledge(std::int64_t number);
    void stop();
    /// The image handed to `check` may be opened and changed; it is gone with the next one. Images lie in
    /// memory (/dev/shm) where there is such a folder.
    ReplaySummary replay(
        const ReplayOptions& options, const std::function<void(const CrashImage&)>& check) const;

private:
    std::filesystem::path m_shop;
    std::map<std::string, std::pair<int, std::string>> m_before; ///< name -> inode and content
    std::vector<IoRecord> m_log;
    bool m_recording = true;
};

} // namespace till::test
