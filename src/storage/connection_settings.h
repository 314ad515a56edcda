#pragma once

#include <string>

namespace till {

class Connection;
struct OpenOptions;

// For the .cpp files of storage only.

/// Before the first connection of the process, later it does nothing: SQLite does not count the bytes it
/// uses. To count them it takes a lock around every allocation, and nobody asks.
void setUpSqlite();

/// Sets what every connection needs and reads it back; throws StorageError when SQLite kept another value.
void applySettings(Connection& db);

/// "file:" URI of the path, so that nothing in a file name is read as an option.
/// `immutable` skips locks and the WAL: only for a file nobody can be writing.
std::string fileUri(const OpenOptions& options);

} // namespace till
