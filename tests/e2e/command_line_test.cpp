#include "support/places.h"
#include "support/till_shop.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace till::test;

namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

/// user_version of an SQLite file: four bytes at 60, big-endian.
void setVersion(const std::filesystem::path& file, char version)
{
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    stream.seekp(60);
    stream.write(std::string{'\0', '\0', version, '\0'}.data(), 4);
}

} // namespace

TEST_CASE("options of the program stand before or after the command")
{
    const TillShop shop;
    ProgramSetup after;
    after.arguments = {"setting", "get", "shop.name", "--json", "--quiet"};
    CHECK(Json::parse(shop.run(after).out).at("value") == "Corner Shop");
    after.home = shop.folder / "home";
    after.arguments = {"setting", "get", "shop.name", "--shop", shop.file()};
    CHECK(runProgram(program("tillctl"), after).out == "Corner Shop\n");
    after.arguments = {"setting", "get", "shop.name", "--shop=" + shop.file()};
    CHECK(runProgram(program("tillctl"), after).out == "Corner Shop\n");
}

TEST_CASE("without --shop the shop of the user's data folder is meant")
{
    const TillShop none{TillShop::State::Absent};
    ProgramSetup setup;
    setup.home = none.folder / "home";
    setup.arguments = {"init", "--name", "Mine", "--country", "GB", "--json"};
    const auto tillctl = program("tillctl");
    const auto made = runProgram(tillctl, setup);
    INFO(made.out << made.err);
    REQUIRE(made.exit == 0);
    const auto file = none.folder / "home" / "data" / "tillroll" / "shop.db";
    CHECK(Json::parse(made.out).at("shop") == file.string());
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::others_all) ==
          std::filesystem::perms::none);
    setup.arguments = {"verify"};
    CHECK(runProgram(tillctl, setup).exit == 0);
}

TEST_CASE("what cannot be understood is a usage error, in JSON too")
{
    const TillShop shop;
    const std::vector<std::vector<std::string>> nonsense{{}, {"nonsense"}, {"stock"}, {"stock", "value"},
        {"sell"}, {"sell", "--line", "X"}, {"find"}, {"setting", "set", "shop.name"},
        {"report", "sales", "--from", "2026-01-01"},
        {"report", "sales", "--from", "2026-13-01", "--to", "2026-01-01", "--by", "day"},
        {"report", "sales", "--from", "2026-02-01", "--to", "2026-01-01", "--by", "day"},
        {"report", "sales", "--from", "2026-01-01", "--to", "2026-01-01", "--by", "moon"},
        {"shift", "open", "--float", "ten"}, {"shift", "close"},
        {"shift", "close", "--count", "1", "--denominations", "1x1"},
        {"shift", "close", "--denominations", "20"},
        {"sell", "--line", "X", "--tender", "cash", "--uid", "7"}, {"receipt", "A-1", "--format", "papyrus"},
        {"init", "--name", "X"}, {"import", "products", "x", "--preset", "none"}, {"import", "undo", "first"},
        {"stock", "list", "--at", "noon"}, {"--nonsense", "verify"}};
    for (const auto& arguments : nonsense) {
        INFO((arguments.empty() ? std::string{"nothing"} : arguments.front() + " " + arguments.back()));
        CHECK(shop.failure(arguments, 2) == "Usage");
        const auto plain = shop.run(arguments);
        CHECK(plain.out.empty());
        CHECK(plain.err.size() > 15);
    }
    CHECK(shop.run({"stock", "value"}).err.find("no command \"stock value\"") != std::string::npos);
    ProgramSetup noFile;
    noFile.home = shop.folder / "home";
    noFile.arguments = {"verify", "--json", "--shop"};
    CHECK(runProgram(program("tillctl"), noFile).exit == 2);
}

TEST_CASE("help and version are answers, not errors")
{
    const TillShop none{TillShop::State::Absent};
    CHECK(none.run({"--help"}).exit == 0);
    CHECK(none.run({"sell", "--help"}).out.find("--tender") != std::string::npos);
    CHECK(none.run({"--version"}).out.rfind("tillctl ", 0) == 0);
    CHECK(none.json({"--version"}).contains("version"));
    CHECK(none.json({"stock", "list", "--help"}).contains("help"));
}

