#include "services/stock_service.h"

#include "services/checkout_service.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

class Stockroom : public test::ShopFixture {
public:
    Stockroom()
    {
        bread = addProduct("Baguette", 180, "BAG", "B");
        coffee = addProduct("Coffee", 240, "COF", "C", 50);
        cheese = addWeighed("Comté", 2490, "COM");
    }
    StockService& stock() { return shop().stock(); }
    Result<DocumentId> receive(
        ProductId product, std::int64_t thousandths, std::optional<UnitPrice> cost = {})
    {
        return stock().receive(owner(), {{product, Quantity::fromThousandths(thousandths), cost}}, "");
    }
    void sell(const char* code, std::int64_t count)
    {
        SaleRequest request;
        auto& line = request.lines.emplace_back();
        line.code = code;
        line.quantity = Quantity::fromWhole(count);
        request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
        REQUIRE(shop().checkout().sell(owner(), request));
    }
    StockRow row(ProductId product, std::optional<Timestamp> at = {})
    {
        for (auto& each : stock().list(StockFilter::All, at)) {
            if (each.product == product) return each;
        }
        FAIL("no such product in the list");
        return {};
    }
    std::vector<std::string> names(StockFilter filter)
    {
        std::vector<std::string> names;
        for (const auto& each : stock().list(filter)) names.push_back(each.name);
        return names;
    }

    ProductId bread;
    ProductId coffee;
    ProductId cheese;
};

using Names = std::vector<std::string>;

Quantity pieces(std::int64_t count)
{
    return Quantity::fromWhole(count);
}

UnitPrice perUnit(std::int64_t minor)
{
    return UnitPrice::fromMoney(Money::fromMinor(minor));
}

} // namespace

