#include "support/till_shop.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <sys/resource.h>

using namespace till::test;

namespace {

constexpr auto* kSomeBad = "SKU,Name,Price\nA1,Apple,0.50\nA2,Pear,cheap\nA3,,1.00\n";

ProgramSetup importOf(const TillShop& shop, int products)
{
    std::string rows = "SKU,Name,Price\n";
    for (int i = 0; i < products; ++i)
        rows += "S" + std::to_string(i) + ",Thing " + std::to_string(i) + ",1.00\n";
    ProgramSetup setup;
    setup.arguments = {"--json", "import", "products", shop.write("many.csv", rows)};
    return setup;
}

} // namespace

TEST_CASE("good rows are imported and bad ones reported with their line")
{
    const TillShop shop;
    const auto list = shop.write("list.csv", kSomeBad);
    const auto dry = shop.json({"import", "products", list, "--dry-run"}, 1);
    CHECK(dry.at("added") == 1);
    CHECK(dry.at("id").is_null());
    CHECK(shop.json({"find", "apple"}).at("results").empty());

    const auto strict = shop.json({"import", "products", list, "--strict"}, 1);
    CHECK(strict.at("added") == 0);
    CHECK(strict.at("rejected").size() == 2);
    CHECK(shop.json({"find", "apple"}).at("results").empty());

    const auto done = shop.json({"import", "products", list}, 1);
    CHECK(done.at("rows") == 3);
    CHECK(done.at("added") == 1);
    REQUIRE(done.at("rejected").size() == 2);
    CHECK(done.at("rejected")[0].at("line") == 3);
    CHECK(done.at("rejected")[0].at("code").is_string());
    CHECK(done.at("rejected")[0].at("text").get<std::string>().size() > 5);
    CHECK(shop.json({"import", "products", list}, 1).at("unchanged") == 1);
    const auto id = std::to_string(done.at("id").get<int>());
    CHECK(shop.json({"import", "list"}).at("imports").size() >= 1);
    CHECK(shop.json({"import", "undo", id}).at("removed") == 1);
    CHECK(shop.failure({"import", "undo", id}, 3) == "ImportAlreadyUndone");
    CHECK(shop.failure({"import", "undo", "99"}, 3) == "ImportNotFound");
    CHECK(shop.json({"find", "apple"}).at("results").empty());
}

TEST_CASE("columns are named on the command line, before or after the file")
{
    const TillShop shop;
    const auto list = shop.write("list.csv", "ref,wording,amount\nA1,Apple,0.50\n");
    const auto after = shop.json(
        {"import", "products", list, "--map", "sku=ref", "--map", "name=wording", "--map", "price=amount"});
    CHECK(after.at("added") == 1);
    const auto before =
        shop.json({"import", "products", "--map", "sku=ref", "name=wording", "price=amount", list});
    CHECK(before.at("unchanged") == 1);
    const auto inOne = shop.json({"import", "products", "--map", "sku=ref,name=wording,price=amount", list});
    CHECK(inOne.at("unchanged") == 1);
}

TEST_CASE("a list that cannot be read imports nothing")
{
    const TillShop shop;
    CHECK(shop.failure({"import", "products", (shop.folder / "none.csv").string()}, 4) == "FileNotFound");
    CHECK(shop.failure({"import", "products", shop.folder.path().string()}, 4) == "FileIsDirectory");
    CHECK(shop.failure({"import", "products", shop.write("empty.csv", "")}, 4) == "ImportEmpty");
    CHECK(shop.failure({"import", "products", shop.write("wrong.csv", "colour,shape\nred,round\n")}, 3) ==
          "ImportColumnMissing");
    CHECK(shop.failure({"import", "products", shop.file()}, 4) == "ImportNotText");
    CHECK(shop.failure({"import", "sales", shop.folder.path().string()}, 4) == "FileIsDirectory");
    CHECK(shop.json({"import", "list"}).at("imports").empty());
}

