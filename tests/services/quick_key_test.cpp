#include "services/quick_key_service.h"

#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "storage/connection.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

#include <array>

using namespace till;

namespace {

/// The smallest picture there is by its head: what a service that decodes nothing can look at.
std::vector<std::uint8_t> png(std::uint32_t width, std::uint32_t height, std::size_t bytes = 80)
{
    std::vector<std::uint8_t> data{
        0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    for (const auto side : {width, height}) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            data.push_back(static_cast<std::uint8_t>(side >> shift));
    }
    data.resize(std::max(bytes, data.size()));
    return data;
}

class Keys : public test::ShopFixture {
public:
    Keys()
    {
        bread = addProduct("Baguette", 180, "BAG", "B");
        roll = addProduct("Poppy seed roll", 55, "ROL", "B");
        coffee = addProduct("Coffee", 240, "COF", "C");
        milk = addProduct("Whole milk", 129, "4006381333931", "B");
    }
    QuickKeyService& keys() { return shop().quickKeys(); }
    QuickKeyPageId page(const char* name)
    {
        const auto made = keys().addPage(owner(), name);
        REQUIRE(made);
        return *made;
    }
    void put(QuickKeyPageId page, ProductId product, std::optional<int> place = {})
    {
        REQUIRE(keys().put(owner(), page, product, place));
    }
    /// "Counter 0:Baguette 4:Coffee/2": the pages with what stands on them.
    std::vector<std::string> layout()
    {
        std::vector<std::string> pages;
        for (const auto& each : keys().pages()) {
            auto text = each.name;
            for (const auto& key : each.keys) {
                const std::array ids{key.product};
                text += ' ' + std::to_string(key.place) + ':' + shop().catalog().rows(ids).front().name;
                if (key.colour) text += '/' + std::to_string(*key.colour);
            }
            pages.push_back(text);
        }
        return pages;
    }
    void sell(ProductId product, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            SaleRequest request;
            request.lines.push_back({{}, product, Quantity::fromWhole(1), {}, {}, {}});
            request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
            REQUIRE(shop().checkout().sell(owner(), request));
        }
    }

    ProductId bread;
    ProductId roll;
    ProductId coffee;
    ProductId milk;
};

using Pages = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(Keys, "pages keep their order, their names and every key its place, over a restart too")
{
    int told = 0;
    const auto listening = keys().changed.subscribe([&] { ++told; });
    const auto counter = page("Counter");
    const auto drinks = page("Drinks");
    put(counter, bread);
    put(counter, roll);
    put(drinks, coffee, 12);
    REQUIRE(keys().setColour(owner(), drinks, 12, 3));
    REQUIRE(keys().movePage(owner(), drinks, 0));
    REQUIRE(keys().renamePage(owner(), counter, "  Bread & rolls  "));
    CHECK(told == 8);
    const Pages wanted{"Drinks 12:Coffee/3", "Bread & rolls 0:Baguette 1:Poppy seed roll"};
    CHECK(layout() == wanted);
    reopen();
    CHECK(layout() == wanted);
    verify();
}

TEST_CASE_METHOD(Keys, "a key moves on its page and to another, and everything can be put back as it was")
{
    const auto counter = page("Counter");
    const auto drinks = page("Drinks");
    put(counter, bread);
    put(counter, roll);
    put(drinks, coffee);
    const auto before = keys().pages();
    REQUIRE(keys().move(owner(), counter, 0, 5));
    REQUIRE(keys().moveToPage(owner(), counter, 1, drinks));
    REQUIRE(keys().remove(owner(), drinks, 0));
    CHECK(layout() == Pages{"Counter 5:Baguette", "Drinks 1:Poppy seed roll"});
    REQUIRE(keys().archivePage(owner(), counter));
    const auto extra = page("Extra");
    CHECK(layout() == Pages{"Drinks 1:Poppy seed roll", "Extra"});
    REQUIRE(keys().restore(owner(), before));
    CHECK(layout() == Pages{"Counter 0:Baguette 1:Poppy seed roll", "Drinks 0:Coffee"});
    CHECK(keys().renamePage(owner(), extra, "x").error().code == ErrorCode::QuickKeyPageNotFound);
    verify();
}

