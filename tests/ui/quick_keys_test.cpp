#include "counter.h"

#include "services/catalog_service.h"
#include "services/quick_key_service.h"
#include "services/setting_service.h"
#include "services/stock_service.h"
#include "storage/connection.h"
#include "ui/kit/picture_file.h"
#include "ui/kit/text_dialog.h"
#include "ui/kit/theme.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/arrange_page.h"
#include "ui/sell/arrange_view.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/item_field.h"
#include "ui/sell/product_picker.h"
#include "ui/sell/tab_ids.h"
#include "ui/sell/tile_grid.h"
#include "ui/sell/tile_view.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct Shelf : Counter {
    Shelf() { setTextAsker({}); }
    ~Shelf() { Theme::instance().apply({.mode = ThemeMode::Light}); }

    QuickKeyService& keys() { return shop().quickKeys(); }
    ProductId product(const char* code) { return shop().catalog().findByCode(code)->id; }
    /// Baguette on the first place, coffee on the third.
    QuickKeyPageId counterPage()
    {
        const auto id = *keys().addPage(owner(), "Counter");
        REQUIRE(keys().put(owner(), id, product("BAG"), 0));
        REQUIRE(keys().put(owner(), id, product("COF"), 2));
        return id;
    }
    ArrangePage* arranging()
    {
        const auto all = page->findChildren<ArrangePage*>();
        const auto seen =
            std::ranges::find_if(all, [](const ArrangePage* each) { return each->isVisible(); });
        return seen == all.end() ? nullptr : *seen;
    }
    ArrangeView& places() { return child<ArrangeView>(*arranging(), "arrangeTiles"); }
    DepartmentTabs& arrangeTabs() { return child<DepartmentTabs>(*arranging(), "arrangeTabs"); }
    void arrange()
    {
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(arranging() != nullptr);
        REQUIRE(arranging()->isVisible());
        QApplication::processEvents();
    }
    /// "Baguette · Coffee": what stands on the places, a dot for a free one.
    static QString tiles(TileModel& model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << (model.at(row).productId == 0 ? u"·"_s : model.at(row).name);
        while (!names.isEmpty() && names.back() == u"·"_s) names.removeLast();
        return names.join(u' ');
    }
    QString shown() { return tiles(page->frame().tiles().model()); }
    QString arranged() { return tiles(child<TileModel>(*arranging())); }
    static TileModel& child(QWidget& root) { return *root.findChild<TileModel*>(); }
    template <typename T>
    static T& child(QWidget& root)
    {
        return *root.findChild<T*>();
    }
    template <typename T>
    static T& child(QWidget& root, const char* name)
    {
        return test::child<T>(root, name);
    }
    QPoint centre(int place) { return places().visualRect(places().model()->index(place, 0)).center(); }
    void drag(int from, const QPoint& to) // `to` in the viewport
    {
        auto* port = places().viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, centre(from));
        for (int part = 1; part <= 4; ++part) {
            const QPoint at = centre(from) + (to - centre(from)) * part / 4;
            QMouseEvent move{QEvent::MouseMove, at, port->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {}};
            QApplication::sendEvent(port, &move);
        }
        QTest::mouseRelease(port, Qt::LeftButton, {}, to);
        QApplication::processEvents();
    }
    QString photo(const QString& name, QSize size, const QColor& colour, const char* format = "PNG")
    {
        QImage image{size, QImage::Format_RGB32};
        image.fill(colour);
        const auto file = QString::fromStdString((folder.path() / name.toStdString()).string());
        REQUIRE(image.save(file, format));
        return file;
    }
    /// While a dialog of that name is open, `act` is done in it.
    static void inDialog(const QString& name, std::function<void(QWidget&)> act)
    {
        auto* timer = new QTimer{qApp};
        QObject::connect(timer, &QTimer::timeout, timer, [=] {
            auto* dialog = QApplication::activeModalWidget();
            if (dialog == nullptr || dialog->objectName() != name) return;
            timer->deleteLater();
            timer->stop();
            act(*dialog);
        });
        timer->start(5);
    }
};

} // namespace

