#include "services/demo_shop.h"

#include "base/rounding.h"
#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/country_presets.h"
#include "services/demo_catalog.h"
#include "services/demo_quick_keys.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/stock_service.h"
#include "storage/durable_file.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace till {
namespace {

using namespace std::chrono_literals;

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine, unlike the library's
/// distributions.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_state{seed}
    {
    }
    std::uint64_t roll()
    {
        auto z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(roll() % static_cast<std::uint64_t>(bound));
    }
    std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::uint64_t m_state;
};

/// The invented clock the practice shop lived by.
class DemoClock final : public Clock {
public:
    Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }

private:
    Timestamp m_now{};
};

struct HourPattern {
    int hour;
    int tickets; ///< on an ordinary day
};
constexpr std::array kDay{HourPattern{7, 7}, HourPattern{8, 9}, HourPattern{9, 6}, HourPattern{10, 5},
    HourPattern{11, 5}, HourPattern{12, 7}, HourPattern{13, 4}, HourPattern{14, 3}, HourPattern{15, 3},
    HourPattern{16, 4}, HourPattern{17, 6}, HourPattern{18, 4}};
// Monday first, percent of an ordinary day; closed on Sunday afternoon.
constexpr std::array kWeek{85, 90, 95, 95, 115, 140, 80};

/// How a department sells at an hour, in percent.
int appetite(const std::string& department, int hour)
{
    if (department == "Hot drinks") return hour < 11 ? 170 : hour < 16 ? 90 : 40;
    if (department == "Pastries") return hour < 11 ? 160 : hour < 17 ? 90 : 40;
    if (department == "Bread") return hour < 10 ? 140 : hour > 15 ? 130 : 80;
    return hour > 15 ? 140 : 80;
}

class DemoSeason {
public:
    DemoSeason(Shop& shop, DemoClock& clock, std::vector<DemoProduct> products, std::uint64_t seed)
        : m_shop{shop}
        , m_clock{clock}
        , m_products{std::move(products)}
        , m_dice{seed}
        , m_cash{shop.checkout().tenderType("cash")->id}
        , m_card{shop.checkout().tenderType("card")->id}
    {
    }

    Result<> openingStock(std::chrono::local_days day)
    {
        at(day, 6, 0);
        std::vector<ReceivedLine> lines;
        for (auto& product : m_products) {
            if (!product.madeHere) lines.push_back(delivery(product, 12 + product.weight * 2));
        }
        auto received = m_shop.stock().receive(actor(), lines, "Opening stock");
        return received ? Result<>{} : Result<>{received.error()};
    }

