#include "base/decimal.h"
#include "services/checkout_service.h"
#include "services/sales_import_service.h"
#include "support/shop_fixture.h"
#include "support/shop_rows.h"
#include "support/written_file.h"

#include <catch2/catch.hpp>

#include <random>

using namespace till;

namespace {

struct TicketLine {
    std::string code;
    Quantity quantity;
    UnitPrice price;
};

struct Ticket {
    std::chrono::local_seconds at;
    std::vector<TicketLine> lines;
    std::string tender;
};

/// Tickets of four days: single and many lines, weighed goods, other prices than the shelf's, returns, cash
/// and card.
std::vector<Ticket> invented()
{
    std::mt19937 random{20250301};
    const auto upTo = [&](unsigned most) { return static_cast<std::int64_t>(random() % (most + 1)); };
    std::vector<Ticket> tickets;
    std::chrono::local_seconds at =
        std::chrono::local_days{std::chrono::year{2025} / 3 / 1} + std::chrono::hours{8};
    for (int i = 0; i < 200; ++i) {
        at += std::chrono::minutes{upTo(30)};
        if (i % 50 == 49) at += std::chrono::hours{12};
        Ticket ticket{at, {}, i % 3 == 0 ? "card" : "cash"};
        for (auto lines = upTo(5) + 1; lines > 0; --lines) {
            const auto product = upTo(9);
            const auto shelf = (product + 1) * 13'500;
            const auto sign = upTo(12) == 0 ? -1 : 1;
            const auto price = UnitPrice::fromHundredths(upTo(3) == 0 ? shelf - 1'150 : shelf);
            const auto quantity =
                product < 3 ? Quantity::fromThousandths(upTo(2'000) + 1) : Quantity::fromWhole(upTo(6) + 1);
            ticket.lines.push_back({"P" + std::to_string(product), quantity * sign, price});
        }
        tickets.push_back(std::move(ticket));
    }
    return tickets;
}

class GoodsToSell : public test::ShopFixture {
public:
    GoodsToSell()
    {
        clock.set(std::chrono::sys_days{
            std::chrono::year{2025} / 2 / 1}); // prices count from before the first sale
        for (int i = 0; i < 10; ++i) {
            const auto code = "P" + std::to_string(i);
            const std::string taxClass = i % 2 ? "A" : "B";
            if (i < 3) {
                addWeighed("Goods " + code, (i + 1) * 135, code);
            } else {
                addProduct("Goods " + code, (i + 1) * 135, code, taxClass, 40 + i);
            }
        }
    }
};

std::string asFile(const std::vector<Ticket>& tickets)
{
    std::string text = "ticket,date,time,item,quantity,price,tender\n";
    int number = 0;
    for (const auto& ticket : tickets) {
        const auto day = std::chrono::floor<std::chrono::days>(ticket.at);
        const std::chrono::year_month_day date{day};
        const std::chrono::hh_mm_ss time{ticket.at - day};
        char when[32];
        std::snprintf(when, sizeof when, "%04d-%02u-%02u,%02d:%02d", static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
            static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
        ++number;
        for (const auto& line : ticket.lines) {
            text += "T" + std::to_string(number) + "," + when + "," + line.code + "," +
                    formatQuantity(line.quantity) + "," + formatUnitPrice(line.price, 2) + "," +
                    ticket.tender + "\n";
        }
    }
    return text;
}

} // namespace

TEST_CASE("the same tickets leave the same rows whether they were sold or imported")
{
    const auto tickets = invented();

    GoodsToSell sold;
    sold.openShift();
    for (const auto& ticket : tickets) {
        sold.clock.set(sold.shop().calendar().atLocal(ticket.at).utc);
        SaleRequest request;
        for (const auto& line : ticket.lines)
            request.lines.push_back({line.code, {}, line.quantity, line.price, {}, {}});
        request.tenders = {{sold.shop().checkout().tenderType(ticket.tender)->id, {}, {}}};
        REQUIRE(sold.shop().checkout().sell(sold.owner(), request));
    }

    GoodsToSell imported;
    SalesImportOptions options;
    options.file = test::writtenFile(imported.folder.path() / "sales.csv", asFile(tickets));
    const auto report = imported.shop().salesImport().run(imported.owner(), options);
    REQUIRE(report);
    CHECK(report->tickets == 200);
    CHECK(report->skippedCount == 0);

    const auto a = test::salesOf(sold.shop().file());
    const auto b = test::salesOf(imported.shop().file());
    REQUIRE(a.size() == b.size());
    for (std::size_t table = 0; table < a.size(); ++table) {
        CAPTURE(table);
        CHECK(!a[table].empty());
        REQUIRE(a[table].size() == b[table].size());
        for (std::size_t row = 0; row < a[table].size(); ++row) REQUIRE(a[table][row] == b[table][row]);
    }
    sold.verify();
    imported.verify();
}
