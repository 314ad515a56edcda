#include "storage/connection.h"
#include "storage/shop_header.h"
#include "storage/transaction.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sqlite3.h>

#include <sys/stat.h>

using namespace till;
using Mode = OpenOptions::Mode;

namespace {

std::string answer(Connection& db, std::string_view sql)
{
    auto query = db.prepareOnce(sql);
    REQUIRE(query.step());
    return query.text(0);
}

int modeOf(const std::filesystem::path& path)
{
    struct stat info {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return static_cast<int>(info.st_mode & 0777U);
}

} // namespace

TEST_CASE("SQLite does not count its memory, though a file is looked into before it is opened")
{
    const test::ScratchFolder folder;
    const OpenOptions shop{folder / "shop.db", Mode::ReadWrite};
    std::ofstream{shop.path}.close();
    readShopHeader(shop);
    Connection db{shop};
    CHECK(answer(db, "SELECT 'in use'") == "in use");
    CHECK(sqlite3_memory_used() == 0);
}

TEST_CASE("a shop file is opened durable: WAL with synchronous FULL, foreign keys and recursive triggers")
{
    const test::ScratchFolder folder;
    Connection db{{folder / "shop.db", Mode::Create}};
    CHECK(answer(db, "PRAGMA journal_mode") == "wal");
    CHECK(answer(db, "PRAGMA synchronous") == "2");
    CHECK(answer(db, "PRAGMA foreign_keys") == "1");
    CHECK(answer(db, "PRAGMA recursive_triggers") == "1");
    CHECK(answer(db, "PRAGMA trusted_schema") == "0");
    CHECK(answer(db, "PRAGMA cell_size_check") == "1");
    CHECK(answer(db, "PRAGMA wal_autocheckpoint") == "0");
    CHECK(answer(db, "PRAGMA busy_timeout") == "5000");
}

TEST_CASE("nobody else on the machine can read the shop's files")
{
    const auto before = ::umask(0);
    const test::ScratchFolder folder;
    {
        Connection db{{folder / "shop.db", Mode::Create}};
        db.execute("CREATE TABLE t(x INTEGER) STRICT");
        for (const auto* name : {"shop.db", "shop.db-wal", "shop.db-shm"})
            CHECK(modeOf(folder / name) == 0600);
    }
    ::umask(before);
}

TEST_CASE("a file name is never read as an option of the database")
{
    const test::ScratchFolder folder;
    for (const std::string name : {"a?mode=memory", "50% off.db", "caf\u00e9 #1.db", ":memory:"}) {
        Connection db{{folder / name, Mode::Create}};
        db.execute("CREATE TABLE t(x INTEGER) STRICT");
        CHECK(std::filesystem::exists(folder / name));
        CHECK(std::filesystem::file_size(folder / (name + "-wal")) > 0);
    }
}

TEST_CASE("a report reads while the till sells, and sees what was committed when it began")
{
    const test::ScratchFolder folder;
    Connection till{{folder / "shop.db", Mode::Create}};
    till.execute("CREATE TABLE sale(total INTEGER) STRICT; INSERT INTO sale VALUES (5)");
    Connection report{{folder / "shop.db", Mode::ReadOnly}};
    CHECK(report.isReadOnly());

    Transaction selling{till};
    till.run("INSERT INTO sale VALUES (7)");
    CHECK(answer(report, "SELECT sum(total) FROM sale") == "5");
    selling.commit();
    CHECK(answer(report, "SELECT sum(total) FROM sale") == "12");
    CHECK_THROWS_AS(report.execute("INSERT INTO sale VALUES (1)"), StorageError);
}

TEST_CASE("a file can be read when nobody writes it and no WAL is there")
{
    const test::ScratchFolder folder;
    {
        Connection till{{folder / "shop.db", Mode::Create}};
        till.execute("CREATE TABLE sale(total INTEGER) STRICT; INSERT INTO sale VALUES (5)");
    }
    REQUIRE_FALSE(std::filesystem::exists(folder / "shop.db-wal"));
    Connection report{{folder / "shop.db", Mode::ReadOnly}};
    CHECK(answer(report, "SELECT sum(total) FROM sale") == "5");
}

TEST_CASE("opening a file that is not there for reading or writing makes none")
{
    const test::ScratchFolder folder;
    CHECK_THROWS_AS((Connection{{folder / "shop.db", Mode::ReadWrite}}), StorageError);
    CHECK_THROWS_AS((Connection{{folder / "shop.db", Mode::ReadOnly}}), StorageError);
    CHECK(folder.names().empty());
}

TEST_CASE("a name with a quote error is a mistake, not a text")
{
    Connection db{{{}, Mode::Memory}};
    CHECK_THROWS_AS(db.prepare(R"(SELECT "no such column")"), StorageError);
}

TEST_CASE("after each commit the listener learns how long the WAL is")
{
    const test::ScratchFolder folder;
    Connection db{{folder / "shop.db", Mode::Create}};
    std::vector<int> told;
    db.onCommit([&](int pages) { told.push_back(pages); });
    db.execute("CREATE TABLE t(x INTEGER) STRICT");
    db.run("INSERT INTO t VALUES (1)");
    REQUIRE(told.size() == 2);
    CHECK(told[1] > told[0]);
    db.onCommit({});
    db.run("INSERT INTO t VALUES (2)");
    CHECK(told.size() == 2);
}
