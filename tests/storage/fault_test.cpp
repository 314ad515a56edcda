#include "storage/connection.h"
#include "storage/integrity.h"
#include "storage/migrator.h"
#include "storage/schema.h"
#include "storage/transaction.h"
#include "support/fault_vfs.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <array>

using namespace till;
using test::Fault;
using Mode = OpenOptions::Mode;

namespace {

std::int64_t number(Connection& db, std::string_view sql)
{
    auto query = db.prepareOnce(sql);
    query.step();
    return query.integer(0);
}

/// One sale through a file system that fails at the N-th operation, for every N.
struct FaultySale {
    test::ScratchFolder folder;
    std::filesystem::path file = folder / "shop.db";
    bool committed = false;
    bool unknown = false;
    int failures = 0; ///< attempts that ended with an error

    void prepare()
    {
        for (const auto* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
        Connection db{{file, Mode::Create}};
        db.execute("CREATE TABLE sale(id INTEGER PRIMARY KEY, note TEXT) STRICT; CREATE TABLE line(sale_id "
                   "INTEGER) STRICT");
        committed = unknown = false;
    }
    void attempt()
    {
        try {
            Connection db{{file, Mode::ReadWrite, test::FaultVfs::kName}};
            Transaction tx{db};
            db.run("INSERT INTO sale VALUES (1, ?)", std::string(20'000, 'n'));
            db.run("INSERT INTO line VALUES (1)");
            tx.commit();
            committed = true;
        } catch (const CommitUnknown&) {
            unknown = true;
            ++failures;
        } catch (const StorageError&) {
            ++failures;
        }
    }
    void verify(int at) const
    {
        INFO("I/O " << at);
        Connection db{{file, Mode::ReadWrite}};
        CHECK(checkIntegrity(db, IntegrityDepth::Full).value().empty());
        const auto sales = number(db, "SELECT count(*) FROM sale");
        CHECK(sales == number(db, "SELECT count(*) FROM line"));
        if (committed) CHECK(sales == 1);
        if (!committed && !unknown) CHECK(sales == 0);
    }
};

} // namespace

TEST_CASE("whichever disk operation fails during a sale, the sale is there whole or not at all")
{
    const auto kind =
        GENERATE(Fault::Kind::Error, Fault::Kind::DiskFull, Fault::Kind::ShortWrite, Fault::Kind::SyncError);
    const bool persistent = GENERATE(false, true);
    test::FaultVfs::instance();
    FaultySale sale;
    const int faults = test::eachFault(
        kind, persistent, [&] { sale.prepare(); }, [&] { sale.attempt(); }, [&](int at) { sale.verify(at); });
    CHECK(faults > 0);
    if (kind == Fault::Kind::Error) CHECK(faults > 20);
    if (persistent) CHECK(sale.failures > 0);
}

TEST_CASE("whichever disk operation fails during a migration, the old schema is whole or the new one is")
{
    const std::array steps{EmbeddedFile{"0001_first.sql",
                               "CREATE TABLE tender(id INTEGER PRIMARY KEY, sum INTEGER NOT NULL) STRICT;"
                               "INSERT INTO tender VALUES (1, 500);"},
        EmbeddedFile{"0002_rebuild.sql",
            "CREATE TABLE tender_new(id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, kind TEXT) STRICT;"
            "INSERT INTO tender_new(id, sum) SELECT id, sum FROM tender;"
            "DROP TABLE tender; ALTER TABLE tender_new RENAME TO tender;"}};
    const bool persistent = GENERATE(false, true);
    const test::ScratchFolder folder;
    const auto file = folder / "shop.db";
    test::FaultVfs::instance();
    const auto prepare = [&] {
        for (const auto& name : folder.names()) std::filesystem::remove(folder / name);
        Connection db{{file, Mode::Create}};
        REQUIRE(migrate(db, std::span{steps}.first(1)));
    };
    const auto attempt = [&] {
        try {
            Connection db{{file, Mode::ReadWrite, test::FaultVfs::kName}};
            (void)migrate(db, steps).hasValue();
        } catch (const StorageError&) {
            SUCCEED("said so");
        }
    };
    const auto verify = [&](int at) {
        INFO("I/O " << at);
        Connection db{{file, Mode::ReadWrite}};
        CHECK(checkIntegrity(db, IntegrityDepth::Full).value().empty());
        CHECK(number(db, "SELECT sum FROM tender") == 500);
        CHECK(number(db, "SELECT count(*) FROM pragma_table_info('tender')") == schemaVersion(db) + 1);
        CHECK_FALSE(std::filesystem::exists(folder / "shop.before-0002.db.part"));
        REQUIRE(migrate(db, steps)); // the next start gets there
    };
    CHECK(test::eachFault(Fault::Kind::Error, persistent, prepare, attempt, verify) > 20);
}
