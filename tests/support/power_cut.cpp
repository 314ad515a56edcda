#include "support/power_cut.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <stdexcept>

namespace till::test {
namespace {

constexpr std::size_t kSector = 512;
constexpr std::array kSuffixes{"", "-wal", "-shm", "-journal"};

using Random = std::mt19937;

bool coin(Random& random)
{
    return (random() & 1U) != 0;
}

void put(std::string& content, std::size_t offset, std::string_view bytes)
{
    if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
    std::ranges::copy(bytes, content.begin() + static_cast<std::ptrdiff_t>(offset));
}

void apply(std::string& content, const IoRecord& record)
{
    if (record.kind == IoRecord::Kind::Truncate)
        content.resize(static_cast<std::size_t>(record.number), '\0');
    else
        put(content, static_cast<std::size_t>(record.number), record.bytes);
}

std::string garbage(std::size_t size, Random& random)
{
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

/// A disk writes whole sectors: each may have arrived, not arrived, or been under the head at the time.
void applyTorn(std::string& content, const IoRecord& record, Random& random)
{
    const auto begin = static_cast<std::size_t>(record.number);
    const std::string_view all = record.bytes;
    for (std::size_t at = 0; at < all.size();) {
        const auto size = std::min(kSector - (begin + at) % kSector, all.size() - at);
        switch (random() % 8) {
        case 0:
        case 1:
        case 2: break;
        case 3: put(content, begin + at, garbage(size, random)); break;
        default: put(content, begin + at, all.substr(at, size)); break;
        }
        at += size;
    }
}

struct Inode {
    std::string synced{};
    std::vector<const IoRecord*> pending{};
};

/// A name, as the program sees it and as the folder on the disk has it. 0 = no such file.
struct Name {
    int now{};
    int synced{};
};

/// What is certainly on the disk, and what may be.
class Disk {
public:
    void addExisting(const std::string& name, int inode, const std::string& content)
    {
        m_inodes[inode].synced = content;
        m_names[name] = {inode, inode};
    }

    void take(const IoRecord& record)
    {
        switch (record.kind) {
        case IoRecord::Kind::Create:
            m_inodes[record.inode] = {};
            m_names[record.name].now = record.inode;
            break;
        case IoRecord::Kind::Write:
        case IoRecord::Kind::Truncate: m_inodes[record.inode].pending.push_back(&record); break;
        case IoRecord::Kind::Sync: sync(record.inode); break;
        case IoRecord::Kind::Unlink:
            m_names[record.name].now = 0;
            if (record.folderSynced) syncFolder();
            break;
        case IoRecord::Kind::Acknowledge: break;
        }
    }

    bool isCertain() const
    {
        const auto same = [this](const auto& entry) {
            const auto& [now, synced] = entry.second;
            return now == synced && (now == 0 || m_inodes.at(now).pending.empty());
        };
        return std::ranges::all_of(m_names, same);
    }

    /// The file of that name in one image; nothing if it is not there.
    std::optional<std::string> content(const std::string& name, CrashImage::Kind kind, Random& random) const
    {
        const auto found = m_names.find(name);
        if (found == m_names.end()) return std::nullopt;
        const auto& [now, synced] = found->second;
        const bool asSeen =
            kind == CrashImage::Kind::Everything || (kind == CrashImage::Kind::Some && coin(random));
        const int inode = asSeen ? now : synced;
        if (inode == 0) return std::nullopt;
        auto bytes = m_inodes.at(inode).synced;
        for (const auto* record : m_inodes.at(inode).pending) {
            if (kind == CrashImage::Kind::Everything)
                apply(bytes, *record);
            else if (kind == CrashImage::Kind::Some && coin(random))
                applyMaybe(bytes, *record, random);
        }
        return bytes;
    }

private:
    static void applyMaybe(std::string& bytes, const IoRecord& record, Random& random)
    {
        if (record.kind == IoRecord::Kind::Truncate || coin(random))
            apply(bytes, record);
        else
            applyTorn(bytes, record, random);
    }

    /// SQLite syncs the folder too when it syncs a journal or WAL for the first time.
    void sync(int inode)
    {
        auto& file = m_inodes[inode];
        for (const auto* record : file.pending) apply(file.synced, *record);
        file.pending.clear();
        const auto isNew = [inode](const auto& entry) {
            return entry.second.now == inode && entry.second.synced != inode;
        };
        if (std::ranges::any_of(m_names, isNew)) syncFolder();
    }

    void syncFolder()
    {
        for (auto& [name, entry] : m_names) entry.synced = entry.now;
    }

    std::map<int, Inode> m_inodes;
    std::map<std::string, Name> m_names;
};

/// Where images are written: one place, used again for each.
class ImageFolder {
public:
    ImageFolder()
    {
        const bool memory = ::access("/dev/shm", W_OK) == 0;
        const auto parent =
            memory ? std::filesystem::path{"/dev/shm"} : std::filesystem::temp_directory_path();
        auto pattern = (parent / "tillroll-image-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error{"no folder for images"};
        m_path = pattern;
    }
    ~ImageFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ImageFolder(const ImageFolder&) = delete;
    ImageFolder& operator=(const ImageFolder&) = delete;

    std::filesystem::path shop() const { return m_path / "shop.db"; }

    void write(const std::string& suffix, const std::optional<std::string>& content) const
    {
        const auto path = shop().string() + suffix;
        if (!content) {
            ::unlink(path.c_str());
            return;
        }
        const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        const auto written = ::write(fd, content->data(), content->size());
        ::close(fd);
        if (written != static_cast<ssize_t>(content->size())) throw std::runtime_error{"no space for images"};
    }

private:
    std::filesystem::path m_path;
};

void writeImage(const ImageFolder& folder, const std::string& base, const Disk& disk, CrashImage::Kind kind,
    Random& random)
{
    for (const auto* suffix : kSuffixes) folder.write(suffix, disk.content(base + suffix, kind, random));
}

} // namespace

PowerCut::PowerCut(std::filesystem::path shop)
    : m_shop{std::filesystem::canonical(shop)}
{
    auto& vfs = FaultVfs::instance();
    for (const auto* suffix : kSuffixes) {
        const auto name = m_shop.string() + suffix;
        std::ifstream file{name, std::ios::binary};
        if (!file) continue;
        m_before[name] = {vfs.inodeOf(name), std::string{std::istreambuf_iterator<char>{file}, {}}};
    }
    m_before.erase(m_shop.string() + "-shm"); // shared memory does not survive
    vfs.startRecording();
}

PowerCut::~PowerCut()
{
    stop();
}

void PowerCut::acknowledge(std::int64_t number)
{
    FaultVfs::instance().acknowledge(number);
}

void PowerCut::stop()
{
    if (!m_recording) return;
    m_recording = false;
    m_log = FaultVfs::instance().stopRecording();
}

ReplaySummary PowerCut::replay(
    const ReplayOptions& options, const std::function<void(const CrashImage&)>& check) const
{
    const ImageFolder folder;
    Disk disk;
    for (const auto& [name, file] : m_before) disk.addExisting(name, file.first, file.second);
    Random random{options.seed};
    ReplaySummary summary;
    CrashImage image{.shop = folder.shop()};
    const auto show = [&](CrashImage::Kind kind) {
        writeImage(folder, m_shop.string(), disk, kind, random);
        image.kind = kind;
        ++summary.images;
        check(image);
    };
    for (image.step = 0; image.step <= m_log.size(); ++image.step) {
        if (image.step > 0) {
            const auto& record = m_log[image.step - 1];
            disk.take(record);
            summary.writes += record.kind == IoRecord::Kind::Write ? 1 : 0;
            summary.syncs += record.kind == IoRecord::Kind::Sync ? 1 : 0;
            if (record.kind == IoRecord::Kind::Acknowledge)
                image.acknowledged = std::max(image.acknowledged, record.number);
        }
        show(CrashImage::Kind::Everything);
        if (disk.isCertain()) continue; // every other image would be the same
        show(CrashImage::Kind::OnlySynced);
        for (int seed = 0; seed < options.seeds; ++seed) show(CrashImage::Kind::Some);
    }
    return summary;
}

} // namespace till::test
