#include "storage/durable_file.h"

#include "storage/sqlite_error.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace till {
namespace {

[[noreturn]] void throwSystemError(const char* doing, const std::filesystem::path& path, int number)
{
    throw StorageError{SQLITE_IOERR, kindOfSystemError(number),
        std::string{doing} + " " + path.string() + ": " + std::strerror(number)};
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
        : m_path{path}
        , m_fd{::open(path.c_str(), flags | O_CLOEXEC, mode)}
    {
        if (m_fd < 0) throwSystemError("open", path, errno);
    }
    ~Descriptor() { ::close(m_fd); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void sync() const
    {
        if (::fsync(m_fd) != 0) throwSystemError("sync", m_path, errno);
    }

private:
    const std::filesystem::path& m_path;
    int m_fd;
};

} // namespace

void makePrivateFile(const std::filesystem::path& path)
{
    ::unlink(path.c_str());
    const Descriptor file{path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600};
}

void makePrivateFolders(const std::filesystem::path& folder)
{
    if (folder.empty() || std::filesystem::exists(folder)) return;
    makePrivateFolders(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throwSystemError("make", folder, errno);
}

void publish(const std::filesystem::path& part, const std::filesystem::path& final)
{
    Descriptor{part, O_RDONLY}.sync();
    if (::rename(part.c_str(), final.c_str()) != 0) throwSystemError("rename", final, errno);
    Descriptor{folderOf(final), O_RDONLY | O_DIRECTORY}.sync();
}

void removeDatabase(const std::filesystem::path& file) noexcept
{
    for (const auto* suffix : {"", "-wal", "-shm", "-journal"}) ::unlink((file.string() + suffix).c_str());
}

std::filesystem::path withSuffix(const std::filesystem::path& path, const std::string& suffix)
{
    return path.string() + suffix;
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
}

} // namespace till
