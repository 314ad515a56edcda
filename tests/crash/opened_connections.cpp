#include "opened_connections.h"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <string_view>

namespace till::test {
namespace {

sqlite3* g_last = nullptr;

int remember(sqlite3* db, const char**, const sqlite3_api_routines*)
{
    g_last = db;
    return SQLITE_OK;
}

void (*entryPoint())()
{
    return reinterpret_cast<void (*)()>(&remember);
}

int ignoreCommit(void*, int action, const char* operation, const char*, const char*, const char*)
{
    const bool commits = action == SQLITE_TRANSACTION && std::string_view{operation} == "COMMIT";
    return commits ? SQLITE_IGNORE : SQLITE_OK;
}

} // namespace

OpenedConnections::OpenedConnections()
{
    REQUIRE(sqlite3_auto_extension(entryPoint()) == SQLITE_OK);
}

OpenedConnections::~OpenedConnections()
{
    sqlite3_cancel_auto_extension(entryPoint());
}

sqlite3* OpenedConnections::last() const
{
    return g_last;
}

void dropCommits(sqlite3* db)
{
    REQUIRE(sqlite3_set_authorizer(db, ignoreCommit, nullptr) == SQLITE_OK);
}

void rollBack(sqlite3* db)
{
    sqlite3_set_authorizer(db, nullptr, nullptr);
    REQUIRE(sqlite3_get_autocommit(db) == 0);
    REQUIRE(sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
}

void setSynchronousNormal(sqlite3* db)
{
    sqlite3_set_authorizer(db, nullptr, nullptr); // it would refuse
    REQUIRE(sqlite3_exec(db, "PRAGMA synchronous = NORMAL", nullptr, nullptr, nullptr) == SQLITE_OK);
}

} // namespace till::test
