#include "support/approve.h"
#include "support/sample_receipt.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace till;
using Catch::Matchers::Contains;
using test::bakeryReceipt;
using test::commaFormat;
using test::paperText;
using test::receiptOf;

TEST_CASE("a receipt reads well on 42 columns")
{
    test::approve("receipt_42.txt", paperText(bakeryReceipt(), 42, commaFormat()));
}

TEST_CASE("a receipt reads well on the narrow roll of 32 columns")
{
    test::approve("receipt_32.txt", paperText(bakeryReceipt(), 32, commaFormat()));
}

TEST_CASE("a receipt of a shop whose prices leave tax out shows net, tax and total")
{
    auto receipt = receiptOf("Paint, white", Money::fromMinor(2500), "USD", 2);
    receipt.pricesIncludeTax = false;
    receipt.lines.front().taxCodes = {"T"};
    receipt.taxes = {{"T", Rate::fromPartsPerMillion(82'500), Money::fromMinor(2500), Money::fromMinor(206),
        Money::fromMinor(2706)}};
    receipt.totalTax = Money::fromMinor(206);
    receipt.total = receipt.due = Money::fromMinor(2706);
    receipt.tenders = {{"card", "Card", receipt.due, false}};
    const PaperFormat american{".", ",", DateOrder::MonthDayYear, "/"};
    test::approve("receipt_exclusive_48.txt", paperText(receipt, 48, american));
}

TEST_CASE("a copy of a training receipt says both above and below")
{
    auto receipt = receiptOf("Tea", Money::fromMinor(250), "EUR", 2);
    receipt.copyNumber = 2;
    receipt.isTraining = true;
    test::approve("receipt_training_copy_32.txt", paperText(receipt, 32));
}

TEST_CASE("yen have no decimals and Kuwaiti dinars three")
{
    CHECK_THAT(paperText(receiptOf("お茶", Money::fromMinor(1'500), "JPY", 0), 42), Contains("1,500 A\n"));
    CHECK_THAT(paperText(receiptOf("Tea", Money::fromMinor(1'500), "KWD", 3), 42), Contains("1.500 A\n"));
    CHECK_THAT(paperText(receiptOf("Tea", Money::fromMinor(-5), "KWD", 3), 42), Contains("-0.005 A\n"));
}

TEST_CASE("the largest amounts there are keep every digit on every paper")
{
    const auto columns = GENERATE(32, 42, 48);
    const auto minor = GENERATE(std::int64_t{99'999'999'999'999'999},
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min() + 1);
    const auto decimals = GENERATE(0, 1, 2, 3);
    const auto format = commaFormat();
    const auto text = paperText(receiptOf("Gold", Money::fromMinor(minor), "EUR", decimals), columns, format);
    const auto amount = format.money(Money::fromMinor(minor), decimals);
    CAPTURE(text);
    CHECK_THAT(text, Contains("Gold"));
    CHECK_THAT(text, Contains(amount + " A"));
    CHECK_THAT(text, Contains("TOTAL EUR"));
    CHECK_THAT(text, Contains(" " + amount + "\n") || Contains("\n" + amount + "\n"));
}

TEST_CASE("lines with one and with two taxes keep their amounts under each other")
{
    auto receipt = receiptOf("Tea", Money::fromMinor(250), "CAD", 2);
    receipt.lines.push_back(receipt.lines.front());
    receipt.lines.back().name = "Tea pot";
    receipt.lines.back().taxCodes = {"G", "P"};
    const auto text = paperText(receipt, 32);
    CHECK_THAT(text, Contains("Tea                      2.50 A\n"));
    CHECK_THAT(text, Contains("Tea pot                  2.50 GP\n"));
}

TEST_CASE("a name cannot write a line of its own")
{
    const auto text = paperText(receiptOf("Tea\nTOTAL EUR 0.00", Money::fromMinor(250), "EUR", 2), 42);
    CHECK_THAT(text, Contains("Tea TOTAL EUR 0.00                  2.50 A\n"));
    CHECK_THAT(text, !Contains("\nTOTAL EUR 0.00"));
}
