#include "exchange/csv_writer.h"

#include <catch2/catch.hpp>

#include <string>

using namespace till;

TEST_CASE("a text that a spreadsheet would run as a formula gets an apostrophe")
{
    const auto text = GENERATE(as<std::string>{}, "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1",
        "\t text", "\x01=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x");
    CHECK(formulaProtected(text) == "'" + text);
}

TEST_CASE("an ordinary text is written as it is")
{
    const auto text = GENERATE(as<std::string>{}, "", "Tea", "a=b", "'=1", "5-2", "\u00E9-", "(1)");
    CHECK(formulaProtected(text) == text);
}

TEST_CASE("a NUL cannot hide a formula")
{
    CHECK(formulaProtected(std::string{"\0=1", 3}) == "'=1");
}

TEST_CASE("numbers stay numbers, texts are protected and quoted where needed")
{
    CsvWriter writer{';', CsvWriter::Mark::None};
    writer.text("a;b").text("-1").number("-5.00").text("say \"x\"").text("");
    writer.endRow();
    CHECK(writer.take() == "\"a;b\";'-1;-5.00;\"say \"\"x\"\"\";\"\"\r\n");
    CHECK(writer.str().empty());
}

TEST_CASE("a text that would name the delimiter as a first line is quoted")
{
    CsvWriter writer{',', CsvWriter::Mark::None};
    writer.text("sep=;");
    writer.endRow();
    CHECK(writer.take() == "\"sep=;\"\r\n");
}
