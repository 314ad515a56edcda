#include "storage/rows.h"

#include "storage/sqlite_error.h"

#include <sqlite3.h>

#include <new>

namespace till {
namespace {

/// Tells a pointer to Rows from any other that a statement may be given.
constexpr const char* kPointerType = "till::Rows";
constexpr int kHidden = static_cast<int>(Rows::kMostColumns); ///< the column of the argument

} // namespace

void Rows::clear()
{
    m_cells.clear();
    m_bytes.clear();
}

void Rows::bytes(Kind kind, std::string_view bytes)
{
    m_cells.push_back(
        {kind, static_cast<std::uint32_t>(bytes.size()), static_cast<std::int64_t>(m_bytes.size())});
    m_bytes.append(bytes);
}

Statement& Statement::bind(int index, const Rows& rows)
{
    if (sqlite3_bind_pointer(m_stmt, index, const_cast<Rows*>(&rows), kPointerType, nullptr) != SQLITE_OK)
        fail("bind");
    return *this;
}

/// The table-valued function of sqlite.org/vtab.html 2.1.2: it is there without being created.
class RowsTable {
public:
    static const sqlite3_module& module()
    {
        static const sqlite3_module instance = [] {
            sqlite3_module m{};
            m.xConnect = connect;
            m.xBestIndex = bestIndex;
            m.xDisconnect = disconnect;
            m.xOpen = open;
            m.xClose = close;
            m.xFilter = filter;
            m.xNext = next;
            m.xEof = eof;
            m.xColumn = column;
            m.xRowid = rowid;
            return m;
        }();
        return instance;
    }

private:
    struct Cursor {
        sqlite3_vtab_cursor base{};
        const Rows* rows = nullptr;
        std::size_t at = 0; ///< cell with which the row begins
    };
    static Cursor& of(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Cursor*>(cursor); }

    static int connect(sqlite3* db, void*, int, const char* const*, sqlite3_vtab** table, char**)
    {
        std::string columns = "CREATE TABLE x(";
        for (std::size_t i = 0; i < Rows::kMostColumns; ++i) columns += "c" + std::to_string(i) + ", ";
        if (const int rc = sqlite3_declare_vtab(db, (columns + "rows HIDDEN)").c_str()); rc != SQLITE_OK)
            return rc;
        sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
        *table = new (std::nothrow) sqlite3_vtab{};
        return *table ? SQLITE_OK : SQLITE_NOMEM;
    }
    static int disconnect(sqlite3_vtab* table)
    {
        delete table;
        return SQLITE_OK;
    }
    /// One plan only: all rows of the argument.
    static int bestIndex(sqlite3_vtab*, sqlite3_index_info* info)
    {
        for (int i = 0; i < info->nConstraint; ++i) {
            const auto& constraint = info->aConstraint[i];
            const bool isArgument =
                constraint.iColumn == kHidden && constraint.op == SQLITE_INDEX_CONSTRAINT_EQ;
            if (!isArgument || !constraint.usable) continue;
            info->aConstraintUsage[i].argvIndex = 1;
            info->aConstraintUsage[i].omit = 1;
            info->estimatedCost = 1000;
            info->estimatedRows = 1000;
            return SQLITE_OK;
        }
        return SQLITE_CONSTRAINT;
    }
    static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor)
    {
        auto* made = new (std::nothrow) Cursor;
        if (!made) return SQLITE_NOMEM;
        *cursor = &made->base;
        return SQLITE_OK;
    }
    static int close(sqlite3_vtab_cursor* cursor)
    {
        delete &of(cursor);
        return SQLITE_OK;
    }
    static int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value** arguments)
    {
        auto& at = of(cursor);
        at.rows = static_cast<const Rows*>(sqlite3_value_pointer(arguments[0], kPointerType));
        at.at = 0;
        return at.rows ? SQLITE_OK : SQLITE_MISUSE;
    }
    static int next(sqlite3_vtab_cursor* cursor)
    {
        of(cursor).at += of(cursor).rows->m_columns;
        return SQLITE_OK;
    }
    static int eof(sqlite3_vtab_cursor* cursor) { return of(cursor).at >= of(cursor).rows->m_cells.size(); }
    static int column(sqlite3_vtab_cursor* cursor, sqlite3_context* out, int index)
    {
        const auto& rows = *of(cursor).rows;
        const auto wanted = static_cast<std::size_t>(index);
        if (wanted >= rows.m_columns) return SQLITE_OK; // NULL
        const auto& cell = rows.m_cells[of(cursor).at + wanted];
        const auto bytes = [&] { return rows.m_bytes.data() + cell.value; };
        switch (cell.kind) {
        case Rows::Kind::Null: break;
        case Rows::Kind::Integer: sqlite3_result_int64(out, cell.value); break;
        case Rows::Kind::Text:
            sqlite3_result_text64(out, bytes(), cell.length, SQLITE_STATIC, SQLITE_UTF8);
            break;
        case Rows::Kind::Bytes: sqlite3_result_blob64(out, bytes(), cell.length, SQLITE_STATIC); break;
        }
        return SQLITE_OK;
    }
    static int rowid(sqlite3_vtab_cursor* cursor, sqlite3_int64* id)
    {
        *id = static_cast<sqlite3_int64>(of(cursor).at);
        return SQLITE_OK;
    }
};

void registerRows(sqlite3* db)
{
    if (sqlite3_create_module(db, "rows", &RowsTable::module(), nullptr) != SQLITE_OK)
        throwLastError(db, "register");
}

} // namespace till
