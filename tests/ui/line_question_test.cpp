#include "counter.h"

#include "ui/kit/theme.h"

#include <QLabel>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

TEST_CASE_METHOD(Counter, "a count nobody sells is asked about: Enter is the yes, Esc and a scan are the no")
{
    scan(u"BAG"_s);
    scan(u"*99999"_s);
    CHECK(noteWords().contains(u"99.999"_s));
    shoot(*page, {1278, 740}, u"sell-asking"_s);
    Theme::instance().apply({.mode = ThemeMode::Dark});
    shoot(*page, {936, 708}, u"sell-asking-1024-dark"_s);
    Theme::instance().apply({.mode = ThemeMode::Light});
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    press(Qt::Key_Escape);
    CHECK_FALSE(childNamed(*page, u"noteBar"_s).isVisible());
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});

    scan(u"*99999"_s);
    scan(u"COF"_s); // the queue goes on
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Coffee 2,40"_s});

    scan(u"1000*COF"_s);
    CHECK(rows().size() == 2);
    press(Qt::Key_Return);
    CHECK(rows().back().startsWith(u"1.00"_s));
    CHECK_FALSE(childNamed(*page, u"noteBar"_s).isVisible());
}

TEST_CASE_METHOD(Counter, "a price that makes a line worth a fortune is asked about, an ordinary one is not")
{
    scan(u"BAG"_s);
    type(u"250000"_s);
    press(Qt::Key_F4);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    press(Qt::Key_Return);
    CHECK(label("totalsAmount").startsWith(u"250.000"_s));
    type(u"999"_s);
    press(Qt::Key_F4);
    CHECK(label("totalsAmount").startsWith(u"999,00"_s));
}

TEST_CASE_METHOD(Counter, "a label that says its weight itself is taken, whatever count was typed before it")
{
    addWeighed("Plums", 350, "12345");
    scan(u"1000*2112345012506"_s);
    CHECK(rows() == QStringList{u"1,250 Plums 3,50 /kg 4,38"_s});
}

TEST_CASE_METHOD(
    Counter, "the yes is for the line that was asked about: another mark takes the question back")
{
    scan(u"BAG"_s);
    scan(u"COF"_s);
    scan(u"*1500"_s);
    REQUIRE(noteWords().contains(u"Coffee"_s));
    press(Qt::Key_Up);
    CHECK_FALSE(childNamed(*page, u"noteBar"_s).isVisible());
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Coffee 2,40"_s});

    scan(u"*1500"_s);
    REQUIRE(noteWords().contains(u"Baguette"_s));
    QTest::mouseClick(
        lines().viewport(), Qt::LeftButton, {}, lines().visualRect(lines().cart().index(1)).center());
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Coffee 2,40"_s});
}

TEST_CASE_METHOD(Counter, "a sale that is no longer as it was when the question was asked takes it back")
{
    const auto ask = [this] {
        scan(u"COF"_s);
        scan(u"*1500"_s);
        REQUIRE(childNamed(*page, u"noteBar"_s).isVisible());
    };
    scan(u"BAG"_s);
    ask();
    press(Qt::Key_Delete);
    CHECK_FALSE(childNamed(*page, u"noteBar"_s).isVisible());
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});

    ask();
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});

    ask();
    press(Qt::Key_F6); // held
    press(Qt::Key_Return);
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(Counter, "a question that another message covered is not answered by Enter")
{
    scan(u"BAG"_s);
    scan(u"*1500"_s);
    press(Qt::Key_F9);
    REQUIRE(noteWords().contains(u"Price check"_s));
    page->frame().note().show({.text = u"?"_s, .action = u"Yes"_s});
    button("noteAction").click(); // the yes of the other message
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});

    scan(u"*1500"_s);
    button("noteClose").click();
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
}

TEST_CASE_METHOD(Counter, "the key stroke that brought the question does not answer it")
{
    const QStringList asBefore{u"1 Baguette 1,80"_s};
    scan(u"BAG"_s);
    type(u"*1500"_s);
    pressAt(10'000, Qt::Key_Return);
    pressAt(10'005, Qt::Key_Enter); // a scanner that sends CR and LF
    CHECK(rows() == asBefore);
    pressAt(10'250, Qt::Key_Return); // struck twice
    CHECK(rows() == asBefore);
    for (const quint64 at : {10'500, 10'533, 11'000}) {
        pressAt(at, Qt::Key_Return, true); // held down
        CHECK(rows() == asBefore);
    }
    CHECK(noteWords().contains(u"1.500"_s));
    pressAt(12'000, Qt::Key_Return);
    CHECK(label("totalsAmount").startsWith(u"2.700,00"_s));
}

TEST_CASE_METHOD(Counter, "Enter right behind F4 does not answer the question either")
{
    scan(u"BAG"_s);
    type(u"250000"_s);
    pressAt(20'000, Qt::Key_F4);
    REQUIRE(noteWords().contains(u"250.000"_s));
    pressAt(20'100, Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    pressAt(20'400, Qt::Key_Return);
    CHECK(label("totalsAmount").startsWith(u"250.000"_s));
}
