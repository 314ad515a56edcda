#include "exchange/product_read_ahead.h"

#include <catch2/catch.hpp>

#include <string>

using namespace till;

namespace {

std::string list(int rows)
{
    std::string text = "SKU,Name,Price\n";
    for (int i = 0; i < rows; ++i) text += "S" + std::to_string(i) + ",Nail,1.50\n";
    return text;
}

ProductFile opened(std::string text)
{
    auto file = ProductFile::fromMemory(std::move(text));
    REQUIRE(file);
    return std::move(*file);
}

} // namespace

TEST_CASE("rows read ahead come in the order of the file, good and bad ones")
{
    auto text = list(1'000);
    text += "BAD,Nail,much\n" + std::string{"LAST,Nail,2.00\n"};
    auto file = opened(text);
    ProductReadAhead rows{file};
    for (int i = 0; i < 1'000; ++i) {
        const auto entry = rows.next();
        REQUIRE(entry);
        REQUIRE(*entry);
        REQUIRE(std::get<ProductRow>(**entry).sku == "S" + std::to_string(i));
        REQUIRE(std::get<ProductRow>(**entry).line == i + 2);
    }
    const auto bad = rows.next();
    REQUIRE((bad && *bad));
    CHECK(std::get<RowProblem>(**bad).line == 1'002);
    const auto last = rows.next();
    REQUIRE((last && *last));
    CHECK(std::get<ProductRow>(**last).sku == "LAST");
    CHECK(rows.rows() == 1'002);
    CHECK(rows.position() == file.size());
    for (int again = 0; again < 2; ++again) {
        const auto end = rows.next();
        REQUIRE(end);
        CHECK_FALSE(*end);
    }
}

TEST_CASE("rows before the place where a file breaks off are read, and then its error every time")
{
    auto file = opened(list(300) + "Q,\"Nail,1.00\n");
    ProductReadAhead rows{file};
    for (int i = 0; i < 300; ++i) REQUIRE(rows.next());
    for (int again = 0; again < 2; ++again) {
        const auto end = rows.next();
        REQUIRE_FALSE(end);
        CHECK(end.error().code == ErrorCode::ImportQuoteUnclosed);
        CHECK(end.error().detail == "302");
    }
}

TEST_CASE("whoever stops taking rows does not wait for the rest of the file")
{
    auto file = opened(list(100'000));
    {
        ProductReadAhead rows{file};
        REQUIRE(rows.next());
    }
    CHECK(file.rows() < 100'000);
}
