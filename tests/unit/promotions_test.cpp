#include "domain/sales/pricing.h"

#include <catch2/catch.hpp>

namespace {

using namespace till;

enum Goods : std::int64_t { Tea = 1, Cake = 2, Mug = 3, Ham = 4 };
enum Departments : std::int64_t { Hot = 11, Pastry = 12 };

LineToPrice line(
    std::int64_t product, std::int64_t cents, std::int64_t pieces = 1, std::int64_t department = 0)
{
    LineToPrice made;
    made.product = product;
    made.department = department;
    made.quantity = Quantity::fromWhole(pieces);
    made.unitPrice = UnitPrice::fromMoney(Money::fromMinor(cents));
    return made;
}

GoodsChoice products(std::vector<std::int64_t> ids)
{
    return {std::move(ids), {}};
}

Promotion nForPrice(int n, std::int64_t cents, GoodsChoice goods)
{
    Promotion made;
    made.code = "N";
    made.kind = PromotionKind::NForPrice;
    made.goods = std::move(goods);
    made.count = n;
    made.price = Money::fromMinor(cents);
    return made;
}

Promotion percentOff(std::int64_t percent, GoodsChoice goods = {}, const std::string& code = "P")
{
    Promotion made;
    made.code = code;
    made.kind = PromotionKind::PercentOff;
    made.goods = std::move(goods);
    made.rate = Rate::fromPercent(percent);
    return made;
}

Promotion amountOff(std::int64_t cents, GoodsChoice goods = {})
{
    Promotion made;
    made.code = "A";
    made.kind = PromotionKind::AmountOff;
    made.goods = std::move(goods);
    made.amount = Money::fromMinor(cents);
    return made;
}

Promotion buyGet(int buy, GoodsChoice goods, int get, GoodsChoice got, std::int64_t percent = 100)
{
    Promotion made;
    made.code = "B";
    made.kind = PromotionKind::BuyXGetY;
    made.goods = std::move(goods);
    made.count = buy;
    made.got = std::move(got);
    made.gotCount = get;
    made.rate = Rate::fromPercent(percent);
    return made;
}

PricedSale priced(std::vector<LineToPrice> lines, const std::vector<Promotion>& promotions,
    PromotionChoice choice = PromotionChoice::Best)
{
    CartToPrice cart;
    cart.lines = std::move(lines);
    cart.choice = choice;
    for (const auto& promotion : promotions) cart.promotions.push_back(&promotion);
    auto sale = priceSale(cart, {});
    REQUIRE(sale);
    return *sale;
}

/// Each line's saving in cents.
std::vector<std::int64_t> savings(const PricedSale& sale)
{
    std::vector<std::int64_t> amounts;
    for (const auto& each : sale.lines) amounts.push_back(each.promotion.minor());
    return amounts;
}

using Cents = std::vector<std::int64_t>;

} // namespace

TEST_CASE("three teas for five euros, and the fourth at its own price")
{
    const std::vector offers{nForPrice(3, 500, products({Tea}))};
    CHECK(priced({line(Tea, 199, 2)}, offers).promotions.empty());
    CHECK(priced({line(Tea, 199, 3)}, offers).total.minor() == 500);
    const auto four = priced({line(Tea, 199, 4)}, offers);
    CHECK(four.total.minor() == 699);
    REQUIRE(four.promotions.size() == 1);
    CHECK(four.promotions[0].code == "N");
    CHECK(four.promotions[0].saving.minor() == 97);
    CHECK(
        priced({line(Tea, 199, 1), line(Tea, 199, 2)}, offers).total.minor() == 500); // two lines, one offer
}

TEST_CASE("an offer never makes goods dearer")
{
    CHECK(priced({line(Tea, 100, 3)}, {nForPrice(3, 500, products({Tea}))}).total.minor() == 300);
}

TEST_CASE("mix and match takes the dearest of what is there, for a price or a share")
{
    auto mix = nForPrice(2, 300, products({Tea, Cake}));
    mix.kind = PromotionKind::MixAndMatch;
    CHECK(savings(priced({line(Tea, 199), line(Cake, 350), line(Tea, 250)}, {mix})) == Cents{0, 175, 125});
    mix.price.reset();
    mix.rate = Rate::fromPercent(20);
    const auto share = priced({line(Tea, 200), line(Cake, 350), line(Tea, 250)}, {mix});
    CHECK(share.promotions[0].saving.minor() == 120);
    CHECK(savings(share) == Cents{0, 70, 50});
}

