#include "storage/schema.h"

#include "storage/connection.h"

namespace till {
namespace {

std::int64_t number(Statement query)
{
    query.step();
    return query.integer(0);
}

} // namespace

std::int32_t applicationId(Connection& db)
{
    return static_cast<std::int32_t>(number(db.prepareOnce("PRAGMA application_id")));
}

int schemaVersion(Connection& db)
{
    return static_cast<int>(number(db.prepareOnce("PRAGMA user_version")));
}

int newestSchemaVersion()
{
    return static_cast<int>(embedded::migrations().size());
}

std::string schemaText(Connection& db)
{
    auto query = db.prepareOnce(R"(
        SELECT sql
          FROM sqlite_schema
         WHERE sql IS NOT NULL
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
         ORDER BY tbl_name, type = 'trigger', type = 'index', name)");
    std::string text;
    while (query.step()) text.append(query.textView(0)).append(";\n\n");
    return text;
}

} // namespace till