TEST_CASE("text that looks like a command, an option or a list is just text")
{
    const TillShop shop;
    for (const auto* text :
        {"find", "sell", "-5", "[a,b]", "++", "", "%s%n", "'; DROP TABLE product; --", "\x1fx"}) {
        INFO(text);
        CHECK(shop.json({"find", text}).at("results").empty());
    }
    for (const auto* text : {"--help", "-x", "--", "--json"}) {
        INFO(text);
        CHECK(shop.json({"find", "--", text}).at("results").empty());
    }
    const auto codes = shop.json({"barcode", "4006381333931", "[01]2", "barcode", "-7"});
    REQUIRE(codes.size() == 4);
    CHECK(codes[0].at("ok") == true);
    CHECK(codes[0].at("symbology").is_string());
    CHECK(codes[1].at("input") == "[01]2");
    CHECK(codes[2].at("input") == "barcode");
    CHECK(codes[3].at("input") == "-7");
}

TEST_CASE("a file that is no shop is refused and not touched")
{
    TillShop shop{TillShop::State::Absent};
    CHECK(shop.failure({"verify"}, 4) == "FileNotFound");
    CHECK_FALSE(std::filesystem::exists(shop.file()));
    std::filesystem::create_directory(shop.file());
    CHECK(shop.failure({"verify"}, 4) == "FileIsDirectory");
    CHECK(shop.failure({"shift", "open", "--float", "1"}, 4) == "FileIsDirectory");
    std::filesystem::remove(shop.file());
    shop.write("shop.db", "This is a letter to the bank.");
    CHECK(shop.failure({"verify"}, 4) == "FileNotAShop");
    CHECK(shop.failure({"doctor"}, 4) == "FileNotAShop");
    CHECK(shop.failure({"init", "--name", "X", "--country", "FR"}, 3) == "FileExists");
    CHECK(bytesOf(shop.file()) == "This is a letter to the bank.");
}

TEST_CASE("a truncated shop is refused with a sentence")
{
    TillShop shop;
    shop.isBroken();
    std::filesystem::resize_file(shop.file(), std::filesystem::file_size(shop.file()) / 2);
    const auto before = bytesOf(shop.file());
    CHECK(shop.run({"verify"}).exit != 0);
    const auto sold = shop.run({"--json", "shift", "open", "--float", "1"});
    CHECK(sold.exit == 4);
    CHECK(Json::accept(sold.out));
    std::filesystem::resize_file(shop.file(), 100);
    CHECK(shop.run({"verify"}).exit == 4);
}

TEST_CASE("a shop of a newer program is left alone with exit 5")
{
    const TillShop shop;
    const auto before = bytesOf(shop.file());
    setVersion(shop.file(), 9);
    const auto newer = bytesOf(shop.file());
    CHECK(shop.failure({"verify"}, 5) == "FileTooNew");
    CHECK(shop.failure({"shift", "open", "--float", "1"}, 5) == "FileTooNew");
    CHECK(shop.failure({"backup"}, 5) == "FileTooNew");
    CHECK(bytesOf(shop.file()) == newer);
    std::ofstream{shop.file(), std::ios::binary} << before;
}

TEST_CASE("a second writer is refused, readers and backups work beside the first")
{
    const TillShop shop;
    shop.importProducts();
    const int lock = ::open((shop.file() + ".lock").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(lock >= 0);
    REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
    CHECK(shop.failure({"shift", "open", "--float", "1"}, 3) == "ShopInUse");
    CHECK(shop.failure({"import", "products", (shop.folder / "products.csv").string()}, 3) == "ShopInUse");
    CHECK(shop.json({"find", "bread"}).at("results").size() == 1);
    CHECK(shop.json({"stock", "list"}).at("rows").size() == 4);
    CHECK(shop.json({"verify"}).at("findings").empty());
    CHECK(shop.json({"doctor"}).at("writer").is_object());
    CHECK(shop.json({"backup"}).at("verified") == true);
    ::close(lock);
    CHECK(shop.json({"doctor"}).at("writer").is_null());
    CHECK(shop.run({"shift", "open", "--float", "1"}).exit == 0);
}

TEST_CASE("a folder that cannot be written is named")
{
    const TillShop shop;
    shop.write("file", "not a folder");
    ProgramSetup setup;
    setup.home = shop.folder / "home";
    setup.arguments = {"--json", "init", "--name", "X", "--country", "FR", "--shop",
        (shop.folder / "file" / "shop.db").string()};
    const auto made = runProgram(program("tillctl"), setup);
    CHECK(made.exit == 4);
    CHECK(Json::parse(made.out).at("error").at("text").get<std::string>().size() > 20);
    CHECK(shop.run({"backup", (shop.folder / "missing" / "copy.db").string()}).exit == 4);
    CHECK(shop.failure({"backup", shop.file()}, 3) == "FileExists");
}

TEST_CASE("a full disk changes nothing, and says so")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    ProgramSetup setup;
    setup.arguments = {"--json", "sell", "--line", "BREAD", "--tender", "cash"};
    setup.inChild = [] {
        const rlimit little{20'000, 20'000};
        ::setrlimit(RLIMIT_FSIZE, &little);
    };
    const auto sold = shop.run(setup);
    INFO(sold.out << sold.err);
    CHECK(sold.exit == 4);
    const auto error = Json::parse(sold.out).at("error");
    CHECK(error.at("code") == "DiskFull");
    CHECK(error.at("text").get<std::string>().find("MB are free") != std::string::npos);
    CHECK(shop.json({"report", "x"}).at("receipts") == 0);
    CHECK(shop.json({"sell", "--line", "BREAD", "--tender", "cash"}).at("receipt") == "A-000001");
}

