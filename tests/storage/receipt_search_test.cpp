#include "storage/migrator.h"
#include "storage/receipt_search.h"

#include <catch2/catch.hpp>

#include <sqlite3.h>

#include <limits>

using namespace till;

namespace {

constexpr int kFirstDay = 20'000;
constexpr ReceiptScope kEver{
    {std::numeric_limits<std::int32_t>::min()}, {std::numeric_limits<std::int32_t>::max()}};
constexpr ProductId kSoldDaily{1};
constexpr ProductId kSoldOnce{2};

/// One receipt over 5.00 of the product sold daily on each of `days` days, and what a test adds.
class Receipts {
public:
    explicit Receipts(int days)
    {
        REQUIRE(migrate(db));
        db.execute("PRAGMA foreign_keys = OFF");
        for (int i = 0; i < days; ++i) add(kFirstDay + i, 500, 0, kSoldDaily);
    }

    DocumentId add(int day, std::int64_t total, std::int64_t rounding, ProductId product)
    {
        const DocumentId id{++m_last};
        db.run(R"(
            INSERT INTO document (id, uid, kind_id, series_id, number, till_id, business_day, utc_ms,
                                  utc_offset_minutes, started_ms, user_id)
            VALUES (?1, randomblob(16), 1, 1, ?1, 1, ?2, 0, 0, 0, 1))",
            id, day);
        db.run(R"(
            INSERT INTO sale (document_id, receipt_head_id, prices_include_tax, gross, discount, net, tax, total,
                              rounding, paid, change_given, cost, line_count)
            VALUES (?1, 1, 1, ?2, 0, ?2, 0, ?2, ?3, ?2 + ?3, 0, 0, 1))",
            id, total, rounding);
        db.run(R"(
            INSERT INTO sale_line (document_id, line_no, product_id, kind_id, name, unit, quantity, unit_price,
                                   gross, discount, net, tax, total, cost)
            VALUES (?1, 1, ?2, 1, 'Bread', 'pc', 1000, 1, ?3, 0, ?3, 0, ?3, 0))",
            id, product, total);
        return id;
    }

    std::vector<DocumentId> byAmount(std::int64_t amount, const ReceiptScope& days = kEver, int limit = 50)
    {
        return idsOf(ReceiptSearch{db}.byAmount(Money::fromMinor(amount), days, limit));
    }
    std::vector<DocumentId> byProduct(ProductId product, const ReceiptScope& days = kEver, int limit = 50)
    {
        return idsOf(ReceiptSearch{db}.byProduct(product, days, limit));
    }

    /// Steps of SQLite's machine that `act` takes: the same on every computer, however busy.
    template <typename Act>
    int stepsOf(Act act)
    {
        int steps = 0;
        const auto count = [](void* sum) { return ++*static_cast<int*>(sum), 0; };
        sqlite3_progress_handler(db.handle(), 1, count, &steps);
        act();
        sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
        return steps;
    }

    Connection db{{{}, OpenOptions::Mode::Memory}};

private:
    static std::vector<DocumentId> idsOf(const std::vector<FoundReceipt>& found)
    {
        std::vector<DocumentId> ids;
        for (const auto& each : found) ids.push_back(each.document);
        return ids;
    }

    std::int64_t m_last = 0;
};

} // namespace

TEST_CASE("an amount is found sold, given back and rounded, newest first, however long ago")
{
    Receipts receipts{100};
    const auto old = receipts.add(kFirstDay + 1, 1234, 0, kSoldDaily);
    const auto back = receipts.add(kFirstDay + 2, -1234, 0, kSoldDaily);
    const auto rounded = receipts.add(kFirstDay + 3, 1232, 2, kSoldDaily);
    const auto roundedBack = receipts.add(kFirstDay + 99, -1232, -2, kSoldDaily);
    const auto both = receipts.add(kFirstDay + 99, 1234, 1, kSoldDaily);
    CHECK(receipts.byAmount(1234) == std::vector{both, roundedBack, rounded, back, old});
    CHECK(receipts.byAmount(1234, kEver, 2) == std::vector{both, roundedBack});
    CHECK(receipts.byAmount(1234, {{kFirstDay + 2}, {kFirstDay + 98}}) == std::vector{rounded, back});
    CHECK(receipts.byAmount(1234, {{kFirstDay + 2}, {kFirstDay + 2}}) == std::vector{back});
    CHECK(receipts.byAmount(1232) == std::vector{roundedBack, rounded});
    CHECK(receipts.byAmount(77).empty());
}

TEST_CASE("the newest receipts of a product are found though older ones came into the file later")
{
    Receipts receipts{100};
    const auto sold = receipts.add(kFirstDay + 50, 100, 0, kSoldOnce);
    const auto imported = receipts.add(kFirstDay - 400, 100, 0, kSoldOnce);
    const auto recent = receipts.add(kFirstDay + 99, 100, 0, kSoldOnce);
    receipts.add(kFirstDay - 300, 500, 0, kSoldDaily);
    CHECK(receipts.byProduct(kSoldOnce) == std::vector{recent, sold, imported});
    CHECK(receipts.byProduct(kSoldOnce, kEver, 2) == std::vector{recent, sold});
    CHECK(receipts.byProduct(kSoldDaily, kEver, 1) == std::vector{DocumentId{100}});
    CHECK(receipts.byProduct(kSoldOnce, {{kFirstDay}, {kFirstDay + 98}}) == std::vector{sold});
    CHECK(receipts.byProduct(ProductId{3}).empty());
}

TEST_CASE("looking for an amount or a product takes no longer in a shop with ten times the history")
{
    Receipts young{200};
    Receipts old{2000};
    const auto atMostTwice = [&](auto act) {
        const auto before = young.stepsOf([&] { act(young, kFirstDay + 199); });
        const auto after = old.stepsOf([&] { act(old, kFirstDay + 1999); });
        INFO(before << " steps, then " << after);
        CHECK(after < 2 * before);
    };
    SECTION("an amount that never was")
    {
        atMostTwice([](Receipts& in, int) { CHECK(in.byAmount(77).empty()); });
    }
    SECTION("an amount of every day")
    {
        atMostTwice([](Receipts& in, int) { CHECK(in.byAmount(500, kEver, 20).size() == 20); });
    }
    SECTION("a product that was never sold")
    {
        atMostTwice([](Receipts& in, int) { CHECK(in.byProduct(kSoldOnce).empty()); });
    }
    SECTION("today's receipts with the product of every day")
    {
        atMostTwice([](Receipts& in, int today) {
            CHECK(in.byProduct(kSoldDaily, {{today}, {today}}).size() == 1);
        });
    }
}