TEST_CASE_METHOD(Shelf, "the shop's pages come first, every tile on the place it was given")
{
    auto& tabs = page->frame().tabs();
    CHECK(tabs.current() == kBestSellersTab);
    const auto id = counterPage();
    CHECK(tabs.current() == tabOf(id));
    CHECK(shown() == u"Baguette · Coffee"_s);
    QTest::mouseClick(page->frame().tiles().view().viewport(), Qt::LeftButton, {},
        page->frame().tiles().view().visualRect(page->frame().tiles().model().index(2)).center());
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    CHECK(page->frame().tiles().model().at(2).inCart == u"1"_s);
    CHECK(shown() == u"Baguette · Coffee"_s);
    REQUIRE(shop().catalog().archive(owner(), product("BAG")));
    CHECK(shown() == u"· · Coffee"_s);
    REQUIRE(keys().archivePage(owner(), id));
    CHECK(tabs.current() == kBestSellersTab);
}

TEST_CASE_METHOD(Shelf, "Ctrl+PgDn goes through pages and departments, and a tile is two presses away")
{
    const auto id = counterPage();
    const auto second = *keys().addPage(owner(), "Drinks");
    REQUIRE(keys().put(owner(), second, product("COF"), 0));
    auto& tabs = page->frame().tabs();
    CHECK(tabs.current() == tabOf(id));
    press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(tabs.current() == tabOf(second));
    CHECK(shown() == u"Coffee"_s);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(tabs.current() == tabOf(id));
}

TEST_CASE_METHOD(Shelf, "what is sold out says so, and hidden on wish, it leaves its place free")
{
    counterPage();
    REQUIRE(shop().stock().receive(owner(), {{product("BAG"), Quantity::fromWhole(1), {}}}, ""));
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    CHECK(page->frame().tiles().model().at(0).soldOut);
    CHECK(page->frame()
              .tiles()
              .model()
              .data(page->frame().tiles().model().index(0), Qt::AccessibleTextRole)
              .toString()
              .contains(u"sold out"_s));
    REQUIRE(shop().settings().set(owner(), "sell.hide_sold_out", "on"));
    CHECK(shown() == u"· · Coffee"_s);
    REQUIRE(shop().settings().set(owner(), "sell.hide_sold_out", "off"));
    CHECK(shown() == u"Baguette · Coffee"_s);
}

