#include "storage/append_only.h"
#include "storage/authorizer.h"
#include "storage/connection.h"
#include "storage/migrator.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

struct FreshShop {
    Connection db{{{}, OpenOptions::Mode::Memory}};
    FreshShop() { REQUIRE(migrate(db)); }
};

struct GuardedShop : FreshShop {
    GuardedShop() { denyWhatNobodyMay(db); }

    void refuses(const std::string& sql)
    {
        INFO(sql);
        try {
            db.execute(sql);
            FAIL_CHECK("it ran");
        } catch (const StorageError& e) {
            CHECK(e.kind() == StorageError::Kind::Denied);
        }
    }
};

std::string firstColumn(Connection& db, std::string_view table)
{
    auto query = db.prepareOnce("SELECT name FROM pragma_table_info('" + std::string{table} + "')");
    REQUIRE(query.step());
    return query.text(0);
}

} // namespace

TEST_CASE_METHOD(GuardedShop, "what is on record can be neither changed nor deleted")
{
    for (const auto table : kAppendOnlyTables) {
        const auto column = firstColumn(db, table);
        refuses("UPDATE " + std::string{table} + " SET " + column + " = " + column);
        refuses("DELETE FROM " + std::string{table});
    }
}

TEST_CASE_METHOD(GuardedShop, "the schema stays as the migrations made it")
{
    refuses("CREATE TABLE x(y)");
    refuses("CREATE INDEX x ON product(name)");
    refuses("CREATE VIEW x AS SELECT 1");
    refuses("CREATE TRIGGER x AFTER INSERT ON product BEGIN SELECT 1; END");
    refuses("DROP TABLE product");
    refuses("DROP TRIGGER sale_no_delete");
    refuses("ALTER TABLE product ADD COLUMN x");
    refuses("ALTER TABLE sale RENAME TO sold");
    refuses("ATTACH ':memory:' AS other");
    refuses("PRAGMA writable_schema = ON");
    refuses("PRAGMA recursive_triggers = OFF");
    refuses("PRAGMA foreign_keys = OFF");
    refuses("PRAGMA synchronous = OFF");
    refuses("PRAGMA user_version = 7");
    CHECK_THROWS_AS(db.execute("DELETE FROM sqlite_schema"), StorageError);
    CHECK_THROWS_AS(db.execute("UPDATE sqlite_schema SET sql = ''"), StorageError);
    CHECK_THROWS_AS(db.execute("SELECT load_extension('x')"), StorageError);
}

TEST_CASE_METHOD(GuardedShop, "what a shop does all day is allowed")
{
    CHECK_NOTHROW(db.execute("INSERT INTO unit(id, code, decimals) VALUES (900, 'test', 0)"));
    CHECK_NOTHROW(db.execute("UPDATE unit SET decimals = 1 WHERE id = 900"));
    CHECK_NOTHROW(db.execute("DELETE FROM unit WHERE id = 900"));
    CHECK_NOTHROW(
        db.execute("CREATE TEMP TABLE chosen(id INTEGER); INSERT INTO chosen VALUES (1); DROP TABLE chosen"));
    CHECK_NOTHROW(db.execute("PRAGMA quick_check; PRAGMA user_version; PRAGMA foreign_key_check"));
    auto indexes = db.prepareOnce("SELECT name FROM pragma_table_list WHERE type = 'virtual'");
    while (indexes.step()) { // the search index keeps its pages in tables of its own
        const auto name = indexes.text(0);
        CHECK_NOTHROW(db.execute("INSERT INTO " + name + "(" + name + ") VALUES ('optimize')"));
    }
}

TEST_CASE_METHOD(FreshShop, "OR REPLACE does not get past the triggers either")
{
    db.execute("INSERT INTO tax(id, uid, code, name) VALUES (1, zeroblob(16), 'A', 'VAT')");
    db.execute("INSERT INTO tax_rate(id, tax_id, valid_from, rate) VALUES (1, 1, 0, 200000)");
    denyWhatNobodyMay(db);
    // The authorizer sees an INSERT here: only the trigger can tell.
    CHECK_THROWS_AS(
        db.execute("INSERT OR REPLACE INTO tax_rate(id, tax_id, valid_from, rate) VALUES (1, 1, 0, 0)"),
        StorageError);
    auto rate = db.prepareOnce("SELECT rate FROM tax_rate");
    REQUIRE(rate.step());
    CHECK(rate.integer(0) == 200000);
}

TEST_CASE_METHOD(FreshShop, "the triggers hold without the authorizer")
{
    db.execute("INSERT INTO tax(id, uid, code, name) VALUES (1, zeroblob(16), 'A', 'VAT')");
    db.execute("INSERT INTO tax_rate(id, tax_id, valid_from, rate) VALUES (1, 1, 0, 200000)");
    CHECK_THROWS_AS(db.execute("UPDATE tax_rate SET rate = 0"), StorageError);
    CHECK_THROWS_AS(db.execute("DELETE FROM tax_rate"), StorageError);
}
