#include "domain/sales/pricing.h"
#include "domain/sales/returns.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

namespace {

using namespace till;

struct Priced {
    CartToPrice cart;
    PricingRules rules;
    PricedSale sale;
};

enum class Signs { Sold, Mixed };

std::vector<Discount> someDiscounts(int atMost)
{
    std::vector<Discount> discounts;
    const int count = *rc::gen::inRange(0, atMost + 1);
    for (int i = 0; i < count; ++i) {
        if (*rc::gen::arbitrary<bool>()) {
            discounts.emplace_back(Rate::fromPartsPerMillion(*rc::gen::inRange<std::int64_t>(0, 1'000'001)));
        } else {
            discounts.emplace_back(Money::fromMinor(*rc::gen::inRange<std::int64_t>(0, 300)));
        }
    }
    return discounts;
}

LineToPrice someLine(std::size_t taxCount, Signs signs)
{
    LineToPrice line;
    const std::int64_t lowest = signs == Signs::Mixed ? -5'000 : 1;
    line.quantity = Quantity::fromThousandths(*rc::gen::element<std::int64_t>(1000, 2000, 3000, 7000,
        *rc::gen::inRange<std::int64_t>(lowest, 5'000), signs == Signs::Mixed ? -1000 : 1000));
    line.unitPrice = UnitPrice::fromHundredths(*rc::gen::inRange<std::int64_t>(0, 200'000));
    for (std::size_t i = 0; i < taxCount; ++i) {
        if (*rc::gen::inRange(0, 2) == 0) line.taxes.push_back(static_cast<TaxIndex>(i));
    }
    if (*rc::gen::inRange(0, 4) == 0) std::reverse(line.taxes.begin(), line.taxes.end());
    line.discountable = *rc::gen::inRange(0, 5) != 0;
    if (line.discountable) line.discounts = someDiscounts(2);
    return line;
}

/// A cart of any rules; discounts that the rules refuse are left out.
Priced someSale(Signs signs)
{
    Priced made;
    made.rules.prices = *rc::gen::element(PriceTax::Inclusive, PriceTax::Exclusive);
    made.rules.taxRounding = *rc::gen::element(TaxRounding::Line, TaxRounding::Receipt);
    const auto taxes = *rc::gen::inRange<std::size_t>(0, 4);
    for (std::size_t i = 0; i < taxes; ++i) {
        made.cart.taxes.push_back({std::string(1, static_cast<char>('A' + i)),
            Rate::fromPartsPerMillion(*rc::gen::element<std::int64_t>(0, 55'000, 99'750, 200'000, 77'777)),
            *rc::gen::inRange(0, 3) == 0});
    }
    const auto count = *rc::gen::inRange(0, 9);
    for (int i = 0; i < count; ++i) {
        auto line = someLine(taxes, signs);
        if (!priceSale({made.cart.taxes, {line}, {}}, made.rules)) line.discounts.clear();
        made.cart.lines.push_back(std::move(line));
    }
    made.cart.discounts = someDiscounts(2);
    auto sale = priceSale(made.cart, made.rules);
    if (!sale) {
        made.cart.discounts.clear();
        sale = priceSale(made.cart, made.rules);
    }
    RC_ASSERT(sale.hasValue());
    made.sale = std::move(*sale);
    return made;
}

bool holds(const std::function<void()>& property)
{
    return rc::check(property);
}

void requireConsistent(const PricedLine& line, PriceTax prices)
{
    const auto discounted = line.gross - line.ownDiscount() - line.promotion - line.saleDiscount();
    RC_ASSERT((prices == PriceTax::Inclusive ? line.total : line.net) == discounted);
    RC_ASSERT(line.net + line.tax == line.total);
    Money tax;
    for (const auto& part : line.taxes) tax += part.amount;
    RC_ASSERT(tax == line.tax);
}

/// Whether `amount` is zero or has the sign of `like`.
bool sameSide(Money amount, Money like)
{
    return amount.isZero() || amount.isNegative() == like.isNegative();
}

void addLine(SoldLine& sum, const SoldLine& part)
{
    sum.quantity += part.quantity;
    sum.cost += part.cost;
    auto& to = sum.amounts;
    const auto& from = part.amounts;
    to.gross += from.gross;
    to.promotion += from.promotion;
    to.net += from.net;
    to.tax += from.tax;
    to.total += from.total;
    for (std::size_t i = 0; i < to.discounts.size(); ++i) to.discounts[i] += from.discounts.at(i);
    for (std::size_t i = 0; i < to.saleDiscounts.size(); ++i) to.saleDiscounts[i] += from.saleDiscounts.at(i);
    for (std::size_t i = 0; i < to.taxes.size(); ++i) {
        RC_ASSERT(to.taxes[i].tax == from.taxes.at(i).tax);
        to.taxes[i].net += from.taxes[i].net;
        to.taxes[i].amount += from.taxes[i].amount;
    }
}

void requireNothingLeft(const SoldLine& sum)
{
    const auto& amounts = sum.amounts;
    RC_ASSERT(sum.quantity.isZero());
    RC_ASSERT(sum.cost.isZero());
    RC_ASSERT(amounts.gross.isZero() && amounts.promotion.isZero());
    RC_ASSERT(amounts.net.isZero() && amounts.tax.isZero() && amounts.total.isZero());
    const auto isZero = [](Money amount) { return amount.isZero(); };
    RC_ASSERT(std::all_of(amounts.discounts.begin(), amounts.discounts.end(), isZero));
    RC_ASSERT(std::all_of(amounts.saleDiscounts.begin(), amounts.saleDiscounts.end(), isZero));
    for (const auto& part : amounts.taxes) RC_ASSERT(part.net.isZero() && part.amount.isZero());
}

} // namespace

TEST_CASE("property: lines and tax rows add up to the sale, whatever is on it")
{
    CHECK(holds([] {
        const auto [cart, rules, sale] = someSale(Signs::Mixed);
        Money total;
        Money rows;
        for (const auto& line : sale.lines) {
            requireConsistent(line, rules.prices);
            total += line.total;
        }
        for (const auto& row : sale.taxes) {
            RC_ASSERT(row.net + row.amount == row.gross);
            rows += row.amount;
        }
        RC_ASSERT(total == sale.total);
        RC_ASSERT(rows == sale.tax);
        RC_ASSERT(sale.net + sale.tax == sale.total);
        RC_ASSERT(
            sale.gross - sale.discount == (rules.prices == PriceTax::Inclusive ? sale.total : sale.net));
    }));
}

TEST_CASE("property: no discount takes a line through zero, and tax has the line's sign")
{
    CHECK(holds([] {
        const auto made = someSale(Signs::Mixed);
        for (const auto& line : made.sale.lines) {
            RC_ASSERT(sameSide(line.total, line.gross));
            RC_ASSERT(sameSide(line.net, line.gross));
            for (const auto discount : line.discounts) RC_ASSERT(sameSide(discount, line.gross));
            for (const auto share : line.saleDiscounts) RC_ASSERT(sameSide(share, line.gross));
            for (const auto& part : line.taxes) RC_ASSERT(sameSide(part.amount, line.gross));
        }
    }));
}

TEST_CASE("property: the same cart the other way round is every amount negated")
{
    CHECK(holds([] {
        const auto made = someSale(Signs::Mixed);
        auto mirrored = made.cart;
        for (auto& line : mirrored.lines) line.quantity = -line.quantity;
        const auto back = priceSale(mirrored, made.rules);
        RC_ASSERT(back.hasValue());
        RC_ASSERT(back->total == -made.sale.total);
        RC_ASSERT(back->tax == -made.sale.tax);
        for (std::size_t i = 0; i < back->lines.size(); ++i) {
            RC_ASSERT(back->lines[i].total == -made.sale.lines[i].total);
            RC_ASSERT(back->lines[i].tax == -made.sale.lines[i].tax);
            RC_ASSERT(back->lines[i].ownDiscount() == -made.sale.lines[i].ownDiscount());
            RC_ASSERT(back->lines[i].saleDiscount() == -made.sale.lines[i].saleDiscount());
        }
    }));
}

TEST_CASE("property: with tax rounded on the line, the order of scanning changes nothing but a discount's "
          "odd cents")
{
    CHECK(holds([] {
        auto made = someSale(Signs::Mixed);
        made.rules.taxRounding = TaxRounding::Line;
        made.cart.discounts.clear();
        const auto forwards = priceSale(made.cart, made.rules);
        std::reverse(made.cart.lines.begin(), made.cart.lines.end());
        const auto backwards = priceSale(made.cart, made.rules);
        RC_ASSERT(forwards->total == backwards->total);
        RC_ASSERT(forwards->tax == backwards->tax);
        for (std::size_t i = 0; i < forwards->lines.size(); ++i) {
            RC_ASSERT(forwards->lines[i].total == backwards->lines[forwards->lines.size() - 1 - i].total);
        }
    }));
}

TEST_CASE("property: tax rounded on the receipt is the rounded tax of the receipt's sum, rate by rate")
{
    CHECK(holds([] {
        auto made = someSale(Signs::Mixed);
        made.rules.taxRounding = TaxRounding::Receipt;
        for (auto& line : made.cart.lines) line.taxes.resize(std::min<std::size_t>(line.taxes.size(), 1));
        const auto sale = priceSale(made.cart, made.rules);
        if (!sale) return; // an amount off the sale that no longer fits: the taxes are part of nothing then
        for (const auto& row : sale->taxes) {
            const auto expected = made.rules.prices == PriceTax::Inclusive ? includedTax(row.gross, row.rate)
                                                                           : shareOf(row.net, row.rate);
            RC_ASSERT(row.amount == expected);
        }
    }));
}

TEST_CASE("property: on the receipt a line's tax is within a cent of its own")
{
    CHECK(holds([] {
        auto made = someSale(Signs::Mixed);
        for (auto& line : made.cart.lines) line.taxes.resize(std::min<std::size_t>(line.taxes.size(), 1));
        made.rules.taxRounding = TaxRounding::Line;
        const auto perLine = priceSale(made.cart, made.rules);
        made.rules.taxRounding = TaxRounding::Receipt;
        const auto perReceipt = priceSale(made.cart, made.rules);
        RC_ASSERT(perLine.hasValue() == perReceipt.hasValue());
        for (std::size_t i = 0; i < made.cart.lines.size(); ++i) {
            const auto difference = perLine->lines[i].tax - perReceipt->lines[i].tax;
            RC_ASSERT(difference.minor() >= -1 && difference.minor() <= 1);
        }
    }));
}

TEST_CASE("property: each whole-sale percentage is taken of the sum, not of rounded parts")
{
    CHECK(holds([] {
        auto made = someSale(Signs::Mixed);
        const auto rate = Rate::fromPartsPerMillion(*rc::gen::inRange<std::int64_t>(0, 1'000'001));
        for (auto& line : made.cart.lines) {
            line.discounts.clear();
            line.discountable = true;
        }
        made.cart.discounts = {rate};
        const auto sale = priceSale(made.cart, made.rules);
        RC_ASSERT(sale->discount == shareOf(sale->gross, rate));
    }));
}

TEST_CASE("property: a sale and its returns are zero in every field, in any portions and order")
{
    CHECK(holds([] {
        const auto made = someSale(Signs::Sold);
        std::vector<SoldLine> sums;
        for (std::size_t i = 0; i < made.sale.lines.size(); ++i) {
            const auto cost = Money::fromMinor(*rc::gen::inRange<std::int64_t>(0, 10'000));
            sums.push_back({made.cart.lines[i].quantity, made.sale.lines[i], cost});
        }
        const auto sold = sums;
        std::vector<Quantity> returned(sold.size());
        std::vector<std::size_t> open(sold.size());
        std::iota(open.begin(), open.end(), std::size_t{0});
        while (!open.empty()) {
            const auto pick = *rc::gen::inRange<std::size_t>(0, open.size());
            const auto at = open[pick];
            const auto left = sold[at].quantity - returned[at];
            const auto most = *rc::gen::inRange<std::int64_t>(1, left.thousandths() + 1);
            const auto now = *rc::gen::arbitrary<bool>() ? left : Quantity::fromThousandths(most);
            const auto back = returnOf(sold[at], returned[at], now, made.cart.taxes);
            RC_ASSERT(back.hasValue());
            requireConsistent(back->amounts, made.rules.prices);
            RC_ASSERT(!back->amounts.total.isPositive() && !back->amounts.gross.isPositive());
            addLine(sums[at], *back);
            returned[at] += now;
            if (now == left) open.erase(open.begin() + static_cast<std::ptrdiff_t>(pick));
        }
        for (const auto& sum : sums) requireNothingLeft(sum);
    }));
}

TEST_CASE("property: a full return in one piece is the sale negated, tax rows included")
{
    CHECK(holds([] {
        const auto made = someSale(Signs::Sold);
        std::vector<PricedLine> lines;
        for (std::size_t i = 0; i < made.sale.lines.size(); ++i) {
            const SoldLine sold{made.cart.lines[i].quantity, made.sale.lines[i], {}};
            lines.push_back(returnOf(sold, {}, sold.quantity, made.cart.taxes)->amounts);
        }
        const auto back = sumUp(lines, made.cart.taxes);
        RC_ASSERT(back.total == -made.sale.total);
        RC_ASSERT(back.discount == -made.sale.discount);
        RC_ASSERT(back.taxes.size() == made.sale.taxes.size());
        for (std::size_t i = 0; i < back.taxes.size(); ++i) {
            RC_ASSERT(back.taxes[i].net == -made.sale.taxes[i].net);
            RC_ASSERT(back.taxes[i].amount == -made.sale.taxes[i].amount);
        }
    }));
}

TEST_CASE("three for ten euros come back for 3.33, 3.34 and 3.33")
{
    SoldLine sold;
    sold.quantity = Quantity::fromWhole(3);
    sold.amounts.gross = sold.amounts.net = sold.amounts.total = Money::fromMinor(1000);
    const auto one = Quantity::fromWhole(1);
    std::vector<std::int64_t> refunds;
    for (int before = 0; before < 3; ++before) {
        refunds.push_back(returnOf(sold, Quantity::fromWhole(before), one, {})->amounts.total.minor());
    }
    CHECK(refunds == std::vector<std::int64_t>{-333, -334, -333});
}

TEST_CASE("no more comes back than was sold, and never nothing")
{
    SoldLine sold;
    sold.quantity = Quantity::fromWhole(3);
    const auto whole = [](std::int64_t count) { return Quantity::fromWhole(count); };
    CHECK(returnOf(sold, whole(3), whole(1), {}).error().code == ErrorCode::QuantityInvalid);
    CHECK(returnOf(sold, whole(1), whole(3), {}).error().code == ErrorCode::QuantityInvalid);
    CHECK(returnOf(sold, whole(0), whole(0), {}).error().code == ErrorCode::QuantityInvalid);
    CHECK(returnOf(sold, whole(0), whole(-1), {}).error().code == ErrorCode::QuantityInvalid);
    CHECK(returnOf(sold, whole(-1), whole(1), {}).error().code == ErrorCode::QuantityInvalid);
    CHECK(returnOf(sold, whole(1), whole(2), {}));
}
