#pragma once

#include <string>

namespace till {

class Connection;
struct OpenOptions;

// For the .cpp files of storage only.

/// Sets what every connection needs and reads it back; throws StorageError when SQLite kept another value.
void applySettings(Connection& db);

/// "file:" URI of the path, so that nothing in a file name is read as an option.
/// `immutable` skips locks and the WAL: only for a file nobody can be writing.
std::string fileUri(const OpenOptions& options);

} // namespace till
