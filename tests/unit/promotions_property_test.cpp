#include "domain/sales/pricing.h"
#include "domain/sales/returns.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <random>

namespace {

using namespace till;

bool holds(const std::function<void()>& property)
{
    return rc::check(property);
}

/// Figures from a seed: a hundred thousand carts in seconds, and each can be made again.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_engine{seed}
    {
    }
    std::int64_t upTo(std::int64_t most) { return between(0, most); }
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(m_engine() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool oneIn(std::int64_t n) { return upTo(n - 1) == 0; }

private:
    std::mt19937_64 m_engine;
};

GoodsChoice someGoods(Dice& dice, std::int64_t kinds)
{
    GoodsChoice goods;
    for (std::int64_t id = 1; id <= kinds; ++id) {
        if (dice.oneIn(2)) goods.products.push_back(id);
    }
    return goods;
}

Promotion someOffer(Dice& dice, std::int64_t kinds, std::int64_t step)
{
    Promotion offer;
    offer.code.assign(1, 'P'); // gcc 12 warns of the literal (bug 105329)
    offer.kind = static_cast<PromotionKind>(dice.between(1, 5));
    offer.goods = someGoods(dice, kinds);
    offer.count = static_cast<int>(dice.between(1, 3));
    offer.got = dice.oneIn(3) ? offer.goods : someGoods(dice, kinds);
    offer.gotCount = static_cast<int>(dice.between(1, 2));
    offer.amount = Money::fromMinor(dice.between(1, 10) * step);
    if (offer.kind == PromotionKind::NForPrice || dice.oneIn(2)) {
        offer.price = Money::fromMinor(dice.upTo(10) * step);
    } else {
        offer.rate = Rate::fromPercent(dice.between(1, 100));
    }
    if (offer.kind != PromotionKind::NForPrice && offer.kind != PromotionKind::MixAndMatch) {
        offer.price.reset();
        offer.rate = Rate::fromPercent(dice.between(1, 100));
    }
    if (dice.oneIn(4)) offer.limit = 1;
    if (dice.oneIn(4)) offer.minimum = Money::fromMinor(dice.upTo(10) * step);
    return offer;
}

struct Unit {
    std::int64_t product;
    std::int64_t value;
};

/// What one promotion saves, times a million, on the units given to it; nothing when it cannot take just
/// these. The rules once more, as plainly as they can be said.
std::optional<std::int64_t> savingOf(
    const Promotion& offer, std::vector<Unit> bought, std::vector<Unit> got, bool reached)
{
    if (bought.empty() && got.empty()) return 0;
    if (!reached) return std::nullopt;
    std::int64_t value = 0;
    for (const auto& unit : bought) value += unit.value;
    if (offer.kind == PromotionKind::PercentOff) return value * offer.rate->partsPerMillion();
    if (offer.kind == PromotionKind::AmountOff) return std::min(value, offer.amount.minor()) * 1'000'000;
    const auto count = static_cast<int>(bought.size());
    if (count % offer.count != 0) return std::nullopt;
    const int times = count / offer.count;
    if (offer.limit > 0 && times > offer.limit) return std::nullopt;
    if (offer.kind != PromotionKind::BuyXGetY) {
        return offer.rate ? value * offer.rate->partsPerMillion()
                          : (value - offer.price->minor() * times) * 1'000'000;
    }
    if (static_cast<int>(got.size()) != times * offer.gotCount) return std::nullopt;
    if (offer.goods == offer.got) {
        const auto dearest = [](const Unit& a, const Unit& b) { return a.value > b.value; };
        std::sort(bought.begin(), bought.end(), dearest);
        std::sort(got.begin(), got.end(), dearest);
        for (int group = 0; group < times; ++group) {
            const auto cheapest = bought[static_cast<std::size_t>((group + 1) * offer.count - 1)].value;
            if (got[static_cast<std::size_t>(group * offer.gotCount)].value > cheapest) return std::nullopt;
        }
    }
    std::int64_t gotValue = 0;
    for (const auto& unit : got) gotValue += unit.value;
    return gotValue * offer.rate->partsPerMillion();
}

/// Every way to hand out the units, one after the other.
class EveryWay {
public:
    EveryWay(const std::vector<Unit>& units, const std::vector<Promotion>& offers)
        : m_units{units}
        , m_offers{offers}
        , m_bought(offers.size())
        , m_got(offers.size())
    {
        for (const auto& offer : offers) {
            std::int64_t value = 0;
            for (const auto& unit : units) {
                const bool counts =
                    offer.goods.holds(unit.product, 0) ||
                    (offer.kind == PromotionKind::BuyXGetY && offer.got.holds(unit.product, 0));
                if (counts) value += unit.value;
            }
            m_reached.push_back(value >= offer.minimum.minor());
        }
    }
    std::int64_t most()
    {
        handOut(0);
        return m_most;
    }

private:
    void handOut(std::size_t at)
    {
        if (at == m_units.size()) return count();
        const auto& unit = m_units[at];
        handOut(at + 1);
        for (std::size_t p = 0; p < m_offers.size(); ++p) {
            if (m_offers[p].goods.holds(unit.product, 0)) with(m_bought[p], unit, at);
            if (m_offers[p].kind == PromotionKind::BuyXGetY && m_offers[p].got.holds(unit.product, 0))
                with(m_got[p], unit, at);
        }
    }
    void with(std::vector<Unit>& taken, const Unit& unit, std::size_t at)
    {
        taken.push_back(unit);
        handOut(at + 1);
        taken.pop_back();
    }
    void count()
    {
        std::int64_t sum = 0;
        for (std::size_t p = 0; p < m_offers.size(); ++p) {
            const auto saving = savingOf(m_offers[p], m_bought[p], m_got[p], m_reached[p]);
            if (!saving) return;
            sum += *saving;
        }
        m_most = std::max(m_most, sum);
    }

