#include "counter.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/customer_service.h"
#include "services/setting_service.h"
#include "services/stock_service.h"
#include "ui/sell/choice_page.h"
#include "ui/sell/sale_tabs.h"

#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : Counter {
    Desk() { beer = addProduct("Beer", 150, "BEER", "A", 80); }
    QStringList tabs()
    {
        QStringList names;
        auto& strip = child<SaleTabs>(*page, "saleTabs");
        if (!strip.isVisible()) return names;
        for (auto* tab : strip.findChildren<KeyButton*>())
            if (!tab->isHidden()) names << tab->text();
        return names;
    }
    void touch(const char* name)
    {
        QTest::mouseClick(&childNamed(*page, QString::fromLatin1(name)), Qt::LeftButton);
    }
    void set(const char* key, const char* value) { REQUIRE(shop().settings().set(owner(), key, value)); }
    void change(ProductId id, const std::function<void(ProductDraft&)>& how)
    {
        const auto details = shop().catalog().details(id);
        auto draft = details->fields;
        how(draft);
        REQUIRE(shop().catalog().change(owner(), id, details->revision, draft));
    }
    void addDeposit()
    {
        ProductDraft draft;
        draft.name = "Bottle deposit";
        draft.kind = ItemKind::Deposit;
        draft.taxClass = shop().catalog().taxes().classes.front().id;
        draft.price = UnitPrice::fromHundredths(2'500);
        draft.tracksStock = false;
        draft.codes = {{"DEP", true, Quantity::fromWhole(1), {}}};
        SellingRules rules;
        rules.deposit = *shop().catalog().add(owner(), draft);
        REQUIRE(shop().catalog().setSellingRules(owner(), beer, rules));
    }
    QString customerShown() { return button("saleCustomer").text(); }
    ProductId beer;
};

} // namespace

TEST_CASE_METHOD(Desk, "Ctrl+T begins a sale beside this one, Ctrl+Tab and a touch go from one to the other")
{
    scan(u"BAG"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    CHECK(rows().isEmpty());
    CHECK(tabs() == QStringList{u"Baguette"_s, u"New sale"_s});
    scan(u"COF"_s);
    CHECK(tabs() == QStringList{u"Baguette"_s, u"This sale"_s});
    press(Qt::Key_Tab, Qt::ControlModifier);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    CHECK(tabs() == QStringList{u"This sale"_s, u"Coffee"_s});
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    shoot(*page, {1278, 708}, u"sell-tabs-1366"_s);
    press(Qt::Key_F12);
    CHECK(label("saleTitle").contains(u"paid"_s));
    scan(u"COF"_s); // the next customer's, not the one's who waits
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    const auto waiting = shop().carts().sideBySide(shop().facts().till).front().id.value;
    touch(qPrintable(u"saleTab%1"_s.arg(waiting)));
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    touch("newSale");
    CHECK(rows().isEmpty());
    verify();
}

TEST_CASE_METHOD(Desk, "F5 puts the sale on a customer, and an unknown one is added after a name was asked")
{
    scan(u"BAG"_s);
    type(u"K-17"_s);
    press(Qt::Key_F5);
    REQUIRE(childNamed(*page, u"customerPage"_s).isVisible());
    press(Qt::Key_Return); // nobody has that code
    REQUIRE(childNamed(*page, u"customerNew"_s).isVisible());
    type(u"Anna Weber"_s);
    press(Qt::Key_Return);
    CHECK(customerShown() == u"Anna Weber");
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(customerShown().isEmpty());
    scan(u"K-17"_s); // the card, where goods are scanned
    CHECK(customerShown() == u"Anna Weber");
    shoot(*page, {1278, 708}, u"sell-customer-1366"_s);
    touch("saleCustomer");
    touch("customerRemove");
    CHECK(customerShown().isEmpty());
    press(Qt::Key_F5);
    type(u"web"_s);
    shoot(*page, {1278, 708}, u"sell-customer-page-1366"_s);
    press(Qt::Key_Return);
    CHECK(customerShown() == u"Anna Weber");
}

TEST_CASE_METHOD(Desk, "Ctrl+N notes something at the marked line, and the same goods are another line then")
{
    scan(u"COF"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"no sugar"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s, u"no sugar"_s});
    scan(u"COF"_s);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s, u"no sugar"_s, u"1 Coffee 2,40"_s});
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"pays on Friday"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(rows().last() == u"For the shop: pays on Friday");
    shoot(*page, {1278, 708}, u"sell-notes-1366"_s);
    press(Qt::Key_F12);
    verify();
}

