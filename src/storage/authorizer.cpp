#include "storage/authorizer.h"

#include "storage/append_only.h"
#include "storage/connection.h"

#include <sqlite3.h>

#include <algorithm>

namespace till {
namespace {

bool isAppendOnly(std::string_view table)
{
    return std::ranges::find(kAppendOnlyTables, table) != kAppendOnlyTables.end();
}

bool maySet(std::string_view pragma)
{
    // These take an argument but set nothing.
    constexpr std::array kQuestions{std::string_view{"table_info"}, std::string_view{"table_xinfo"},
        std::string_view{"table_list"}, std::string_view{"index_list"}, std::string_view{"index_info"},
        std::string_view{"index_xinfo"}, std::string_view{"foreign_key_list"},
        std::string_view{"foreign_key_check"}, std::string_view{"integrity_check"},
        std::string_view{"quick_check"}, std::string_view{"wal_checkpoint"}};
    return std::ranges::find(kQuestions, pragma) != kQuestions.end();
}

/// Rows of sqlite_schema need no case here: the defensive setting refuses to touch them, and SQLite asks
/// for an UPDATE of it whenever it declares a virtual table.
int refuse(void*, int action, const char* first, const char* second, const char*, const char*)
{
    const std::string_view subject = first ? first : "";
    switch (action) {
    case SQLITE_UPDATE:
    case SQLITE_DELETE: return isAppendOnly(subject) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_INDEX:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_TRIGGER:
    case SQLITE_DROP_VIEW:
    case SQLITE_DROP_VTABLE:
    case SQLITE_ALTER_TABLE:
    case SQLITE_ATTACH:
    case SQLITE_DETACH: return SQLITE_DENY;
    case SQLITE_PRAGMA: return second && !maySet(subject) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_FUNCTION:
        return second && std::string_view{second} == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    default: return SQLITE_OK;
    }
}

} // namespace

void denyWhatNobodyMay(Connection& db)
{
    sqlite3_set_authorizer(db.handle(), refuse, nullptr);
}

void allowEverything(Connection& db)
{
    sqlite3_set_authorizer(db.handle(), nullptr, nullptr);
}

} // namespace till
