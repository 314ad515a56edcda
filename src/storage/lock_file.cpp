#include "storage/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <map>
#include <mutex>
#include <string>

namespace till {

class LockFile::Held {
public:
    explicit Held(int fd)
        : m_fd{fd}
    {
    }
    ~Held() { ::close(m_fd); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

private:
    int m_fd;
};

namespace {

Error openingFailed(const std::filesystem::path& path)
{
    switch (errno) {
    case ENOENT: return Error{ErrorCode::FileNotFound, path.parent_path().string()};
    case ENOSPC:
    case EDQUOT: return Error{ErrorCode::DiskFull, path.string()};
    default: return Error{ErrorCode::FolderNotWritable, path.parent_path().string()};
    }
}

std::string holderOf(int fd)
{
    std::array<char, 32> text{};
    const auto size = ::pread(fd, text.data(), text.size(), 0);
    std::string pid;
    for (ssize_t i = 0;
         i < size && text[static_cast<std::size_t>(i)] >= '0' && text[static_cast<std::size_t>(i)] <= '9';
         ++i) {
        pid += text[static_cast<std::size_t>(i)];
    }
    return pid;
}

/// For people who look; the lock holds without it, so a full disk is no reason to refuse.
void writeHolder(int fd, std::string_view program)
{
    const auto text = std::to_string(::getpid()) + " " + std::string{program} + "\n";
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, text.data(), text.size(), 0) < 0) return;
}

} // namespace

LockFile::LockFile(std::shared_ptr<const Held> held)
    : m_held{std::move(held)}
{
}

std::filesystem::path LockFile::pathFor(const std::filesystem::path& shopFile)
{
    // Two ways to write one path must meet at one lock.
    return std::filesystem::weakly_canonical(std::filesystem::absolute(shopFile)).string() + ".lock";
}

Result<LockFile> LockFile::tryLock(const std::filesystem::path& shopFile, std::string_view program)
{
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<const Held>> held;

    const auto path = pathFor(shopFile);
    const std::scoped_lock guard{mutex};
    auto& mine = held[path.string()];
    if (auto shared = mine.lock()) return LockFile{std::move(shared)};

    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) return openingFailed(path);
    auto file = std::make_shared<const Held>(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return Error{ErrorCode::ShopInUse, holderOf(fd)};
    writeHolder(fd, program);
    mine = file;
    return LockFile{std::move(file)};
}

} // namespace till