TEST_CASE_METHOD(Keys, "what cannot be is refused, and nothing changes")
{
    const auto counter = page("Counter");
    put(counter, bread);
    int told = 0;
    const auto listening = keys().changed.subscribe([&] { ++told; });
    CHECK(keys().addPage(owner(), " ").error().code == ErrorCode::NameEmpty);
    CHECK(keys().addPage(owner(), std::string(201, 'x')).error().code == ErrorCode::NameTooLong);
    CHECK(
        keys().renamePage(owner(), counter, "a\x1b[2J").error().code == ErrorCode::NameHasControlCharacters);
    CHECK(keys().renamePage(owner(), counter, "\xff").error().code == ErrorCode::TextNotUnicode);
    CHECK(keys().put(owner(), {99}, bread).error().code == ErrorCode::QuickKeyPageNotFound);
    CHECK(keys().put(owner(), counter, {99}).error().code == ErrorCode::ProductNotFound);
    CHECK(keys().put(owner(), counter, roll, kQuickKeyPlaces).error().code == ErrorCode::NumberOutOfRange);
    CHECK(keys().put(owner(), counter, roll, -1).error().code == ErrorCode::NumberOutOfRange);
    CHECK(keys().move(owner(), counter, 3, 4).error().code == ErrorCode::NumberOutOfRange);
    CHECK(keys().remove(owner(), counter, 3).error().code == ErrorCode::NumberOutOfRange);
    CHECK(keys().setColour(owner(), counter, 0, 7).error().code == ErrorCode::NumberOutOfRange);
    CHECK(keys().movePage(owner(), counter, 1).error().code == ErrorCode::NumberOutOfRange);
    for (int count = 1; count < kQuickKeyPages; ++count) page("More");
    CHECK(keys().addPage(owner(), "One too many").error().code == ErrorCode::NumberOutOfRange);
    CHECK(told == kQuickKeyPages - 1);
    CHECK(layout().front() == "Counter 0:Baguette");
    verify();
}

TEST_CASE_METHOD(Keys, "names of pages are kept as they were written, whatever they look like")
{
    for (const char* name :
        {"'; DROP TABLE quick_key; --", "<b>bold</b> & co", "пирожки 🥐", "%1 %n {} \\n", "مخبز", "=1+1"}) {
        const auto made = page(name);
        CHECK(keys().pages().back().name == name);
        REQUIRE(keys().archivePage(owner(), made));
    }
    verify();
}

TEST_CASE_METHOD(Keys, "who may not arrange the keys changes nothing")
{
    const auto counter = page("Counter");
    put(counter, bread);
    Connection db{{shop().file()}};
    db.execute("INSERT INTO user(uid, name, role_id, created_at) "
               "SELECT randomblob(16), 'Casual', id, 0 FROM role WHERE code = 'cashier'");
    const Actor cashier{UserId{db.lastInsertId()}, shop().facts().till};
    CHECK(keys().addPage(cashier, "Mine").error().code == ErrorCode::NotAllowed);
    CHECK(keys().move(cashier, counter, 0, 1).error().code == ErrorCode::NotAllowed);
    CHECK(keys().remove(cashier, counter, 0).error().code == ErrorCode::NotAllowed);
    CHECK(keys().setIcon(cashier, bread, "croissant").error().code == ErrorCode::NotAllowed);
    CHECK(keys().restore(cashier, {}).error().code == ErrorCode::NotAllowed);
    CHECK(layout() == Pages{"Counter 0:Baguette"});
}

