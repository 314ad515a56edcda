#include "base/decimal.h"
#include "domain/sales/pricing.h"

#include <catch2/catch.hpp>

namespace {

using namespace till;

Money eur(const char* text)
{
    return parseMoney(text, 2).value();
}

Rate percent(const char* text)
{
    return parsePercent(text).value();
}

LineToPrice line(const char* quantity, const char* price, std::vector<TaxIndex> taxes = {0})
{
    LineToPrice made;
    made.quantity = parseQuantity(quantity).value();
    made.unitPrice = parseUnitPrice(price, 2).value();
    made.taxes = std::move(taxes);
    return made;
}

PricedSale priced(const CartToPrice& cart, const PricingRules& rules = {})
{
    auto sale = priceSale(cart, rules);
    REQUIRE(sale);
    return *sale;
}

const std::vector<TaxPart> kFrance{{"A", Rate::fromPercent(20)}, {"B", Rate::fromPartsPerMillion(55'000)}};

} // namespace

TEST_CASE("discounts apply in order, then the sale's, and the tax is what the price still holds")
{
    auto tea = line("2", "1.99");
    tea.discounts = {percent("10"), eur("0.50")};
    const auto sale = priced({kFrance, {tea}, {percent("10")}});
    const auto& sold = sale.lines[0];
    CHECK(sold.gross == eur("3.98"));
    CHECK(sold.discounts == std::vector{eur("0.40"), eur("0.50")});
    CHECK(sold.saleDiscounts == std::vector{eur("0.31")});
    CHECK(sold.total == eur("2.77"));
    CHECK(sold.tax == eur("0.46"));
    CHECK(sold.net == eur("2.31"));
    CHECK(sale.discount == eur("1.21"));
    REQUIRE(sale.taxes.size() == 1);
    CHECK(sale.taxes[0].code == "A");
    CHECK(sale.taxes[0].gross == eur("2.77"));
}

TEST_CASE(
    "the order of a line's discounts matters: ten per cent before fifty cents is not fifty cents before")
{
    auto first = line("1", "10.00");
    first.discounts = {percent("10"), eur("0.50")};
    auto second = first;
    second.discounts = {eur("0.50"), percent("10")};
    const auto sale = priced({kFrance, {first, second}, {}});
    CHECK(sale.lines[0].total == eur("8.50"));
    CHECK(sale.lines[1].total == eur("8.55"));
}

TEST_CASE("a price of a fraction of a cent is rounded on the line, not on the piece")
{
    const auto screws = priced({kFrance, {line("100", "0.0350")}, {}});
    CHECK(screws.total == eur("3.50"));
    CHECK(priced({kFrance, {line("1", "0.0350")}, {}}).total == eur("0.04"));
    CHECK(priced({kFrance, {line("1.255", "2.00")}, {}}).total == eur("2.51"));
}

TEST_CASE("prices without tax get each tax on the same net")
{
    const std::vector<TaxPart> quebec{{"GST", percent("5")}, {"QST", percent("9.975")}};
    const auto sale = priced({quebec, {line("1", "100.00", {0, 1})}, {}}, {PriceTax::Exclusive});
    CHECK(sale.net == eur("100.00"));
    CHECK(sale.lines[0].taxes[0].amount == eur("5.00"));
    CHECK(sale.lines[0].taxes[1].amount == eur("9.98"));
    CHECK(sale.total == eur("114.98"));
}

TEST_CASE("a compound tax is taken on the net and the taxes before it")
{
    const std::vector<TaxPart> taxes{{"F", percent("5")}, {"P", percent("10"), true}};
    const auto added = priced({taxes, {line("1", "100.00", {0, 1})}, {}}, {PriceTax::Exclusive});
    CHECK(added.lines[0].taxes[1].net == eur("105.00"));
    CHECK(added.lines[0].taxes[1].amount == eur("10.50"));
    CHECK(added.total == eur("115.50"));

    const auto included = priced({taxes, {line("1", "115.50", {0, 1})}, {}});
    CHECK(included.net == eur("100.00"));
    CHECK(included.lines[0].taxes[0].amount == eur("5.00"));
    CHECK(included.lines[0].taxes[1].amount == eur("10.50"));
    CHECK(included.taxes[1].gross == eur("115.50"));
}

TEST_CASE("several taxes inside a price are one amount, split")
{
    const std::vector<TaxPart> taxes{{"S", percent("7")}, {"C", percent("1.5")}, {"T", percent("0")}};
    const auto sale = priced({taxes, {line("1", "9.99", {0, 1, 2})}, {}});
    // 9.99 x 0.085 / 1.085 = 0.7826; of 0.78, seven of 8.5 parts are 0.6424 and 1.5 of them 0.1376
    CHECK(sale.tax == eur("0.78"));
    CHECK(sale.lines[0].taxes[0].amount == eur("0.64"));
    CHECK(sale.lines[0].taxes[1].amount == eur("0.14"));
    CHECK(sale.lines[0].taxes[2].amount == eur("0.00"));
    CHECK(sale.taxes[2].net == eur("9.21"));
}

TEST_CASE("tax rounded on the receipt is the tax of the sum, and the lines still add up to it")
{
    const std::vector<LineToPrice> lines(3, line("1", "0.33"));
    PricingRules rules{PriceTax::Exclusive, TaxRounding::Line};
    CHECK(priced({kFrance, lines, {}}, rules).tax == eur("0.21")); // 3 x 0.066
    rules.taxRounding = TaxRounding::Receipt;
    const auto sale = priced({kFrance, lines, {}}, rules);
    CHECK(sale.tax == eur("0.20")); // 0.99 x 20 %
    CHECK(sale.lines[0].tax == eur("0.07"));
    CHECK(sale.lines[1].tax == eur("0.07"));
    CHECK(sale.lines[2].tax == eur("0.06"));
}

TEST_CASE("on the receipt one rate is summed over lines that differ in their other taxes")
{
    const std::vector<TaxPart> taxes{{"GST", percent("5")}, {"PST", percent("7")}};
    const PricingRules rules{PriceTax::Exclusive, TaxRounding::Receipt};
    const auto sale = priced({taxes, {line("1", "0.50", {0}), line("1", "0.50", {0, 1})}, {}}, rules);
    CHECK(sale.taxes[0].amount == eur("0.05")); // 5 % of 1.00; each line alone would round 0.025 up
    CHECK(sale.taxes[1].amount == eur("0.04"));
    CHECK(sale.lines[0].tax + sale.lines[1].tax == sale.tax);
}

TEST_CASE("an exchange of equal goods owes no tax, yet each line holds its own")
{
    const auto rounding = GENERATE(TaxRounding::Line, TaxRounding::Receipt);
    const auto sale =
        priced({kFrance, {line("1", "12.00"), line("-1", "12.00")}, {}}, {PriceTax::Inclusive, rounding});
    CHECK(sale.total == eur("0.00"));
    CHECK(sale.tax == eur("0.00"));
    CHECK(sale.lines[0].tax == eur("2.00"));
    CHECK(sale.lines[1].tax == eur("-2.00"));
}

TEST_CASE("an amount off the sale is shared by value, so that each rate bears its part")
{
    const auto sale = priced({kFrance, {line("1", "30.00", {0}), line("1", "10.00", {1})}, {eur("5.00")}});
    CHECK(sale.lines[0].saleDiscounts[0] == eur("3.75"));
    CHECK(sale.lines[1].saleDiscounts[0] == eur("1.25"));
    CHECK(sale.taxes[0].gross == eur("26.25"));
    CHECK(sale.taxes[1].gross == eur("8.75"));
}

TEST_CASE("a line that allows no discount keeps its price")
{
    auto stamps = line("1", "10.00");
    stamps.discountable = false;
    const auto sale = priced({kFrance, {stamps, line("1", "10.00")}, {percent("50")}});
    CHECK(sale.lines[0].total == eur("10.00"));
    CHECK(sale.lines[1].total == eur("5.00"));
    stamps.discounts = {percent("1")};
    CHECK(priceSale({kFrance, {stamps}, {}}, {}).error().code == ErrorCode::DiscountInvalid);
}

TEST_CASE("a percentage of the sale lowers what comes back as well as what goes out")
{
    const auto sale = priced({kFrance, {line("1", "20.00"), line("-1", "3.00")}, {percent("10")}});
    CHECK(sale.lines[0].total == eur("18.00"));
    CHECK(sale.lines[1].total == eur("-2.70"));
}

TEST_CASE("an amount off a mixed sale comes off the goods that are bought")
{
    const CartToPrice cart{kFrance, {line("1", "20.00"), line("-1", "3.00")}, {eur("17.00")}};
    const auto sale = priced(cart);
    CHECK(sale.lines[0].total == eur("3.00"));
    CHECK(sale.lines[1].total == eur("-3.00"));
    auto more = cart;
    more.discounts = {eur("17.01")};
    CHECK(priceSale(more, {}).error().code == ErrorCode::DiscountInvalid);
}

TEST_CASE("a discount that is negative, over the whole, or over what is left is refused and named")
{
    const Discount bad = GENERATE(Discount{percent("-1")}, Discount{percent("100.0001")},
        Discount{eur("-0.01")}, Discount{eur("5.01")});
    auto tea = line("1", "10.00");
    tea.discounts = {eur("5.00"), bad};
    const auto ofLine = priceSale({kFrance, {line("1", "1.00"), tea}, {}}, {});
    REQUIRE_FALSE(ofLine);
    CHECK(ofLine.error().code == ErrorCode::DiscountInvalid);
    CHECK(ofLine.error().detail == "lines[1].discounts[1]");
    const auto ofSale = priceSale({kFrance, {line("1", "10.00")}, {eur("5.00"), bad}}, {});
    REQUIRE_FALSE(ofSale);
    CHECK(ofSale.error().code == ErrorCode::DiscountInvalid);
    CHECK(ofSale.error().detail == "discounts[1]");
}

TEST_CASE("everything may be given away, and then there is no tax")
{
    const auto sale = priced({kFrance, {line("3", "1.99")}, {percent("100")}});
    CHECK(sale.total == eur("0.00"));
    CHECK(sale.tax == eur("0.00"));
    CHECK(sale.discount == eur("5.97"));
}

TEST_CASE("a line without tax, an empty cart and a quantity of zero are priced too")
{
    CHECK(priced({}).total == eur("0.00"));
    CHECK(priced({{}, {line("1", "5.00", {})}, {}}).net == eur("5.00"));
    CHECK(priced({kFrance, {line("0", "5.00")}, {percent("10")}}).total == eur("0.00"));
    CHECK(priced({kFrance, {}, {percent("10")}}, {PriceTax::Exclusive, TaxRounding::Receipt}).total ==
          eur("0.00"));
}

TEST_CASE("figures beyond all money are refused, not wrapped")
{
    auto huge = line("1", "0");
    huge.unitPrice = UnitPrice::fromHundredths(std::numeric_limits<std::int64_t>::max());
    huge.quantity = Quantity::fromThousandths(std::numeric_limits<std::int64_t>::max());
    CHECK(priceSale({kFrance, {huge}, {}}, {}).error().code == ErrorCode::NumberOutOfRange);
    CHECK(priceSale({{{"X", percent("1000.0001")}}, {line("1", "1")}, {}}, {}).error().detail == "taxes[0]");
    CHECK(priceSale({{{"X", percent("-1")}}, {line("1", "1")}, {}}, {}).error().code ==
          ErrorCode::NumberOutOfRange);
    CHECK(priceSale({{}, {line("1", "1", {0})}, {}}, {}).error().code == ErrorCode::TaxNotFound);
}
