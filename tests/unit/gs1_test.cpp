#include "domain/catalog/barcode.h"
#include "domain/catalog/digital_link.h"

#include <catch2/catch.hpp>

using namespace till;
using namespace std::chrono_literals;

namespace {

constexpr int kYear = 2025;

std::string value(const Barcode& barcode, std::string_view ai)
{
    const auto* element = findElement(barcode.elements, ai);
    return element == nullptr ? "(none)" : element->value;
}

/// The element that the refusal names.
std::string refused(std::string_view scan)
{
    const auto barcode = classify(scan, {.currentYear = kYear});
    INFO(scan);
    REQUIRE(barcode.error);
    CHECK(barcode.error->code == ErrorCode::BarcodeElement);
    CHECK(barcode.elements.empty());
    return barcode.error->detail;
}

std::chrono::year_month_day dateOf(std::string_view yymmdd, int year = kYear)
{
    const auto elements = readElementString("17" + std::string{yymmdd}, year);
    REQUIRE(elements);
    return elements->front().date.value();
}

} // namespace

TEST_CASE("separators are read in every way scanners send them")
{
    for (const std::string scan : {"\x1D"
                                   "010400638133393110ABC\x1D"
                                   "17260101",
             "]C1010400638133393110ABC\x1D"
             "17260101",
             "010400638133393110ABC\x1D"
             "17260101",
             "010400638133393110ABC^17260101", "^010400638133393110ABC^17260101",
             "]d2010400638133393110ABC{GS}17260101", "{FNC1}010400638133393110ABC<GS>17260101",
             "0104006381333931\x1D"
             "10ABC\x1D"
             "17260101\x1D",
             "(01)04006381333931(10)ABC(17)260101"}) {
        const auto barcode = classify(scan, {.currentYear = kYear});
        INFO(scan);
        CHECK(barcode.ok());
        CHECK(barcode.symbology == Symbology::Gs1ElementString);
        CHECK(barcode.gtin14 == 4006381333931);
        CHECK(value(barcode, "10") == "ABC");
        CHECK(value(barcode, "17") == "260101");
        CHECK(barcode.elements.size() == 3);
    }
}

TEST_CASE("dates follow the century and end-of-month rules")
{
    CHECK(dateOf("260101") == 2026y / 1 / 1);
    CHECK(dateOf("260200") == 2026y / 2 / 28);
    CHECK(dateOf("240200") == 2024y / 2 / 29);
    CHECK(dateOf("750101") == 2075y / 1 / 1);
    CHECK(dateOf("760101") == 1976y / 1 / 1);
    CHECK(dateOf("490101", 1999) == 2049y / 1 / 1);
    CHECK(dateOf("490101", 2099) == 2149y / 1 / 1);
    CHECK(refused("(17)261301") == "(17)261301");
    CHECK(refused("(17)260230") == "(17)260230");
    CHECK(refused("(7006)260200") == "(7006)260200"); // no day 00 where the table names none
}

TEST_CASE("weights, prices and counts come with their decimals")
{
    const auto barcode =
        classify("(01)94006381333934(3103)001250(3922)01234(3932)9784599(30)12(4331)000500-");
    REQUIRE(barcode.ok());
    CHECK(findElement(barcode.elements, "3103")->number == Gs1Number{1250, 3});
    CHECK(findElement(barcode.elements, "3922")->number == Gs1Number{1234, 2});
    CHECK(findElement(barcode.elements, "3932")->number == Gs1Number{4599, 2});
    CHECK(findElement(barcode.elements, "3932")->currency == "978");
    CHECK(findElement(barcode.elements, "30")->number == Gs1Number{12, 0});
    CHECK(findElement(barcode.elements, "4331")->number == Gs1Number{-500, 2});
}

TEST_CASE("what breaks the table is refused, and named")
{
    CHECK(refused("(01)04006381333930") == "(01)04006381333930");
    CHECK(refused("]C1010400638133393") == "(01)0400638133393");
    CHECK(refused("(05)12") == "(05)12");
    CHECK(refused("]C105123") == "(05)123");
    CHECK(refused("(10)123456789012345678901") == "(10)123456789012345678901");
    CHECK(refused("]C1422"
                  "25017260101") == "(422)25017260101"); // its FNC1 is missing
    CHECK(refused("(10)A(10)B") == "(10)B");
    CHECK(refused("(10)A B") == "(10)A B");
    CHECK(refused("(10)") == "(10)");
    CHECK(refused("(422)999") == "(422)999");
    CHECK(refused("(10)A\u00e9\x01") == "(10)A???");
    CHECK(refused("]C1"
                  "10A\x1D\x1D"
                  "21B") == "(?2)1B");
    CHECK(classify("(10)A(10)A").elements.size() == 1); // said twice alike: said once
}

TEST_CASE("check characters of a model number are those of the published example")
{
    CHECK(classify("(8013)1987654Ad4X4bL5ttr2310c2K").ok());
    CHECK(refused("(8013)1987654Ad4X4bL5ttr2310c2X") == "(8013)1987654Ad4X4bL5ttr2310c2X");
}

TEST_CASE("brackets may be part of a value")
{
    CHECK(value(classify("(10)A(9999)B"), "10") == "A(9999)B");
    CHECK(value(classify("(10)A\\(21)B"), "10") == "A(21)B");
    CHECK(value(classify("(10)A(21)B"), "21") == "B");
}

TEST_CASE("a Digital Link gives its key, qualifiers and attributes")
{
    const auto link = classify(
        "https://shop.example/some/stem/01/9506000134352/10/A%2FB/21/S1?17=261231&x=y&3103=000195#f");
    REQUIRE(link.ok());
    CHECK(link.symbology == Symbology::Gs1DigitalLink);
    CHECK(link.gtin14 == 9506000134352);
    CHECK(value(link, "01") == "09506000134352");
    CHECK(value(link, "10") == "A/B");
    CHECK(value(link, "21") == "S1");
    CHECK(value(link, "3103") == "000195");
    CHECK(findElement(link.elements, "17")->date == 2026y / 12 / 31);
    CHECK(link.elements.size() == 5);
    CHECK(classify("HTTPS://ID.GS1.ORG/01/96385074").gtin14 == 96385074);
    CHECK(value(classify("http://a.example/414/9506000134369/254/32a%2Fb"), "254") == "32a/b");
    CHECK(classify("https://id.gs1.org/00/106141412345678908/").ok());
}

TEST_CASE("a Digital Link that breaks its rules is refused, and named")
{
    CHECK(refused("https://a.example/01/09506000134353") == "(01)09506000134353");
    CHECK(refused("https://a.example/01/09506000134352/21/S/10/L") == "(10)L");
    CHECK(refused("https://a.example/01/09506000134352/22/C/235/T") == "(235)T");
    CHECK(refused("https://a.example/01/09506000134352?21=S") == "(21)S");
    CHECK(refused("https://a.example/01/09506000134352?05=S") == "(05)S");
    CHECK(refused("https://a.example/01/09506000134352?17=261301") == "(17)261301");
    CHECK(refused("https://a.example/01/09506000134352/10/A%2") == "(10)A%2");
    CHECK(refused("https://a.example/01/09506000134352?10=A%GG") == "(10)A%GG");
}

TEST_CASE("an ordinary link is a plain code")
{
    for (const auto* link : {"https://example.com", "https://example.com/", "https://example.com/2024/01/15",
             "https://example.com/01", "http://", "https:///01/09506000134352",
             "https://example.com/01/hello"}) {
        INFO(link);
        CHECK(classify(link).ok());
        CHECK(classify(link).symbology == Symbology::Plain);
    }
}