TEST_CASE_METHOD(Keys, "the key of a product that is no longer sold is gone, and its place is free")
{
    const auto counter = page("Counter");
    put(counter, bread);
    put(counter, roll);
    REQUIRE(shop().catalog().archive(owner(), bread));
    CHECK(layout() == Pages{"Counter 1:Poppy seed roll"});
    put(counter, coffee);
    CHECK(layout() == Pages{"Counter 0:Coffee 1:Poppy seed roll"});
    CHECK(keys().put(owner(), counter, bread).error().code == ErrorCode::ProductNotFound);
    verify();
}

TEST_CASE_METHOD(Keys, "a product has one picture, an icon or a PNG, until it has none")
{
    const std::array ids{bread, coffee};
    REQUIRE(keys().setIcon(owner(), bread, "croissant"));
    CHECK(keys().pictures(ids).at(0).icon == "croissant");
    CHECK(keys().picturePng(bread).empty());
    const auto picture = png(256, 256);
    clock.advance(std::chrono::seconds{1});
    REQUIRE(keys().setPicture(owner(), bread, picture));
    const auto now = keys().pictures(ids);
    REQUIRE(now.size() == 1);
    CHECK(now[0].icon.empty());
    CHECK(now[0].changedAt == clock.now());
    CHECK(keys().picturePng(bread) == picture);
    REQUIRE(keys().removePicture(owner(), bread));
    CHECK(keys().pictures(ids).empty());
    verify();
}

TEST_CASE_METHOD(Keys, "what is no small PNG does not come into the file")
{
    const auto refused = [&](const std::vector<std::uint8_t>& bytes) {
        const auto set = keys().setPicture(owner(), bread, bytes);
        REQUIRE_FALSE(set);
        return set.error().code;
    };
    CHECK(refused({}) == ErrorCode::PictureNotReadable);
    CHECK(refused({'G', 'I', 'F', '8', '9', 'a'}) == ErrorCode::PictureNotReadable);
    CHECK(refused(std::vector<std::uint8_t>(5000, 0xFF)) == ErrorCode::PictureNotReadable);
    CHECK(refused(png(0, 10)) == ErrorCode::PictureNotReadable);
    CHECK(refused(png(257, 10)) == ErrorCode::PictureTooLarge);
    CHECK(refused(png(10, 0xFFFFFFFF)) == ErrorCode::PictureTooLarge);
    CHECK(refused(png(10, 10, 300'001)) == ErrorCode::PictureTooLarge);
    CHECK(keys().setIcon(owner(), bread, "../etc/passwd").error().code == ErrorCode::PictureNotReadable);
    CHECK(keys().setIcon(owner(), bread, "").error().code == ErrorCode::PictureNotReadable);
    CHECK(keys().setPicture(owner(), {99}, png(9, 9)).error().code == ErrorCode::ProductNotFound);
    const std::array ids{bread};
    CHECK(keys().pictures(ids).empty());
    verify();
}

TEST_CASE_METHOD(Keys, "what sells at this hour is proposed, and what no scanner finds comes first")
{
    const auto names = [&] {
        Pages words;
        for (const auto& each : keys().proposals(10)) {
            const std::array ids{each.product};
            words.push_back(shop().catalog().rows(ids).front().name + ' ' + std::to_string(each.lines));
        }
        return words;
    };
    CHECK(names().empty());
    openShift();
    sell(milk, 3); // has a barcode
    sell(bread, 1);
    sell(roll, 2);
    clock.advance(std::chrono::hours{5});
    sell(coffee, 4);        // at another hour
    CHECK(names().empty()); // today says nothing of what will sell today
    clock.advance(std::chrono::hours{24 * 7 - 5});
    CHECK(names() == Pages{"Poppy seed roll 2", "Baguette 1", "Whole milk 3"});
    clock.advance(std::chrono::hours{5});
    CHECK(names() == Pages{"Coffee 4"});
    REQUIRE(shop().catalog().archive(owner(), coffee));
    CHECK(names().empty());
}