TEST_CASE_METHOD(Shelf, "a tile is dragged to a free place, onto another, and to another page")
{
    counterPage();
    const auto other = *keys().addPage(owner(), "Drinks");
    arrange();
    CHECK(arranged() == u"Baguette · Coffee"_s);
    drag(0, centre(4));
    CHECK(arranged() == u"· · Coffee · Baguette"_s);
    drag(4, centre(2));
    CHECK(arranged() == u"· · Baguette · Coffee"_s);
    drag(2, QPoint{-300, -300}); // let go beside it all
    CHECK(arranged() == u"· · Baguette · Coffee"_s);
    auto* tab = page->findChild<QWidget*>(u"tab_%1"_s.arg(tabOf(other)), Qt::FindChildrenRecursively);
    for (auto* each : arrangeTabs().findChildren<QWidget*>())
        if (each->objectName() == u"tab_%1"_s.arg(tabOf(other))) tab = each;
    drag(2, places().viewport()->mapFromGlobal(tab->mapToGlobal(tab->rect().center())));
    CHECK(arranged() == u"· · · · Coffee"_s);
    CHECK(keyAt(keys().pages()[1], 0)->product == product("BAG"));
    child<KeyButton>(*arranging(), "arrangeUndo").click();
    CHECK(arranged() == u"· · Baguette · Coffee"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(arranged() == u"Baguette · Coffee"_s);
    press(Qt::Key_Escape);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    verify();
}

TEST_CASE_METHOD(Shelf, "keys alone arrange a page: lift, carry, drop, colour, remove, undo")
{
    const auto id = counterPage();
    const auto other = *keys().addPage(owner(), "Drinks");
    arrange();
    press(Qt::Key_Return); // lifts the baguette
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    CHECK(arranged() == u"· · Coffee Baguette"_s);
    press(Qt::Key_4, Qt::AltModifier);
    CHECK(keyAt(keys().pages()[0], 3)->colour == 4);
    press(Qt::Key_Return);
    press(Qt::Key_Escape); // put back
    CHECK(arranging() != nullptr);
    press(Qt::Key_Return);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(arranging()->page() == other);
    press(Qt::Key_Return);
    CHECK(arranged() == u"· · · Baguette"_s);
    press(Qt::Key_Delete);
    CHECK(arranged().isEmpty());
    for (int step = 0; step < 4; ++step) press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(arranging()->page() == id);
    CHECK(arranged() == u"Baguette · Coffee"_s);
    CHECK_FALSE(child<KeyButton>(*arranging(), "arrangeUndo").isEnabled());
    verify();
}

TEST_CASE_METHOD(Shelf, "nothing is sold while the keys are arranged, and a scan fills the marked place")
{
    counterPage();
    scan(u"BAG"_s);
    arrange();
    press(Qt::Key_Right);
    page->takeScan(u"TOM"_s);
    CHECK(arranged() == u"Baguette Tomatoes Coffee"_s);
    page->takeScan(u"NOSUCH"_s);
    CHECK(noteWords().contains(u"NOSUCH"_s));
    press(Qt::Key_F12);
    press(Qt::Key_F11);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    CHECK_FALSE(button("payCash").isEnabled());
    child<KeyButton>(*arranging(), "arrangeDone").click();
    CHECK(button("payCash").isEnabled());
    press(Qt::Key_F12);
    CHECK(label("changeLabel") == u"Paid by cash"_s);
    verify();
}

TEST_CASE_METHOD(Shelf, "a shop without a page starts one from what sells best only when somebody says so")
{
    scan(u"COF"_s);
    press(Qt::Key_F12);
    shop().catalog().rankAgain();
    arrange();
    CHECK(keys().pages().empty());
    setTextAsker([](QWidget*, const TextRequest&) { return std::optional{u"Counter"_s}; });
    child<KeyButton>(*arranging(), "startWithBest").click();
    REQUIRE(keys().pages().size() == 1);
    CHECK(arranged() == u"Coffee"_s);
    setTextAsker([](QWidget*, const TextRequest&) { return std::optional{u"<b>Tea</b>\u0007"_s}; });
    child<KeyButton>(*arranging(), "arrangeNewPage").click();
    CHECK(keys().pages().size() == 1); // a bell in its name
    CHECK(page->frame().note().isVisible());
    setTextAsker([](QWidget*, const TextRequest&) { return std::optional{u"<b>Tea</b>"_s}; });
    press(Qt::Key_N, Qt::ControlModifier);
    CHECK(keys().pages().back().name == "<b>Tea</b>");
    setTextAsker([](QWidget*, const TextRequest& request) { return std::optional{request.text + u" 2"_s}; });
    press(Qt::Key_F2);
    CHECK(keys().pages().back().name == "<b>Tea</b> 2");
    press(Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(keys().pages().front().name == "<b>Tea</b> 2");
    press(Qt::Key_Delete, Qt::ShiftModifier);
    CHECK(keys().pages().size() == 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(keys().pages().size() == 2);
    setTextAsker({});
    verify();
}

TEST_CASE_METHOD(Shelf, "a product is added by name to the free place that is touched")
{
    counterPage();
    arrange();
    inDialog(u"productPicker"_s, [](QWidget& dialog) {
        auto& field = test::child<QLineEdit>(dialog, "pickerField");
        QTest::keyClicks(&field, u"tom"_s);
        QTest::keyClick(&field, Qt::Key_Return);
    });
    QTest::mouseClick(places().viewport(), Qt::LeftButton, {}, centre(6));
    CHECK(arranged() == u"Baguette · Coffee · · · Tomatoes"_s);
    activate(*page); // with no window system nobody brings the window back to the front
    inDialog(u"productPicker"_s, [](QWidget& dialog) {
        QTest::keyClick(&test::child<QLineEdit>(dialog, "pickerField"), Qt::Key_Escape);
    });
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    CHECK(arranged() == u"Baguette · Coffee · · · Tomatoes"_s);
}

TEST_CASE_METHOD(
    Shelf, "the window that asks for a product takes what is scanned, and says what nobody knows")
{
    counterPage();
    arrange();
    QString said;
    inDialog(u"productPicker"_s, [&](QWidget& dialog) {
        ScanFilter::instance().deliver(u"NOSUCH"_s);
        said = test::child<QLabel>(dialog, "pickerWhy").text();
        ScanFilter::instance().deliver(u"TOM"_s);
    });
    QTest::mouseClick(places().viewport(), Qt::LeftButton, {}, centre(6));
    CHECK(said.contains(u"NOSUCH"_s));
    CHECK(arranged() == u"Baguette · Coffee · · · Tomatoes"_s);
}

TEST_CASE_METHOD(Shelf, "a payment that ends the arranging takes the window away that asks for a product")
{
    counterPage();
    arrange();
    QPointer<QWidget> picker;
    inDialog(u"productPicker"_s, [&](QWidget& dialog) {
        picker = &dialog;
        page->frame().showLeft(SellFrame::Left::Tiles); // as a card payment does that is approved meanwhile
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    });
    QTest::mouseClick(places().viewport(), Qt::LeftButton, {}, centre(6));
    settle();
    CHECK(picker.isNull());
    CHECK(arranging() == nullptr);
    activate(*page);
    page->frame().field().edit()->setFocus();
    scan(u"BAG"_s);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
}

TEST_CASE_METHOD(Shelf, "who may not arrange is told so, and nothing opens")
{
    counterPage();
    Connection db{{shop().file()}};
    db.execute("DELETE FROM role_permission WHERE permission_id = 36");
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(arranging() == nullptr);
    CHECK(page->frame().note().isVisible());
    scan(u"BAG"_s);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
}

TEST_CASE_METHOD(Shelf, "a photo is kept small and shown on its tile, and what is none is refused")
{
    counterPage();
    arrange();
    const auto drop = [&](const QString& file) { Q_EMIT places().fileDropped(0, file); };
    const auto large = photo(u"phone.jpg"_s, {3000, 2000}, Qt::red, "JPG");
    drop(large);
    const auto png = keys().picturePng(product("BAG"));
    CHECK_FALSE(png.empty());
    CHECK(png.size() < 20'000);
    const auto image = QImage::fromData(png.data(), static_cast<int>(png.size()));
    CHECK(image.size() == QSize{256, 170});
    REQUIRE(waitUntil([&] { return !page->frame().tiles().model().at(0).picture.isNull(); }));
    CHECK(QColor{page->frame().tiles().model().at(0).picture.pixel(40, 40)}.red() > 200);

    const auto write = [&](const char* name, const QByteArray& bytes) {
        const auto file = QString::fromStdString((folder.path() / name).string());
        QFile out{file};
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        return file;
    };
    const auto refusal = [](const QString& file) {
        const auto picture = smallPicture(file, 256);
        return picture ? std::string{"taken"} : std::string{toText(picture.error().code)};
    };
    CHECK(refusal(write("words.png", "this is no picture")) == "PictureNotReadable");
    CHECK(refusal(write("empty.png", {})) == "PictureNotReadable");
    CHECK(refusal(write(
              "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>")) ==
          "PictureNotReadable");
    QFile whole{large};
    REQUIRE(whole.open(QIODevice::ReadOnly));
    CHECK(refusal(write("half.jpg", whole.readAll().left(60))) == "PictureNotReadable");
    QByteArray bomb = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000f4240000f424008060000");
    CHECK(refusal(write("bomb.png", bomb + QByteArray(200, '\0'))) != "taken");
    CHECK(refusal(QString::fromStdString(folder.path().string())) == "PictureNotReadable");
    CHECK(refusal(u"/no/such/file.png"_s) == "FileNotFound");
    drop(write("again.png", "no picture"));
    CHECK(keys().picturePng(product("BAG")) == png);
    CHECK(page->frame().note().isVisible());
}

TEST_CASE_METHOD(Shelf, "a long press or the right button on the tabs opens the arranging")
{
    counterPage();
    auto& tabs = page->frame().tabs();
    QContextMenuEvent menu{QContextMenuEvent::Mouse, {5, 5}, tabs.mapToGlobal(QPoint{5, 5})};
    QApplication::sendEvent(&tabs, &menu);
    CHECK(arranging() != nullptr);
    press(Qt::Key_Escape);
    CHECK(arranging() == nullptr);
    auto* tab = tabs.childAt(10, 10);
    REQUIRE(tab != nullptr);
    QTest::mousePress(tab, Qt::LeftButton);
    CHECK(waitUntil([&] { return page->frame().left() == SellFrame::Left::Page; }, 5'000));
    QTest::mouseRelease(tab, Qt::LeftButton);
}

TEST_CASE_METHOD(Shelf, "what sells now has a page of its own, which stands still while a sale is open")
{
    scan(u"COF"_s);
    scan(u"COF"_s);
    press(Qt::Key_F12);
    clock.advance(std::chrono::hours{24 * 7});
    REQUIRE(keys().addPage(owner(), "Counter")); // the tabs are read again
    page->frame().tabs().choose(kNowTab);
    CHECK(shown() == u"Coffee"_s);
    scan(u"BAG"_s);
    clock.advance(std::chrono::hours{3}); // nothing sells at that hour
    page->frame().tabs().choose(kNowTab);
    CHECK(shown() == u"Coffee"_s);
    press(Qt::Key_F12);
    CHECK(shown().isEmpty());
    REQUIRE(shop().settings().set(owner(), "sell.now_page", "off"));
    CHECK(page->frame().tabs().current() != kNowTab);
}

TEST_CASE_METHOD(Shelf, "the arranging is photographed, and the places are where they are while selling")
{
    const auto id = counterPage();
    REQUIRE(keys().setIcon(owner(), product("COF"), "coffee"));
    REQUIRE(keys().setColour(owner(), id, 2, 6));
    REQUIRE(keys().addPage(owner(), "Drinks"));
    const auto taken = [&](const LookSettings& look, QSize size, const QString& name) {
        Theme::instance().apply(look);
        layOut(*page, size);
        QApplication::processEvents();
        auto& selling = page->frame().tiles().view();
        const QRect before{selling.viewport()->mapTo(page.get(), QPoint{}), selling.viewport()->size()};
        const QSize grid{selling.columns(), selling.rowsPerPage()};
        arrange();
        shoot(*page, size, name);
        QApplication::processEvents();
        const QRect after{places().viewport()->mapTo(page.get(), QPoint{}), places().viewport()->size()};
        INFO(name.toStdString());
        CHECK(after == before);
        CHECK(QSize{places().columns(), places().rowsPerPage()} == grid);
        CHECK(nameless(*arranging()) == QStringList{});
        if (look.density == Density::Touch) CHECK(smallerThan(*arranging(), 44) == QStringList{});
        press(Qt::Key_Escape);
        REQUIRE(page->frame().left() == SellFrame::Left::Tiles);
    };
    taken({.mode = ThemeMode::Light}, {1278, 740}, u"arrange-1366"_s);
    taken({.mode = ThemeMode::Dark}, {1278, 740}, u"arrange-1366-dark"_s);
    taken({.mode = ThemeMode::Light}, {936, 740}, u"arrange-1024"_s);
    taken({.mode = ThemeMode::Light, .density = Density::Touch}, {1278, 740}, u"arrange-touch"_s);
    taken({.mode = ThemeMode::Dark, .density = Density::Touch}, {936, 740}, u"arrange-touch-1024"_s);
}

TEST_CASE_METHOD(Shelf, "a page of 25 tiles with pictures is painted within a frame")
{
    const auto id = *keys().addPage(owner(), "Counter");
    const auto file = photo(u"bread.png"_s, {256, 256}, Qt::darkYellow);
    const auto png = smallPicture(file, 256);
    REQUIRE(png);
    for (int i = 0; i < 25; ++i) {
        const auto added =
            addProduct("Bread number " + std::to_string(i), 100 + i, "B" + std::to_string(i), "B");
        REQUIRE(keys().put(owner(), id, added));
        REQUIRE(keys().setPicture(owner(), added,
            {reinterpret_cast<const std::uint8_t*>(png->constData()),
                static_cast<std::size_t>(png->size())}));
    }
    auto& tabs = page->frame().tabs();
    tabs.choose(tabOf(id));
    REQUIRE(waitUntil([&] { return !page->frame().tiles().model().at(24).picture.isNull(); }));
    std::vector<qint64> micros;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        page->frame().tiles().view().grab();
        micros.push_back(timer.nsecsElapsed() / 1000);
    }
    std::ranges::sort(micros);
    WARN("25 tiles with pictures: p50 " << micros[25] << " us, p98 " << micros[48] << " us");
    CHECK(micros[25] < 16'000);
}

TEST_CASE_METHOD(Shelf, "what sells now has a tab from the first sale on, and none before")
{
    const auto offersNow = [&] {
        return page->frame().tabs().findChild<QWidget*>(u"tab_"_s + QString::number(kNowTab)) != nullptr;
    };
    CHECK_FALSE(offersNow());
    scan(u"COF"_s);
    press(Qt::Key_F12);
    CHECK(offersNow());
}
