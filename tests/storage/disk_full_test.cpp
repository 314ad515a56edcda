#include "storage/backup.h"
#include "storage/shop_file.h"
#include "storage/transaction.h"
#include "support/scratch_folder.h"
#include "support/skip.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace till;

namespace {

/// No file of this process may grow beyond `bytes`, until the end of the scope.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

void sellOne(Connection& db)
{
    Transaction tx{db};
    db.run("INSERT INTO sale(note) VALUES (?)", std::string(3000, 'n'));
    tx.commit();
}

/// Sells until the disk is full; returns how many sales were made, and fails unless it said "full".
int sellUntilFull(Connection& db)
{
    for (int sold = 0; sold < 100'000; ++sold) {
        try {
            sellOne(db);
        } catch (const StorageError& e) {
            CHECK(e.kind() == StorageError::Kind::DiskFull);
            return sold;
        }
    }
    FAIL("the disk never got full");
    return 0;
}

std::int64_t sales(Connection& db)
{
    auto count = db.query("SELECT count(*) FROM sale");
    REQUIRE(count.step());
    return count.integer(0);
}

void makeTable(Connection& db)
{
    db.execute("CREATE TABLE sale(id INTEGER PRIMARY KEY, note TEXT) STRICT");
}

} // namespace

TEST_CASE("a file that may not grow says disk full, loses nothing, and sells on when there is room again",
    "[serial]")
{
    const test::ScratchFolder folder;
    Connection db{{folder / "shop.db", OpenOptions::Mode::Create}};
    makeTable(db);
    int sold = 0;
    {
        const FileSizeLimit limit{256 * 1024};
        sold = sellUntilFull(db);
        CHECK(sales(db) == sold);
    }
    CHECK(sold > 10);
    sellOne(db);
    CHECK(sales(db) == sold + 1);
    CHECK(checkIntegrity(db, IntegrityDepth::Full).value().empty());
}

TEST_CASE(
    "a full file system says disk full, loses nothing, and sells on when there is room again", "[serial]")
{
    const test::ScratchFolder folder;
    const auto disk = folder / "disk";
    std::filesystem::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1m") != 0) {
        test::skip("a small file system can only be mounted by root");
        return;
    }
    {
        Connection db{{disk / "shop.db", OpenOptions::Mode::Create}};
        makeTable(db);
        const int sold = sellUntilFull(db);
        CHECK(sold > 10);
        CHECK(sales(db) == sold);
        REQUIRE(::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=4m") == 0);
        sellOne(db);
        CHECK(sales(db) == sold + 1);
    }
    CHECK(::umount(disk.c_str()) == 0);
}

TEST_CASE("a shop that does not fit on the disk is not made, and a backup that does not fit leaves nothing",
    "[serial]")
{
    const test::ScratchFolder folder;
    {
        const FileSizeLimit limit{64 * 1024};
        CHECK(createShopFile({folder / "shop.db"}).error().code == ErrorCode::DiskFull);
    }
    CHECK(folder.names().empty());
    REQUIRE(createShopFile({folder / "shop.db"}));
    {
        const FileSizeLimit limit{64 * 1024};
        CHECK(backUp({folder / "shop.db"}, folder / "backup.db").error().code == ErrorCode::DiskFull);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "backup.db"));
    CHECK_FALSE(std::filesystem::exists(folder / "backup.db.part"));
}

TEST_CASE("a shop on a disk without any room left can still be read", "[serial]")
{
    const test::ScratchFolder folder;
    const auto disk = folder / "disk";
    std::filesystem::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=4m") != 0) {
        test::skip("a small file system can only be mounted by root");
        return;
    }
    {
        REQUIRE(createShopFile({disk / "shop.db"}));
        std::ofstream filler{disk / "filler", std::ios::binary};
        while (filler.put('x')) continue;
    }
    CHECK(std::filesystem::space(disk).available == 0);
    {
        const auto shop = openShopFile({disk / "shop.db", OpenOptions::Mode::ReadOnly});
        REQUIRE(shop);
    }
    CHECK(::umount(disk.c_str()) == 0);
}
