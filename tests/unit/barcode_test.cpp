#include "domain/catalog/barcode.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace till;

namespace {

Symbology kindOf(std::string_view scan)
{
    const auto barcode = classify(scan);
    INFO(scan);
    CHECK(barcode.ok());
    return barcode.symbology;
}

ErrorCode refusalOf(std::string_view scan)
{
    const auto barcode = classify(scan);
    INFO(scan);
    REQUIRE(barcode.error);
    return barcode.error->code;
}

} // namespace

TEST_CASE("digits are recognised by length, prefix and check digit")
{
    CHECK(kindOf("4006381333931") == Symbology::Ean13);
    CHECK(kindOf("96385074") == Symbology::Ean8);
    CHECK(kindOf("036000291452") == Symbology::UpcA);
    CHECK(kindOf("01234565") == Symbology::UpcE);
    CHECK(kindOf("10614141000415") == Symbology::Itf14);
    CHECK(kindOf("9780306406157") == Symbology::Isbn);
    CHECK(kindOf("9790060115615") == Symbology::Ean13); // sheet music
    CHECK(kindOf("0") == Symbology::Plain);
    CHECK(kindOf("12345") == Symbology::Plain);
    CHECK(kindOf("123456789012345678901234567890") == Symbology::Plain);
}

TEST_CASE("a wrong check digit is an error, and the code stays as it was sent")
{
    for (const auto* code : {"4006381333930", "036000291453", "10614141000416", "96385075"}) {
        CHECK(refusalOf(code) == ErrorCode::BarcodeCheckDigit);
        CHECK(classify(code).code == code);
        CHECK_FALSE(classify(code).gtin14);
    }
}

TEST_CASE("every form of an article agrees in its number")
{
    CHECK(classify("4006381333931").gtin14 == 4006381333931);
    CHECK(classify("04006381333931").gtin14 == 4006381333931);
    CHECK(classify("]E04006381333931").gtin14 == 4006381333931);
    CHECK(classify("0104006381333931").gtin14 == 4006381333931);
    CHECK(classify("https://example.com/01/4006381333931").gtin14 == 4006381333931);
    CHECK(classify("01234565").gtin14 == 12345000065);
    CHECK(classify("0-306-40615-2").gtin14 == 9780306406157);
}

TEST_CASE("an add-on is split from its EAN-13")
{
    const auto book = classify("978030640615751999");
    CHECK(book.symbology == Symbology::Isbn);
    CHECK(book.addOn == "51999");
    CHECK(book.codeWithoutAddOn() == "9780306406157");
    CHECK(book.gtin14 == 9780306406157);
    CHECK(classify("]E3977147396801212").addOn == "12");
    CHECK(classify("490154203237518").addOn.empty()); // an IMEI: its first 13 digits do not check
}

TEST_CASE("symbology prefixes are taken off and believed")
{
    CHECK(kindOf("]C0ABC-123") == Symbology::Code128);
    CHECK(classify("]C0ABC-123").code == "ABC-123");
    CHECK(kindOf("]C04006381333930") == Symbology::Code128);
    CHECK(kindOf("]E496385074") == Symbology::Ean8);
    CHECK(kindOf("]I110614141000415") == Symbology::Itf14);
    CHECK(refusalOf("]I110614141000416") == ErrorCode::BarcodeCheckDigit);
    CHECK(kindOf("]I010614141000416") == Symbology::Plain);
    CHECK(kindOf("]C1010400638133393110ABC") == Symbology::Gs1ElementString);
    CHECK(kindOf("]d2010400638133393110ABC") == Symbology::Gs1ElementString);
    CHECK(kindOf("]Q3010400638133393110ABC") == Symbology::Gs1ElementString);
    CHECK(kindOf("]e00104006381333931") == Symbology::Gs1ElementString);
    CHECK(kindOf("]Q1https://example.com/01/04006381333931") == Symbology::Gs1DigitalLink);
    CHECK(kindOf("]x9 is no prefix") == Symbology::Plain);
    CHECK(classify("]x9 is no prefix").code == "]x9 is no prefix");
    CHECK(refusalOf("]C1") == ErrorCode::BarcodeLength);
    CHECK(refusalOf("]E0400638133393") == ErrorCode::BarcodeCheckDigit);
    CHECK(refusalOf("]E040063813339") == ErrorCode::BarcodeLength);
    CHECK(refusalOf("]E040063813339x1") == ErrorCode::BarcodeCharacters);
}

TEST_CASE("a plain code is kept letter for letter")
{
    for (const std::string code :
        {"ab-12", "AB-12", "*CODE39*", "=1", "../../x", "４００６", "https://example.com/", "85123A",
            "85123a", "^caret", "<b>Milk</b>", "(a)", " x ", "0101", "crème"}) {
        CHECK(kindOf(code) == Symbology::Plain);
        CHECK(classify(code).code == code);
    }
}

TEST_CASE("what no code may hold is refused with its reason")
{
    CHECK(refusalOf("") == ErrorCode::BarcodeLength);
    CHECK(refusalOf(std::string(201, 'A')) == ErrorCode::BarcodeLength);
    CHECK(refusalOf(std::string(5000, '1')) == ErrorCode::BarcodeLength);
    CHECK(kindOf(std::string(200, 'A')) == Symbology::Plain);
    CHECK(refusalOf("400638\n1333931") == ErrorCode::BarcodeCharacters);
    CHECK(refusalOf(std::string_view{"a\0b", 3}) == ErrorCode::BarcodeCharacters);
    CHECK(refusalOf("a\x7F") == ErrorCode::BarcodeCharacters);
    CHECK(refusalOf("a\u0085z") == ErrorCode::BarcodeCharacters);
    CHECK(refusalOf("a\u2028z") == ErrorCode::BarcodeCharacters);
    CHECK(refusalOf("\xff\xfe") == ErrorCode::BarcodeCharacters);
    CHECK(refusalOf("a\xC2") == ErrorCode::BarcodeCharacters);
}

TEST_CASE("any bytes are classified, and an accepted code is what was sent")
{
    CHECK(rc::check([] {
        const auto start = *rc::gen::element<std::string>(
            "", "]C1", "]E0", "(01)", "\x1D", "https://a/01/", "01", "{GS}", "^");
        const auto alphabet =
            *rc::gen::element<std::string>("0123456789", "0123456789()\x1D", "01/7?=&%^{GS}<>AB");
        const auto scan = start + *rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
        const auto barcode = classify(scan);
        if (barcode.ok()) RC_ASSERT(std::string_view{scan}.ends_with(barcode.code));
        if (barcode.ok()) RC_ASSERT(!barcode.code.empty());
        if (barcode.gtin14) RC_ASSERT(hasValidCheckDigit(gtin14Text(*barcode.gtin14)));
    }));
}
