#include "page_on_screen.h"

#include "services/setting_service.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/segments.h"
#include "ui/kit/switch_field.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_page.h"

#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct SettingsOnScreen : PageOnScreen<SettingsPage> {
    std::string kept(const char* key) { return *shop().settings().get(key); }
    bool offers(const char* section)
    {
        return childNamed(page, u"section_"_s + QString::fromLatin1(section)).isVisible();
    }
};

} // namespace

TEST_CASE_METHOD(SettingsOnScreen, "a switch counts at once, says so, and is taken back with one touch")
{
    press("section_selling");
    press("setting_sale.merge_lines");
    CHECK(kept("sale.merge_lines") == "off");
    CHECK(note() == u"has been changed."_s);
    press("noteAction");
    CHECK(kept("sale.merge_lines") == "on");
    CHECK(child<SwitchField>(page, "setting_sale.merge_lines").isChecked());
}

TEST_CASE_METHOD(SettingsOnScreen, "what a setting cannot be is refused with words and stays as it was")
{
    type("setting_day.cutoff", u"25:00"_s);
    QTest::keyClick(&field("setting_day.cutoff"), Qt::Key_Return);
    CHECK(kept("day.cutoff") == "00:00");
    CHECK(field("setting_day.cutoff").text() == u"00:00"_s);
    CHECK_FALSE(note().isEmpty());
    type("setting_day.cutoff", u"04:30"_s);
    QTest::keyClick(&field("setting_day.cutoff"), Qt::Key_Return);
    CHECK(kept("day.cutoff") == "04:30");
}

TEST_CASE_METHOD(SettingsOnScreen, "the search finds a setting by words that are not in its section's name")
{
    type("settingsSearch", u"dark"_s);
    CHECK(offers("look"));
    CHECK_FALSE(offers("shop"));
    CHECK(page.currentSection() == u"look"_s);
    type("settingsSearch", u"no such thing"_s);
    CHECK_FALSE(offers("look"));
    field("settingsSearch").clear();
    QTest::keyClicks(&field("settingsSearch"), u"a"_s);
    QTest::keyClick(&field("settingsSearch"), Qt::Key_Backspace);
    CHECK(offers("shop"));
}

TEST_CASE_METHOD(SettingsOnScreen, "another look is seen at once")
{
    press("section_look");
    press("segment_dark");
    CHECK(kept("look.theme") == "dark");
    CHECK(Theme::instance().isDark());
    press("noteAction");
    CHECK_FALSE(Theme::instance().isDark());
}

TEST_CASE_METHOD(SettingsOnScreen, "a setting that is changed elsewhere is shown as it is now")
{
    press("section_selling");
    REQUIRE(shop().settings().set(shop().owner(), "sale.merge_lines", "off"));
    CHECK_FALSE(child<SwitchField>(page, "setting_sale.merge_lines").isChecked());
}

TEST_CASE_METHOD(
    SettingsOnScreen, "what a setting is called is bolder than what is said about it, at every size")
{
    Theme::instance().apply({.mode = ThemeMode::Light});
    for (const int size : {12, 13, 14, 16, 20, 44}) {
        CHECK(tokens().font(size, QFont::DemiBold).weight() == QFont::DemiBold);
        CHECK(tokens().font(size, QFont::Normal).weight() == QFont::Normal);
        CHECK(tokens().font(size, QFont::Bold).pixelSize() == tokens().px(size));
        CHECK(tokens().font(size).families().front() == u"Noto Sans"_s);
    }
}
