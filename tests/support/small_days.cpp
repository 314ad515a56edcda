#include "support/small_days.h"

#include "services/catalog_service.h"

#include <catch2/catch.hpp>

namespace till::test {
namespace {

ShopSetup shopWithFives()
{
    auto setup = frenchShop();
    setup.cashStep = Money::fromMinor(5);
    return setup;
}

RingUp line(const char* code, std::int64_t count)
{
    RingUp what;
    what.code = code;
    what.quantity = Quantity::fromWhole(count);
    return what;
}

} // namespace

SmallDays::SmallDays()
    : ShopFixture{shopWithFives()}
{
    bread = addProduct("Baguette", 180, "BAG", "B", 60);
    coffee = addProduct("Café crème", 240, "COF", "C", 50);
    ProductDraft draft;
    draft.name = "Lamp";
    draft.taxClass = shop().catalog().taxes().match("A", shop().now().businessDay);
    const std::vector<std::string> path{"House", "Light"};
    draft.department = *shop().catalog().departmentNamed(owner(), path);
    draft.price = UnitPrice::fromHundredths(129'900);
    draft.cost = UnitPrice::fromHundredths(50'000);
    draft.codes.emplace_back().code = "LAMP";
    lamp = *shop().catalog().add(owner(), draft);
    openShift();
    const auto cash = shop().checkout().tenderType("cash")->id;
    const auto card = shop().checkout().tenderType("card")->id;

    SaleRequest breakfast;
    breakfast.lines = {line("BAG", 2), line("COF", 1)};
    breakfast.tenders = {{cash, {}, {}}};
    sales.push_back(sell(breakfast));

    goTo(14, 16, 10);
    SaleRequest light;
    light.lines = {line("LAMP", 1)};
    light.discounts = {{Rate::fromPercent(10), {}, "Staff", {}, {}}};
    light.customer = "K7";
    light.tenders = {{card, cents(500), {}}, {cash, cents(1000), {}}};
    sales.push_back(sell(light));

    goTo(14, 16, 20);
    SaleRequest exchange;
    exchange.lines = {line("COF", 1), line("BAG", -1)};
    exchange.tenders = {{cash, {}, {}}};
    sales.push_back(sell(exchange));

    goTo(16, 9, 5);
    SaleRequest refund;
    refund.lines = {line("COF", -1)};
    refund.tenders = {{cash, {}, {}}};
    sales.push_back(sell(refund));
}

void SmallDays::goTo(unsigned dayOfMarch, int hour, int minute)
{
    const std::chrono::local_days date{
        std::chrono::year{2026} / std::chrono::March / std::chrono::day{dayOfMarch}};
    clock.set(shop().calendar().atLocal(date + std::chrono::hours{hour} + std::chrono::minutes{minute}).utc);
}

FinishedSale SmallDays::sell(SaleRequest request)
{
    const auto sold = shop().checkout().sell(owner(), request);
    INFO((sold ? std::string{} : std::string{toText(sold.error().code)} + " " + sold.error().detail));
    REQUIRE(sold);
    return *sold;
}

} // namespace till::test
