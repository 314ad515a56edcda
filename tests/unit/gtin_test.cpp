#include "domain/catalog/gtin.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace till;

namespace {

std::string digits(std::size_t count)
{
    return *rc::gen::container<std::string>(count, rc::gen::inRange('0', static_cast<char>('9' + 1)));
}

} // namespace

TEST_CASE("check digits of published numbers hold")
{
    for (const auto* code :
        {"4006381333931", "96385074", "036000291452", "10614141000415", "9780306406157"}) {
        CHECK(hasValidCheckDigit(code));
    }
    CHECK_FALSE(hasValidCheckDigit("4006381333930"));
    CHECK_FALSE(hasValidCheckDigit(""));
    CHECK_FALSE(hasValidCheckDigit("0"));
    CHECK_FALSE(hasValidCheckDigit("40063813339x1"));
}

TEST_CASE("one changed digit is always noticed")
{
    CHECK(rc::check([] {
        auto code = digits(12);
        code += checkDigitFor(code);
        const auto at = *rc::gen::inRange<std::size_t>(0, 13);
        const auto other =
            *rc::gen::distinctFrom(rc::gen::inRange('0', static_cast<char>('9' + 1)), code[at]);
        code[at] = other;
        RC_ASSERT(!hasValidCheckDigit(code));
    }));
}

TEST_CASE("the same article has the same number in every length")
{
    CHECK(gtin14("036000291452") == 36000291452);
    CHECK(gtin14("0036000291452") == gtin14("036000291452"));
    CHECK(gtin14("00036000291452") == gtin14("036000291452"));
    CHECK(gtin14("01234565") == gtin14("012345000065"));
    CHECK(gtin14("96385074") == 96385074);
    CHECK_FALSE(gtin14("4006381333930"));
    CHECK_FALSE(gtin14("400638133393"));
    CHECK_FALSE(gtin14("A1"));
    CHECK_FALSE(gtin14(""));
    CHECK(gtin14Text(96385074) == "00000096385074");
}

TEST_CASE("UPC-E stands for the UPC-A of each of its six rules")
{
    CHECK(expandUpcE("01234505") == "012000003455");
    CHECK(expandUpcE("01234514") == "012100003454");
    CHECK(expandUpcE("01234523") == "012200003453");
    CHECK(expandUpcE("01234531") == "012300000451");
    CHECK(expandUpcE("01234543") == "012340000053");
    CHECK(expandUpcE("01234565") == "012345000065");
    CHECK(expandUpcE("04252614") == "042100005264");
    CHECK_FALSE(expandUpcE("01234566"));
    CHECK_FALSE(expandUpcE("21234565"));
    CHECK_FALSE(compressUpcA("036000291452"));
}

TEST_CASE("UPC-E and back is the same code wherever UPC-E is the shortest form")
{
    CHECK(rc::check([] {
        auto upcE = std::string{*rc::gen::element('0', '1')} + digits(6);
        for (char check = '0'; check <= '9'; ++check) {
            const auto upcA = expandUpcE(upcE + check);
            if (!upcA) continue;
            RC_ASSERT(hasValidCheckDigit(*upcA));
            const auto again = compressUpcA(*upcA);
            RC_ASSERT(again.has_value());
            RC_ASSERT(expandUpcE(*again) == upcA);
        }
    }));
}

TEST_CASE("an ISBN of ten digits becomes its EAN-13")
{
    CHECK(isbn13FromIsbn10("0306406152") == "9780306406157");
    CHECK(isbn13FromIsbn10("080442957X") == "9780804429573");
    CHECK(isbn13FromIsbn10("080442957x") == "9780804429573");
    CHECK_FALSE(isbn13FromIsbn10("0306406153"));
    CHECK_FALSE(isbn13FromIsbn10("03064061X2"));
    CHECK_FALSE(isbn13FromIsbn10("306406152"));
}
