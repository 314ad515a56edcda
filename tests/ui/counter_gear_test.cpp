#include "counter.h"
#include "key_hands.h"
#include "shot.h"

#include "services/cart_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "ui/app/autostart.h"
#include "ui/app/main_window.h"
#include "ui/keys/key_map.h"
#include "ui/kit/ask.h"
#include "ui/scan/line_scanner.h"
#include "ui/scan/scan_filter.h"
#include "ui/sound/sounds.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct Window : ShopFixture {
    Window()
    {
        addProduct("Jam", 590, "3017620422003");
        openShift();
        window = std::make_unique<MainWindow>(shop(), QString{});
        layOut(*window, {1366, 768});
        activate(*window);
        window->showPage(u"sell"_s);
    }
    ~Window()
    {
        window.reset();
        ScanFilter::instance().setRules({});
        KeyMap::instance().resetAll();
        Sounds::instance().set(false, 60);
    }
    void set(const char* key, const std::string& value)
    {
        REQUIRE(shop().settings().set(owner(), key, value));
    }
    bool refuses(const char* key, const std::string& value)
    {
        return !shop().settings().set(owner(), key, value);
    }
    std::unique_ptr<MainWindow> window;
    KeyHands hands;
};

/// Answers every question of the program, and keeps the last one.
struct Answers {
    explicit Answers(int choice)
        : before{setAsker([this, choice](QWidget*, const Question& question) {
            title = question.title;
            return choice;
        })}
    {
    }
    ~Answers() { setAsker(before); }
    QString title;
    Asker before;
};

} // namespace

TEST_CASE_METHOD(Window, "the scanner's settings count at once, and nonsense is refused")
{
    set("scanner.prefix", "~");
    set("scanner.gap", "45");
    CHECK(ScanFilter::instance().rules() == ScanRules{.gapMs = 45, .prefix = "~"});
    const std::pair<const char*, const char*> nonsense[] = {{"scanner.gap", "0"}, {"scanner.gap", "2000"},
        {"scanner.shortest", "1"}, {"scanner.end", "space"}, {"scanner.prefix", "a prefix that long"},
        {"scanner.serial", "tcp:printer"}, {"sound.volume", "101"}};
    for (const auto& [key, value] : nonsense) CHECK(refuses(key, value));
    set("scanner.serial", "");
}

TEST_CASE_METHOD(Window, "changed keys are kept with the shop")
{
    set("keys.map", "cash Ctrl+B");
    hands.scan(u"3017620422003"_s);
    hands.press(Qt::Key_F12);
    CHECK(shop().carts().current(shop().facts().till));
    hands.press(Qt::Key_B, Qt::ControlModifier);
    CHECK_FALSE(shop().carts().current(shop().facts().till));
}

