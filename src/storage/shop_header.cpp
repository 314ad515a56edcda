#include "storage/shop_header.h"

#include "storage/connection_settings.h"
#include "storage/sqlite_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <cerrno>

namespace till {

ShopHeader readShopHeader(const OpenOptions& options)
{
    setUpSqlite();
    OpenOptions reading = options;
    reading.mode = OpenOptions::Mode::ReadOnly;
    constexpr int kFlags =
        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
    constexpr int kBusyMs = 5000;
    try {
        SQLite::Database db{fileUri(reading), kFlags, kBusyMs, reading.vfs};
        const auto number = [&db](const char* pragma) { return db.execAndGet(pragma).getInt(); };
        return {number("PRAGMA application_id"), number("PRAGMA user_version")};
    } catch (const SQLite::Exception& e) {
        const int code = e.getExtendedErrorCode();
        throw StorageError{
            code, kindOf(code, errno, options.path.c_str()), std::string{"header: "} + e.what()};
    }
}

} // namespace till
