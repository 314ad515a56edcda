#include "storage/lock_file.h"
#include "storage/schema.h"
#include "storage/shop_file.h"
#include "support/scratch_folder.h"
#include "support/skip.h"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <sqlite3.h>
#include <sstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace till;
using Mode = OpenOptions::Mode;

namespace {

constexpr EmbeddedFile kFirst{"0001_first.sql", "CREATE TABLE sale(id INTEGER PRIMARY KEY, total INTEGER NOT "
                                                "NULL) STRICT; INSERT INTO sale VALUES (1, 500);"};
constexpr EmbeddedFile kSecond{"0002_second.sql", "ALTER TABLE sale ADD COLUMN note TEXT;"};
const std::array kOld{kFirst};
const std::array kNew{kFirst, kSecond};

struct Folder {
    test::ScratchFolder folder;
    std::filesystem::path shop = folder / "shop.db";

    ErrorCode openingSays(Mode mode, std::span<const EmbeddedFile> migrations = kOld) const
    {
        const auto opened = openShopFile({shop, mode}, migrations);
        REQUIRE_FALSE(opened);
        return opened.error().code;
    }
    std::string bytes(const std::string& name) const
    {
        std::ostringstream all;
        all << std::ifstream{folder / name, std::ios::binary}.rdbuf();
        return all.str();
    }
    void write(const std::string& text) const { std::ofstream{shop, std::ios::binary} << text; }
};

} // namespace

TEST_CASE_METHOD(Folder, "a new shop opens again, for selling and for reading")
{
    REQUIRE(createShopFile({shop}));
    CHECK(folder.names() == std::vector<std::string>{"shop.db"});
    {
        const auto selling = openShopFile({shop});
        REQUIRE(selling);
        CHECK(openShopFile({shop, Mode::ReadOnly}));
    }
    CHECK(openShopFile({shop, Mode::ReadOnly}));
    CHECK(shopFileVersion({shop}).value() == newestSchemaVersion());
}

TEST_CASE_METHOD(Folder, "what comes back from opening refuses to change the record")
{
    REQUIRE(createShopFile({shop}));
    auto db = openShopFile({shop});
    REQUIRE(db);
    CHECK_THROWS_AS(db->execute("DELETE FROM document"), StorageError);
    CHECK_THROWS_AS(db->execute("DROP TABLE document"), StorageError);
}

TEST_CASE_METHOD(Folder, "the folder of a new shop is its owner's alone, and so is the file")
{
    const auto before = ::umask(0);
    shop = folder / "data/tillroll/shop.db";
    REQUIRE(createShopFile({shop}));
    ::umask(before);
    struct stat info {};
    REQUIRE(::stat(shop.parent_path().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700);
    REQUIRE(::stat(shop.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
}

TEST_CASE_METHOD(Folder, "a file that everybody may read becomes private when the shop is opened for selling")
{
    REQUIRE(createShopFile({shop}));
    REQUIRE(::chmod(shop.c_str(), 0644) == 0);
    REQUIRE(openShopFile({shop}));
    struct stat info {};
    REQUIRE(::stat(shop.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
}

TEST_CASE_METHOD(Folder, "what is there is never overwritten by a new shop")
{
    write("my diary");
    CHECK(createShopFile({shop}).error().code == ErrorCode::FileExists);
    CHECK(bytes("shop.db") == "my diary");
}

TEST_CASE_METHOD(Folder, "a shop whose first rows are refused leaves no file")
{
    const auto made =
        createShopFile({shop}, [](Connection&) -> Result<> { return Error{ErrorCode::CountryUnknown}; });
    CHECK(made.error().code == ErrorCode::CountryUnknown);
    CHECK_THROWS(createShopFile({shop}, [](Connection&) -> Result<> { throw std::runtime_error{"no"}; }));
    CHECK(folder.names().empty());
}

TEST_CASE_METHOD(Folder, "what is no shop is refused by name and not touched")
{
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileNotFound);
    CHECK_FALSE(std::filesystem::exists(shop));

    std::filesystem::create_directory(shop);
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileIsDirectory);
    std::filesystem::remove(shop);

    for (const auto& text : {std::string{}, std::string{"not a database"}, std::string(8192, 'x'),
             "SQLite format 3" + std::string(1, '\0') + std::string(84, '\xff')}) {
        write(text);
        INFO(text.size());
        CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileNotAShop);
        CHECK(openingSays(Mode::ReadOnly) == ErrorCode::FileNotAShop);
        CHECK(bytes("shop.db") == text);
    }
    std::filesystem::remove(shop);

    REQUIRE(::mkfifo(shop.c_str(), 0600) == 0);
    CHECK(openingSays(Mode::ReadOnly) == ErrorCode::FileNotAShop);
}

TEST_CASE_METHOD(Folder, "another program's database is refused and not touched")
{
    {
        Connection other{{shop, Mode::Copy}};
        other.execute("CREATE TABLE moz_places(url TEXT); PRAGMA user_version = 1");
    }
    const auto before = bytes("shop.db");
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileNotAShop);
    CHECK(bytes("shop.db") == before);
    CHECK(folder.names().size() == 1);
}

TEST_CASE_METHOD(Folder, "a newer program's file is refused and keeps every byte")
{
    REQUIRE(createShopFile({shop}, {}, kNew));
    const auto before = bytes("shop.db");
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileTooNew);
    CHECK(openingSays(Mode::ReadOnly) == ErrorCode::FileTooNew);
    CHECK(bytes("shop.db") == before);
}