TEST_CASE("a result that cannot be written is an error of its own")
{
    const TillShop shop;
    ProgramSetup setup;
    setup.arguments = {"setting", "list"};
    setup.inChild = [] {
        const int full = ::open("/dev/full", O_WRONLY);
        ::dup2(full, STDOUT_FILENO);
    };
    CHECK(shop.run(setup).exit == 4);
}

TEST_CASE("settings are read and changed by name")
{
    const TillShop shop;
    CHECK(shop.json({"setting", "set", "receipt.footer", "Thank you"}).at("value") == "Thank you");
    CHECK(shop.json({"setting", "get", "receipt.footer"}).at("value") == "Thank you");
    CHECK(shop.json({"setting", "list"}).at("settings").size() > 5);
    CHECK(shop.failure({"setting", "set", "sale.cash_rounding", "much"}, 3) == "SettingInvalid");
    CHECK(shop.json({"user", "list"}).at("users").size() == 1);
}

TEST_CASE("a cart is priced without a shop, and what it does not know is refused by name")
{
    TillShop none{TillShop::State::Absent};
    const auto* cart = R"({"currency":"EUR","cash_rounding":"0.05","taxes":[{"code":"A","percent":"20"}],
        "lines":[{"id":"1","quantity":"2","unit_price":"1.99","taxes":["A"],"discounts":[{"percent":"10"},{"amount":"0.50"}]}],
        "discounts":[{"percent":"10"}],"tenders":[{"kind":"cash","amount":"20.00"}]})";
    const auto priced = none.json({"price", "--cart", "-"}, 0, cart);
    CHECK(priced.at("total") == "2.77");
    CHECK(priced.at("due") == "2.75");
    CHECK(priced.at("change") == "17.25");
    CHECK(none.json({"price", "--cart", none.write("cart.json", cart)}) == priced);
    const auto unknown = none.json({"price", "--cart", "-"}, 3, R"({"lines":[],"colour":"red"})");
    CHECK(unknown.at("error").at("code") == "JsonKeyUnknown");
    CHECK(unknown.at("error").at("detail") == "colour");
    CHECK(none.failure({"price", "--cart", (none.folder / "none.json").string()}, 4) == "FileNotFound");
    CHECK(none.failure({"price", "--cart", none.folder.path().string()}, 4) == "FileIsDirectory");
    CHECK(none.json({"price", "--cart", "-"}, 3, "{").at("error").at("code") == "JsonInvalid");
}

TEST_CASE("a file that is not there is not taken for a shop")
{
    const TillShop shop;
    const auto list = shop.json({"import", "products", "none.csv"}, 4).at("error").at("text");
    CHECK(list == "There is no none.csv. Check the path.");
    const TillShop none{TillShop::State::Absent};
    const auto missing = none.json({"verify"}, 4).at("error").at("text").get<std::string>();
    CHECK(missing.find("tillctl init") != std::string::npos);
}

TEST_CASE("a wrong code is explained in a sentence")
{
    const TillShop none{TillShop::State::Absent};
    const auto rows = none.json({"barcode", "4006381333930", "4006381333931"});
    CHECK(rows[0].at("error").at("code") == "BarcodeCheckDigit");
    CHECK(rows[0].at("error").at("text").get<std::string>().find("4006381333930") != std::string::npos);
    CHECK(rows[1].at("error").is_null());
    CHECK(none.run({"barcode", "4006381333930"}).out.find("check digit") != std::string::npos);
}

TEST_CASE("a tax that is given twice makes no shop")
{
    const TillShop none{TillShop::State::Absent};
    CHECK(none.failure({"init", "--name", "N", "--country", "FR", "--tax", "Normal=20", "--tax", "Normal=10"},
              2) == "Usage");
    CHECK_FALSE(std::filesystem::exists(none.file()));
}
