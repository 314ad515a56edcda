#include "exchange/number_style.h"

#include "base/decimal.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace till;

namespace {

const NumberStyle kPoint{DecimalMark::Point, false};
const NumberStyle kComma{DecimalMark::Comma, false};

std::string priceOf(std::string_view cell, const NumberStyle& style)
{
    const auto price = readUnitPrice(cell, style, 2);
    return price ? formatUnitPrice(*price, 2) : std::string{toText(price.error().code)};
}

NumberStyle styleOf(const std::vector<std::string>& column, const std::vector<std::string>& others = {})
{
    NumberVotes own;
    for (const auto& cell : column) own.add(numberHint(cell, 4));
    NumberVotes file = own;
    for (const auto& cell : others) file.add(numberHint(cell, 4));
    return decideStyle(own, file);
}

} // namespace

TEST_CASE("prices are read as people write them")
{
    CHECK(priceOf("2.50", kPoint) == "2.50");
    CHECK(priceOf("\u00A32.50", kPoint) == "2.50");
    CHECK(priceOf("$ 1,250.00", kPoint) == "1250.00");
    CHECK(priceOf("-\u20AC5", kPoint) == "-5.00");
    CHECK(priceOf("\u20AC -5", kPoint) == "-5.00");
    CHECK(priceOf("\u22125.5", kPoint) == "-5.50");
    CHECK(priceOf("CHF 1'234.56", kPoint) == "1234.56");
    CHECK(priceOf("1\u2019234.56", kPoint) == "1234.56");
    CHECK(priceOf("12,34,567.50 INR", kPoint) == "1234567.50");
    CHECK(priceOf(".99", kPoint) == "0.99");
    CHECK(priceOf("'2.50", kPoint) == "2.50");
    CHECK(priceOf("5 \u20AC", kComma) == "5.00");
    CHECK(priceOf("2,50", kComma) == "2.50");
    CHECK(priceOf("0,035", kComma) == "0.035");
    CHECK(priceOf("1 234,56 z\u0142", kComma) == "1234.56");
    CHECK(priceOf("1\u202F234,56\u00A0\u20AC", kComma) == "1234.56");
    CHECK(priceOf("1.234,5678", kComma) == "1234.5678");
}

TEST_CASE("what is no plain number is refused, never guessed")
{
    const auto cell = GENERATE(as<std::string>{}, "", " ", "2.5O", "ten", "NaN", "inf", "1e9", "1E3", "0x10",
        "\u0661\u0662", "12.5.2026", "1..2", "1,2.3", "1,23", "12,34", "1.234.56", "5-", "--5", "5%", "=1+1",
        "1 2", "1'23", "\u20AC", "-", "+", ".", "1.", "2.50.", "1.23456", "1,2345.00", "EUR", "EUR5EUR",
        "5 5 5");
    INFO(cell);
    CHECK(priceOf(cell, kPoint) == "NumberInvalid");
}

TEST_CASE("a price beyond a hundred billion minor units is a typing error")
{
    CHECK(priceOf("1000000000.00", kPoint) == "1000000000.00");
    CHECK(priceOf("1000000000.01", kPoint) == "NumberOutOfRange");
    CHECK(priceOf("-1000000000.01", kPoint) == "NumberOutOfRange");
    CHECK(priceOf("99999999999999999999999999", kPoint) == "NumberOutOfRange");
}

TEST_CASE("one clear cell decides for its column")
{
    CHECK(priceOf("1,234", styleOf({"1,234", "2.50"})) == "1234.00");
    CHECK(priceOf("1,234", styleOf({"1,234", "2,50"})) == "1.234");
    CHECK(priceOf("1.234", styleOf({"1.234", "1.234.567"})) == "1234.00");
    CHECK(priceOf("1,234", styleOf({"1,234", "0,500"})) == "1.234");
    CHECK(priceOf("1.234", styleOf({"1.234", "1.250,00"})) == "1234.00");
}

TEST_CASE("a column of 1,234 alone is ambiguous unless the rest of the file decides")
{
    CHECK(priceOf("1,234", styleOf({"1,234", "5"})) == "NumberAmbiguous");
    CHECK(priceOf("5", styleOf({"1,234", "5"})) == "5.00");
    CHECK(priceOf("1,234", styleOf({"1,234"}, {"2.50"})) == "1234.00");
    CHECK(priceOf("1,234", styleOf({"1,234"}, {"2,50"})) == "1.234");
    CHECK(priceOf("1,234", styleOf({"1,234"}, {"2,50", "2.50"})) == "NumberAmbiguous");
}

TEST_CASE("a column that contradicts itself keeps the majority and refuses what could be either")
{
    const auto style = styleOf({"2.50", "3.10", "4,20", "1,234"});
    CHECK(style.mixed);
    CHECK(priceOf("2.50", style) == "2.50");
    CHECK(priceOf("4,20", style) == "NumberInvalid");
    CHECK(priceOf("1,234", style) == "NumberAmbiguous");
    CHECK(priceOf("4,20", styleOf({"2.50", "4,20"})) == "NumberAmbiguous");
}

TEST_CASE("in a currency without decimals a group of three is a thousand")
{
    CHECK(numberHint("1,234", 2) == NumberHint::Point);
    CHECK(numberHint("1.234", 2) == NumberHint::Comma);
}

TEST_CASE("quantities have three decimals at most")
{
    CHECK(readQuantity("12,500", kComma)->thousandths() == 12'500);
    CHECK(readQuantity("-3", kPoint)->thousandths() == -3'000);
    CHECK(readQuantity("0.3333", kPoint).error().code == ErrorCode::NumberInvalid);
    CHECK(readQuantity("1000000001", kPoint).error().code == ErrorCode::NumberOutOfRange);
}

TEST_CASE("what a program that counts in binary wrote is read as what was meant")
{
    CHECK(priceOf("2.4900000000000002", kPoint) == "2.49");
    CHECK(priceOf("19.989999999999998", kPoint) == "19.99");
    CHECK(priceOf("-0.10000000000000001", kPoint) == "-0.10");
    CHECK(priceOf("99,999999999999986", kComma) == "100.00");
    CHECK(readQuantity("0.30000000000000004", kPoint)->thousandths() == 300);
    CHECK(priceOf("2.490000002", kPoint) == "NumberInvalid");
    CHECK(priceOf("2.4912300000000002", kPoint) == "NumberInvalid");
    CHECK(priceOf("0.00000000000000002", kPoint) == "NumberInvalid");
    CHECK(priceOf("17.990000000001", kPoint) == "NumberInvalid");   // fourteen digits: no binary number
    CHECK(priceOf("12345678.12340099", kPoint) == "NumberInvalid"); // two noughts are no run
    CHECK(priceOf("922337203685477.5807999999", kPoint) == "NumberInvalid"); // one more would not fit
    CHECK(priceOf("-922337203685477.5807999999", kPoint) == "NumberInvalid");
}
