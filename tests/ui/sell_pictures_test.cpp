#include "sell_samples.h"
#include "shot.h"

#include "ui/kit/theme.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/item_field.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/results_view.h"

#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kDesk{1366, 768};
constexpr QSize kSmall{1024, 768};

struct Look {
    explicit Look(const LookSettings& look) { Theme::instance().apply(look); }
    ~Look() { Theme::instance().apply({.mode = ThemeMode::Light}); }
};

} // namespace

TEST_CASE("the Sell page is photographed as in the pictures of the look")
{
    SampleWindow window;
    fillEmpty(window);
    shoot(window, kDesk, u"c01-sell-empty"_s);
    fillTwelveLines(window);
    shoot(window, kDesk, u"c02-sell-12-lines"_s);
    shoot(window, kSmall, u"c12-sell-1024"_s);

    window.sell->field().setText(u"cro"_s);
    window.sell->results().show(sampleResults(), u"10 products match"_s, u"€"_s);
    window.sell->showLeft(SellFrame::Left::Results);
    shoot(window, kDesk, u"c03-sell-searching"_s);
    shoot(window, kSmall, u"c03-sell-searching-1024"_s);

    window.sell->field().clear();
    window.sell->payParts().setState(sampleParts());
    window.sell->payParts().setGroups(sampleGroups());
    window.sell->cart().lines().markLine(0);
    window.sell->showLeft(SellFrame::Left::PayParts);
    window.sell->payParts().focusAmount();
    shoot(window, kDesk, u"c04-pay-split"_s);
    window.sell->payParts().setGroups({.methods = sampleGroups().methods, .shares = {}, .foreign = {}});
    shoot(window, kSmall, u"c04-pay-split-1024"_s);

    window.sell->showLeft(SellFrame::Left::Tiles);
    window.sell->cart().showPaid(u"Sale 1042 paid"_s, u"cash, 15:07, Cashier 2"_s, samplePaid());
    window.sell->cart().setChip(u"Drawer open"_s, Tone::Warn);
    shoot(window, kDesk, u"c05-change"_s);
    shoot(window, kSmall, u"c05-change-1024"_s);
    CHECK(window.sell->cart().isShowingPaid());
}

TEST_CASE("the Sell page is photographed dark, for fingers, enlarged and right to left")
{
    SampleWindow window;
    fillTwelveLines(window);
    {
        const Look dark{{.mode = ThemeMode::Dark}};
        shoot(window, kDesk, u"c11-sell-dark"_s);
        window.sell->cart().showPaid(u"Sale 1042 paid"_s, u"cash, 15:07, Cashier 2"_s, samplePaid());
        shoot(window, kDesk, u"c05-change-dark"_s);
        window.sell->cart().showSale();
        fillEmpty(window);
        shoot(window, kDesk, u"c01-sell-empty-dark"_s);
        fillTwelveLines(window);
    }
    {
        const Look touch{{.mode = ThemeMode::Light, .density = Density::Touch}};
        shoot(window, kDesk, u"c13-sell-touch"_s);
        window.sell->field().setText(u"cro"_s);
        window.sell->results().show(sampleResults(), u"10 products match"_s, u"€"_s);
        window.sell->showLeft(SellFrame::Left::Results);
        shoot(window, kDesk, u"c13-sell-touch-searching"_s);
        shoot(window, kSmall, u"c13-sell-touch-searching-1024"_s);
        window.sell->field().clear();
        window.sell->showLeft(SellFrame::Left::Tiles);
    }
    {
        const Look large{{.mode = ThemeMode::Light, .zoomPercent = 130}};
        shoot(window, {1920, 1080}, u"sell-zoom-130"_s);
    }
    {
        const Look noKeys{{.mode = ThemeMode::Light, .showKeys = false}};
        window.setLayoutDirection(Qt::RightToLeft);
        shoot(window, kDesk, u"sell-rtl-no-keys"_s);
    }
    CHECK(window.sell->cart().lines().markedLine() == 6);
}
