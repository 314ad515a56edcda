#include "counter.h"
#include "key_hands.h"
#include "shot.h"

#include "services/cart_service.h"
#include "services/setting_service.h"
#include "ui/app/main_window.h"
#include "ui/keys/key_map.h"
#include "ui/scan/scan_filter.h"
#include "ui/settings/settings_page.h"
#include "ui/sound/sounds.h"

#include <QLineEdit>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct SettingsWindow : ShopFixture {
    SettingsWindow()
    {
        addProduct("Jam", 590, "3017620422003");
        openShift();
        window = std::make_unique<MainWindow>(shop(), QString{});
        layOut(*window, {1366, 768});
        activate(*window);
        window->showPage(u"settings"_s);
    }
    ~SettingsWindow()
    {
        window.reset();
        ScanFilter::instance().setRules({});
        KeyMap::instance().resetAll();
        Sounds::instance().set(false, 60);
    }
    void show(const QString& section)
    {
        child<SettingsPage>(*window, "settingsPage").showSection(section);
        QApplication::processEvents();
    }
    QString label(const char* name) { return child<QLabel>(*window, name).text(); }
    std::string value(const char* key) { return shop().settings().value(key); }
    QString note() { return child<QLabel>(childNamed(*window, u"settingsPage"_s), "noteText").text(); }
    void click(const QString& name)
    {
        dynamic_cast<QPushButton&>(childNamed(*window, name)).click();
        QApplication::processEvents();
    }
    std::unique_ptr<MainWindow> window;
    KeyHands hands;
};

} // namespace

TEST_CASE_METHOD(SettingsWindow, "a scan on the Scanner section is read there, named, and not sold")
{
    show(u"scanner"_s);
    hands.scan(u"3017620422003"_s);
    CHECK(label("scanTrialRead").contains(u"Jam"_s));
    hands.scan(u"]C110AB\x1d"_s + u"21X"_s);
    CHECK(label("scanTrialRead").contains(u"␝"_s));
    CHECK_FALSE(shop().carts().current(shop().facts().till));
    CHECK(window->currentPage() == u"settings");
    CHECK(nameless(*window) == QStringList{});
}

TEST_CASE_METHOD(
    SettingsWindow, "a scanner with a sign in front is seen, and its rules are taken with one press")
{
    show(u"scanner"_s);
    for (const auto* code : {"~3017620422003", "~4006381333931", "~5449000000996"})
        hands.scan(QString::fromLatin1(code), Qt::Key_Tab);
    CHECK(label("scanTrialAdvice").contains(u"~"_s));
    click(u"scanTrialApply"_s);
    CHECK(value("scanner.prefix") == "~");
    CHECK(ScanFilter::instance().rules().prefix == "~");
    hands.scan(u"~3017620422003"_s, Qt::Key_Tab);
    CHECK(label("scanTrialRead").contains(u"Jam"_s));
}

TEST_CASE_METHOD(SettingsWindow, "digits that arrive as other signs are explained")
{
    show(u"scanner"_s);
    hands.scan(u"àà-'(è\"&\"çé"_s);
    CHECK(label("scanTrialProblem").contains(u"keyboard"_s));
}

TEST_CASE_METHOD(
    SettingsWindow, "a new key is pressed, kept and at work, and a taken one is refused with its owner")
{
    show(u"shortcuts"_s);
    click(u"change_cash"_s);
    hands.press(Qt::Key_F11);
    CHECK(note().contains(u"card"_s));
    CHECK(value("keys.map").empty());
    CHECK(window->currentPage() == u"settings"); // F11 did nothing else
    click(u"change_cash"_s);
    hands.press(Qt::Key_Escape);
    CHECK(value("keys.map").empty());
    click(u"change_cash"_s);
    hands.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(value("keys.map") == "cash Ctrl+B");
    CHECK(childNamed(*window, u"reset_cash"_s).isVisibleTo(window.get()));
    click(u"reset_cash"_s);
    CHECK(value("keys.map").empty());
    CHECK(nameless(*window) == QStringList{});
}

TEST_CASE_METHOD(SettingsWindow, "the search of the shortcuts finds commands by word and by key")
{
    show(u"shortcuts"_s);
    auto& search = child<QLineEdit>(*window, "shortcutSearch");
    search.setText(u"F12"_s);
    CHECK(childNamed(*window, u"shortcut_cash"_s).isVisibleTo(window.get()));
    CHECK_FALSE(childNamed(*window, u"shortcut_undo"_s).isVisibleTo(window.get()));
    search.setText(u"undo"_s);
    CHECK(childNamed(*window, u"shortcut_undo"_s).isVisibleTo(window.get()));
}

TEST_CASE_METHOD(SettingsWindow, "pictures of the counter's settings")
{
    show(u"scanner"_s);
    for (const auto* code : {"3017620422003", "4006381333931", "5449000000996"})
        hands.scan(QString::fromLatin1(code));
    auto& typing = child<QLineEdit>(*window, "scanTrialType");
    typing.setFocus();
    hands.type(u"seventeen"_s);
    shoot(*window, {1366, 768}, u"settings-scanner"_s);
    for (const auto& section : {u"shortcuts"_s, u"sounds"_s, u"till_screen"_s}) {
        show(section);
        shoot(*window, {1366, 768}, u"settings-"_s + section);
    }
    shoot(*window, {1024, 768}, u"settings-till-screen-small"_s);
    show(u"shortcuts"_s);
    shoot(*window, {1024, 768}, u"settings-shortcuts-small"_s);
    window->showPage(u"sell"_s);
    hands.press(Qt::Key_F1);
    shoot(*window, {1366, 768}, u"keys-overview"_s);
}
