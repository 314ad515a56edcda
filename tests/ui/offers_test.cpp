#include "counter.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/promotion_service.h"
#include "services/promotion_text.h"
#include "ui/kit/ask.h"
#include "ui/kit/list_table.h"
#include "ui/promotions/offers_model.h"
#include "ui/promotions/offers_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

void offer(ShopFixture& fixture, const std::string& keys)
{
    const auto draft = promotionOfJson(fixture.shop(), "{" + keys + "}");
    REQUIRE(draft);
    REQUIRE(fixture.shop().promotions().add(fixture.owner(), *draft));
}

struct OffersOnScreen : PageOnScreen<OffersPage> {
    ~OffersOnScreen() { setAsker({}); }
    QString cell(int row, int column)
    {
        return child<ListTable>(page, "offerTable").model()->index(row, column).data().toString();
    }
    QStringList example()
    {
        QStringList rows;
        auto& cart = child<CartView>(page, "exampleLines").cart();
        for (int row = 0; row < cart.rowCount(); ++row)
            rows << cart.at(row).name + u' ' + cart.at(row).amount;
        return rows;
    }
};

} // namespace

TEST_CASE_METHOD(Counter, "an offer stands in green under its goods from the scan that earns it")
{
    offer(*this,
        R"("code":"P1","name":"3 baguettes for 5","kind":"n_for_price","products":["BAG"],"n":3,"price":"5.00")");
    scan(u"2*BAG"_s);
    CHECK(label("totalsSavings").isEmpty());
    scan(u"BAG"_s);
    CHECK(rows() == QStringList{u"3 Baguette 1,80 5,40"_s, u"3 baguettes for 5 −0,40"_s});
    CHECK(lines().cart().at(1).kind == CartRow::Kind::Saving);
    CHECK(label("totalsSavings") == u"Offers save 0,40");
    CHECK(label("totalsAmount").startsWith(u"5,00"_s));
}

TEST_CASE_METHOD(Counter, "a coupon that is typed waits in the sale, counts, and goes off with one press")
{
    offer(*this,
        R"("code":"P1","name":"5 off","kind":"amount_off","amount":"5.00","minimum":"9.00","coupons":["SAVE5"])");
    scan(u"COF"_s);
    scan(u"save5"_s);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s, u"Coupon SAVE5 waits: from 9,00"_s});
    CHECK(noteWords().contains(u"waits for goods of 9,00"_s));
    scan(u"3*COF"_s);
    CHECK(rows() == QStringList{u"4 Coffee 2,40 9,60"_s, u"5 off −5,00"_s});
    scan(u"SAVE5"_s);
    CHECK(noteWords().contains(u"counts"_s));
    QTest::mouseClick(&button("noteAction"), Qt::LeftButton);
    CHECK(rows() == QStringList{u"4 Coffee 2,40 9,60"_s});
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(rows().size() == 2);
}

TEST_CASE_METHOD(Counter, "a coupon that is over says so, and no goods are asked for")
{
    offer(*this,
        R"("code":"P1","kind":"amount_off","amount":"5.00","coupons":[{"code":"OLD","to":"2001-01-01"}])");
    scan(u"COF"_s);
    scan(u"OLD"_s);
    CHECK(noteWords().contains(u"not valid today"_s));
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
}

TEST_CASE_METHOD(OffersOnScreen, "an offer is written in plain words, and the example shows it line by line")
{
    const QAbstractItemModelTester tester{
        child<ListTable>(page, "offerTable").model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    press("newOffer");
    CHECK(label("exampleWords").contains(u"how many"_s));
    type("offerName", u"Three for five"_s);
    type("offerCount", u"3"_s);
    type("offerPrice", u"5"_s);
    type("offerGoodsSearch", u"BAG"_s);
    QTest::keyClick(&field("offerGoodsSearch"), Qt::Key_Return);
    QApplication::processEvents();
    CHECK(example() == QStringList{u"Baguette 7,20"_s, u"Three for five −0,40"_s});
    CHECK(label("exampleWords") == u"3 for 5,00");
    shoot(page, {1278, 740}, u"offers-editor"_s);
    press("saveOffer");
    CHECK(cell(0, OffersModel::Name) == u"Three for five");
    CHECK(cell(0, OffersModel::What) == u"3 for 5,00");
    CHECK(cell(0, OffersModel::State) == u"Running");
    shoot(page, {1278, 740}, u"offers-list"_s);
    REQUIRE(shop().promotions().all().size() == 1);
    CHECK(shop().promotions().all()[0].fields.rules.price == Money::fromMinor(500));
}

TEST_CASE_METHOD(OffersOnScreen, "coupons are made by the dozen, and leaving asks before they are lost")
{
    QStringList asked;
    setAsker([&](QWidget*, const Question& question) {
        asked << question.title;
        return 0;
    });
    page.newOffer();
    type("offerName", u"Five off"_s);
    press("chip_5");
    type("offerAmount", u"5"_s);
    press("offerNeedsCoupon");
    type("offerCodeCount", u"12"_s);
    press("offerMakeCodes");
    CHECK(child<QPlainTextEdit>(page, "offerCodes").toPlainText().split(u'\n').size() == 12);
    press("cancelOffer");
    CHECK(asked.size() == 1);
    press("saveOffer");
    REQUIRE(shop().promotions().all().size() == 1);
    CHECK(shop().promotions().all()[0].fields.coupons.size() == 12);
    CHECK(cell(0, OffersModel::What) == u"5,00 off, with a coupon");
}

TEST_CASE_METHOD(OffersOnScreen, "an offer that cannot be says what is missing, and is not saved")
{
    page.newOffer();
    type("offerName", u"Nothing yet"_s);
    press("saveOffer");
    CHECK(note().contains(u"how many"_s));
    CHECK(shop().promotions().all().empty());
    CHECK(nameless(page) == QStringList{});
}

TEST_CASE_METHOD(OffersOnScreen, "the offers fit a small window and fingers")
{
    offer(*this,
        R"("code":"P1","name":"2 lamps, 1 free","kind":"buy_x_get_y","buy":{"quantity":2},"get":{"quantity":1},"from":"2026-01-01","weekdays":["mon","fri"],"from_time":"17:00","to_time":"19:00")");
    offer(*this,
        R"("code":"P2","name":"Ten percent in summer","kind":"percent_off","percent":"10","from":"2999-06-01")");
    page.editOffer(shop().promotions().all()[0].id);
    for (const auto theme : {"light"}) {
        shoot(page, {936, 700}, u"offers-editor-small-%1"_s.arg(QString::fromLatin1(theme)));
    }
    CHECK(child<QLabel>(page, "exampleWords").text().startsWith(u"Buy 2, get 1 free"_s));
}
