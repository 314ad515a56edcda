#include "hand_keys.h"
#include "shot.h"
#include "support/scratch_folder.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/country_presets.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "ui/app/main_window.h"
#include "ui/app/one_window.h"
#include "ui/app/program.h"
#include "ui/app/shop_status.h"
#include "ui/kit/list_table.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/status_strip.h"
#include "ui/kit/theme.h"
#include "ui/sell/sell_page.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QThread>
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct TillShop {
    explicit TillShop(bool practice = false)
    {
        auto setup = countryPreset("FR")->setup;
        setup.name = "Corner Bakery";
        setup.practice = practice;
        auto made = Shop::create(options(), setup, clock);
        REQUIRE(made);
        shop = std::move(*made);
    }
    ShopOptions options() const
    {
        ShopOptions given;
        given.file = folder / "shop.db";
        given.keyFolder = folder / "keys";
        return given;
    }
    void ringUpLoaf()
    {
        REQUIRE(shop->shifts().start(shop->owner(), Money::fromMinor(10'000)));
        ProductDraft loaf;
        loaf.name = "Farmhouse loaf";
        loaf.price = UnitPrice::fromMoney(Money::fromMinor(490));
        loaf.taxClass = shop->catalog().taxes().classes.front().id;
        const auto id = shop->catalog().add(shop->owner(), loaf);
        REQUIRE(id);
        REQUIRE(shop->carts().ringUp(shop->owner(), RingUp{{}, *id, {}, {}, {}, {}}));
    }
    Program& begin()
    {
        shop.reset();
        program = std::make_unique<Program>(
            ProgramOptions{QString::fromStdString(options().file.string()), options().keyFolder, 2, false});
        program->begin();
        activate(*program->window());
        return *program;
    }
    ScratchFolder folder;
    SystemClock clock;
    std::unique_ptr<Shop> shop;
    std::unique_ptr<Program> program;
};

QString status(MainWindow& window, const char* id)
{
    return child<StatusStrip>(window, "statusStrip").itemText(QString::fromLatin1(id));
}

} // namespace

TEST_CASE("Ctrl and a digit opens a page, and the till has the focus again on Ctrl+1")
{
    TillShop till;
    MainWindow window{*till.shop, {}};
    layOut(window, {1366, 768});
    activate(window);
    REQUIRE(till.shop->shifts().start(till.shop->owner(), Money::fromMinor(0)));
    const QStringList pages{u"sell"_s, u"products"_s, u"receipts"_s, u"day"_s};
    for (const int digit : {2, 3, 4, 1}) {
        press(static_cast<Qt::Key>(Qt::Key_0 + digit), Qt::ControlModifier);
        CHECK(window.currentPage() == pages[digit - 1]);
        CHECK(nameless(window) == QStringList{});
    }
    CHECK(child<QLineEdit>(childNamed(window, u"sellPage"_s), "itemEdit").hasFocus());
}

TEST_CASE("F2 and Escape lead back to the sale from a page that has no use for them")
{
    TillShop till;
    till.ringUpLoaf();
    MainWindow window{*till.shop, {}};
    activate(window);
    for (const auto key : {Qt::Key_F2, Qt::Key_Escape}) {
        window.showPage(u"day"_s);
        QApplication::processEvents();
        press(key);
        CHECK(window.currentPage() == u"sell");
    }
}

namespace {

struct ScanningTill : TillShop {
    ScanningTill()
    {
        REQUIRE(shop->shifts().start(shop->owner(), Money::fromMinor(10'000)));
        jam = addJam();
        ringUpJam();
        const auto cart = shop->carts().current(shop->facts().till);
        const auto* cash = shop->checkout().tenderType("cash");
        REQUIRE(shop->checkout().finish(shop->owner(), cart->cart.id, {{cash->id, {}, {}}}));
        window = std::make_unique<MainWindow>(*shop, QString{});
        layOut(*window, {1366, 768});
        activate(*window);
    }
    ProductId addJam()
    {
        ProductDraft draft;
        draft.name = "Jam";
        draft.price = UnitPrice::fromMoney(Money::fromMinor(590));
        draft.taxClass = shop->catalog().taxes().classes.front().id;
        draft.codes = {{"3017620422003"}};
        const auto id = shop->catalog().add(shop->owner(), draft);
        REQUIRE(id);
        draft.name = "Ham";
        draft.codes = {{"4006381333931"}};
        REQUIRE(shop->catalog().add(shop->owner(), draft));
        return *id;
    }
    void ringUpJam() { REQUIRE(shop->carts().ringUp(shop->owner(), RingUp{{}, jam, {}, {}, {}, {}})); }
    void show(const QString& page)
    {
        window->showPage(page);
        QApplication::processEvents();
    }
    QString found(const char* table)
    {
        auto& model = *child<ListTable>(*window, table).model();
        return model.rowCount() == 1 ? model.index(0, 0).data().toString()
                                     : u"%1 rows"_s.arg(model.rowCount());
    }
    QString searched(const QString& page)
    {
        return child<QLineEdit>(childNamed(*window, page), "itemEdit").text();
    }
    std::size_t linesInCart()
    {
        const auto cart = shop->carts().current(shop->facts().till);
        return cart ? cart->cart.lines.size() : 0;
    }
    ProductId jam;
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_CASE_METHOD(ScanningTill, "a scan on Products finds the product, whatever stood in the search")
{
    show(u"products"_s);
    type(u"ha"_s);
    scanAnywhere(u"3017620422003"_s);
    CHECK(window->currentPage() == u"products");
    CHECK(childNamed(*window, u"productList"_s).isVisible());
    CHECK(searched(u"productList"_s) == u"3017620422003");
    CHECK(found("productTable") == u"Jam");
    childNamed(*window, u"newProduct"_s).setFocus();
    scanAnywhere(u"4006381333931"_s);
    CHECK(found("productTable") == u"Ham");
    CHECK(linesInCart() == 0);
}

TEST_CASE_METHOD(
    ScanningTill, "a scan on Receipts finds the receipts with these goods, or the receipt itself")
{
    show(u"receipts"_s);
    type(u"ham"_s);
    REQUIRE(found("receiptTable") == u"0 rows");
    scanAnywhere(u"3017620422003"_s);
    CHECK(found("receiptTable") == u"A-000001");
    scanAnywhere(u"A-000001"_s);
    CHECK(found("receiptTable") == u"A-000001");
    CHECK(searched(u"receiptsPage"_s) == u"A-000001");
    CHECK(linesInCart() == 0);
}

TEST_CASE_METHOD(ScanningTill, "a scan on the Day page is rung up on Sell")
{
    show(u"day"_s);
    scanAnywhere(u"3017620422003"_s);
    CHECK(window->currentPage() == u"sell");
    CHECK(linesInCart() == 1);
}

TEST_CASE_METHOD(
    ScanningTill, "a scan into a product's barcode field stays there, beside it it becomes a barcode")
{
    show(u"products"_s);
    child<QPushButton>(*window, "newProduct").click();
    childNamed(*window, u"barcode1"_s).setFocus();
    scanAnywhere(u"5449000000996"_s);
    CHECK(child<QLineEdit>(*window, "barcode1").text() == u"5449000000996");
    childNamed(*window, u"cancelProduct"_s).setFocus();
    scanAnywhere(u"5449000131805"_s);
    CHECK(child<QLineEdit>(*window, "barcode2").text() == u"5449000131805");
    CHECK(window->currentPage() == u"products");
    CHECK(childNamed(*window, u"productEditor"_s).isVisible());
    CHECK(linesInCart() == 0);
}

TEST_CASE_METHOD(ScanningTill, "a scan while a product's price is typed becomes a barcode, not a price")
{
    show(u"products"_s);
    child<QPushButton>(*window, "newProduct").click();
    auto& price = child<QLineEdit>(*window, "productPrice");
    price.setFocus();
    type(u"1"_s);
    scanAnywhere(u"5449000000996"_s);
    CHECK(price.text() == u"1");
    CHECK(child<QLineEdit>(*window, "barcode1").text() == u"5449000000996");
    auto& number = child<QLineEdit>(*window, "productNumber");
    number.setFocus();
    scanAnywhere(u"4006381333931"_s);
    CHECK(number.text() == u"4006381333931");
    CHECK(linesInCart() == 0);
}

TEST_CASE_METHOD(
    ScanningTill, "a scan while the drawer is counted leaves the count, and says why it was not taken")
{
    show(u"day"_s);
    child<QPushButton>(*window, "openOrClose").click();
    auto& pieces = child<QLineEdit>(*window, "pieces5000");
    pieces.setFocus();
    type(u"7"_s);
    scanAnywhere(u"3017620422003"_s);
    CHECK(pieces.text() == u"7");
    CHECK(pieces.hasFocus());
    CHECK(window->currentPage() == u"day");
    CHECK(linesInCart() == 0);
    CHECK(child<QLabel>(childNamed(*window, u"closePage"_s), "noteText").text().contains(u"count"_s));
}

TEST_CASE_METHOD(ScanningTill, "a scan while the till is opened leaves the sum that is typed, and says why")
{
    REQUIRE(shop->shifts().close(shop->owner(), Money::fromMinor(10'590), {}, {}));
    show(u"day"_s);
    child<QPushButton>(*window, "openOrClose").click();
    type(u"123"_s);
    auto& sum = child<QLineEdit>(childNamed(*window, u"dayPage"_s), "openingFloat");
    scanAnywhere(u"3017620422003"_s);
    CHECK(sum.text() == u"123");
    CHECK(window->currentPage() == u"day");
    auto& problem = child<QLabel>(childNamed(*window, u"dayPage"_s), "openShiftProblem");
    CHECK(problem.isVisible());
    CHECK(problem.text().contains(u"barcode"_s));
}

TEST_CASE("the foot of the window says whose till it is, whether it is open, and that nothing was saved yet")
{
    TillShop till;
    MainWindow window{*till.shop, {}};
    layOut(window, {1366, 768});
    CHECK(status(window, "till").startsWith(u"Corner Bakery"_s));
    CHECK(status(window, "shift") == u"Till closed"_s);
    CHECK(status(window, "practice").isEmpty());

    REQUIRE(till.shop->shifts().start(till.shop->owner(), Money::fromMinor(0)));
    CHECK(status(window, "shift").startsWith(u"Till open since"_s));

    window.status().checkInBackground();
    REQUIRE(waitUntil([&] { return status(window, "check") == u"Shop file in order"_s; }));
    CHECK(status(window, "backup") == u"No backup yet"_s);
}

TEST_CASE("a practice shop says so in a bar of its own that leads to the own shop")
{
    TillShop till{true};
    MainWindow window{*till.shop, u"/shops/mine.db"_s};
    layOut(window, {1366, 768});
    CHECK(childNamed(window, u"practiceBar"_s).isVisible());
    CHECK(status(window, "practice") == u"Practice shop"_s);
    QSignalSpy wanted{&window, &MainWindow::shopRequested};
    child<QPushButton>(window, "openOwnShop").click();
    REQUIRE(wanted.size() == 1);
    CHECK(wanted.front().front().toString() == u"/shops/mine.db"_s);
}

TEST_CASE("an open sale is there again at the next start, and the window says so")
{
    TillShop till;
    till.ringUpLoaf();
    auto* window = dynamic_cast<MainWindow*>(till.begin().window());
    REQUIRE(window);
    CHECK(child<QLabel>(*window, "totalsAmount").text().startsWith(u"4"_s));
    CHECK(window->sell().frame().note().text().contains(u"here again"_s));
}

TEST_CASE("the look of the shop is the look of its window")
{
    TillShop till;
    REQUIRE(till.shop->settings().set(till.shop->owner(), "look.theme", "dark"));
    till.begin();
    CHECK(Theme::instance().isDark());
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE("a file that is no shop gets a screen with a sentence, and Enter tries again")
{
    const ScratchFolder folder;
    const auto name = QString::fromStdString((folder / "shop.db").string());
    QFile file{name};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(
        "Dear diary, today we sold nothing at all. It was a Sunday, and it rained on the awning all day.");
    file.close();
    Program program{{name, folder / "keys", 2, false}};
    program.begin();
    activate(*program.window());
    CHECK(child<QLabel>(*program.window(), "openFailureText").text().contains(u"not a Tillroll shop"_s));
    CHECK(child<QLabel>(*program.window(), "openFailureFile").text() == name);

    REQUIRE(QFile::remove(name));
    press(Qt::Key_Return);
    // Nothing there any more: a new shop.
    CHECK(waitUntil([&] { return program.window()->objectName() == u"firstStart"_s; }, 5'000));
}

TEST_CASE("a folder in the place of the shop is refused with a sentence")
{
    const ScratchFolder folder;
    Program program{{QString::fromStdString(folder.path().string()), folder / "keys", 2, false}};
    program.begin();
    CHECK(child<QLabel>(*program.window(), "openFailureText").text().contains(u"folder"_s));
}

TEST_CASE("a second start on the same shop rings at the first and leaves")
{
    TillShop till;
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString(till.folder.path().string()));
    till.begin();
    const auto name = QString::fromStdString(till.options().file.string());

    // The bell waits for its answer, so it is rung from another thread, as from another program.
    bool answered = false;
    auto* caller = QThread::create([&] { answered = OneWindow::ring(name); });
    caller->start();
    REQUIRE(waitUntil([&] { return caller->isFinished(); }));
    delete caller;
    CHECK(answered);
    qputenv("XDG_RUNTIME_DIR", before);
}

TEST_CASE("without an answer a second start says who has the shop")
{
    TillShop till;
    till.shop.reset();
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qunsetenv("XDG_RUNTIME_DIR");
    // A lock of our own stands for the other program's: one open file's flock keeps every other one out.
    const int other = ::open((till.options().file.string() + ".lock").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(other >= 0);
    REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
    Program second{
        {QString::fromStdString(till.options().file.string()), till.options().keyFolder, 2, false}};
    second.begin();
    REQUIRE(second.window());
    CHECK(child<QLabel>(*second.window(), "openFailureText").text().contains(u"Another program"_s));
    ::close(other);
    qputenv("XDG_RUNTIME_DIR", before);
}

TEST_CASE("the window opens in the size it was closed in")
{
    TillShop till;
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(till.folder.path().string()));
    {
        MainWindow window{*till.shop, {}};
        layOut(window, {1111, 722});
        window.close();
    }
    till.begin();
    CHECK(till.program->window()->size() == QSize{1111, 722});
    qputenv("XDG_STATE_HOME", before);
}