TEST_CASE_METHOD(Stockroom, "stock rises with goods received, falls with sales, and is worth what it cost")
{
    int told = 0;
    const auto listening = stock().changed.subscribe([&] { ++told; });
    REQUIRE(receive(bread, 10'000, perUnit(60)));
    CHECK(row(bread).onHand == pieces(10));
    CHECK(row(bread).value == Money::fromMinor(600));
    CHECK(row(bread).code == "BAG");
    CHECK(row(bread).price == perUnit(180));
    openShift();
    sell("BAG", 2);
    REQUIRE(receive(bread, 8'000, perUnit(80)));
    CHECK(row(bread).onHand == pieces(16));
    CHECK(row(bread).value == Money::fromMinor(480 + 640));
    REQUIRE(stock().adjust(owner(), bread, pieces(-1), "dropped"));
    CHECK(row(bread).onHand == pieces(15));
    CHECK(row(bread).value == Money::fromMinor(1120 - 70));
    CHECK(row(bread).lastSold == clock.now());
    CHECK(told == 3);
    verify();
}

TEST_CASE_METHOD(Stockroom, "every movement is told with its document and what was left after it")
{
    REQUIRE(receive(bread, 10'000, perUnit(60)));
    openShift();
    sell("BAG", 12);
    sell("BAG", -1);
    REQUIRE(stock().adjust(owner(), bread, pieces(5), "found behind the oven"));
    const auto rows = stock().movements(bread);
    REQUIRE(rows);
    REQUIRE(rows->size() == 4);
    CHECK((*rows)[0].kind == MovementKind::Receipt);
    CHECK((*rows)[0].document == "A-G000001");
    CHECK((*rows)[0].cost == Money::fromMinor(600));
    CHECK((*rows)[1].kind == MovementKind::Sale);
    CHECK((*rows)[1].document == "A-000001");
    CHECK((*rows)[1].quantity == pieces(-12));
    CHECK((*rows)[1].after == pieces(-2));
    CHECK((*rows)[2].kind == MovementKind::Return);
    CHECK((*rows)[2].after == pieces(-1));
    CHECK((*rows)[3].kind == MovementKind::Adjustment);
    CHECK((*rows)[3].document == "A-A000001");
    CHECK((*rows)[3].after == pieces(4));
    CHECK((*rows)[3].user == "Owner");
    verify();
}

TEST_CASE_METHOD(Stockroom, "goods come in at the last known cost when none is given")
{
    REQUIRE(receive(coffee, 4'000));
    CHECK(row(coffee).value == Money::fromMinor(200));
    REQUIRE(receive(coffee, 1'000, perUnit(70)));
    REQUIRE(receive(coffee, 1'000));
    CHECK(row(coffee).value == Money::fromMinor(200 + 70 + 70));
    REQUIRE(receive(cheese, 1'500, perUnit(1200)));
    CHECK(row(cheese).value == Money::fromMinor(1800));
    CHECK(row(cheese).unit == "kg");
}

TEST_CASE_METHOD(Stockroom, "stock can be seen as it stood before")
{
    REQUIRE(receive(bread, 10'000, perUnit(60)));
    const auto then = clock.now();
    clock.advance(std::chrono::hours{2});
    openShift();
    sell("BAG", 4);
    CHECK(row(bread, then).onHand == pieces(10));
    CHECK(row(bread, then).value == Money::fromMinor(600));
    CHECK_FALSE(row(bread, then).lastSold);
    CHECK(row(bread, clock.now()).onHand == pieces(6));
    CHECK(row(bread, clock.now()).lastSold == clock.now());
    CHECK(stock().list(StockFilter::All, then - std::chrono::hours{24}).empty());
}

TEST_CASE_METHOD(Stockroom, "filters find what is out, below zero, and what nobody buys")
{
    REQUIRE(receive(bread, 10'000, perUnit(60)));
    REQUIRE(receive(cheese, 2'000, perUnit(1200)));
    openShift();
    sell("BAG", 1);
    sell("COF", 1);
    CHECK(names(StockFilter::All) == Names{"Baguette", "Coffee", "Comté"});
    CHECK(names(StockFilter::Out) == Names{"Coffee"});
    CHECK(names(StockFilter::Negative) == Names{"Coffee"});
    CHECK(names(StockFilter::Low).empty());
    CHECK(names(StockFilter::Dead) == Names{"Comté"});
    CHECK(names(StockFilter::Expiring).empty());
    clock.advance(std::chrono::days{91});
    CHECK(names(StockFilter::Dead) == Names{"Baguette", "Comté"});
}

TEST_CASE_METHOD(Stockroom, "what cannot be moved is refused, and nothing is written")
{
    const auto refused = [](const auto& result) {
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(refused(receive(ProductId{999}, 1'000)) == ErrorCode::ProductNotFound);
    CHECK(refused(receive(bread, 0)) == ErrorCode::QuantityInvalid);
    CHECK(refused(receive(bread, -1'000)) == ErrorCode::QuantityInvalid);
    CHECK(refused(receive(bread, 1'500)) == ErrorCode::QuantityInvalid);
    CHECK(refused(receive(bread, 1'000, perUnit(-1))) == ErrorCode::PriceInvalid);
    CHECK(refused(stock().receive(owner(), {}, "")) == ErrorCode::QuantityInvalid);
    CHECK(refused(stock().adjust(owner(), bread, Quantity{}, "why")) == ErrorCode::QuantityInvalid);
    CHECK(refused(stock().adjust(owner(), bread, Quantity::fromThousandths(500), "why")) ==
          ErrorCode::QuantityInvalid);
    CHECK(refused(stock().adjust(owner(), bread, pieces(1), " ")) == ErrorCode::NameEmpty);
    CHECK(refused(stock().adjust(owner(), ProductId{999}, pieces(1), "why")) == ErrorCode::ProductNotFound);
    CHECK(refused(stock().movements(ProductId{999})) == ErrorCode::ProductNotFound);
    CHECK(refused(stock().receive(owner(), {{bread, pieces(1), {}}, {ProductId{999}, pieces(1), {}}}, "")) ==
          ErrorCode::ProductNotFound);
    CHECK(stock().movements(bread)->empty());
    CHECK(receive(cheese, 250));
}
