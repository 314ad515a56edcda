#include "base/decimal.h"
#include "base/rounding.h"
#include "base/text.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/import_service.h"
#include "services/report_service.h"
#include "services/sales_import_service.h"
#include "support/places.h"
#include "support/shop_fixture.h"
#include "support/shop_rows.h"
#include "support/skip.h"
#include "support/written_file.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

using namespace till;

namespace {

/// In the suite the first lines are replayed; TILL_REPLAY_LINES=600000 takes them all.
long linesToReplay()
{
    const char* asked = std::getenv("TILL_REPLAY_LINES");
    return asked ? std::atol(asked) : 12'000;
}

/// The cells of one line of the file, which quotes every cell and has no line ends inside.
std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[i++];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

struct Sums {
    std::int64_t quantity = 0;
    std::int64_t gross = 0;
    void add(std::int64_t thousandths, std::int64_t minor)
    {
        quantity += thousandths;
        gross += minor;
    }
    friend bool operator==(const Sums&, const Sums&) = default;
};

/// Added up from the file's own text, without any code of the import.
struct FileSums {
    std::map<std::string, Sums> byDay;
    std::map<std::string, Sums> byHour;
    std::map<std::string, Sums> byItem;
    std::set<std::string> tickets;
    std::int64_t lines = 0;
    std::map<std::string, std::string> ticketTimes;

    void add(const std::vector<std::string>& cells)
    {
        const auto time = ticketTimes.emplace(cells[0], cells[4]).first->second;
        const auto quantity = parseQuantity(cells[3])->thousandths();
        // price in 1/10000 of the currency x thousandths of a piece = 1/10^5 of a minor unit; half away from
        // zero
        const auto exact = parseUnitPrice(cells[5], 2)->hundredths() * quantity;
        const auto minor = (exact + (exact < 0 ? -50'000 : 50'000)) / 100'000;
        byDay[time.substr(0, 10)].add(quantity, minor);
        byHour[time.substr(11, 2)].add(quantity, minor);
        byItem[trimmed(cells[1])].add(quantity, minor);
        tickets.insert(cells[0]);
        ++lines;
    }
};

std::map<std::string, Sums> sumsOf(const std::vector<std::string>& rows)
{
    std::map<std::string, Sums> sums;
    for (const auto& row : rows) {
        const auto first = row.find('|');
        const auto second = row.find('|', first + 1);
        sums[row.substr(0, first)].add(std::stoll(row.substr(first + 1)), std::stoll(row.substr(second + 1)));
    }
    return sums;
}

ShopSetup giftShop()
{
    auto setup = test::frenchShop();
    setup.country = "GB";
    setup.currency = "GBP";
    setup.timeZone = "Europe/London";
    return setup;
}

} // namespace

TEST_CASE("a year of a real shop is replayed to the penny: by day, by hour, by article", "[serial]")
{
    const auto packed = test::sharedFile("data/online_retail.csv.xz");
    if (!std::filesystem::exists(packed)) return test::skip("the year of sales is not beside the sources");
    test::ShopFixture shop{giftShop()};
    const auto file = shop.folder.path() / "sales.csv";
    const auto command = "xz -dkc '" + packed.string() + "' 2>/dev/null | head -n " +
                         std::to_string(linesToReplay() + 1) + " > '" + file.string() + "'";
    if (std::system(command.c_str()) != 0 || std::filesystem::file_size(file) == 0)
        return test::skip("xz is not installed");

    SalesImportOptions options;
    options.file = file;
    options.columns = {{"date", "InvoiceDate"}, {"ticket", "InvoiceNo"}, {"item", "StockCode"},
        {"name", "Description"}, {"quantity", "Quantity"}, {"price", "UnitPrice"}};
    options.createProducts = true;
    options.taxRate = Rate::fromPercent(20);
    const auto report = shop.shop().salesImport().run(shop.owner(), options);
    REQUIRE(report);

    std::set<std::int64_t> skipped;
    for (const auto& problem : report->skipped) skipped.insert(problem.line);
    FileSums expected;
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    for (std::int64_t number = 2; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!skipped.contains(number)) expected.add(cellsOf(line));
    }
    CHECK(report->lines == expected.lines);
    CHECK(report->tickets == static_cast<std::int64_t>(expected.tickets.size()));

    const auto& path = shop.shop().file();
    CHECK(sumsOf(test::rowsOf(path,
              "SELECT date(business_day * 86400, 'unixepoch'), sum(quantity), sum(gross) FROM day_sum WHERE "
              "dimension_id = 1 GROUP BY 1",
              3)) == expected.byDay);
    CHECK(sumsOf(test::rowsOf(path,
              "SELECT printf('%02d', key), sum(quantity), sum(gross) FROM day_sum WHERE dimension_id = 2 "
              "GROUP BY 1",
              3)) == expected.byHour);
    CHECK(sumsOf(test::rowsOf(path,
              "SELECT c.code, sum(s.quantity), sum(s.gross) FROM day_sum s JOIN product_code c ON "
              "c.product_id = s.key "
              "WHERE s.dimension_id = 4 GROUP BY 1",
              3)) == expected.byItem);
    shop.verify();
}