TEST_CASE("tickets of another system are replayed once, at their own times")
{
    const TillShop shop;
    const auto tickets = shop.write("tickets.csv", "when,ticket,item,name,quantity,price\n"
                                                   "2024-03-14 09:30,1,B1,Bread,2,1.00\n"
                                                   "2024-03-14 09:30,1,T1,Tea,1,3.00\n"
                                                   "2024-03-15 10:00,2,B1,Bread,-1,1.00\n"
                                                   "2024-03-15 11:00,3,B1,Bread,1,-1.00\n");
    const std::vector<std::string> import{"import", "sales", tickets, "--map",
        "date=when,ticket=ticket,item=item,name=name,quantity=quantity,price=price", "--create-products",
        "--tax-rate", "20"};
    const auto report = shop.json(import, 1);
    INFO(report.dump(1));
    CHECK(report.at("tickets") == 2);
    CHECK(report.at("lines") == 3);
    CHECK(report.at("returns") == 1);
    CHECK(report.at("days") == 2);
    CHECK(report.at("gross") == "4.00");
    REQUIRE(report.at("skipped").size() == 1);
    CHECK(report.at("skipped")[0].at("line") == 5);
    CHECK(shop.json(import, 1).at("tickets") == 0);
    const auto sold =
        shop.json({"report", "sales", "--from", "2024-03-14", "--to", "2024-03-15", "--by", "day"});
    CHECK(sold.at("rows").size() == 2);
    CHECK(sold.at("total").at("gross") == "4.00");
}

TEST_CASE("Ctrl-C stops an import and leaves the shop as it was")
{
    const TillShop shop;
    auto setup = importOf(shop, 60'000);
    // Interrupted as soon as it has the shop: the lock file names its writer.
    setup.started = [&shop](pid_t pid) {
        const auto wal = shop.file() + "-wal";
        while (!std::filesystem::exists(wal) && ::kill(pid, 0) == 0) continue;
        ::kill(pid, SIGINT);
    };
    const auto stopped = shop.run(setup);
    INFO(stopped.exit << stopped.out << stopped.err);
    const bool ended =
        stopped.exit == 3 || stopped.exit == -1000 - SIGINT; // before the long work began it just ends
    CHECK(ended);
    CHECK(shop.json({"import", "list"}).at("imports").empty());
    CHECK(shop.json({"find", "thing"}).at("results").empty());
}

TEST_CASE("a name with control characters costs its own row, not the list")
{
    const TillShop shop;
    std::string rows = "SKU,Name,Price\nA1,Apple,0.50\nA2,Milk\x1Bp";
    rows += '\0';
    rows += "\x19,1.00\nA3,nul";
    rows += '\0';
    rows += "l,1.00\n";
    const auto report = shop.json({"import", "products", shop.write("list.csv", rows)}, 1);
    CHECK(report.at("added") == 1);
    REQUIRE(report.at("rejected").size() == 2);
    CHECK(report.at("rejected")[0].at("line") == 3);
    CHECK(report.at("rejected")[0].at("code") == "NameHasControlCharacters");
    CHECK(report.at("rejected")[1].at("line") == 4);
    CHECK(report.at("rejected")[1].at("code") == "NameHasControlCharacters");
}

TEST_CASE("a row of tickets that is skipped says which cell was in the way")
{
    const TillShop shop;
    const auto tickets = shop.write("tickets.csv", "date,time,ticket,item,name,quantity,price,tender\n"
                                                   "2024-03-14,09:30,1,B1,Bread,2,1.00,cash\n"
                                                   "2024-03-14,25:30,2,B1,Bread,2,1.00,cash\n"
                                                   "2024-13-14,09:30,3,B1,Bread,2,1.00,cash\n"
                                                   "2024-03-14,09:30,4,B1,Bread,2,1.00,shells\n");
    const auto skipped = shop.json({"import", "sales", tickets, "--create-products"}, 1).at("skipped");
    REQUIRE(skipped.size() == 3);
    CHECK(skipped[0].at("line") == 3);
    CHECK(skipped[0].at("detail") == "time: 25:30");
    CHECK(skipped[1].at("line") == 4);
    CHECK(skipped[1].at("detail") == "date: 2024-13-14");
    CHECK(skipped[2].at("line") == 5);
    CHECK(skipped[2].at("code") == "TenderUnknown");
    CHECK(skipped[2].at("detail") == "shells");
}

TEST_CASE("an import that fills the disk says so and changes nothing")
{
    const TillShop shop;
    auto setup = importOf(shop, 20'000);
    setup.inChild = [] {
        const rlimit little{1'000'000, 1'000'000};
        ::setrlimit(RLIMIT_FSIZE, &little);
    };
    const auto full = shop.run(setup);
    INFO(full.out << full.err);
    CHECK(full.exit == 4);
    CHECK(Json::parse(full.out).at("error").at("code") == "DiskFull");
    CHECK(shop.json({"import", "list"}).at("imports").empty());
    CHECK(shop.json({"find", "thing"}).at("results").empty());
}
