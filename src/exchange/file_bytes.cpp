#include "exchange/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace till {

Result<std::unique_ptr<FileBytes>> FileBytes::openFile(const std::filesystem::path& path)
{
    // O_NONBLOCK: opening a named pipe must not wait for its writer
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const bool absent = errno == ENOENT || errno == ENOTDIR;
        return Error{absent ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable, path.string()};
    }
    auto bytes = std::make_unique<FileBytes>();
    bytes->m_descriptor = descriptor;
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return Error{ErrorCode::FileNotReadable, path.string()};
    if (S_ISDIR(status.st_mode)) return Error{ErrorCode::FileIsDirectory, path.string()};
    if (!S_ISREG(status.st_mode)) return Error{ErrorCode::FileNotReadable, path.string()};
    bytes->m_size = static_cast<std::uint64_t>(status.st_size);
    return bytes;
}

std::unique_ptr<FileBytes> FileBytes::fromMemory(std::string bytes)
{
    auto source = std::make_unique<FileBytes>();
    source->m_size = bytes.size();
    source->m_memory = std::move(bytes);
    return source;
}

FileBytes::~FileBytes()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<std::size_t> FileBytes::read(std::span<char> into)
{
    if (m_descriptor < 0) {
        const auto count = std::min(into.size(), m_memory.size() - static_cast<std::size_t>(m_position));
        std::memcpy(into.data(), m_memory.data() + m_position, count);
        m_position += count;
        return count;
    }
    for (;;) {
        const auto count = ::read(m_descriptor, into.data(), into.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return Error{ErrorCode::FileNotReadable, std::strerror(errno)};
        m_position += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
    }
}

Result<> FileBytes::seek(std::uint64_t position)
{
    if (m_descriptor >= 0 && ::lseek(m_descriptor, static_cast<off_t>(position), SEEK_SET) < 0) {
        return Error{ErrorCode::FileNotReadable, std::strerror(errno)};
    }
    m_position = std::min(position, m_size);
    return {};
}

} // namespace till
