#include "storage/connection.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace till;

namespace {

struct Memory {
    Connection db{{{}, OpenOptions::Mode::Memory}};
};

} // namespace

TEST_CASE_METHOD(Memory, "every type of the domain comes back from the file as it went in")
{
    db.execute("CREATE TABLE t(a, b, c, d, e, f, g, h, i, j)");
    const auto uid = Uid::make(1'700'000'000'000);
    const Timestamp at{std::chrono::milliseconds{1'700'000'000'123}};
    db.run("INSERT INTO t VALUES (?,?,?,?,?,?,?,?,?,?)", Money::fromMinor(-1230),
        UnitPrice::fromHundredths(350), Quantity::fromThousandths(1250), Rate::fromPercent(20), ProductId{7},
        uid, at, BusinessDay{20526}, true, "caf\u00e9");

    auto row = db.query("SELECT a, b, c, d, e, f, g, h, i, j FROM t");
    REQUIRE(row.step());
    CHECK(row.money(0) == Money::fromMinor(-1230));
    CHECK(row.unitPrice(1) == UnitPrice::fromHundredths(350));
    CHECK(row.quantity(2) == Quantity::fromThousandths(1250));
    CHECK(row.rate(3) == Rate::fromPercent(20));
    CHECK(row.id<ProductId>(4) == ProductId{7});
    CHECK(row.uid(5) == uid);
    CHECK(row.timestamp(6) == at);
    CHECK(row.businessDay(7) == BusinessDay{20526});
    CHECK(row.boolean(8));
    CHECK(row.text(9) == "caf\u00e9");
    CHECK_FALSE(row.step());
}

TEST_CASE_METHOD(Memory, "absent is NULL in the file and nothing in the program")
{
    db.execute("CREATE TABLE t(a, b, c)");
    db.run(
        "INSERT INTO t VALUES (?,?,?)", std::optional<Money>{}, std::optional{Money::fromMinor(5)}, nullptr);
    auto row = db.query("SELECT a, b, c FROM t");
    REQUIRE(row.step());
    CHECK(row.isNull(0));
    CHECK(row.optional<Money>(0) == std::nullopt);
    CHECK(row.optional<Money>(1) == Money::fromMinor(5));
    CHECK(row.optional<std::string>(2) == std::nullopt);
}

TEST_CASE_METHOD(Memory, "text and blobs keep every byte, and the empty one is not NULL")
{
    db.execute("CREATE TABLE t(a TEXT NOT NULL, b BLOB NOT NULL) STRICT");
    using namespace std::string_view_literals;
    db.run("INSERT INTO t VALUES (?, ?)", "a\0b"sv, Blob{0, 255, 0});
    db.run("INSERT INTO t VALUES (?, ?)", std::string_view{}, Blob{});
    auto row = db.query("SELECT a, b FROM t ORDER BY rowid");
    REQUIRE(row.step());
    CHECK(row.text(0) == "a\0b"sv);
    CHECK(row.blob(1) == Blob{0, 255, 0});
    REQUIRE(row.step());
    CHECK(row.text(0).empty());
    CHECK(row.blob(1).empty());
}

TEST_CASE_METHOD(Memory, "a text may be bound from a string that is gone when the statement runs")
{
    auto query = db.prepare("SELECT ?");
    query.bind(1, std::string(100, 'x'));
    REQUIRE(query.step());
    CHECK(query.text(0) == std::string(100, 'x'));
}

TEST_CASE_METHOD(Memory, "a number that does not fit is refused, not wrapped")
{
    auto query = db.prepare("SELECT ?");
    CHECK_THROWS_AS(query.bind(1, std::numeric_limits<std::uint64_t>::max()), NumberOverflow);
    query.bind(1, std::numeric_limits<std::int64_t>::min());
    REQUIRE(query.step());
    CHECK(query.integer(0) == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE_METHOD(Memory, "a statement comes back from the cache without the values of its last use")
{
    const auto ask = [&] { return db.prepare("SELECT ?"); };
    {
        auto first = ask();
        first.bind(1, 42);
        REQUIRE(first.step());
    }
    auto second = ask();
    REQUIRE(second.step());
    CHECK(second.isNull(0));
}

TEST_CASE_METHOD(Memory, "the same query inside its own loop walks its own rows")
{
    db.execute("CREATE TABLE t(x INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)");
    const auto rows = [&] { return db.prepare("SELECT x FROM t ORDER BY x"); };
    std::vector<std::int64_t> seen;
    for (auto outer = rows(); outer.step();) {
        for (auto inner = rows(); inner.step();) seen.push_back(outer.integer(0) * 10 + inner.integer(0));
    }
    CHECK(seen == std::vector<std::int64_t>{11, 12, 13, 21, 22, 23, 31, 32, 33});
}

TEST_CASE_METHOD(Memory, "a statement left half way does not keep the table locked")
{
    db.execute("CREATE TABLE t(x INTEGER) STRICT; INSERT INTO t VALUES (1), (2)");
    {
        auto query = db.prepare("SELECT x FROM t");
        REQUIRE(query.step());
    }
    CHECK_NOTHROW(db.execute("DROP TABLE t"));
}

TEST_CASE_METHOD(Memory, "a broken rule of the schema is told apart from a broken disk")
{
    db.execute("CREATE TABLE t(x INTEGER UNIQUE) STRICT; INSERT INTO t VALUES (1)");
    try {
        db.run("INSERT INTO t VALUES (?)", 1);
        FAIL("two equal values were taken");
    } catch (const StorageError& e) {
        CHECK(e.kind() == StorageError::Kind::Constraint);
    }
    CHECK_NOTHROW(db.run("INSERT INTO t VALUES (?)", 2));
}

TEST_CASE_METHOD(Memory, "sixteen bytes are a uid, fifteen are a damaged file")
{
    auto query = db.query("SELECT zeroblob(15)");
    REQUIRE(query.step());
    CHECK_THROWS_AS(query.uid(0), StorageError);
}
