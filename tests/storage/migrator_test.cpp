#include "storage/append_only.h"
#include "storage/connection.h"
#include "storage/migrator.h"
#include "storage/schema.h"
#include "support/approve.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace till;
using Mode = OpenOptions::Mode;

namespace {

std::int64_t number(Connection& db, std::string_view sql)
{
    auto query = db.prepareOnce(sql);
    REQUIRE(query.step());
    return query.integer(0);
}

Connection inMemory()
{
    return Connection{{{}, Mode::Memory}};
}

constexpr EmbeddedFile kFirst{"0001_first.sql", R"(
    CREATE TABLE sale(id INTEGER PRIMARY KEY, total INTEGER NOT NULL) STRICT;
    CREATE TABLE line(sale_id INTEGER REFERENCES sale(id) ON DELETE CASCADE) STRICT;
    CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT raise(ABORT, 'append only'); END;
    INSERT INTO sale VALUES (1, 500);
    INSERT INTO line VALUES (1);)"};

const std::array kOne{kFirst};

} // namespace

TEST_CASE("a fresh shop has the schema that was reviewed")
{
    auto db = inMemory();
    REQUIRE(migrate(db));
    test::approve("schema.sql", schemaText(db));
    CHECK(schemaVersion(db) == newestSchemaVersion());
    CHECK(applicationId(db) == kApplicationId);
}

