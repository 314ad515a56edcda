#pragma once

struct sqlite3;

namespace till::test {

/// Takes hold of the connection a shop writes with: what a mutant of the program is made with.
class OpenedConnections {
public:
    OpenedConnections();
    ~OpenedConnections();
    OpenedConnections(const OpenedConnections&) = delete;
    OpenedConnections& operator=(const OpenedConnections&) = delete;

    sqlite3* last() const; ///< right after Shop::open: the one it writes with
};

/// From here on COMMIT says it has succeeded, and does nothing.
void dropCommits(sqlite3* db);
/// What such a program leaves behind when it ends.
void rollBack(sqlite3* db);
void setSynchronousNormal(sqlite3* db);

} // namespace till::test
