#include "small_shop.h"

#include "services/cart_service.h"
#include "storage/integrity.h"
#include "storage/invariants.h"
#include "storage/schema.h"
#include "storage/shop_file.h"
#include "support/power_cut.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

#include <array>
#include <iostream>

using namespace till;
using test::CrashImage;
using test::Fault;
using Mode = OpenOptions::Mode;

// Making a shop file and bringing one up to date, with the power or the disk failing at any moment.

namespace {

std::int64_t number(Connection& db, std::string_view sql)
{
    auto query = db.prepareOnce(sql);
    REQUIRE(query.step());
    return query.integer(0);
}

/// What a later version might do to a table with rows in it: a new column, and a table made again.
std::vector<EmbeddedFile> withOneMore()
{
    const auto known = embedded::migrations();
    std::vector<EmbeddedFile> all{known.begin(), known.end()};
    all.push_back({"9999_test.sql",
        "CREATE TABLE unit_new (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, decimals INTEGER NOT NULL,"
        " plural TEXT) STRICT;"
        "INSERT INTO unit_new (id, code, decimals) SELECT id, code, decimals FROM unit;"
        "DROP TABLE unit; ALTER TABLE unit_new RENAME TO unit;"
        "ALTER TABLE product ADD COLUMN origin TEXT;"
        "UPDATE product SET origin = 'FR';"});
    return all;
}

struct Counts {
    std::int64_t units;
    std::int64_t products;
    std::int64_t sales;
    std::int64_t cartLines;
    friend bool operator==(const Counts&, const Counts&) = default;
};

Counts countsOf(Connection& db)
{
    return {number(db, "SELECT count(*) FROM unit"), number(db, "SELECT count(*) FROM product"),
        number(db, "SELECT count(*) FROM sale"), number(db, "SELECT count(*) FROM cart_line")};
}

/// Old or new, nothing between, and nothing of the shop lost. Returns the version found.
int mustBeOldOrNew(const std::filesystem::path& file, const Counts& expected)
{
    Connection db{{file, Mode::ReadWrite}};
    CHECK(checkIntegrity(db, IntegrityDepth::Full).value().empty());
    const int version = schemaVersion(db);
    const int isNew = version == newestSchemaVersion() ? 0 : 1;
    CHECK(number(db, "SELECT count(*) FROM pragma_table_info('product') WHERE name = 'origin'") == isNew);
    CHECK(number(db, "SELECT count(*) FROM pragma_table_info('unit') WHERE name = 'plural'") == isNew);
    CHECK(number(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'unit_new'") == 0);
    if (isNew == 1) CHECK(number(db, "SELECT count(*) FROM product WHERE origin IS NULL") == 0);
    CHECK(countsOf(db) == expected);
    for (const auto& invariant : invariants()) CHECK(violationsOf(db, invariant).empty());
    return version;
}

Counts countsOf(const test::SmallShop& small)
{
    Connection db{{small.file(), Mode::ReadOnly}};
    return countsOf(db);
}

} // namespace

TEST_CASE("a power cut during a migration leaves the old shop or the new one, and the next start gets there")
{
    const test::SmallShop small;
    const auto expected = countsOf(small);
    const auto migrations = withOneMore();
    test::PowerCut cut{small.file()};
    REQUIRE(openShopFile({small.file(), Mode::ReadWrite, test::FaultVfs::kName}, migrations));
    cut.acknowledge(1);
    cut.stop();
    int old = 0;
    const auto summary = cut.replay({2, 3}, [&](const CrashImage& image) {
        INFO("image after " << image.step << " operations, kind " << static_cast<int>(image.kind));
        const int version = mustBeOldOrNew(image.shop, expected);
        const bool isOld = version == newestSchemaVersion();
        old += isOld ? 1 : 0;
        if (image.acknowledged == 1) CHECK_FALSE(isOld);
        if (isOld && image.step % 20 == 0) {
            CHECK(Shop::open(
                small.options(image.shop), small.clock)); // the program of before still sells on it
        }
        REQUIRE(openShopFile({image.shop, Mode::ReadWrite}, migrations));
        for (const auto& entry : std::filesystem::directory_iterator{image.shop.parent_path()}) {
            if (entry.path().string().find(".before-") != std::string::npos)
                std::filesystem::remove(entry.path());
        }
    });
    std::cout << "migration: " << summary.images << " images, " << old << " old, " << summary.images - old
              << " new" << std::endl;
    CHECK(summary.images > 300);
    CHECK(old > 0);
    CHECK(old < summary.images);
}

TEST_CASE("whichever disk operation fails during a migration, the shop is the old or the new one")
{
    const bool persistent = GENERATE(false, true);
    const test::SmallShop small;
    const auto expected = countsOf(small);
    const auto migrations = withOneMore();
    const auto file = small.folder / "old.db";
    int refused = 0;
    int points = 0;
    auto& vfs = test::FaultVfs::instance();
    for (int at = 1;; at += 5) {
        INFO("operation " << at << (persistent ? " and all after it" : ""));
        for (const auto& name : small.folder.names()) {
            if (name.starts_with("old")) std::filesystem::remove(small.folder / name);
        }
        std::filesystem::copy_file(small.file(), file);
        vfs.arm({Fault::Kind::Error, at, persistent});
        bool done = false;
        try {
            done = openShopFile({file, Mode::ReadWrite, test::FaultVfs::kName}, migrations).hasValue();
        } catch (const StorageError&) {
            done = false;
        }
        vfs.disarm();
        const int version = mustBeOldOrNew(file, expected);
        if (done) CHECK(version == newestSchemaVersion() + 1);
        CHECK_FALSE(std::filesystem::exists(small.folder / "old.before-0002.db.part"));
        REQUIRE(openShopFile({file, Mode::ReadWrite}, migrations));
        if (!vfs.fired()) break;
        ++points;
        refused += done ? 0 : 1;
    }
    std::cout << "migration: " << points << " operations failed, " << refused << " refused" << std::endl;
    CHECK(points > 20);
    CHECK(refused > 20);
}

TEST_CASE("whichever disk operation fails while a shop is made, there is a whole shop or none, and it can be "
          "made again")
{
    const bool persistent = GENERATE(false, true);
    const test::FixedClock clock;
    auto& vfs = test::FaultVfs::instance();
    int points = 0;
    for (int at = 1;; at += 9) {
        INFO("operation " << at << (persistent ? " and all after it" : ""));
        const test::ScratchFolder folder;
        ShopOptions options;
        options.file = folder / "shop.db";
        options.keyFolder = folder / "keys";
        options.vfs = test::FaultVfs::kName;
        options.backgroundWork = false;
        vfs.arm({Fault::Kind::Error, at, persistent});
        auto made = Shop::create(options, test::frenchShop(), clock);
        vfs.disarm();
        for (const auto& name : folder.names()) CHECK_FALSE(name.find(".part") != std::string::npos);
        CHECK(std::filesystem::exists(options.file) == made.hasValue());
        if (!made) made = Shop::create(options, test::frenchShop(), clock);
        REQUIRE(made);
        CHECK(test::findingsOf(**made).empty());
        if (!vfs.fired()) break;
        ++points;
    }
    std::cout << "making a shop: " << points << " operations failed" << std::endl;
    CHECK(points > 50);
}

TEST_CASE("what a power cut left of a shop in the making is in nobody's way")
{
    const test::FixedClock clock;
    const test::ScratchFolder folder;
    const auto part = folder / "new.db.part";
    {
        Connection empty{{part, Mode::Copy}};
    }
    test::PowerCut cut{part};
    ShopOptions options;
    options.file = folder / "new.db";
    options.keyFolder = folder / "keys";
    options.vfs = test::FaultVfs::kName;
    options.backgroundWork = false;
    REQUIRE(Shop::create(options, test::frenchShop(), clock));
    cut.stop();
    int tried = 0;
    cut.replay({1, 5}, [&](const CrashImage& image) {
        if (image.kind == CrashImage::Kind::Everything || image.step % 40 != 0) return;
        auto again = options;
        again.vfs.clear();
        again.file = image.shop.parent_path() / "again.db";
        for (const auto* suffix : {"", "-wal", "-shm", "-journal"}) {
            std::filesystem::remove(again.file.string() + suffix);
            const auto leftOver = image.shop.string() + suffix;
            if (std::filesystem::exists(leftOver)) {
                std::filesystem::rename(leftOver, again.file.string() + ".part" + suffix);
            }
        }
        const auto made = Shop::create(again, test::frenchShop(), clock);
        REQUIRE(made);
        CHECK(test::findingsOf(**made).empty());
        ++tried;
    });
    CHECK(tried > 10);
}
