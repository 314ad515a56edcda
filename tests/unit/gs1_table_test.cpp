#include "domain/catalog/gs1.h"
#include "domain/catalog/gs1_checks.h"
#include "domain/catalog/gtin.h"
#include "support/places.h"
#include "support/skip.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <map>

using namespace till;

namespace {

constexpr int kYear = 2025;

struct Row {
    std::string ai;
    std::string endsItself;
    std::string linkAttribute;
    std::string format;
    std::string title;
    friend bool operator==(const Row&, const Row&) = default;
};

Row rowOf(const std::string& line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    fields.resize(5);
    return {fields[0], fields[1], fields[2], fields[3], fields[4]};
}

Row rowOf(const Gs1Rule& rule)
{
    const auto range =
        std::string{rule.first} + (rule.last == rule.first ? "" : "-" + std::string{rule.last});
    return {range, rule.endsItself ? "1" : "0", rule.linkAttribute ? "1" : "0", std::string{rule.format},
        std::string{rule.title}};
}

/// Something that each check accepts.
std::string example(Gs1Check check, std::size_t length)
{
    using enum Gs1Check;
    static const std::map<Gs1Check, std::string> kExamples{{DateDayZero, "260200"}, {Date, "260228"},
        {LongDate, "20260228"}, {Hour, "23"}, {Minute, "59"}, {Second, "59"}, {HourMinute, "2359"},
        {Currency, "978"}, {Country, "250"}, {CountryOr999, "999"}, {CountryLetters, "FR"},
        {PercentEncoded, "Caf%C3%A9"}, {Latitude, "1800000000"}, {Longitude, "3600000000"}, {YesNo, "1"},
        {Hyphen, "-"}, {ImporterIndex, "_"}, {PackageType, "APE"}, {MediaType, "80"}, {Sex, "9"},
        {PositionInSequence, "1/3"}, {Zero, "0"}, {Winding, "9"}, {PieceOfTotal, "0103"},
        {Iban, "FR1420041010050500013M02606"}, {NoZeroPrefix, "10"}, {Coupon, "012345612345611110123"},
        {CouponOffer, "001234561234560123456"}};
    if (check == CheckDigit) {
        const auto body = std::string(length - 1, '1');
        return body + checkDigitFor(body);
    }
    if (check == CheckPair) {
        const std::string body = "1987654Ad4X4bL5ttr2310c";
        const auto pair = checkPairFor(body).value();
        return body + pair[0] + pair[1];
    }
    const auto found = kExamples.find(check);
    return found == kExamples.end() ? std::string(length, '1') : found->second;
}

std::string example(const Gs1Rule& rule, bool withOptional)
{
    std::string value;
    for (const auto& part : rule.parts()) {
        if (part.optional && !withOptional) break;
        value += example(part.checks[0], part.maxLength);
    }
    return value;
}

} // namespace

TEST_CASE("the table has every row of the published one")
{
    std::ifstream file{test::sharedFile("formats/gs1_ai_table.csv")};
    if (!file) {
        test::skip("the published table is not beside the sources");
        return;
    }
    std::string line;
    std::getline(file, line);
    std::size_t at = 0;
    for (; std::getline(file, line); ++at) {
        INFO(line);
        REQUIRE(at < gs1Rules().size());
        CHECK(rowOf(gs1Rules()[at]) == rowOf(line));
    }
    CHECK(at == gs1Rules().size());
}

TEST_CASE("every identifier accepts a value of its form and is found by its own digits")
{
    for (const auto& rule : gs1Rules()) {
        for (const bool withOptional : {false, true}) {
            for (const auto ai : {rule.first, rule.last}) {
                const auto value = example(rule, withOptional);
                INFO(ai << " " << rule.format << " " << value);
                CHECK(gs1RuleOf(ai) == &rule);
                CHECK(readElementString(std::string{ai} + value, kYear).hasValue());
            }
        }
    }
}

TEST_CASE("every identifier refuses what is empty, too long, or of other characters")
{
    for (const auto& rule : gs1Rules()) {
        Gs1Reader reader{kYear};
        INFO(rule.first << " " << rule.format);
        CHECK_FALSE(reader.add(rule, rule.first, ""));
        CHECK_FALSE(reader.add(rule, rule.first, example(rule, true) + std::string(99, '1')));
        CHECK_FALSE(reader.add(rule, rule.first, std::string(rule.maxLength(), '~')));
    }
}

TEST_CASE("every check refuses a value just outside of it")
{
    using enum Gs1Check;
    const std::vector<std::pair<Gs1Check, std::string>> wrong{{CheckDigit, "4006381333930"},
        {CheckPair, "1987654AdXX"}, {CompanyPrefix, "12A4"}, {CompanyPrefixSecond, "1123"},
        {DateDayZero, "260001"}, {Date, "260200"}, {LongDate, "20250229"}, {Hour, "24"}, {Minute, "60"},
        {Second, "60"}, {HourMinute, "2460"}, {Currency, "000"}, {Country, "999"}, {CountryOr999, "998"},
        {CountryLetters, "XX"}, {CountryLetters, "DA"}, {PercentEncoded, "a%2"}, {PercentEncoded, "a%GG"},
        {Latitude, "1800000001"}, {Longitude, "3600000001"}, {YesNo, "2"}, {Hyphen, "+"},
        {ImporterIndex, "="}, {PackageType, "0"}, {PackageType, "A A"}, {MediaType, "11"}, {Sex, "3"},
        {PositionInSequence, "3/1"}, {PositionInSequence, "0/1"}, {NonZero, "000"}, {Zero, "1"},
        {Winding, "2"}, {PieceOfTotal, "0403"}, {PieceOfTotal, "0001"}, {Iban, "FR1420041010050500013M02607"},
        {NoZeroPrefix, "01"}, {HasNonDigit, "12"}, {Coupon, "01234561234561111012"},
        {Coupon, "0123456123456111101239"}, {CouponOffer, "201234561234560123456"}};
    for (const auto& [check, text] : wrong) {
        INFO(static_cast<int>(check) << " " << text);
        CHECK_FALSE(passes(check, text, kYear));
    }
}

TEST_CASE("coupon options are read to their end")
{
    CHECK(passes(Gs1Check::Coupon,
        "01234561234561111012310"
        "1101239"
        "3261231"
        "4260101"
        "50123456"
        "61"
        "1234567"
        "90001",
        kYear));
    CHECK_FALSE(passes(Gs1Check::Coupon,
        "012345612345611110123"
        "3260101"
        "4261231",
        kYear));
}

TEST_CASE("elements written and read again are the same, in both notations")
{
    CHECK(rc::check([] {
        Gs1Elements elements;
        const auto rules = gs1Rules();
        const auto picks =
            *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, rules.size()));
        Gs1Reader reader{kYear};
        for (const auto pick : picks) {
            const auto& rule = rules[pick];
            auto value = example(rule, *rc::gen::arbitrary<bool>());
            if (rule.format == "X..20") {
                value = *rc::gen::nonEmpty(
                    rc::gen::container<std::string>(rc::gen::elementOf(std::string{"A(21)b/%\"z0"})));
                value.resize(std::min<std::size_t>(value.size(), 20));
            }
            (void)reader.add(rule, rule.first, value).hasValue();
        }
        elements = reader.take();
        if (elements.empty()) return;
        const auto again = readElementString(toElementString(elements), kYear);
        RC_ASSERT(again.hasValue());
        RC_ASSERT(*again == elements);
        const auto bracketed = readBracketed(toBracketed(elements), kYear);
        RC_ASSERT(bracketed.hasValue());
        RC_ASSERT(*bracketed == elements);
    }));
}
