#include "storage/product_set.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <set>

using namespace till;

namespace {

std::set<std::size_t> contents(const ProductBlock& block)
{
    std::set<std::size_t> all;
    block.forEach([&](std::size_t index) {
        all.insert(index);
        return true;
    });
    return all;
}

} // namespace

TEST_CASE("a block of products comes back from its bytes, few or many")
{
    CHECK(rc::check([] {
        const auto every = *rc::gen::element<std::size_t>(1, 2, 7, 9, 40, 127, 128, 129, 5000, 17'000);
        const auto first = *rc::gen::inRange<std::size_t>(0, ProductBlock::kProducts);
        ProductBlock block;
        for (auto index = first; index < ProductBlock::kProducts; index += every) block.insert(index);
        const auto bytes = block.packed();
        RC_ASSERT(bytes.size() <= ProductBlock::kProducts / 8);
        ProductBlock again;
        again.insertPacked(bytes);
        RC_ASSERT(contents(again) == contents(block));
        RC_ASSERT(again.count() == contents(block).size());
    }));
    CHECK(ProductBlock{}.packed().empty());
}

TEST_CASE("damaged bytes of a block are no more than wrong products")
{
    CHECK(rc::check([](const std::vector<std::uint8_t>& bytes) {
        ProductBlock block;
        block.insertPacked(bytes);
        RC_ASSERT(block.count() <= bytes.size());
    }));
}