TEST_CASE_METHOD(Folder, "a newer program's file is known for that even when its schema cannot be read here")
{
    {
        Connection newer{{shop, Mode::Create}};
        newer.execute(
            "CREATE TABLE sale(id INTEGER PRIMARY KEY); PRAGMA user_version = 9; PRAGMA application_id = " +
            std::to_string(kApplicationId));
        sqlite3_db_config(newer.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        newer.execute("PRAGMA writable_schema = ON;"
                      "UPDATE sqlite_schema SET sql = 'CREATE TABLE sale(id FUTURE WORDS ('");
    }
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileTooNew);
}

TEST_CASE_METHOD(Folder, "a shop on a write-protected medium can be read, and is refused for selling")
{
    REQUIRE(createShopFile({shop}, {}, kOld));
    const auto path = folder.path().string();
    const bool bound = ::mount(path.c_str(), path.c_str(), nullptr, MS_BIND, nullptr) == 0;
    if (!bound || ::mount(nullptr, path.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0) {
        test::skip("a folder can only be write-protected by root");
        return;
    }
    {
        const auto db = openShopFile({shop, Mode::ReadOnly}, kOld);
        CHECK(db);
        CHECK(openShopFile({shop}, kOld).error().code == ErrorCode::FileNotWritable);
        CHECK(createShopFile({folder / "new.db"}).error().code == ErrorCode::FolderNotWritable);
        CHECK(LockFile::tryLock(shop, "test").error().code == ErrorCode::FolderNotWritable);
    }
    CHECK(::umount(path.c_str()) == 0);
}

TEST_CASE_METHOD(
    Folder, "a newer program's file that was left after a crash keeps every byte too, its WAL included")
{
    REQUIRE(createShopFile({shop}, {}, kNew));
    {
        auto crashed = openShopFile({shop}, kNew);
        REQUIRE(crashed);
        crashed->run("INSERT INTO sale VALUES (2, 700, NULL)");
        std::filesystem::copy(shop, folder / "saved.db");
        std::filesystem::copy(folder / "shop.db-wal", folder / "saved.db-wal");
    }
    shop = folder / "saved.db";
    const auto file = bytes("saved.db");
    const auto wal = bytes("saved.db-wal");
    REQUIRE_FALSE(wal.empty());
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileTooNew);
    CHECK(bytes("saved.db") == file);
    CHECK(bytes("saved.db-wal") == wal);
}

TEST_CASE_METHOD(Folder,
    "an older file is brought up to date by a writer, with a copy, and a reader is told to wait for that")
{
    REQUIRE(createShopFile({shop}, {}, kOld));
    CHECK(openingSays(Mode::ReadOnly, kNew) == ErrorCode::FileTooOld);
    CHECK(shopFileVersion({shop}).value() == 1);
    REQUIRE(openShopFile({shop}, kNew));
    CHECK(shopFileVersion({shop}).value() == 2);
    CHECK(shopFileVersion({folder / "shop.before-0002.db"}).value() == 1);
    CHECK(openShopFile({shop, Mode::ReadOnly}, kNew));
}

TEST_CASE_METHOD(Folder, "an update that fails leaves a shop the old program can use")
{
    REQUIRE(createShopFile({shop}, {}, kOld));
    const std::array broken{kFirst, EmbeddedFile{"0002_broken.sql", "DROP TABLE sale; oops;"}};
    CHECK_THROWS_AS(openShopFile({shop}, broken), StorageError);
    auto db = openShopFile({shop}, kOld);
    REQUIRE(db);
    auto total = db->query("SELECT total FROM sale");
    REQUIRE(total.step());
    CHECK(total.money(0) == Money::fromMinor(500));
}

TEST_CASE_METHOD(Folder, "a file cut short is called damaged, after a second look")
{
    REQUIRE(createShopFile({shop}));
    std::filesystem::resize_file(shop, std::filesystem::file_size(shop) / 2);
    const auto opened = openShopFile({shop});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::FileDamaged);
}

TEST_CASE_METHOD(Folder, "a shop under two names is refused: the WAL lies beside only one of them")
{
    REQUIRE(createShopFile({shop}, {}, kOld));
    std::filesystem::create_hard_link(shop, folder / "second.db");
    CHECK(openingSays(Mode::ReadWrite) == ErrorCode::FileIsLinked);
}

TEST_CASE_METHOD(Folder, "a symbolic link leads to the shop, and its WAL and copies stay beside the shop")
{
    std::filesystem::create_directory(folder / "data");
    REQUIRE(createShopFile({folder / "data/shop.db"}, {}, kOld));
    std::filesystem::create_symlink(folder / "data/shop.db", shop);
    const auto db = openShopFile({shop}, kNew);
    REQUIRE(db);
    CHECK(std::filesystem::exists(folder / "data/shop.before-0002.db"));
    CHECK(std::filesystem::exists(folder / "data/shop.db-wal"));
    CHECK(folder.names().size() == 2);
}
