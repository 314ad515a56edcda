#include "exchange/product_file.h"

#include "base/decimal.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace till;

namespace {

struct Outcome {
    std::vector<ProductRow> rows;
    std::vector<RowProblem> problems;
};

ProductFile fileOf(std::string bytes, const ProductFileOptions& options = {})
{
    auto file = ProductFile::fromMemory(std::move(bytes), options);
    REQUIRE(file);
    return std::move(*file);
}

Outcome outcomeOf(ProductFile& file)
{
    Outcome outcome;
    for (;;) {
        auto entry = file.next();
        REQUIRE(entry);
        if (!*entry) return outcome;
        if (auto* row = std::get_if<ProductRow>(&**entry)) outcome.rows.push_back(std::move(*row));
        if (auto* problem = std::get_if<RowProblem>(&**entry))
            outcome.problems.push_back(std::move(*problem));
    }
}

Outcome outcomeOf(std::string bytes, const ProductFileOptions& options = {})
{
    auto file = fileOf(std::move(bytes), options);
    return outcomeOf(file);
}

std::string priceOf(const ProductRow& row)
{
    return row.price ? formatUnitPrice(*row.price, 2) : "none";
}

ErrorCode refusalOf(std::string bytes, const ProductFileOptions& options = {})
{
    const auto file = ProductFile::fromMemory(std::move(bytes), options);
    REQUIRE_FALSE(file);
    return file.error().code;
}

} // namespace

TEST_CASE("a list of bar codes and names is enough")
{
    auto file = fileOf("barcode,name\n0000000000017,Vit\u00F3ria crackers\n20000011,\"Tea, green\"\n");
    CHECK(file.preset() == "generic");
    const auto [rows, problems] = outcomeOf(file);
    REQUIRE(rows.size() == 2);
    CHECK(problems.empty());
    CHECK(rows[0].barcodes == std::vector<std::string>{"0000000000017"});
    CHECK(rows[1].name == "Tea, green");
    CHECK(rows[1].line == 3);
    CHECK_FALSE(rows[1].price);
}

TEST_CASE("a German list with semicolons, decimal commas and windows-1252 is read without a question")
{
    const auto [rows, problems] =
        outcomeOf("Artikelnummer;EAN;Bezeichnung;VK brutto (EUR);Bestand;Warengruppe;MwSt;Einheit\r\n"
                  "K1;4006381333931;K\xE4se \"jung\";2,50 \x80;12,500;K\xFChlung > K\xE4se;7 %;kg\r\n"
                  "K2;;Brot;1.250,00;-3;;19;St\xFC"
                  "ck\r\n");
    CHECK(problems.empty());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "K\u00E4se \"jung\"");
    CHECK(priceOf(rows[0]) == "2.50");
    CHECK(rows[0].stock->thousandths() == 12'500);
    CHECK(rows[0].categoryPath == std::vector<std::string>{"K\u00FChlung", "K\u00E4se"});
    CHECK(rows[0].taxes == std::vector<TaxMention>{{"", Rate::fromPercent(7)}});
    CHECK(rows[0].unit == "kg");
    CHECK(priceOf(rows[1]) == "1250.00");
    CHECK(rows[1].stock->thousandths() == -3'000);
    CHECK(rows[1].barcodes.empty());
}

TEST_CASE("headers are known in five languages")
{
    const auto header = GENERATE(as<std::string>{}, "SKU,Barcode,Name,Price",
        "Artikelnr,Strichcode,Bezeichnung,Verkaufspreis",
        "R\u00E9f\u00E9rence,Code-barres,D\u00E9signation,Prix TTC",
        "Referencia,C\u00F3digo de barras,Nombre,PVP", "Codice,Codice a barre,Descrizione,Prezzo",
        "sku,ean_13,product name,price_EUR");
    INFO(header);
    const auto [rows, problems] = outcomeOf(header + "\nA1,4006381333931,Tea,2.50\n");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].sku == "A1");
    CHECK(rows[0].barcodes.size() == 1);
    CHECK(rows[0].name == "Tea");
    CHECK(priceOf(rows[0]) == "2.50");
}

TEST_CASE("what a spreadsheet did to bar codes is undone where it can be, and named where it cannot")
{
    const auto [rows, problems] = outcomeOf(
        "SKU,Barcode,Name\nA,4.00638E+12,Tea\nB,'4006381333931,Tea\nC,\"=\"\"012345678905\"\"\",Tea\n"
        "D,12345678905,Tea\nE,4006381333931.0,Tea\nF,\"4,00638E+12\",Tea\nG,4E+12,Tea\nH,12E4,Tea\n");
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].barcodes[0] == "4006381333931");
    CHECK(rows[1].barcodes[0] == "012345678905");
    CHECK(rows[2].barcodes[0] == "12345678905");
    CHECK(rows[3].barcodes[0] == "4006381333931");
    CHECK(rows[4].barcodes[0] == "12E4");
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].code == ErrorCode::ImportBarcodeRounded);
    CHECK(problems[0].line == 2);
    CHECK(problems[0].detail == "Barcode: 4.00638E+12");
}

TEST_CASE("one cell and several columns may hold several bar codes")
{
    const auto [rows, problems] =
        outcomeOf("Name,EAN,UPC\nTea,4006381333931|5000000000012; 20000011,012345678905\n");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].barcodes ==
          std::vector<std::string>{"4006381333931", "5000000000012", "20000011", "012345678905"});
}

