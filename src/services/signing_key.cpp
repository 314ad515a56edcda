#include "services/signing_key.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace till {
namespace {

std::filesystem::path keyFile(const std::filesystem::path& folder, const Uid& shop)
{
    return folder / (shop.toText() + ".key");
}

/// Closes at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd{fd}
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

} // namespace

std::filesystem::path defaultKeyFolder()
{
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config && *config) return std::filesystem::path{config} / "tillroll" / "keys";
    const char* home = std::getenv("HOME");
    return std::filesystem::path{home ? home : "/"} / ".config" / "tillroll" / "keys";
}

std::optional<SecretKey> loadSigningKey(const std::filesystem::path& folder, const Uid& shop)
{
    const Descriptor file{::open(keyFile(folder, shop).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    SecretKey key;
    if (file.get() < 0 || ::read(file.get(), key.data(), key.size()) != static_cast<ssize_t>(key.size())) {
        return std::nullopt;
    }
    return key;
}

Result<> saveSigningKey(const std::filesystem::path& folder, const Uid& shop, const SecretKey& key)
{
    const auto failed = [&] {
        return Error{errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FolderNotWritable, folder.string()};
    };
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    ::chmod(folder.c_str(), 0700);
    const auto target = keyFile(folder, shop);
    const auto part = target.string() + ".part";
    {
        const Descriptor file{
            ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
        if (file.get() < 0) return failed();
        if (::write(file.get(), key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
            ::fsync(file.get()) != 0) {
            return failed();
        }
    }
    if (::rename(part.c_str(), target.c_str()) != 0) return failed();
    const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.get() >= 0) ::fsync(directory.get());
    return {};
}

} // namespace till