TEST_CASE_METHOD(Desk, "an open price is asked at the tile: two touches and the price, or the price first")
{
    change(beer, [](ProductDraft& draft) { draft.openPrice = true; });
    scan(u"BEER"_s);
    CHECK(noteWords().contains(u"open price"_s));
    scan(u"3"_s);
    CHECK(rows() == QStringList{u"1 Beer 3,00"_s});
    scan(u"BEER"_s);
    scan(u"3017620422003"_s); // no price but a code
    CHECK(rows() == QStringList{u"1 Beer 3,00"_s});
}

TEST_CASE_METHOD(Desk, "an amount and Alt+1 sells it under the first department")
{
    const std::vector<std::string> path{"Bread"};
    REQUIRE(shop().catalog().departmentNamed(owner(), path));
    press(Qt::Key_1, Qt::AltModifier);
    CHECK(noteWords().contains(u"amount first"_s));
    type(u"2,50"_s);
    press(Qt::Key_1, Qt::AltModifier);
    CHECK(rows() == QStringList{u"1 Bread 2,50"_s});
    press(Qt::Key_F12);
    verify();
}

TEST_CASE_METHOD(Desk, "a shop that wants a reason for a price shows its list, and a digit picks")
{
    set("sale.price_reason", "on");
    set("sale.price_reasons", "Damaged\nPromised");
    scan(u"COF"_s);
    type(u"2,00"_s);
    press(Qt::Key_F4);
    REQUIRE(childNamed(*page, u"priceReason"_s).isVisible());
    press(Qt::Key_2);
    CHECK(rows() == QStringList{u"1 Coffee 2,00"_s});
    press(Qt::Key_F12);
    verify();
}

TEST_CASE_METHOD(Desk, "a price below cost is taken, and said")
{
    scan(u"BAG"_s);
    type(u"0,50"_s);
    press(Qt::Key_F4);
    CHECK(rows() == QStringList{u"1 Baguette 0,50"_s});
    CHECK(noteWords().contains(u"less than it cost"_s));
}

TEST_CASE_METHOD(
    Desk, "2,00- takes two off the line, 1,00 and Ctrl+% one off the sale, 10 and Ctrl+% a tenth")
{
    scan(u"3*COF"_s);
    scan(u"2,00-"_s);
    CHECK(rows() == QStringList{u"3 Coffee 2,40 7,20"_s, u"Discount −2,00"_s});
    type(u"1,00"_s);
    press(Qt::Key_Percent, Qt::ControlModifier);
    CHECK(rows().last() == u"Discount −1,00");
    type(u"10"_s);
    press(Qt::Key_Percent, Qt::ControlModifier);
    CHECK(rows().last().startsWith(u"Discount 10"_s));
    scan(u"9,00-"_s); // more than the line comes to
    CHECK(noteWords().contains(u"not possible"_s));
}

