#include "services/cart_service.h"
#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/report_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/voucher_service.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

class Till : public test::ShopFixture {
public:
    Till()
    {
        addProduct("Baguette", 180, "BAG", "B", 60);
        addProduct("Kettle", 1741, "KET", "A", 900);
        openShift();
    }
    TenderTypeId tender(const char* code) { return shop().checkout().tenderType(code)->id; }
    void scan(const std::string& code)
    {
        REQUIRE(shop().carts().ringUp(owner(), {code, {}, {}, {}, {}, {}}));
    }
    PricedCart cart() { return *shop().carts().current(shop().facts().till); }
    Result<FinishedSale> finish(const std::vector<TenderOffer>& offers)
    {
        return shop().checkout().finish(owner(), cart().cart.id, offers);
    }
    Receipt receipt(const FinishedSale& sale) { return *shop().receipts().load(sale.document); }
    void setRate(const char* currency, const char* rate)
    {
        REQUIRE(shop().checkout().tenders().setRate(owner(), currency, *parseExchangeRate(rate)));
    }
    std::string sellVoucher(std::int64_t minor, const std::string& number = {})
    {
        REQUIRE(shop().carts().ringUp(owner(), VoucherSale{cents(minor), number}));
        const auto sold = cart().cart.lines.back().code;
        REQUIRE(finish({{tender("cash"), {}, {}}}));
        return sold;
    }
    Money left(const std::string& number) { return shop().vouchers().find(number)->balance; }
    XReport x() { return *shop().reports().x(owner()); }
};

} // namespace

TEST_CASE_METHOD(Till, "what customers hand over for such totals becomes a button, after the third time")
{
    auto& book = shop().checkout().tenders();
    const auto pay = [&](std::int64_t given) {
        scan("KET");
        REQUIRE(finish({{tender("cash"), cents(given), {}}}));
    };
    for (int i = 0; i < 2; ++i) pay(2050);
    CHECK(
        book.cashOffers(cents(1741), 4) == std::vector{cents(1750), cents(2000), cents(5000), cents(10000)});
    pay(2050);
    for (int i = 0; i < 4; ++i) pay(1741); // exact in small coins: no habit
    CHECK(book.cashOffers(cents(1890), 4) == std::vector{cents(1900), cents(2000), cents(2050), cents(5000)});
    CHECK(book.cashOffers(cents(2060), 4).front() == cents(2100)); // another band
    reopen();
    CHECK(shop().checkout().tenders().cashOffers(cents(1890), 4)[2] == cents(2050));
    verify();
}

TEST_CASE_METHOD(Till, "a card's slip is asked for as the shop wishes, printed, and finds the receipt")
{
    scan("KET");
    auto& settings = shop().settings();
    REQUIRE(settings.set(owner(), "payment.card_reference", "required"));
    REQUIRE(settings.set(owner(), "payment.card_digits", "4-8"));
    for (const auto* slip : {"", "123", "123456789", "4242424242424242"})
        CHECK(finish({{tender("card"), {}, slip}}).error().code == ErrorCode::NumberInvalid);
    const auto sale = finish({{tender("card"), {}, "A-4711"}});
    REQUIRE(sale);
    CHECK(receipt(*sale).tenders.front().reference == "A-4711");
    const auto found = shop().receipts().find({"A-4711", {}, {}});
    REQUIRE(found.size() == 1);
    CHECK(found.front().number == sale->number);
    verify();
}

