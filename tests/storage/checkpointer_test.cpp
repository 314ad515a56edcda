#include "storage/checkpointer.h"
#include "storage/transaction.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

using namespace till;
using Mode = OpenOptions::Mode;

namespace {

struct Till {
    test::ScratchFolder folder;
    Connection db{{folder / "shop.db", Mode::Create}};
    Till() { db.execute("CREATE TABLE sale(id INTEGER PRIMARY KEY, note TEXT) STRICT"); }

    void sell(int count)
    {
        for (int i = 0; i < count; ++i) {
            Transaction tx{db};
            db.run("INSERT INTO sale(note) VALUES (?)", std::string(3000, 'n'));
            tx.commit();
        }
    }
    std::uintmax_t walBytes() const { return std::filesystem::file_size(folder / "shop.db-wal"); }
};

} // namespace

TEST_CASE_METHOD(Till, "while nobody checkpoints, the WAL only grows")
{
    sell(200);
    CHECK(walBytes() > 600'000);
}

TEST_CASE_METHOD(Till, "beside the checkpointer the WAL starts again instead of growing")
{
    Checkpointer checkpointer{db, {64}};
    for (int i = 0; i < 20; ++i) {
        sell(10);
        checkpointer.waitUntilIdle();
    }
    CHECK(checkpointer.runs() > 0);
    CHECK_FALSE(checkpointer.lastError());
    CHECK(walBytes() < 500'000);
}

TEST_CASE_METHOD(Till, "few commits are no work for the checkpointer")
{
    Checkpointer checkpointer{db, {1000}};
    sell(5);
    checkpointer.waitUntilIdle();
    CHECK(checkpointer.runs() == 0);
}

TEST_CASE_METHOD(Till, "while customers are served nothing is moved, however long the queue")
{
    Checkpointer checkpointer{db, {8, 1'000'000, std::chrono::hours{1}}};
    sell(100);
    CHECK(checkpointer.runs() == 0);
    checkpointer.waitUntilIdle();
    CHECK(checkpointer.runs() == 1);
}

TEST_CASE_METHOD(Till, "a WAL that has grown long is moved in the middle of the queue")
{
    Checkpointer checkpointer{db, {8, 100, std::chrono::hours{1}}};
    for (int i = 0; i < 5000 && checkpointer.runs() == 0; ++i) sell(1);
    CHECK(checkpointer.runs() > 0);
    CHECK_FALSE(checkpointer.lastError());
}

TEST_CASE_METHOD(Till, "when it is quiet, the WAL is moved without being asked")
{
    Checkpointer checkpointer{db, {8, 1'000'000, std::chrono::milliseconds{0}}};
    for (int i = 0; i < 5000 && checkpointer.runs() == 0; ++i) sell(1);
    CHECK(checkpointer.runs() > 0);
    CHECK_FALSE(checkpointer.lastError());
}

TEST_CASE_METHOD(Till, "the WAL is empty after the shop is closed, everything is in the file")
{
    {
        Checkpointer checkpointer{db, {8}};
        sell(20);
    }
    CHECK(walBytes() == 0);
    auto count = db.query("SELECT count(*) FROM sale");
    REQUIRE(count.step());
    CHECK(count.integer(0) == 20);
}

TEST_CASE_METHOD(Till, "a report that reads for long is no error, and selling goes on")
{
    Connection report{{folder / "shop.db", Mode::ReadOnly}};
    Checkpointer checkpointer{db, {8}};
    auto reading = report.query("SELECT count(*) FROM sale");
    REQUIRE(reading.step());
    sell(50);
    checkpointer.waitUntilIdle();
    CHECK_FALSE(checkpointer.lastError());
    CHECK(reading.integer(0) == 0);
    reading.rewind();
    REQUIRE(reading.step());
    CHECK(reading.integer(0) == 50);
}

TEST_CASE_METHOD(Till, "a checkpointer that cannot open the file says so and does no harm")
{
    Connection other{{folder / "moved.db", Mode::Create}};
    other.execute("CREATE TABLE sale(id INTEGER PRIMARY KEY) STRICT");
    Checkpointer checkpointer{other, {0}};
    checkpointer.waitUntilIdle();
    std::filesystem::rename(folder / "moved.db", folder / "away.db");
    other.run("INSERT INTO sale VALUES (1)");
    checkpointer.waitUntilIdle();
    CHECK(checkpointer.lastError());
    std::filesystem::rename(folder / "away.db", folder / "moved.db");
    other.run("INSERT INTO sale VALUES (2)");
    checkpointer.waitUntilIdle();
    CHECK_FALSE(checkpointer.lastError());
}
