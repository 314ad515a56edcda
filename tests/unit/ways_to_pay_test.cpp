#include "base/rounding.h"
#include "domain/cash/cash_offers.h"
#include "domain/cash/foreign_cash.h"
#include "domain/sales/card_reference.h"
#include "domain/sales/voucher_number.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace till;

namespace {

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

ExchangeRate rate(const char* text)
{
    return *parseExchangeRate(text);
}

std::vector<Money> offers(Money due, const std::vector<Money>& usual)
{
    return cashOffers(currency("EUR"), due, usual, 4);
}

} // namespace

TEST_CASE("the note buttons begin with the sums that are usual here, none below what is due")
{
    CHECK(offers(cents(1741), {cents(5000), cents(1800), cents(1000)}) ==
          std::vector{cents(1750), cents(1800), cents(2000), cents(5000)});
    CHECK(offers(cents(1741), {}) == std::vector{cents(1750), cents(2000), cents(5000), cents(10000)});
}

TEST_CASE("a sum that coins and notes make up is offered exactly")
{
    CHECK(offers(cents(1500), {}).front() == cents(1500));
    CHECK(offers(cents(1550), {}).front() == cents(1550));
    CHECK(offers(cents(1541), {}).front() == cents(1550));
    CHECK(offers(cents(0), {cents(500)}).empty());
    CHECK(offers(cents(-500), {cents(500)}).empty());
}

TEST_CASE("whatever is due and usual, the buttons are few, ascending, and enough to pay it")
{
    rc::check([] {
        const auto due = cents(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
        const auto usual =
            *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 2'000'000));
        std::vector<Money> sums;
        for (const auto sum : usual) sums.push_back(cents(sum));
        const auto shown = offers(due, sums);
        RC_ASSERT(!shown.empty() && shown.size() <= 4U);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            RC_ASSERT(shown[i] >= due);
            RC_ASSERT(i == 0 || shown[i - 1] < shown[i]);
        }
        RC_ASSERT(bandOf(due) <= due);
        RC_ASSERT(bandOf(due) * 3 > due);
    });
}

TEST_CASE("cash of another country is worth its share, to the nearest cent")
{
    CHECK(*valueOf({"USD", 2000, rate("1.08")}, 2) == cents(1852)); // 18.5185
    CHECK(*valueOf({"JPY", 1000, rate("160.5")}, 2) == cents(623)); // 6.2305
    CHECK(*valueOf({"EUR", 500, rate("0.0062")}, 0) == cents(806)); // yen: no decimals
    CHECK(valueOf({"XXQ", 1, rate("1")}, 2).error().code == ErrorCode::CurrencyUnknown);
    CHECK(valueOf({"USD", 9'000'000'000'000'000'000, rate("1")}, 2).error().code ==
          ErrorCode::NumberOutOfRange);
    CHECK(valueOf({"USD", 9'000'000'000'000, rate("0.000000001")}, 2).error().code ==
          ErrorCode::NumberOutOfRange);
}

TEST_CASE("what is due in another currency is the least that pays it")
{
    CHECK(*foreignDue(cents(1241), "USD", rate("1.08"), 2) == 1341); // 13.4028
    rc::check([] {
        const auto due = cents(*rc::gen::inRange<std::int64_t>(1, 100'000'000));
        const ExchangeRate some{*rc::gen::inRange<std::int64_t>(1'000'000, 500'000'000'000)};
        const auto sum = *foreignDue(due, "USD", some, 2);
        RC_ASSERT(*valueOf({"USD", sum, some}, 2) >= due);
        RC_ASSERT(Wide{sum - 1} * 1'000'000'000 < Wide{due.minor()} * some.billionths);
    });
}

TEST_CASE("an exchange rate is a number above zero that a bank could write")
{
    CHECK(formatExchangeRate(rate("1.08")) == "1.08");
    for (const auto* text : {"0", "-1", "", "abc", "1e9", "1000001", "1.0000000001"})
        CHECK_FALSE(parseExchangeRate(text));
}

TEST_CASE("a voucher's number finds every wrong character, and reads as people write it")
{
    rc::check([] {
        std::array<std::uint8_t, 12> random{};
        for (auto& byte : random) byte = *rc::gen::arbitrary<std::uint8_t>();
        const auto number = makeVoucherNumber(random);
        RC_ASSERT(number.size() == 15U);
        RC_ASSERT(readOwnVoucherNumber(number) == number);
        auto wrong = number;
        const auto at = *rc::gen::inRange<std::size_t>(2, number.size());
        wrong[at] = wrong[at] == '7' ? '8' : '7';
        RC_ASSERT(!readOwnVoucherNumber(wrong));
    });
    const auto number = makeVoucherNumber({});
    CHECK(readOwnVoucherNumber("gv-ooo0 0000 0000-0") == number);
    for (const auto* text : {"", "GV", "GV0000000000001", "hello", "ÄÖÜ0000", "<b>GV</b>"})
        CHECK_FALSE(readOwnVoucherNumber(text));
}

TEST_CASE("a voucher that is printed already may have any plain number, and nothing else")
{
    CHECK(*cleanVoucherNumber("ab-12 34") == "AB1234");
    for (const auto& text : {std::string{"abc"}, std::string(41, '1'), std::string{"12\n34"},
             std::string{"12;34"}, std::string{"１２３４"}, std::string{"'; DROP TABLE voucher"}})
        CHECK(cleanVoucherNumber(text).error().code == ErrorCode::CodeInvalid);
}

TEST_CASE("the slip of a card keeps to its length, and is never a whole card number")
{
    const auto four = *readCardReferenceRule("required", "4");
    CHECK(*checkCardReference(four, " 4242 ") == "4242");
    for (const auto* text : {"", "424", "42424", "42\n4", "42é4"})
        CHECK_FALSE(checkCardReference(four, text));
    const auto any = *readCardReferenceRule("optional", "");
    CHECK(*checkCardReference(any, "") == "");
    CHECK_FALSE(checkCardReference(any, "4242 4242 4242 4242"));
    CHECK_FALSE(checkCardReference(CardReferenceRule{}, "4242424242424242"));
    CHECK(isWholeCardNumber("4242-4242-4242-4242"));
    CHECK_FALSE(isWholeCardNumber("4242424242424241"));
    for (const auto* lengths : {"0", "5-4", "x", "4-", "41", "-4"})
        CHECK_FALSE(readCardReferenceRule("required", lengths));
    CHECK_FALSE(readCardReferenceRule("always", ""));
}
