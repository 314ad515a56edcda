#include "storage/backup.h"
#include "storage/shop_file.h"
#include "storage/transaction.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sys/stat.h>

using namespace till;
using Mode = OpenOptions::Mode;

namespace {

struct BusyShop {
    test::ScratchFolder folder;
    OpenOptions shop{folder / "shop.db"};
    std::filesystem::path target = folder / "backup.db";

    BusyShop()
    {
        REQUIRE(createShopFile(shop));
        auto db = openShopFile(shop);
        REQUIRE(db);
        Transaction tx{*db};
        for (int i = 100; i < 6000; ++i) addUnit(*db, i);
        tx.commit();
    }
    static void addUnit(Connection& db, int id)
    {
        db.run("INSERT INTO unit(id, code, decimals) VALUES (?, ?, 0)", id,
            std::to_string(id) + std::string(300, '.'));
    }
    static std::int64_t units(const std::filesystem::path& file)
    {
        auto db = openShopFile({file, Mode::ReadOnly});
        REQUIRE(db);
        auto count = db->query("SELECT count(*) FROM unit WHERE id >= 100");
        REQUIRE(count.step());
        return count.integer(0);
    }
    bool leftovers() const
    {
        const auto names = folder.names(); // reading the shop leaves an empty WAL beside it
        return std::ranges::any_of(names, [](const auto& name) { return name.starts_with("backup"); });
    }
};

} // namespace

TEST_CASE_METHOD(BusyShop, "a backup is the whole shop in one private file that opens as one")
{
    std::vector<std::int64_t> done;
    std::int64_t total = 0;
    BackupOptions options;
    options.goOn = [&](const BackupProgress& p) {
        if (p.stage == BackupProgress::Stage::Copying) done.push_back(p.pagesDone);
        if (p.stage == BackupProgress::Stage::Copying) total = p.pagesTotal;
        return true;
    };
    REQUIRE(backUp(shop, target, options));
    CHECK(units(target) == 5900);
    for (const auto* beside : {".part", "-wal", "-shm", "-journal"}) {
        CHECK_FALSE(std::filesystem::exists(target.string() + beside));
    }
    CHECK(done.size() > 1);
    CHECK(std::is_sorted(done.begin(), done.end()));
    CHECK(total * 4096 == static_cast<std::int64_t>(std::filesystem::file_size(target)));
    struct stat info {};
    REQUIRE(::stat(target.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
}

TEST_CASE_METHOD(BusyShop, "a backup made while the till sells is the shop of one moment")
{
    auto till = openShopFile(shop);
    REQUIRE(till);
    int next = 6000;
    BackupOptions options;
    options.goOn = [&](const BackupProgress& p) {
        if (p.stage == BackupProgress::Stage::Copying) addUnit(*till, next++);
        return true;
    };
    REQUIRE(backUp(shop, target, options));
    CHECK(next > 6002);
    CHECK(units(target) == 5900);
    CHECK(units(shop.path) == 5900 + next - 6000);
}

TEST_CASE_METHOD(BusyShop, "a backup holds what is still only in the WAL")
{
    auto till = openShopFile(shop);
    REQUIRE(till);
    addUnit(*till, 6000);
    REQUIRE(backUp(shop, target));
    CHECK(units(target) == 5901);
}

TEST_CASE_METHOD(BusyShop, "a cancelled backup leaves nothing, in either half")
{
    const auto stage = GENERATE(BackupProgress::Stage::Copying, BackupProgress::Stage::Checking);
    BackupOptions options;
    options.goOn = [&](const BackupProgress& p) { return p.stage != stage; };
    CHECK(backUp(shop, target, options).error().code == ErrorCode::Cancelled);
    CHECK_FALSE(leftovers());
}

TEST_CASE_METHOD(BusyShop, "a backup never replaces a file")
{
    std::ofstream{target} << "yesterday's";
    CHECK(backUp(shop, target).error().code == ErrorCode::FileExists);
    CHECK(backUp(shop, shop.path).error().code == ErrorCode::FileExists);
    CHECK(std::filesystem::file_size(target) == 11);
}

TEST_CASE_METHOD(BusyShop, "a backup into a folder that is not there is refused")
{
    CHECK(backUp(shop, folder / "stick/backup.db").error().code == ErrorCode::FileNotFound);
    CHECK(backUp({folder / "none.db"}, target).error().code == ErrorCode::FileNotFound);
}

TEST_CASE_METHOD(BusyShop, "a damaged shop is not called backed up")
{
    {
        // One page of a table overwritten on the disk, as a dying drive does it.
        std::fstream file{shop.path, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(shop.path)) - 4096 * 40);
        file << std::string(4096, '\x55');
    }
    CHECK(backUp(shop, target).error().code == ErrorCode::FileDamaged);
    CHECK_FALSE(leftovers());
}
