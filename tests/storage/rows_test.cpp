#include "storage/rows.h"

#include "storage/authorizer.h"
#include "storage/connection.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace till;

namespace {

struct Memory {
    Connection db{{{}, OpenOptions::Mode::Memory}};
};

} // namespace

TEST_CASE_METHOD(Memory, "rows in memory are read as a table, every type as it was given")
{
    db.execute("CREATE TABLE t(a, b, c, d, e, f, g, h, i)");
    const auto uid = Uid::make(1'700'000'000'000);
    Rows rows;
    rows.add(ProductId{7}, uid, std::string{"caf\u00e9"}, std::string_view{}, true, Money::fromMinor(-5),
        UnitPrice::fromHundredths(350), Quantity::fromThousandths(1250), -3);
    rows.add(ProductId{}, uid, std::string(300, 'x'), std::optional<std::string>{}, std::optional<bool>{},
        std::optional{Money::fromMinor(9)}, std::optional<UnitPrice>{}, std::optional<Quantity>{}, 4);
    CHECK(rows.size() == 2);
    denyWhatNobodyMay(db);
    db.run("INSERT INTO t SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8 FROM rows(?1)", rows);

    auto row = db.query("SELECT a, b, c, d, e, f, g, h, i FROM t");
    REQUIRE(row.step());
    CHECK(row.id<ProductId>(0) == ProductId{7});
    CHECK(row.uid(1) == uid);
    CHECK(row.text(2) == "caf\u00e9");
    CHECK_FALSE(row.isNull(3)); // an empty text is a text
    CHECK(row.boolean(4));
    CHECK(row.money(5) == Money::fromMinor(-5));
    CHECK(row.unitPrice(6) == UnitPrice::fromHundredths(350));
    CHECK(row.quantity(7) == Quantity::fromThousandths(1250));
    CHECK(row.integer(8) == -3);
    REQUIRE(row.step());
    CHECK(row.isNull(0));
    CHECK(row.text(2) == std::string(300, 'x'));
    for (const int absent : {3, 4, 6, 7}) CHECK(row.isNull(absent));
    CHECK(row.money(5) == Money::fromMinor(9));
    CHECK_FALSE(row.step());
}

TEST_CASE_METHOD(Memory, "no rows are an empty table, and a cleared one can be filled again")
{
    Rows rows;
    const auto count = [&] {
        auto row = db.query("SELECT count(*), sum(c0) FROM rows(?1)", rows);
        REQUIRE(row.step());
        return std::pair{row.integer(0), row.integer(1)};
    };
    CHECK(count() == std::pair<std::int64_t, std::int64_t>{0, 0});
    rows.add(1);
    rows.add(2);
    CHECK(count() == std::pair<std::int64_t, std::int64_t>{2, 3});
    rows.clear();
    CHECK(rows.isEmpty());
    rows.add(5, 6);
    CHECK(count() == std::pair<std::int64_t, std::int64_t>{1, 5});
}

TEST_CASE_METHOD(Memory, "a value that no column can hold is refused")
{
    Rows rows;
    CHECK_THROWS_AS(rows.add(std::numeric_limits<std::uint64_t>::max()), NumberOverflow);
}

TEST_CASE_METHOD(Memory, "rows that nobody gave are an error, not an empty table")
{
    CHECK_THROWS_AS(db.prepare("SELECT c0 FROM rows").step(), StorageError);
    CHECK_THROWS_AS(db.query("SELECT c0 FROM rows(?1)", 5).step(), StorageError);
}