TEST_CASE("every older schema upgrades to the newest")
{
    const auto all = embedded::migrations();
    const auto from = GENERATE_REF(range(std::size_t{0}, all.size() + 1));
    auto db = inMemory();
    REQUIRE(migrate(db, all.first(from)));
    REQUIRE(migrate(db));
    CHECK(schemaVersion(db) == newestSchemaVersion());
    CHECK(number(db, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

TEST_CASE("quick keys of an older file keep their places, and have no colour yet")
{
    auto db = inMemory();
    REQUIRE(migrate(db, embedded::migrations().first(2)));
    db.execute(R"(
        PRAGMA foreign_keys = OFF;
        INSERT INTO quick_key_page(id, uid, name, position) VALUES (1, randomblob(16), 'Counter', 1);
        INSERT INTO quick_key(quick_key_page_id, position, product_id) VALUES (1, 0, 7), (1, 12, 8);
        INSERT INTO tax_class(id, uid, name, position) VALUES (1, randomblob(16), 'A', 1);
        INSERT INTO product(id, uid, name, kind_id, tax_class_id, unit_id, created_at, changed_at)
            VALUES (7, randomblob(16), 'Bread', 1, 1, 1, 0, 0), (8, randomblob(16), 'Roll', 1, 1, 1, 0, 0);
        PRAGMA foreign_keys = ON;)");
    REQUIRE(migrate(db));
    CHECK(number(db, "SELECT count(*) FROM quick_key WHERE colour IS NULL") == 2);
    CHECK(number(db, "SELECT position FROM quick_key WHERE product_id = 8") == 12);
    db.execute("UPDATE quick_key SET colour = 6 WHERE product_id = 8");
    CHECK_THROWS_AS(db.execute("UPDATE quick_key SET colour = 7"), StorageError);
    CHECK_THROWS_AS(
        db.execute("INSERT INTO product_picture(product_id, changed_at) VALUES (7, 0)"), StorageError);
}

TEST_CASE("departments of an older file take goods back as the shop does, and no container weighs anything")
{
    auto db = inMemory();
    REQUIRE(migrate(db, embedded::migrations().first(8)));
    db.execute(R"(
        INSERT INTO department(id, uid, name) VALUES (1, randomblob(16), 'Tools');
        INSERT INTO tax_class(id, uid, name, position) VALUES (1, randomblob(16), 'A', 1);
        INSERT INTO product(id, uid, name, kind_id, tax_class_id, unit_id, created_at, changed_at)
            VALUES (7, randomblob(16), 'Ham', 1, 1, 2, 0, 0);)");
    REQUIRE(migrate(db));
    CHECK(number(db, "SELECT count(*) FROM department WHERE return_days IS NULL") == 1);
    CHECK(number(db, "SELECT tare FROM product WHERE id = 7") == 0);
    db.execute("UPDATE department SET return_days = 0");
    CHECK_THROWS_AS(db.execute("UPDATE department SET return_days = -1"), StorageError);
    CHECK_THROWS_AS(db.execute("UPDATE product SET tare = -1"), StorageError);
}

TEST_CASE("every table is STRICT, so no fraction can slip into an amount")
{
    auto db = inMemory();
    REQUIRE(migrate(db));
    auto loose = db.prepareOnce("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND "
                                "name NOT LIKE 'sqlite_%'");
    while (loose.step()) FAIL_CHECK(loose.text(0) << " is not STRICT");
    CHECK(number(db, "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict") > 10);
}

TEST_CASE("the append-only tables of the program are those the schema guards")
{
    auto db = inMemory();
    REQUIRE(migrate(db));
    for (const std::string ending : {"_no_update", "_no_delete"}) {
        std::vector<std::string> guarded;
        auto query =
            db.prepareOnce("SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1");
        while (query.step()) {
            if (query.text(1) == query.text(0) + ending) guarded.push_back(query.text(0));
        }
        std::vector<std::string> listed(kAppendOnlyTables.begin(), kAppendOnlyTables.end());
        std::ranges::sort(listed);
        CHECK(listed == guarded);
    }
}

TEST_CASE("a migration that fails half way leaves no trace")
{
    auto db = inMemory();
    const std::array broken{
        kFirst, EmbeddedFile{"0002_broken.sql", "CREATE TABLE more(x INTEGER) STRICT; oops;"}};
    CHECK_THROWS_AS(migrate(db, broken), StorageError);
    CHECK(schemaVersion(db) == 1);
    CHECK(number(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'") == 0);
    CHECK_FALSE(db.inTransaction());
    CHECK(number(db, "PRAGMA foreign_keys") == 1);
}

TEST_CASE("a migration that breaks a reference is refused")
{
    auto db = inMemory();
    const std::array broken{kFirst, EmbeddedFile{"0002_orphan.sql", "INSERT INTO line VALUES (77);"}};
    CHECK_THROWS_WITH(migrate(db, broken), Catch::Contains("0002_orphan.sql"));
    CHECK(number(db, "SELECT count(*) FROM line") == 1);
}

TEST_CASE("rebuilding a parent table keeps its children, and a migration alone may correct the record")
{
    auto db = inMemory();
    const std::array steps{kFirst, EmbeddedFile{"0002_rebuild.sql", R"(
        UPDATE sale SET total = 600;
        CREATE TABLE sale_new(id INTEGER PRIMARY KEY, total INTEGER NOT NULL, note TEXT) STRICT;
        INSERT INTO sale_new(id, total) SELECT id, total FROM sale;
        DROP TABLE sale;
        ALTER TABLE sale_new RENAME TO sale;
        CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT raise(ABORT, 'append only'); END;)"}};
    REQUIRE(migrate(db, steps));
    CHECK(number(db, "SELECT count(*) FROM line") == 1);
    CHECK(number(db, "SELECT total FROM sale") == 600);
    CHECK_THROWS_AS(db.execute("UPDATE sale SET total = 1"), StorageError);
}

TEST_CASE("a file from a newer program is left alone")
{
    auto db = inMemory();
    const std::array two{kFirst, EmbeddedFile{"0002_more.sql", "CREATE TABLE more(x INTEGER) STRICT;"}};
    REQUIRE(migrate(db, two));
    CHECK(migrate(db, kOne).error().code == ErrorCode::FileTooNew);
    CHECK(schemaVersion(db) == 2);
}

TEST_CASE("another program's database is not taken for a shop")
{
    auto db = inMemory();
    db.execute("CREATE TABLE moz_places(id INTEGER PRIMARY KEY, url TEXT)");
    CHECK(migrate(db).error().code == ErrorCode::FileNotAShop);
}

TEST_CASE("before an existing shop is migrated, a sound copy of it lies beside it")
{
    const test::ScratchFolder folder;
    Connection db{{folder / "shop.db", Mode::Create}};
    REQUIRE(migrate(db, kOne));
    CHECK_FALSE(std::filesystem::exists(folder / "shop.before-0001.db"));

    const std::array two{kFirst, EmbeddedFile{"0002_drop.sql", "DROP TABLE line; DROP TABLE sale;"}};
    REQUIRE(migrate(db, two));
    CHECK(number(db, "SELECT count(*) FROM sqlite_schema") == 0);

    Connection copy{{folder / "shop.before-0002.db", Mode::ReadOnly}};
    CHECK(schemaVersion(copy) == 1);
    CHECK(applicationId(copy) == kApplicationId);
    CHECK(number(copy, "SELECT total FROM sale") == 500);
    CHECK_FALSE(std::filesystem::exists(folder / "shop.before-0002.db.part"));
    CHECK((std::filesystem::status(folder / "shop.before-0002.db").permissions() &
              std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a second migration of the same number keeps both copies")
{
    const test::ScratchFolder folder;
    Connection db{{folder / "shop.db", Mode::Create}};
    REQUIRE(migrate(db, kOne));
    const std::array broken{kFirst, EmbeddedFile{"0002_broken.sql", "oops;"}};
    CHECK_THROWS_AS(migrate(db, broken), StorageError);
    CHECK_THROWS_AS(migrate(db, broken), StorageError);
    CHECK(std::filesystem::exists(folder / "shop.before-0002.db"));
    CHECK(std::filesystem::exists(folder / "shop.before-0002-2.db"));
}
