#pragma once

#include <filesystem>
#include <string>

namespace till {

// For the .cpp files of storage only. None of these may touch a file that SQLite has open in this process.

/// Makes an empty file of mode 0600, replacing a left-over of that name. Throws StorageError.
void makePrivateFile(const std::filesystem::path& path);

/// Folders on the way to `path` that are missing, mode 0700. Throws StorageError.
void makePrivateFolders(const std::filesystem::path& folder);

/// Gives a finished file its name: content on disk, then the name, then the folder's entry. An existing
/// file of that name is replaced. Throws StorageError.
void publish(const std::filesystem::path& part, const std::filesystem::path& final);

/// `file` with its -wal, -shm and -journal. For left-overs: errors are ignored.
void removeDatabase(const std::filesystem::path& file) noexcept;

std::filesystem::path withSuffix(const std::filesystem::path& path, const std::string& suffix);
std::filesystem::path folderOf(const std::filesystem::path& path); ///< "." for a bare name

} // namespace till
