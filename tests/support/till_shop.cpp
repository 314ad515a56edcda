#include "support/till_shop.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <exception>
#include <fstream>

namespace till::test {

TillShop::TillShop(State state)
{
    if (state == State::Absent) {
        m_verifies = false;
        return;
    }
    const auto made = json({"init", "--name", "Corner Shop", "--country", "FR", "--currency", "EUR",
        "--timezone", "Europe/Paris", "--tax", "A=20", "--tax", "B=5.5", "--cash-rounding", "0.05"});
    REQUIRE(made.at("till") == "A");
}

TillShop::~TillShop()
{
    if (!m_verifies || std::uncaught_exceptions() > 0) return;
    const auto verified = run({"verify"});
    INFO(verified.out << verified.err);
    CHECK(verified.exit == 0);
}

ProgramRun TillShop::run(ProgramSetup setup) const
{
    if (setup.home.empty()) setup.home = folder / "home";
    setup.arguments.insert(setup.arguments.begin(), {"--shop", file()});
    return runProgram(program("tillctl"), setup);
}

ProgramRun TillShop::run(std::vector<std::string> arguments, const std::string& input) const
{
    ProgramSetup setup;
    setup.arguments = std::move(arguments);
    setup.input = input;
    return run(std::move(setup));
}

Json TillShop::json(std::vector<std::string> arguments, int exit, const std::string& input) const
{
    arguments.insert(arguments.begin(), "--json");
    const auto done = run(arguments, input);
    INFO("out: " << done.out << "\nerr: " << done.err);
    REQUIRE(done.exit == exit);
    const auto document = Json::parse(done.out, nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    return document;
}

std::string TillShop::failure(std::vector<std::string> arguments, int exit) const
{
    const auto document = json(std::move(arguments), exit);
    REQUIRE(document.contains("error"));
    const auto& error = document.at("error");
    CHECK(error.at("text").get<std::string>().size() > 15);
    CHECK(error.contains("detail"));
    return error.at("code");
}

void TillShop::importProducts() const
{
    const auto list = write("products.csv", "SKU,Name,Price,Tax,Barcode,Unit,Stock\n"
                                            "BREAD,Bread,0.95,B,,pc,40\n"
                                            "COFFEE,Coffee,12.50,A,4006381333931,pc,10\n"
                                            "TEA*2@HOME,Tea,3.99,B,,pc,5\n"
                                            "CHEESE,Cheese,18.90,B,,kg,3\n");
    const auto report = json({"import", "products", list});
    INFO(report.dump(1));
    REQUIRE(report.at("added") == 4);
}

void TillShop::openShift() const
{
    REQUIRE(run({"shift", "open", "--float", "100.00"}).exit == 0);
}

std::string TillShop::write(const std::string& name, const std::string& text) const
{
    const auto path = folder / name;
    std::ofstream{path, std::ios::binary} << text;
    return path.string();
}

} // namespace till::test
