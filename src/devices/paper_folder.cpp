#include "devices/paper_folder.h"

#include "devices/descriptor.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace till {
namespace {

constexpr int kMostOfOneName = 9999;

/// No name of a receipt may lead elsewhere.
std::string safe(std::string_view name)
{
    std::string text{name};
    std::replace(text.begin(), text.end(), '/', '-');
    return text.empty() || text.front() == '.' ? '_' + text : text;
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fsync(file) == 0;
}

/// Gives the file its name unless there is one of that name.
bool nameIt(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0; // an old file system
}

} // namespace

std::string whyNoPaperFolder(const std::string& folder)
{
    const Descriptor place{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!place.isOpen() || ::access(folder.c_str(), W_OK | X_OK) != 0) return systemWords(errno);
    return {};
}

std::string keepPaper(const std::string& folder, std::string_view name, std::string_view bytes)
{
    auto unnamed = folder + "/.paper-XXXXXX";
    const Descriptor file{::mkostemp(unnamed.data(), O_CLOEXEC)};
    if (!file.isOpen()) return systemWords(errno);
    bool isKept = writeAll(file.get(), bytes);
    const auto base = folder + '/' + safe(name);
    for (int count = 1; isKept; ++count) {
        const auto path = count == 1 ? base + ".pdf" : base + " (" + std::to_string(count) + ").pdf";
        isKept = nameIt(unnamed, path);
        if (isKept) break;
        isKept = errno == EEXIST && count < kMostOfOneName;
    }
    if (isKept) {
        const Descriptor place{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
        ::fsync(place.get());
        return {};
    }
    auto why = systemWords(errno);
    ::unlink(unnamed.c_str());
    return why;
}

} // namespace till
