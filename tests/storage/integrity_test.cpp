#include "storage/connection.h"
#include "storage/integrity.h"
#include "storage/transaction.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sqlite3.h>

using namespace till;
using Mode = OpenOptions::Mode;

namespace {

struct Filled {
    test::ScratchFolder folder;
    std::filesystem::path file = folder / "shop.db";

    Filled()
    {
        Connection db{{file, Mode::Create}};
        Transaction tx{db};
        db.execute("CREATE TABLE sale(id INTEGER PRIMARY KEY, note TEXT) STRICT; CREATE INDEX sale_note ON "
                   "sale(note)");
        for (int i = 0; i < 3000; ++i)
            db.run("INSERT INTO sale(note) VALUES (?)", std::to_string(i) + std::string(100, 'n'));
        tx.commit();
    }
    void overwritePage(int page) const
    {
        std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
        out.seekp(4096 * (page - 1));
        out << std::string(4096, '\x55');
    }
};

} // namespace

TEST_CASE_METHOD(Filled, "a sound file has no findings")
{
    Connection db{{file}};
    CHECK(checkIntegrity(db, IntegrityDepth::Quick).value().empty());
    CHECK(checkIntegrity(db, IntegrityDepth::Full).value().empty());
}

TEST_CASE_METHOD(Filled, "a page that the drive lost is found by either check")
{
    overwritePage(40);
    Connection db{{file}};
    CHECK_FALSE(checkIntegrity(db, IntegrityDepth::Quick).value().empty());
    CHECK_FALSE(checkIntegrity(db, IntegrityDepth::Full).value().empty());
}

TEST_CASE_METHOD(Filled, "an index that lies about its table is found by the full check")
{
    {
        Connection db{{file}};
        db.execute("CREATE TABLE other(id INTEGER PRIMARY KEY, note TEXT) STRICT; CREATE INDEX other_note ON "
                   "other(note)");
        // The empty index takes the place of the full one, as a program with a bug in it would leave them.
        sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        db.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage ="
                   " (SELECT rootpage FROM sqlite_schema WHERE name = 'other_note') WHERE name = 'sale_note';"
                   "DELETE FROM sqlite_schema WHERE name = 'other_note'");
    }
    Connection db{{file}};
    const auto found = checkIntegrity(db, IntegrityDepth::Full).value();
    CHECK(std::ranges::any_of(
        found, [](const auto& text) { return text.find("missing from index") != std::string::npos; }));
}

TEST_CASE_METHOD(Filled, "a check can be stopped")
{
    Connection db{{file}};
    const auto stopped = checkIntegrity(db, IntegrityDepth::Full, [] { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(checkIntegrity(db, IntegrityDepth::Full).value().empty());
}