TEST_CASE_METHOD(Till, "dollars are taken at the rate of the day, and change is given in euro")
{
    setRate("USD", "1.08");
    scan("KET");
    const auto sale = finish({{tender("cash_usd"), {}, {}, 2000}});
    REQUIRE(sale);
    CHECK(sale->paid == cents(1852));
    CHECK(sale->change == cents(1852 - 1741));
    const auto paper = receipt(*sale);
    REQUIRE(paper.tenders.size() == 1);
    REQUIRE(paper.tenders.front().foreign);
    CHECK(paper.tenders.front().foreign->minor == 2000);
    CHECK(formatExchangeRate(paper.tenders.front().foreign->rate) == "1.08");
    // The dollars are counted apart; the change left our own cash.
    const auto report = x();
    CHECK(report.expectedCash == cents(10'000 - 111));
    REQUIRE(report.foreignCash.size() == 1);
    CHECK(report.foreignCash.front().minor == 2000);
    CHECK(report.foreignCash.front().value == cents(1852));
    CHECK(report.cashRefunds.isZero());
    verify();
}

TEST_CASE_METHOD(Till, "a rate that changes leaves what was taken as it was, and one that ends is refused")
{
    setRate("USD", "1.08");
    scan("KET");
    REQUIRE(finish({{tender("cash_usd"), {}, {}, 2000}}));
    setRate("usd", "1.25");
    CHECK(*shop().checkout().tenders().dueIn("USD", cents(1741)) == 2177);
    REQUIRE(shop().checkout().tenders().setRate(owner(), "USD", {}));
    scan("KET");
    CHECK(finish({{tender("cash_usd"), {}, {}, 2000}}).error().code == ErrorCode::ExchangeRateMissing);
    CHECK(shop().checkout().tenders().history("USD").size() == 3);
    CHECK(shop().checkout().tenders().setRate(owner(), "EUR", ExchangeRate{1}).error().code ==
          ErrorCode::CurrencyUnknown);
    CHECK(shop().checkout().tenders().setRate(owner(), "DOLLARS", ExchangeRate{1}).error().code ==
          ErrorCode::CurrencyUnknown);
    verify();
}

TEST_CASE_METHOD(Till, "too few dollars leave the rest open, and a part in dollars is kept through a restart")
{
    setRate("USD", "1.08");
    scan("KET");
    CHECK(finish({{tender("cash_usd"), {}, {}, 500}}).error().code == ErrorCode::TenderTooSmall);
    CHECK(finish({{tender("cash_usd"), {}, {}, 8'000'000'000'000'000'000}}).error().code ==
          ErrorCode::NumberOutOfRange);
    const auto open = cart();
    const auto part =
        shop().checkout().partOf({tender("cash_usd"), {}, {}, 500}, shop().checkout().settlementSoFar(open));
    REQUIRE(part);
    REQUIRE(shop().carts().addTender(owner(), open.cart.id, *part));
    reopen();
    REQUIRE(cart().cart.tenders.front().foreign);
    CHECK(cart().cart.tenders.front().foreign->minor == 500);
    const auto sale = finish({{tender("card"), {}, {}}});
    REQUIRE(sale);
    CHECK(receipt(*sale).tenders[1].amount == cents(1741 - 463));
    verify();
}

TEST_CASE_METHOD(Till, "a way to pay that is not offered any more is refused, and cash always is")
{
    auto& book = shop().checkout().tenders();
    REQUIRE(book.setOffered(owner(), "transfer", false));
    REQUIRE(book.rename(owner(), "card", "Debit card"));
    CHECK(book.setOffered(owner(), "cash", false).error().code == ErrorCode::TenderUnknown);
    CHECK(book.rename(owner(), "card", "").error().code == ErrorCode::NameEmpty);
    scan("BAG");
    CHECK(finish({{tender("transfer"), {}, {}}}).error().code == ErrorCode::TenderUnknown);
    const auto sale = finish({{tender("card"), {}, {}}});
    REQUIRE(sale);
    CHECK(receipt(*sale).tenders.front().name == "Debit card");
    verify();
}

TEST_CASE_METHOD(Till, "a voucher that is sold is owed, not earned")
{
    scan("BAG");
    const auto number = sellVoucher(2500);
    CHECK(left(number) == cents(2500));
    CHECK(shop().vouchers().outstanding() == cents(2500));
    const auto report = x();
    CHECK(report.total == cents(180));
    CHECK(report.vouchersSold == 1);
    CHECK(report.voucherMoney == cents(2500));
    CHECK(report.vouchersOwed == cents(2500));
    CHECK(report.grandNet == cents(180));
    CHECK(report.expectedCash == cents(10'000 + 180 + 2500));
    CHECK(report.gross - report.discounts - report.returned == report.total);
    CHECK(report.cashiers.front().gross == cents(180));
    const auto last = shop().checkout().last(shop().facts().till);
    const auto paper = receipt(*last);
    REQUIRE(paper.vouchers.size() == 1);
    CHECK(paper.vouchers.front().number == number);
    CHECK(paper.lines.back().taxCodes.empty());
    verify();
}

TEST_CASE_METHOD(Till, "a voucher is spent in parts, says what is left, and never goes below zero")
{
    const auto number = sellVoucher(2500);
    scan("KET");
    const auto first = finish({{tender("voucher"), {}, number}});
    REQUIRE(first);
    CHECK(receipt(*first).tenders.front().left == cents(2500 - 1741));
    scan("KET");
    CHECK(finish({{tender("voucher"), cents(1741), number}}).error().code == ErrorCode::VoucherTooSmall);
    // Without an amount it gives what it has; the rest has to come from elsewhere.
    CHECK(finish({{tender("voucher"), {}, number}}).error().code == ErrorCode::TenderTooSmall);
    const auto second = finish({{tender("voucher"), {}, number}, {tender("cash"), {}, {}}});
    REQUIRE(second);
    CHECK(receipt(*second).tenders[1].amount == cents(1741 - 759));
    CHECK(left(number).isZero());
    CHECK(shop().vouchers().entries(number).size() == 3);
    CHECK(receipt(*first).tenders.front().left == cents(759)); // as it was then
    verify();
}

TEST_CASE_METHOD(Till, "a voucher promised to a sale that waits cannot be spent in another")
{
    const auto number = sellVoucher(1000);
    scan("KET");
    REQUIRE(shop().carts().addTender(owner(), cart().cart.id, {tender("voucher"), cents(900), number}));
    REQUIRE(shop().carts().hold(owner(), cart().cart.id));
    scan("BAG");
    CHECK(finish({{tender("voucher"), cents(180), number}}).error().code == ErrorCode::VoucherTooSmall);
    CHECK(shop().vouchers().adjust(owner(), number, cents(-200), "lost").error().code ==
          ErrorCode::VoucherTooSmall);
    verify();
}

TEST_CASE_METHOD(Till, "unknown, expired and hostile numbers pay nothing")
{
    REQUIRE(shop().settings().set(owner(), "voucher.months", "1"));
    const auto number = sellVoucher(2500, "gift-0001");
    CHECK(number == "GIFT0001");
    scan("BAG");
    for (const auto& text : {std::string{}, std::string{"GIFT0002"}, std::string{"' OR 1=1 --"},
             std::string(5000, '9'), std::string{"\x1b[2J"}})
        CHECK(finish({{tender("voucher"), {}, text}}).error().code == ErrorCode::VoucherUnknown);
    clock.advance(std::chrono::hours{24 * 40});
    CHECK(finish({{tender("voucher"), {}, number}}).error().code == ErrorCode::VoucherExpired);
    CHECK(shop().carts().ringUp(owner(), VoucherSale{cents(100), "GIFT-0001"}).error().code ==
          ErrorCode::VoucherExists);
    CHECK(shop().carts().ringUp(owner(), VoucherSale{cents(0), {}}).error().code == ErrorCode::PriceInvalid);
    CHECK(shop().carts().ringUp(owner(), VoucherSale{cents(90'000'000'000'000'000), {}}).error().code ==
          ErrorCode::PriceInvalid);
}

TEST_CASE_METHOD(Till, "goods that come back are paid out onto a new voucher, which buys others")
{
    scan("KET");
    const auto sale = finish({{tender("cash"), {}, {}}});
    REQUIRE(shop().carts().takeBack(owner(), {{sale->uid, 1}, Quantity::fromWhole(1)}));
    const auto back = finish({{tender("voucher"), {}, {}}});
    REQUIRE(back);
    const auto paper = receipt(*back);
    REQUIRE(paper.vouchers.size() == 1);
    CHECK(paper.vouchers.front().amount == cents(1741));
    const auto credit = shop().vouchers().find(paper.vouchers.front().number);
    REQUIRE(credit);
    CHECK(credit->isCredit);
    scan("BAG");
    REQUIRE(finish({{tender("voucher"), {}, credit->number}}));
    CHECK(left(credit->number) == cents(1741 - 180));
    verify();
}

TEST_CASE_METHOD(Till, "a voucher takes no discount, no second piece and no return, and is corrected by hand")
{
    scan("BAG");
    REQUIRE(shop().carts().ringUp(owner(), VoucherSale{cents(1000), {}}));
    REQUIRE(
        shop().carts().setSaleDiscounts(owner(), cart().cart.id, {{Rate::fromPercent(10), {}, {}, {}, {}}}));
    CHECK(cart().priced.total == cents(1000 + 162));
    for (const auto quantity : {2, -1})
        CHECK(shop()
                  .carts()
                  .setQuantity(owner(), cart().cart.id, 2, Quantity::fromWhole(quantity))
                  .error()
                  .code == ErrorCode::QuantityInvalid);
    const auto number = cart().cart.lines.back().code;
    REQUIRE(finish({{tender("cash"), {}, {}}}));
    REQUIRE(shop().vouchers().adjust(owner(), number, cents(500), "goodwill"));
    CHECK(left(number) == cents(1500));
    CHECK(shop().vouchers().adjust(owner(), number, cents(-1501), "theft").error().code ==
          ErrorCode::VoucherTooSmall);
    CHECK(shop().vouchers().adjust(owner(), number, cents(1), " ").error().code == ErrorCode::NameEmpty);
    verify();
}