TEST_CASE("two teas bought, a cake is free, as often as the offer says")
{
    auto offer = buyGet(2, products({Tea}), 1, products({Cake}));
    const std::vector goods{line(Tea, 200, 4), line(Cake, 300, 3)};
    CHECK(priced(goods, {offer}).promotions[0].saving.minor() == 600);
    offer.limit = 1;
    const auto once = priced(goods, {offer});
    CHECK(once.promotions[0].saving.minor() == 300);
    CHECK(savings(once) == Cents{171, 129}); // spread over what it took: two teas 4.00, one cake 3.00
    CHECK(priced({line(Tea, 200, 2)}, {offer}).promotions.empty());
    CHECK(priced({line(Cake, 300, 2)}, {offer}).promotions.empty());
}

TEST_CASE("of the same goods bought and got, the cheapest are the ones got")
{
    const std::vector offers{buyGet(2, {{}, {Pastry}}, 1, {{}, {Pastry}})};
    const auto goods = [](std::int64_t cents) { return line(Cake, cents, 1, Pastry); };
    CHECK(priced({goods(500), goods(1000), goods(800)}, offers).promotions[0].saving.minor() == 500);
    CHECK(priced({goods(100), goods(1000), goods(200), goods(900), goods(800), goods(300)}, offers)
              .promotions[0]
              .saving.minor() == 900);
}

TEST_CASE("goods on both sides serve as what saves most")
{
    const std::vector offers{buyGet(1, products({Tea, Cake}), 1, products({Cake, Mug}))};
    CHECK(priced({line(Tea, 100), line(Cake, 400)}, offers).promotions[0].saving.minor() == 400);
    CHECK(priced({line(Cake, 400), line(Mug, 300)}, offers).promotions[0].saving.minor() == 300);
}

TEST_CASE("a share off a department, weighed goods too")
{
    auto ham = line(Ham, 2000, 1, Hot);
    ham.quantity = Quantity::fromThousandths(346);
    ham.inPieces = false;
    const auto sale = priced({ham, line(Cake, 300, 1, Pastry)}, {percentOff(10, {{}, {Hot}})});
    CHECK(savings(sale) == Cents{69, 0});
    ham.quantity = Quantity::fromWhole(3); // three kilograms are no three pieces
    CHECK(priced({ham}, {nForPrice(3, 100, products({Ham}))}).promotions.empty());
}

TEST_CASE("an amount comes off what is there, and not more than it costs")
{
    CHECK(savings(priced({line(Tea, 600), line(Cake, 400)}, {amountOff(500)})) == Cents{300, 200});
    CHECK(priced({line(Tea, 300)}, {amountOff(500)}).total.isZero());
}

TEST_CASE("the minimum is reached by the goods of the offer after their own discounts")
{
    auto offer = percentOff(10, products({Tea}));
    offer.minimum = Money::fromMinor(2000);
    CHECK(priced({line(Tea, 1000, 2)}, {offer}).total.minor() == 1800);
    CHECK(priced({line(Tea, 1999), line(Cake, 500)}, {offer}).promotions.empty());
    auto cheaper = line(Tea, 1000, 2);
    cheaper.discounts = {Discount{Money::fromMinor(1)}};
    CHECK(priced({cheaper}, {offer}).promotions.empty());
}

TEST_CASE("a unit counts in one offer only")
{
    const std::vector offers{nForPrice(3, 500, products({Tea})), percentOff(10, products({Tea}))};
    const auto sale = priced({line(Tea, 199, 4)}, offers);
    CHECK(sale.promotions[0].saving.minor() == 97);
    CHECK(sale.promotions[1].saving.minor() == 20); // of the fourth alone
}

TEST_CASE("the best combination is not the one that the best offer alone begins")
{
    // The pair for 1.00 saves 3.00 alone; each tea's half off with each cake's saves 3.50.
    const std::vector offers{nForPrice(2, 100, products({Tea, Cake})), nForPrice(1, 0, products({Tea})),
        nForPrice(1, 100, products({Cake}))};
    const std::vector goods{line(Tea, 200), line(Cake, 200)};
    CHECK(priced(goods, offers).total.minor() == 100);
    const std::vector rivals{nForPrice(2, 100, products({Tea, Mug})),
        nForPrice(2, 150, products({Tea, Cake})), nForPrice(2, 150, products({Mug, Ham}))};
    const std::vector four{line(Tea, 300), line(Mug, 300), line(Cake, 250), line(Ham, 250)};
    CHECK(priced(four, rivals).total.minor() == 300);
    CHECK(priced(four, rivals, PromotionChoice::First).total.minor() == 600);
}