    Result<> day(std::chrono::local_days day)
    {
        at(day, 6, 30);
        if (auto stocked = stockUp(day); !stocked) return stocked;
        auto shift =
            m_shop.shifts().start(actor(), m_shop.shifts().lastLeft(m_shop.facts().till).value_or(kFloat));
        if (!shift) return shift.error();
        const std::chrono::weekday weekday{day};
        const auto level = kWeek[weekday.iso_encoding() - 1];
        for (const auto& hour : kDay) {
            if (weekday == std::chrono::Sunday && hour.hour > 12) break;
            if (auto sold = sellHour(day, hour, level); !sold) return sold;
        }
        at(day, 19, 10);
        const auto expected = m_shop.shifts().cash(shift->id).expected;
        const auto wrong = m_dice.chance(25) ? Money::fromMinor(m_dice.between(-210, 90)) : Money{};
        auto closed =
            m_shop.shifts().close(actor(), expected + wrong, kFloat, wrong.isZero() ? "" : "Counted twice");
        return closed ? Result<>{} : Result<>{closed.error()};
    }

private:
    static constexpr auto kFloat = Money::fromMinor(15'000);

    Actor actor() { return m_shop.owner(); }

    void at(std::chrono::local_days day, int hour, std::int64_t minute)
    {
        m_clock.set(
            m_shop.calendar().atLocal(day + std::chrono::hours{hour} + std::chrono::minutes{minute}).utc);
    }

    static ReceivedLine delivery(DemoProduct& product, std::int64_t units)
    {
        product.onHand += units * 1000;
        return {product.id, Quantity::fromWhole(units), product.cost};
    }

    /// The morning's baking, and twice a week what runs low.
    Result<> stockUp(std::chrono::local_days day)
    {
        const std::chrono::weekday weekday{day};
        const bool deliveryDay = weekday == std::chrono::Tuesday || weekday == std::chrono::Friday;
        std::vector<ReceivedLine> lines;
        for (auto& product : m_products) {
            if (product.department == "Hot drinks") continue;
            const std::int64_t want = product.madeHere ? product.weight / 3 + 6 : product.weight * 2 + 8;
            const auto missing = want - product.onHand / 1000;
            if (missing > 0 && (product.madeHere || deliveryDay)) lines.push_back(delivery(product, missing));
        }
        if (lines.empty()) return {};
        auto received = m_shop.stock().receive(actor(), lines, deliveryDay ? "Delivery" : "Baked today");
        return received ? Result<>{} : Result<>{received.error()};
    }

    Result<> sellHour(std::chrono::local_days day, const HourPattern& hour, int level)
    {
        const auto usual = hour.tickets * level / 100;
        const auto tickets = std::max<std::int64_t>(0, usual + m_dice.between(-2, 2));
        for (std::int64_t i = 0; i < tickets; ++i) {
            at(day, hour.hour, i * 60 / std::max<std::int64_t>(tickets, 1));
            if (auto sold = sellTicket(hour.hour); !sold) return sold;
        }
        return {};
    }

    Result<> sellTicket(int hour)
    {
        SaleRequest request;
        const auto lines = 1 + m_dice.below(3) + (m_dice.chance(30) ? m_dice.below(5) : 0);
        for (std::int64_t i = 0; i < lines; ++i) addLine(request, hour);
        if (request.lines.empty()) return {};
        if (m_dice.chance(3))
            request.discounts.push_back({Rate::fromPercent(5), {}, "Regular customer", {}, {}});
        if (m_dice.chance(55)) {
            request.tenders.push_back({m_card, {}, {}});
        } else {
            request.tenders.push_back({m_cash, {}, {}});
        }
        auto sold = m_shop.checkout().sell(actor(), request);
        return sold ? Result<>{} : Result<>{sold.error()};
    }

    void addLine(SaleRequest& request, int hour)
    {
        auto& product = pick(hour);
        auto quantity = product.byWeight ? m_dice.between(180, 1900) : 1000;
        if (!product.byWeight && m_dice.chance(22)) quantity = 1000 * m_dice.between(2, 4);
        if (product.department != "Hot drinks") {
            if (product.onHand < quantity) return; // sold out: the customer leaves it
            product.onHand -= quantity;
        }
        request.lines.push_back({{}, product.id, Quantity::fromThousandths(quantity), {}, {}, {}});
    }

    DemoProduct& pick(int hour)
    {
        std::int64_t sum = 0;
        for (const auto& product : m_products) sum += product.weight * appetite(product.department, hour);
        auto drawn = m_dice.below(sum);
        for (auto& product : m_products) {
            drawn -= product.weight * appetite(product.department, hour);
            if (drawn < 0) return product;
        }
        return m_products.back();
    }

    Shop& m_shop;
    DemoClock& m_clock;
    std::vector<DemoProduct> m_products;
    Dice m_dice;
    TenderTypeId m_cash;
    TenderTypeId m_card;
};

ShopSetup demoSetup()
{
    auto setup = countryPreset("FR")->setup;
    setup.name = "Mill Lane Bakery";
    setup.address = "12 Mill Lane\nOld Town";
    setup.taxNumber = "XX 123 456 789";
    setup.ownerName = "Owner";
    setup.practice = true;
    return setup;
}

Result<> fill(Shop& shop, DemoClock& clock, const DemoShopOptions& options, std::chrono::local_days today)
{
    auto set =
        shop.settings().set(shop.owner(), "receipt.footer", "PRACTICE - not a real receipt\nThank you!");
    if (!set) return set;
    auto products = addDemoCatalog(shop, shop.owner());
    if (!products) return products.error();
    if (auto arranged = addDemoQuickKeys(shop, shop.owner()); !arranged) return arranged;
    DemoSeason season{shop, clock, std::move(*products), options.seed};
    const auto first = today - std::chrono::days{options.days};
    if (auto stocked = season.openingStock(first); !stocked) return stocked;
    for (int day = 0; day < options.days; ++day) {
        if (options.progress && !options.progress(day * 100 / options.days))
            return Error{ErrorCode::Cancelled};
        if (auto lived = season.day(first + std::chrono::days{day}); !lived) return lived;
    }
    return {};
}

} // namespace

Result<> makeDemoShop(const DemoShopOptions& options, const Clock& clock)
{
    std::error_code unknown;
    if (std::filesystem::exists(options.shop.file, unknown))
        return Error{ErrorCode::FileExists, options.shop.file.string()};
    const auto setup = demoSetup();
    const auto calendar = ShopCalendar::make(setup.timeZone, setup.dayCutoff);
    if (!calendar) return calendar.error();
    const auto now = calendar->at(clock.now());
    const auto today = std::chrono::local_days{now.businessDay.date()};
    DemoClock past;
    past.set(calendar->atLocal(today - std::chrono::days{options.days} + 5h).utc);

    auto building = options.shop;
    building.file += ".building";
    removeDatabase(building.file);
    auto made = Shop::create(building, setup, past);
    if (!made) return made.error();
    auto filled = fill(**made, past, options, today);
    made->reset(); // closes the file
    if (filled) {
        publish(building.file, options.shop.file);
    } else {
        removeDatabase(building.file);
    }
    return filled;
}

} // namespace till
