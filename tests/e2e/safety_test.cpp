#include "support/places.h"
#include "support/till_shop.h"

#include <catch2/catch.hpp>

using namespace till::test;

TEST_CASE("a backup is a shop that verifies, and its name says how far the journal had come")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    shop.json({"sell", "--line", "BREAD", "--tender", "cash"});
    const auto copy = shop.json({"backup"});
    CHECK(copy.at("verified") == true);
    CHECK(copy.at("size").get<std::int64_t>() > 0);
    const std::filesystem::path file = copy.at("file").get<std::string>();
    CHECK(file.parent_path() == shop.folder.path());
    CHECK(file.filename().string().rfind("shop-A-J0000", 0) == 0);
    CHECK(shop.json({"backup", (shop.folder / "copy.db").string()}).at("file") ==
          (shop.folder / "copy.db").string());

    ProgramSetup setup;
    setup.home = shop.folder / "home";
    setup.arguments = {"receipt", "A-000001", "--json", "--shop", file.string()};
    const auto receipt = runProgram(program("tillctl"), setup);
    CHECK(Json::parse(receipt.out).at("total") == "0.95");
    CHECK(shop.json({"doctor"}).at("last_backup").at("file") == "copy.db");
}

TEST_CASE("what was written down outside the file shows that its end was cut off")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto sale = shop.json({"sell", "--line", "BREAD", "--tender", "cash"});
    const auto journal = shop.json({"doctor"}).at("journal")[0];
    const auto line =
        "A " + std::to_string(journal.at("records").get<int>()) + " " + journal.at("head").get<std::string>();
    CHECK(shop.json({"verify", "--anchors", shop.write("good.txt", "# heads\n" + line + "\n")})
              .at("findings")
              .empty());
    CHECK(shop.json({"verify", "--qr", "A-000001 \xC2\xB7 " + sale.at("journal").get<std::string>()})
              .at("findings")
              .empty());

    const auto cut = shop.json({"verify", "--anchors", shop.write("cut.txt", "A 9999 7KQ2-M9XD-41\n")}, 1);
    REQUIRE(cut.at("findings").size() == 1);
    CHECK(cut.at("findings")[0].at("code") == "ANCHOR");
    const auto other = shop.json({"verify", "--qr", "J1 7KQ2-M9XD-41"}, 1);
    CHECK(other.at("findings").size() == 1);
    CHECK(shop.failure({"verify", "--qr", "hello"}, 2) == "Usage");
    CHECK(shop.failure({"verify", "--anchors", (shop.folder / "none.txt").string()}, 4) == "FileNotFound");
}

TEST_CASE("the doctor says how the file, the disk and the key are")
{
    const TillShop shop;
    const auto health = shop.json({"doctor"});
    CHECK(health.at("findings").empty());
    CHECK(health.at("checked").get<int>() > 10);
    CHECK(health.at("pragmas").at("journal_mode") == "wal");
    CHECK(health.at("pragmas").at("synchronous") == "full");
    CHECK(health.at("signing_key") == true);
    CHECK(health.at("last_backup").is_null());
    CHECK(health.at("private") == true);
    CHECK(shop.json({"doctor", "--rebuild-sums"}).at("rebuilt") == 0);
    std::filesystem::remove_all(shop.folder / "home" / "config");
    CHECK(shop.json({"doctor"}).at("signing_key") == false);
    CHECK(shop.run({"doctor"}).out.find("signing key") != std::string::npos);
}