TEST_CASE("first means in the order given")
{
    const std::vector goods{line(Tea, 1000)};
    const auto ten = percentOff(10, {}, "TEN");
    const auto half = percentOff(50, {}, "HALF");
    CHECK(priced(goods, {ten, half}, PromotionChoice::First).promotions[0].code == "TEN");
    CHECK(priced(goods, {half, ten}, PromotionChoice::First).promotions[0].code == "HALF");
    CHECK(priced(goods, {ten, half}).promotions[0].code == "HALF");
}

TEST_CASE("lines that allow no discount and goods that come back are left alone")
{
    auto stamp = line(Tea, 1000);
    stamp.discountable = false;
    auto back = line(Tea, 1000);
    back.quantity = Quantity::fromWhole(-1);
    const auto sale = priced({stamp, back, line(Tea, 1000)}, {percentOff(10)});
    CHECK(savings(sale) == Cents{0, 0, 100});
    CHECK(priced({line(Tea, 199, 2), back}, {nForPrice(3, 0, products({Tea}))}).promotions.empty());
}

TEST_CASE("own discounts come before an offer, the whole sale's after it")
{
    auto tea = line(Tea, 1000);
    tea.discounts = {Discount{Money::fromMinor(200)}};
    const auto offer = percentOff(10);
    CartToPrice cart;
    cart.lines = {tea};
    cart.promotions = {&offer};
    cart.discounts = {Discount{Rate::fromPercent(50)}};
    const auto sale = priceSale(cart, {});
    REQUIRE(sale);
    CHECK(sale->lines[0].promotion.minor() == 80);
    CHECK(sale->lines[0].saleDiscount().minor() == 360);
    CHECK(sale->total.minor() == 360);
}

TEST_CASE("an offer that cannot be is refused by the field that is wrong")
{
    const auto refusal = [](const Promotion& promotion) {
        CartToPrice cart;
        cart.promotions = {&promotion};
        const auto sale = priceSale(cart, {});
        REQUIRE_FALSE(sale);
        CHECK(sale.error().code == ErrorCode::PromotionInvalid);
        return sale.error().detail;
    };
    CHECK(refusal(nForPrice(0, 100, {})) == "promotions[0].n");
    CHECK(refusal(nForPrice(3, -1, {})) == "promotions[0].price");
    CHECK(refusal(percentOff(101)) == "promotions[0].percent");
    CHECK(refusal(amountOff(0)) == "promotions[0].amount");
    CHECK(refusal(buyGet(1, {}, 0, {})) == "promotions[0].get.quantity");
}

TEST_CASE("an offer runs on its days, weekdays and hours, past midnight too")
{
    const auto at = [](int day, int hour, int minute) {
        Moment moment;
        moment.businessDay = *BusinessDay::fromText("2026-03-0" + std::to_string(day)); // the 2nd is a Monday
        moment.offsetMinutes = 60;
        moment.utc = Timestamp{
            std::chrono::hours{24 * moment.businessDay.days + hour - 1} + std::chrono::minutes{minute}};
        return moment;
    };
    PromotionTimes times;
    CHECK(times.isRunning(at(2, 10, 0)));
    times.from = *BusinessDay::fromText("2026-03-03");
    times.to = *BusinessDay::fromText("2026-03-05");
    CHECK_FALSE(times.isRunning(at(2, 10, 0)));
    CHECK(times.isRunning(at(3, 0, 0)));
    CHECK(times.isRunning(at(5, 23, 59)));
    CHECK_FALSE(times.isRunning(at(6, 0, 0)));
    times.weekdays = 1 << 3; // Thursday, the 5th
    CHECK_FALSE(times.isRunning(at(4, 10, 0)));
    CHECK(times.isRunning(at(5, 10, 0)));
    times.fromMinute = 17 * 60;
    times.toMinute = 19 * 60;
    CHECK_FALSE(times.isRunning(at(5, 16, 59)));
    CHECK(times.isRunning(at(5, 17, 0)));
    CHECK_FALSE(times.isRunning(at(5, 19, 0)));
    times.fromMinute = 22 * 60;
    times.toMinute = 2 * 60;
    CHECK(times.isRunning(at(5, 23, 0)));
    CHECK(times.isRunning(at(5, 1, 0)));
    CHECK_FALSE(times.isRunning(at(5, 12, 0)));
    CHECK(checkTimes(times));
    times.to = *BusinessDay::fromText("2026-03-01");
    CHECK(checkTimes(times).error().detail == "to");
}