TEST_CASE("a bad cell refuses its row with column and text, and the others come in")
{
    const auto [rows, problems] =
        outcomeOf("SKU,Name,Price,Stock,Active\nA,Tea,2.5O,1,yes\nB,Tea,12.5.2026,1,yes\nC,,1.00,1,yes\n"
                  "D,Tea,-1.00,1,yes\nE,Tea,1.00,ten,yes\nF,Tea,1.00,1,perhaps\nG,Te\x07"
                  "a,1.00,1,yes\n"
                  "H,Tea,1.00,1,no\n,,,,\nI,Bread, white,1.00,1,yes\nJ,Tea,1.00,1\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].sku == "H");
    CHECK(rows[0].active == false);
    CHECK(rows[1].sku == "J");
    std::vector<std::string> told;
    for (const auto& problem : problems) {
        told.push_back(
            std::to_string(problem.line) + " " + std::string{toText(problem.code)} + " " + problem.detail);
    }
    CHECK(told == std::vector<std::string>{"2 NumberInvalid Price: 2.5O", "3 NumberInvalid Price: 12.5.2026",
                      "4 NameEmpty Name: ", "5 PriceInvalid Price: -1.00", "6 NumberInvalid Stock: ten",
                      "7 ImportValueInvalid Active: perhaps",
                      "8 NameHasControlCharacters Name: Te\x07"
                      "a",
                      "11 ImportRowRagged 6"});
}

TEST_CASE("a last row that was cut off is not taken for a product")
{
    const auto [rows, problems] = outcomeOf("SKU,Name,Price\nA,Tea,1.00\nB,Cof");
    CHECK(rows.size() == 1);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == ErrorCode::ImportRowRagged);
    CHECK(problems[0].line == 3);
}

TEST_CASE("an ambiguous price column is named, and the person's answer settles it")
{
    const std::string text = "Name;Price\nTea;1,234\nCake;5\n";
    auto file = fileOf(text);
    REQUIRE(file.ambiguousColumns().size() == 1);
    CHECK(file.ambiguousColumns()[0] == "Price");
    const auto [rows, problems] = outcomeOf(file);
    CHECK(rows.size() == 1);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == ErrorCode::NumberAmbiguous);
    ProductFileOptions answered;
    answered.decimalMark = DecimalMark::Comma;
    CHECK(priceOf(outcomeOf(text, answered).rows.at(0)) == "1.234");
    answered.decimalMark = DecimalMark::Point;
    CHECK(priceOf(outcomeOf(text, answered).rows.at(0)) == "1234.00");
}

TEST_CASE("a mapping by hand overrules what the headers look like")
{
    ProductFileOptions options;
    options.map = {{"name", "Short text"}, {"price", "#4"}, {"stock", ""}};
    const auto [rows, problems] =
        outcomeOf("Name,Short text,Price,Member price,Stock\nLong,Short,2.00,1.50,9\n", options);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].name == "Short");
    CHECK(priceOf(rows[0]) == "1.50");
    CHECK_FALSE(rows[0].stock);
}

TEST_CASE("a file that cannot be a product list is refused by name")
{
    const std::string text = "Name,Price\nTea,1\n";
    const auto with = [](std::string preset, std::vector<std::pair<std::string, std::string>> map = {}) {
        ProductFileOptions options;
        options.preset = std::move(preset);
        options.map = std::move(map);
        return options;
    };
    CHECK(refusalOf("date,amount\n1,2\n") == ErrorCode::ImportColumnMissing);
    CHECK(refusalOf(text, with("square")) == ErrorCode::ImportColumnMissing);
    CHECK(refusalOf(text, with("clover")) == ErrorCode::ImportPresetUnknown);
    CHECK(refusalOf(text, with("auto", {{"colour", "Name"}})) == ErrorCode::ImportFieldUnknown);
    CHECK(refusalOf(text, with("auto", {{"cost", "Cost"}})) == ErrorCode::ImportColumnUnknown);
    CHECK(refusalOf("\n\n") == ErrorCode::ImportEmpty);
}

TEST_CASE("an unclosed quote ends the file with its line, and a long cell only its row")
{
    auto file = fileOf("SKU,Name\nA,Tea\nB," + std::string(9000, 'x') + "\nC,Tea\nD,\"Tea\n");
    int rows = 0;
    std::optional<Error> end;
    std::vector<RowProblem> problems;
    while (!end) {
        const auto entry = file.next();
        if (!entry) {
            end = entry.error();
        } else if (const auto* problem = std::get_if<RowProblem>(&**entry)) {
            problems.push_back(*problem);
        } else {
            ++rows;
        }
    }
    CHECK(rows == 2);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == ErrorCode::ImportFieldTooLong);
    CHECK(problems[0].line == 3);
    CHECK(end->code == ErrorCode::ImportQuoteUnclosed);
    CHECK(end->detail == "5");
}

TEST_CASE("a header keeps its fingerprint whatever the rows and the letter case")
{
    const auto print = fileOf("SKU,Name,Price\nA,Tea,1\n").fingerprint();
    CHECK(print.size() == 16);
    CHECK(fileOf("sku,name,price\nB,Cake,2\nC,Bread,3\n").fingerprint() == print);
    CHECK(fileOf("name,sku,price\nTea,A,1\n").fingerprint() != print);
}