    const std::vector<Unit>& m_units;
    const std::vector<Promotion>& m_offers;
    std::vector<std::vector<Unit>> m_bought;
    std::vector<std::vector<Unit>> m_got;
    std::vector<bool> m_reached;
    std::int64_t m_most = 0;
};

struct Shelf {
    CartToPrice cart;
    std::vector<Promotion> offers;

    void use()
    {
        cart.promotions.clear();
        for (const auto& offer : offers) cart.promotions.push_back(&offer);
    }
};

/// A cart of any rules, with offers on part of its goods.
Shelf someShelf(Dice& dice, bool returns)
{
    Shelf shelf;
    const auto taxes = static_cast<TaxIndex>(dice.upTo(3));
    for (TaxIndex i = 0; i < taxes; ++i) {
        shelf.cart.taxes.push_back({std::string(1, static_cast<char>('A' + i)),
            Rate::fromPartsPerMillion(dice.oneIn(3) ? 55'000 : dice.upTo(250'000)), dice.oneIn(4)});
    }
    for (std::int64_t i = 0, lines = dice.between(1, 8); i < lines; ++i) {
        LineToPrice line;
        line.product = dice.between(1, 6);
        line.department = dice.between(1, 3);
        line.inPieces = !dice.oneIn(4);
        line.quantity =
            Quantity::fromThousandths(line.inPieces ? dice.between(1, 5) * 1000 : dice.between(1, 5'000));
        if (returns && dice.oneIn(4)) line.quantity = -line.quantity;
        line.unitPrice = UnitPrice::fromHundredths(dice.upTo(100'000));
        line.discountable = !dice.oneIn(6);
        if (line.discountable && dice.oneIn(3))
            line.discounts = {Rate::fromPartsPerMillion(dice.upTo(1'000'000))};
        for (TaxIndex tax = 0; tax < taxes; ++tax) {
            if (dice.oneIn(2)) line.taxes.push_back(tax);
        }
        shelf.cart.lines.push_back(std::move(line));
    }
    if (dice.oneIn(3)) shelf.cart.discounts = {Rate::fromPartsPerMillion(dice.upTo(1'000'000))};
    for (std::int64_t i = 0, offers = dice.upTo(4); i < offers; ++i) {
        auto offer = someOffer(dice, 6, 97);
        if (dice.oneIn(4)) offer.goods.departments = {dice.between(1, 3)};
        shelf.offers.push_back(std::move(offer));
    }
    shelf.cart.choice = dice.oneIn(4) ? PromotionChoice::First : PromotionChoice::Best;
    return shelf;
}

PricingRules someRules(Dice& dice)
{
    PricingRules rules;
    rules.prices = dice.oneIn(2) ? PriceTax::Inclusive : PriceTax::Exclusive;
    rules.taxRounding = dice.oneIn(2) ? TaxRounding::Line : TaxRounding::Receipt;
    return rules;
}

bool addsUp(const PricedSale& sale, const CartToPrice& cart, PriceTax prices)
{
    Money total;
    Money tax;
    Money promotions;
    bool good = true;
    for (std::size_t i = 0; i < sale.lines.size(); ++i) {
        const auto& line = sale.lines[i];
        total += line.total;
        promotions += line.promotion;
        const auto left = line.gross - line.ownDiscount() - line.promotion - line.saleDiscount();
        good = good && left == (prices == PriceTax::Inclusive ? line.total : line.net);
        good = good && line.net + line.tax == line.total;
        const bool back = cart.lines[i].quantity.isNegative();
        good = good && (back ? !line.total.isPositive() : !line.total.isNegative());
        good = good && !line.promotion.isNegative() && !(back && !line.promotion.isZero());
        good = good && (cart.lines[i].discountable || line.promotion.isZero());
    }
    for (const auto& row : sale.taxes) {
        tax += row.amount;
        good = good && row.net + row.amount == row.gross;
    }
    Money named;
    for (const auto& offer : sale.promotions) {
        Money shares;
        for (const auto& share : offer.shares) shares += share.amount;
        good = good && shares == offer.saving && offer.saving.isPositive();
        named += offer.saving;
    }
    return good && total == sale.total && tax == sale.tax && named == promotions &&
           sale.gross - sale.discount == (prices == PriceTax::Inclusive ? sale.total : sale.net);
}

/// Takes every line back in portions of any size: nothing may be left of it.
bool comesBackWhole(
    Dice& dice, const LineToPrice& line, const PricedLine& sold, std::span<const TaxPart> taxes)
{
    Money gross = sold.gross;
    Money promotion = sold.promotion;
    Money net = sold.net;
    Money total = sold.total;
    Quantity returned;
    while (returned < line.quantity) {
        const auto left = line.quantity - returned;
        const auto now =
            dice.oneIn(3) ? left : Quantity::fromThousandths(dice.between(1, left.thousandths()));
        const auto back = returnOf({line.quantity, sold, {}}, returned, now, taxes);
        if (!back || back->amounts.total.isPositive()) return false;
        gross += back->amounts.gross;
        promotion += back->amounts.promotion;
        net += back->amounts.net;
        total += back->amounts.total;
        returned += now;
    }
    return gross.isZero() && promotion.isZero() && net.isZero() && total.isZero();
}

} // namespace

TEST_CASE("property: the best is what trying every way finds")
{
    CHECK(holds([] {
        Dice dice{*rc::gen::arbitrary<std::uint64_t>()};
        std::vector<Unit> units;
        for (std::int64_t i = 0, count = dice.between(1, 6); i < count; ++i)
            units.push_back({dice.between(1, 4), dice.between(0, 12) * 100});
        Shelf shelf;
        for (std::int64_t i = 0, count = dice.between(1, 3); i < count; ++i)
            shelf.offers.push_back(someOffer(dice, 4, 100));
        for (const auto& unit : units) {
            LineToPrice line;
            line.product = unit.product;
            line.unitPrice = UnitPrice::fromHundredths(unit.value * 100);
            shelf.cart.lines.push_back(std::move(line));
        }
        shelf.use();
        const auto sale = priceSale(shelf.cart, {});
        RC_ASSERT(sale.hasValue());
        RC_ASSERT(sale->discount.minor() * 1'000'000 == EveryWay(units, shelf.offers).most());
    }));
}

TEST_CASE("property: a hundred thousand carts with offers add up, and come back whole in any portions")
{
    for (std::uint64_t seed = 0; seed < 100'000; ++seed) {
        Dice dice{seed};
        auto shelf = someShelf(dice, seed % 2 == 1);
        shelf.use();
        const auto rules = someRules(dice);
        const auto sale = priceSale(shelf.cart, rules);
        bool good = sale.hasValue() && addsUp(*sale, shelf.cart, rules.prices);
        for (std::size_t i = 0; good && i < shelf.cart.lines.size(); ++i) {
            const auto& line = shelf.cart.lines[i];
            if (line.quantity.isPositive())
                good = comesBackWhole(dice, line, sale->lines[i], shelf.cart.taxes);
        }
        if (!good) FAIL("cart of seed " << seed);
    }
    SUCCEED();
}

TEST_CASE("property: best never saves less than first, and the order of lines changes no saving")
{
    for (std::uint64_t seed = 0; seed < 5'000; ++seed) {
        Dice dice{seed};
        auto shelf = someShelf(dice, true);
        shelf.use();
        shelf.cart.discounts.clear();
        shelf.cart.choice = PromotionChoice::First;
        const auto first = priceSale(shelf.cart, {});
        auto turned = shelf.cart;
        std::reverse(turned.lines.begin(), turned.lines.end());
        const auto firstTurned = priceSale(turned, {});
        shelf.cart.choice = turned.choice = PromotionChoice::Best;
        const auto best = priceSale(shelf.cart, {});
        const auto bestTurned = priceSale(turned, {});
        const bool good = best->discount >= first->discount && first->discount == firstTurned->discount &&
                          best->discount == bestTurned->discount;
        if (!good) FAIL("cart of seed " << seed);
    }
    SUCCEED();
}