TEST_CASE_METHOD(Window, "a scanner on a serial line is heard while the keyboard is elsewhere")
{
    const int line = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(::grantpt(line) == 0);
    REQUIRE(::unlockpt(line) == 0);
    window->showPage(u"day"_s);
    set("scanner.serial", std::string{"serial:"} + ::ptsname(line) + ":9600");
    auto* scanner = window->findChild<LineScanner*>();
    REQUIRE(waitUntil([&] { return scanner->isThere(); }, 20'000));
    REQUIRE(::write(line, "3017620422003\r\n", 15) == 15);
    CHECK(waitUntil([&] { return shop().carts().current(shop().facts().till).has_value(); }, 20'000));
    CHECK(window->currentPage() == u"sell");
    set("scanner.serial", "");
    ::close(line);
}

TEST_CASE_METHOD(Window, "each result has its sound, and switched off there is none")
{
    QList<Sound> heard;
    QObject::connect(
        &Sounds::instance(), &Sounds::played, window.get(), [&](Sound sound) { heard << sound; });
    hands.scan(u"3017620422003"_s);
    hands.scan(u"4600702082159"_s);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_F12);
    hands.press(Qt::Key_F12); // nothing to pay
    CHECK(heard == QList<Sound>{Sound::Added, Sound::Unknown, Sound::SaleDone, Sound::Blocked});
    heard.clear();
    set("sound.on", "off");
    hands.scan(u"3017620422003"_s);
    CHECK(heard.isEmpty());
}

TEST_CASE("the sounds are WAV files of a quarter of a second, louder when they are set so")
{
    for (const auto sound : {Sound::Added, Sound::Unknown, Sound::Blocked, Sound::SaleDone}) {
        const auto loud = toneOf(sound, 100);
        CHECK(loud.startsWith("RIFF"));
        CHECK(loud.size() > 44 + 2'000);
        CHECK(loud.size() < 44 + 2 * 22'050);
        const auto quiet = toneOf(sound, 10);
        CHECK(quiet.size() == loud.size());
        CHECK(quiet != loud);
    }
    CHECK(toneOf(Sound::Added, 100).size() < toneOf(Sound::Unknown, 100).size());
}

TEST_CASE_METHOD(Window, "closing the window while the till or a sale is open asks, and nothing is lost")
{
    {
        Answers stay{0};
        CHECK_FALSE(window->close());
        CHECK(stay.title.contains(u"till"_s));
        CHECK(window->isVisible());
    }
    hands.scan(u"3017620422003"_s);
    Answers leave{1};
    CHECK(window->close());
    CHECK(leave.title.contains(u"sale"_s));
    window.reset();
    reopen();
    CHECK(shop().carts().current(shop().facts().till)->cart.lines.size() == 1);
    CHECK(shop().shifts().open(shop().facts().till));
}

TEST_CASE("a till that is closed and empty closes its window without a question")
{
    ShopFixture shop;
    MainWindow window{shop.shop(), {}};
    activate(window);
    Answers none{0};
    CHECK(window.close());
    CHECK(none.title.isEmpty());
}

TEST_CASE("starting at login is an entry in the person's own folder, and is taken away again")
{
    const TempFolder folder;
    const auto before = qgetenv("XDG_CONFIG_HOME");
    QStandardPaths::setTestModeEnabled(false);
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString(folder.path().string()));
    const Autostart start{u"/home/ana/my \"shop\" 100%.db"_s};
    CHECK_FALSE(start.isOn());
    REQUIRE(start.set(true));
    CHECK(start.isOn());
    QFile file{start.file()};
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(file.readAll());
    CHECK(text.contains(u"--shop \"/home/ana/my \\\\\"shop\\\\\" 100%%.db\""_s));
    REQUIRE(start.set(false));
    CHECK_FALSE(start.isOn());
    CHECK(start.set(false));
    QStandardPaths::setTestModeEnabled(true);
    before.isEmpty() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
}

TEST_CASE_METHOD(Window, "amounts in cents: 250 and F4 is 2.50, with a decimal sign it is as it stands")
{
    set("sale.cents_entry", "on");
    hands.scan(u"3017620422003"_s);
    const auto price = [this] {
        return shop().carts().current(shop().facts().till)->cart.lines.front().unitPrice;
    };
    hands.type(u"250"_s);
    hands.press(Qt::Key_F4);
    CHECK(price() == UnitPrice::fromMoney(Money::fromMinor(250)));
    hands.type(u"3.5"_s);
    hands.press(Qt::Key_F4);
    CHECK(price() == UnitPrice::fromMoney(Money::fromMinor(350)));
    hands.type(u"2000"_s);
    hands.press(Qt::Key_F12);
    CHECK_FALSE(shop().carts().current(shop().facts().till));
}

TEST_CASE_METHOD(Window, "the number pad comes on a key in every density, and types into the item field")
{
    auto* pad = window->findChild<QWidget*>(u"touchPad"_s);
    REQUIRE(pad != nullptr);
    CHECK_FALSE(pad->isVisible());
    hands.press(Qt::Key_K, Qt::ControlModifier);
    CHECK(pad->isVisible());
    hands.press(Qt::Key_K, Qt::ControlModifier);
    CHECK_FALSE(pad->isVisible());
    set("till.number_pad", "on");
    CHECK(pad->isVisible());
}
