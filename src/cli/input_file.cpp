#include "cli/input_file.h"

#include "exchange/file_bytes.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <vector>

namespace till {
namespace {

constexpr std::size_t kMostBytes = 64U * 1024U * 1024U;

Result<std::string> readStandardInput()
{
    std::string text;
    std::vector<char> block(1 << 16);
    for (;;) {
        const auto size = ::read(STDIN_FILENO, block.data(), block.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0)
            return Error{
                errno == EISDIR ? ErrorCode::FileIsDirectory : ErrorCode::FileNotReadable, "standard input"};
        if (size == 0) return text;
        text.append(block.data(), static_cast<std::size_t>(size));
        if (text.size() > kMostBytes) return Error{ErrorCode::NumberOutOfRange, "the size of the input"};
    }
}

Error writingFailed(const std::filesystem::path& path)
{
    const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::FolderNotWritable,
        std::filesystem::absolute(path).parent_path().string()};
}

bool writeBytes(int fd, const std::string& bytes)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const auto size = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return false;
        done += static_cast<std::size_t>(size);
    }
    return ::fsync(fd) == 0;
}

} // namespace

Result<std::string> readInput(const std::string& path)
{
    if (path == "-") return readStandardInput();
    auto file = FileBytes::openFile(path);
    if (!file) return file.error();
    if ((*file)->size() > kMostBytes) return Error{ErrorCode::NumberOutOfRange, "the size of " + path};
    std::string text(static_cast<std::size_t>((*file)->size()), '\0');
    std::size_t done = 0;
    while (done < text.size()) {
        const auto size = (*file)->read({text.data() + done, text.size() - done});
        if (!size) return size.error();
        if (*size == 0) break;
        done += *size;
    }
    text.resize(done);
    return text;
}

Result<> writeOutput(const std::string& path, const std::string& bytes)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return Error{ErrorCode::FileIsDirectory, path};
    const auto part = path + ".part";
    const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) return writingFailed(path);
    const bool written = writeBytes(fd, bytes);
    const auto failure = written ? Error{ErrorCode::StorageFailed} : writingFailed(path);
    ::close(fd);
    if (written && std::rename(part.c_str(), path.c_str()) == 0) return {};
    const auto why = written ? writingFailed(path) : failure;
    ::unlink(part.c_str());
    return why;
}

} // namespace till