TEST_CASE_METHOD(Desk, "goods for grown-ups ask for the date of birth, once in a sale")
{
    change(beer, [](ProductDraft& draft) { draft.minimumAge = 18; });
    scan(u"BEER"_s);
    REQUIRE(childNamed(*page, u"agePage"_s).isVisible());
    shoot(*page, {1278, 708}, u"sell-age-1366"_s);
    pressAt(5'000, Qt::Key_Return, true); // held down: no answer
    CHECK(childNamed(*page, u"agePage"_s).isVisible());
    press(Qt::Key_Escape);
    press(Qt::Key_F12); // not yet
    REQUIRE(childNamed(*page, u"agePage"_s).isVisible());
    CHECK_FALSE(shop().checkout().last(shop().facts().till));
    type(u"31.12.2025"_s);
    press(Qt::Key_Return);
    CHECK(label("agePageProblem").contains(u"too young"_s));
    child<QLineEdit>(*page, "agePageField").clear();
    type(u"01.02.1990"_s);
    press(Qt::Key_Return);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    scan(u"BEER"_s);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    press(Qt::Key_F12);
    CHECK(shop().checkout().last(shop().facts().till));
    scan(u"BEER"_s); // another customer
    REQUIRE(childNamed(*page, u"agePage"_s).isVisible());
    press(Qt::Key_Delete);
    CHECK(rows().isEmpty());
    verify();
}

TEST_CASE_METHOD(
    Desk, "a deposit stands under its bottle and follows it, and an empty one comes back by its code")
{
    addDeposit();
    scan(u"BEER"_s);
    scan(u"*2"_s);
    CHECK(rows() == QStringList{u"2 Beer 1,50 3,00"_s, u"2 × Bottle deposit 0,50"_s});
    press(Qt::Key_Delete);
    CHECK(rows().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    scan(u"-1*DEP"_s);
    CHECK(rows().contains(u"−1 Bottle deposit return −0,25"_s));
    shoot(*page, {1278, 708}, u"sell-deposit-1366"_s);
    press(Qt::Key_F12);
    verify();
}

TEST_CASE_METHOD(Desk, "more than is there is said, and sold where the shop only wants to know")
{
    REQUIRE(shop().stock().receive(owner(), {{beer, Quantity::fromWhole(2), {}}}, ""));
    scan(u"2*BEER"_s);
    CHECK_FALSE(page->frame().note().hasNote());
    scan(u"BEER"_s);
    CHECK(noteWords().contains(u"2 left, 3 in the sale"_s));
    CHECK(rows() == QStringList{u"3 Beer 1,50 4,50"_s});
}

TEST_CASE_METHOD(Desk, "F9 and a scan shows the price, and the second scan of the same sells it")
{
    press(Qt::Key_F9);
    scan(u"COF"_s);
    CHECK(noteWords().contains(u"2,40"_s));
    CHECK(rows().isEmpty());
    scan(u"COF"_s);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
}

TEST_CASE_METHOD(Desk, "further codes nobody knows wait while one is filled in, and paying asks first")
{
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    type(u"Pen"_s);
    scanAnywhere(u"3017620422003"_s);
    CHECK(child<QLineEdit>(*page, "newProductName").text() == u"Pen");
    CHECK(button("codesWaiting").text() == u"1 code(s) wait");
    press(Qt::Key_F12);
    CHECK(noteWords().contains(u"half filled in"_s));
    CHECK_FALSE(shop().checkout().last(shop().facts().till));
    press(Qt::Key_Tab);
    type(u"2,00"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Pen 2,00"_s});
    CHECK(button("codesWaiting").isHidden());
    REQUIRE(childNamed(*page, u"unknownCodePage"_s).isVisible()); // the one that waited
    press(Qt::Key_Escape);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
}

TEST_CASE_METHOD(Desk, "an unknown code becomes one more of a product, and one of it is sold")
{
    change(beer, [](ProductDraft& draft) {
        draft.codes.push_back({"SIX", false, Quantity::fromWhole(6), {}});
    });
    scan(u"4006381333931"_s);
    shoot(*page, {1278, 708}, u"sell-unknown-1366"_s);
    shoot(*page, {936, 708}, u"sell-unknown-1024"_s);
    auto& search = child<QLineEdit>(*page, "attachSearch");
    search.setFocus();
    type(u"beer"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Beer 1,50"_s});
    scan(u"4006381333931"_s);
    CHECK(rows() == QStringList{u"2 Beer 1,50 3,00"_s});
}

TEST_CASE_METHOD(
    Desk, "of several sales on hold the marked one is shown before it is taken, or given up with a reason")
{
    scan(u"BAG"_s);
    press(Qt::Key_F6);
    scan(u"COF"_s);
    press(Qt::Key_F6);
    press(Qt::Key_F7);
    auto& preview = child<CartView>(*page, "heldPreview");
    CHECK(preview.cart().at(0).name == u"Baguette");
    press(Qt::Key_Down);
    CHECK(preview.cart().at(0).name == u"Coffee");
    shoot(*page, {1278, 708}, u"sell-held-1366"_s);
    press(Qt::Key_Delete);
    press(Qt::Key_1);
    press(Qt::Key_F7); // one is left: at once
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
}

TEST_CASE_METHOD(Desk, "a sale is given up with a reason, never by Escape")
{
    scan(u"BAG"_s);
    press(Qt::Key_Escape);
    CHECK(rows().size() == 1);
    press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(childNamed(*page, u"abandonReason"_s).isVisible());
    press(Qt::Key_Escape);
    CHECK(rows().size() == 1);
    press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_1);
    CHECK(rows().isEmpty());
    verify();
}

TEST_CASE_METHOD(Desk, "a code nobody knows that is scanned twice is added once and sold twice")
{
    scan(u"4006381333931"_s);
    scanAnywhere(u"4006381333931"_s);
    CHECK(childNamed(*page, u"codesWaiting"_s).isVisible());
    type(u"Felt pen"_s);
    press(Qt::Key_Tab);
    type(u"1,20"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"2 Felt pen 1,20 2,40"_s});
    CHECK_FALSE(childNamed(*page, u"codesWaiting"_s).isVisible());
}