TEST_CASE("every product list of the sample systems comes in whole")
{
    if (!std::filesystem::exists(test::sharedFile("formats")))
        return test::skip("the sample files are not beside the sources");
    const auto name = GENERATE(as<std::string>{}, "square_items.csv", "shopify_products_2025.csv",
        "shopify_products_legacy.csv", "loyverse_items.csv", "lightspeed_x_products.csv",
        "woocommerce_products.csv", "odoo_products.csv", "trap_semicolon_comma_decimal_cp1252.csv",
        "trap_tab_utf16_bom.txt", "trap_utf8_bom.csv");
    CAPTURE(name);
    auto setup = test::frenchShop();
    setup.taxes = {{"A", "VAT", Rate::fromPercent(19), false}, {"B", "Reduced", Rate::fromPercent(7), false}};
    setup.taxClasses = {{"standard", {"A"}}, {"reduced-rate", {"B"}}};
    test::ShopFixture shop{setup};
    ProductImportOptions options;
    options.file = test::sharedFile("formats/" + std::string{name});
    const auto report = shop.shop().imports().products(shop.owner(), options);
    REQUIRE(report);
    for (const auto& problem : report->rejected)
        UNSCOPED_INFO(problem.line << " " << toText(problem.error.code) << " " << problem.error.detail);
    CHECK(report->rejectedCount == 0);
    CHECK(report->added > 0);
    const auto again = shop.shop().imports().products(shop.owner(), options);
    REQUIRE(again);
    CHECK(again->changed == 0);
    shop.verify();
}

TEST_CASE("every real article is found again by its barcode and by its name")
{
    const auto list = test::sharedFile("data/openfoodfacts_20k.csv");
    if (!std::filesystem::exists(list)) return test::skip("the product data is not beside the sources");
    test::ShopFixture shop;
    ProductImportOptions options;
    options.file = list;
    const auto report = shop.shop().imports().products(shop.owner(), options);
    REQUIRE(report);
    std::set<std::int64_t> refused;
    for (const auto& problem : report->rejected) {
        CHECK(problem.error.code == ErrorCode::NameTooLong);
        refused.insert(problem.line);
    }
    CHECK(refused.size() == 4);
    std::ifstream in{list};
    std::string line;
    std::getline(in, line);
    std::int64_t number = 1;
    while (std::getline(in, line)) {
        if (refused.contains(++number)) continue;
        const auto barcode = line.substr(0, line.find(','));
        const auto found = shop.shop().catalog().findByCode(barcode);
        INFO(barcode);
        REQUIRE(found);
        if (number % 20 != 0) continue;
        const auto hits = shop.shop().catalog().search(found->name, 2000);
        const auto isIt = [&](const ProductHit& hit) { return hit.id == found->id; };
        INFO(found->name);
        REQUIRE(std::any_of(hits.begin(), hits.end(), isIt));
    }
}

TEST_CASE("hostile names come in byte for byte, or are refused with the reason")
{
    const auto strings = test::sharedFile("naughty/blns.json");
    if (!std::filesystem::exists(strings))
        return test::skip("the naughty strings are not beside the sources");
    std::ifstream in{strings};
    std::vector<std::string> names;
    for (const auto& name : nlohmann::json::parse(in)) names.push_back(name.get<std::string>());
    std::string list = "SKU,Name,Price\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += "N" + std::to_string(i) + ",\"";
        for (const char c : names[i]) list += c == '"' ? std::string{"\"\""} : std::string{c};
        list += "\",1.00\n";
    }
    test::ShopFixture shop;
    ProductImportOptions options;
    options.file = test::writtenFile(shop.folder.path() / "names.csv", list);
    const auto report = shop.shop().imports().products(shop.owner(), options);
    REQUIRE(report);

    std::int64_t legal = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        const auto wanted = cleanName(names[i]);
        const auto found = shop.shop().catalog().findByCode("N" + std::to_string(i));
        REQUIRE(found.hasValue() == wanted.hasValue());
        if (!wanted) continue;
        REQUIRE(found->name == *wanted);
        ++legal;
    }
    CHECK(report->added == legal);
    CHECK(report->rejectedCount == static_cast<std::int64_t>(names.size()) - legal);
    shop.verify();
}
