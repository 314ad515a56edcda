#include "ui/tour/day_tour.h"

#include "services/checkout_service.h"
#include "services/verify_service.h"
#include "ui/app/places.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kDesk{1366, 768};
constexpr QSize kSmall{1024, 768};
constexpr int kLongWorkMs = 120'000;

} // namespace

DayTour::DayTour(const QString& home, const QString& pictures)
    : m_program{{.shopFile = home + u"/shop.db"_s,
          .keyFolder = toPath(home + u"/keys"_s),
          .practiceDays = 14,
          .checkInBackground = false}}
    , m_pictures{pictures}
{
}

void DayTour::walk()
{
    m_program.begin();
    window().resize(kDesk);
    QApplication::setActiveWindow(&window());
    m_hands.settle();
    try {
        firstStart();
        openTill();
        sell();
        pay();
        pages();
        quickKeys();
        offers();
        looks();
    } catch (const TourFailure&) {
        picture(u"stopped-here"_s);
        throw;
    }
}

QWidget& DayTour::window()
{
    return *m_program.window();
}

void DayTour::expect(bool holds, const QString& what)
{
    if (!holds) throw TourFailure{what.toStdString()};
}

void DayTour::picture(const QString& name)
{
    m_hands.settle();
    const auto file = u"%1/%2-%3.png"_s.arg(m_pictures).arg(++m_count, 2, 10, QChar{u'0'}).arg(name);
    expect(window().grab().save(file), u"the picture cannot be written: "_s + file);
    std::printf("%s\n", qPrintable(file));
}

void DayTour::firstStart()
{
    const auto page = [this](const QString& title) {
        expect(textOf(window(), u"wizardTitle"_s) == title, u"the wizard shows the page "_s + title);
    };
    page(u"Language and look"_s);
    picture(u"wizard-look"_s);
    m_hands.press(Qt::Key_Return);
    page(u"Country and taxes"_s);
    m_hands.type(u"Germany"_s);
    expect(
        textOf(window(), u"wizardCurrency"_s).startsWith(u"EUR, "_s), u"the country brings its currency"_s);
    picture(u"wizard-country"_s);
    m_hands.press(Qt::Key_Return);
    page(u"Your shop"_s);
    m_hands.type(u"Corner Bakery"_s);
    m_hands.press(Qt::Key_Tab);
    m_hands.type(u"12 Mill Lane"_s);
    m_hands.press(Qt::Key_Tab);
    m_hands.type(u"DE 123456789"_s);
    m_hands.press(Qt::Key_Tab);
    m_hands.type(u"Ada Baker"_s);
    picture(u"wizard-shop"_s);
    m_hands.press(Qt::Key_Return);
    page(u"Products"_s);
    picture(u"wizard-products"_s);
    m_hands.press(Qt::Key_Return);
    m_hands.waitFor(
        u"the practice shop is being filled"_s,
        [this] { return m_program.shop() || textOf(window(), u"wizardProblem"_s).contains(u'%'); },
        kLongWorkMs);
    if (!m_program.shop()) picture(u"wizard-making-the-shop"_s);
    m_hands.waitFor(
        u"the practice shop opens"_s, [this] { return m_program.shop() != nullptr; }, kLongWorkMs);
    QApplication::setActiveWindow(&window());
    m_hands.settle();
}

void DayTour::openTill()
{
    visible(window(), u"practiceBar"_s);
    visible(window(), u"openShiftPage"_s);
    m_hands.select(u"150"_s);
    picture(u"opening-the-till"_s);
    m_hands.press(Qt::Key_Return);
    visible(window(), u"tiles"_s);
    picture(u"sell-empty"_s);
    m_hands.type(u"cro"_s);
    visible(window(), u"results"_s);
    picture(u"sell-searching"_s);
    m_hands.press(Qt::Key_Escape);
}

void DayTour::ringUp(const QString& typed)
{
    m_hands.type(typed);
    m_hands.press(Qt::Key_Return);
}

void DayTour::sell()
{
    for (const auto* item : {u"101", u"3*119", u"4*102", u"2*103", u"139", u"1.12*191", u"0.846*195",
             u"2*104", u"160", u"161", u"122", u"123"})
        ringUp(QString::fromUtf16(item));
    expect(textOf(window(), u"totalsCount"_s).startsWith(u"12 "_s), u"twelve lines are in the sale"_s);
    m_hands.press(Qt::Key_Up);
    m_hands.press(Qt::Key_Up);
    picture(u"sell-12-lines"_s);
    const auto before = textOf(window(), u"totalsAmount"_s);
    m_hands.type(u"10%"_s);
    expect(textOf(window(), u"totalsAmount"_s) != before, u"a discount changes what is to pay"_s);
    picture(u"sell-discount"_s);
}

void DayTour::pay()
{
    m_hands.type(u"20"_s);
    m_hands.press(Qt::Key_F10);
    visible(window(), u"payParts"_s);
    visible(window(), u"partsLeft"_s);
    picture(u"paying-in-parts"_s);
    m_hands.press(Qt::Key_F11);
    visible(window(), u"changePanel"_s);
    picture(u"paid-in-parts"_s);
    auto& shop = *m_program.shop();
    m_receipt = QString::fromStdString(shop.checkout().last(shop.facts().till)->number);
    ringUp(u"101"_s);
    ringUp(u"2*119"_s);
    m_hands.type(u"20"_s);
    m_hands.press(Qt::Key_F12);
    expect(!textOf(window(), u"changeAmount"_s).isEmpty(), u"the change is said"_s);
    picture(u"paid-with-change"_s);
    takeBack();
}

void DayTour::takeBack()
{
    ringUp(u"-1*101"_s);
    ringUp(u"2*119"_s);
    expect(textOf(window(), u"totalsLabel"_s) == u"Give back"_s, u"more comes back than is bought"_s);
    picture(u"sell-taking-back"_s);
    m_hands.press(Qt::Key_F12);
    visible(window(), u"changePanel"_s);
    picture(u"given-back"_s);
    takeBackOnReceipt();
}

void DayTour::takeBackOnReceipt()
{
    ringUp(m_receipt);
    visible(window(), u"returnPage"_s);
    m_hands.press(Qt::Key_Space);
    m_hands.press(Qt::Key_C);
    for (int line = 0; line < 3; ++line) m_hands.press(Qt::Key_Down);
    m_hands.type(u"2"_s);
    m_hands.press(Qt::Key_Space);
    ringUp(u"160"_s);
    visible(window(), u"returnPage"_s);
    expect(textOf(window(), u"saleTitle"_s) == u"Exchange"_s, u"goods come back and others are sold"_s);
    picture(u"return-on-receipt"_s);
    look({.mode = ThemeMode::Dark}, kSmall);
    picture(u"return-on-receipt-1024-dark"_s);
    look({.mode = ThemeMode::Light, .density = Density::Touch}, kDesk);
    picture(u"return-on-receipt-touch"_s);
    look({.mode = ThemeMode::Light}, kDesk);
    m_hands.press(Qt::Key_F12);
    visible(window(), u"changePanel"_s);
    visible(window(), u"tiles"_s);
}

void DayTour::pages()
{
    m_hands.press(Qt::Key_P, Qt::ControlModifier);
    visible(window(), u"receiptPaper"_s);
    picture(u"receipt"_s);
    m_hands.press(Qt::Key_2, Qt::ControlModifier);
    picture(u"products"_s);
    m_hands.type(u"croissant"_s);
    m_hands.press(Qt::Key_Return);
    visible(window(), u"productEditor"_s);
    picture(u"product-editor"_s);
    m_hands.press(Qt::Key_Escape);
    m_hands.press(Qt::Key_4, Qt::ControlModifier);
    picture(u"day"_s);
    settings();
    m_hands.press(Qt::Key_1, Qt::ControlModifier);
    visible(window(), u"sellPage"_s);
    m_hands.press(Qt::Key_F1);
    visible(window(), u"helpPage"_s);
    picture(u"help"_s);
    m_hands.press(Qt::Key_Escape);
    ringUp(u"4006381333931"_s);
    visible(window(), u"unknownCodePage"_s);
    picture(u"unknown-code"_s);
    m_hands.press(Qt::Key_Escape);
}

void DayTour::settings()
{
    m_hands.press(Qt::Key_Comma, Qt::ControlModifier);
    visible(window(), u"settingsPage"_s);
    picture(u"settings-shop"_s);
    for (const auto* section : {u"selling", u"payments", u"printer", u"scale", u"display", u"receipt",
             u"scanner", u"shortcuts", u"sounds", u"till_screen", u"look", u"about"}) {
        const auto id = QString::fromUtf16(section);
        m_hands.click(visible(window(), u"section_"_s + id));
        picture(u"settings-"_s + id);
    }
}

void DayTour::offers()
{
    m_hands.click(visible(window(), u"rail_offers"_s));
    m_hands.press(Qt::Key_N, Qt::ControlModifier);
    visible(window(), u"offerEditor"_s);
    m_hands.type(u"Farmhouse loaf: 3 for 12"_s);
    const auto fill = [this](const QString& field, const QString& text) {
        m_hands.click(visible(window(), field));
        m_hands.type(text);
    };
    fill(u"offerCount"_s, u"3"_s);
    fill(u"offerPrice"_s, u"12"_s);
    fill(u"offerGoodsSearch"_s, u"101"_s);
    m_hands.press(Qt::Key_Return);
    picture(u"offer-editor"_s);
    m_hands.press(Qt::Key_S, Qt::ControlModifier);
    visible(window(), u"offerTable"_s);
    picture(u"offers"_s);
    m_hands.press(Qt::Key_1, Qt::ControlModifier);
    ringUp(u"4*101"_s);
    expect(!textOf(window(), u"totalsSavings"_s).isEmpty(), u"the offer counts at the till"_s);
    picture(u"sell-offer"_s);
    m_hands.press(Qt::Key_F12);
    m_hands.press(Qt::Key_Escape);
}

void DayTour::quickKeys()
{
    const auto arrange = [this](const QString& name) {
        m_hands.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        visible(window(), u"arrangeTiles"_s);
        m_hands.press(Qt::Key_Right);
        picture(name);
    };
    arrange(u"arranging-keys"_s);
    m_hands.press(Qt::Key_Return);
    m_hands.press(Qt::Key_Down);
    picture(u"arranging-keys-lifted"_s);
    m_hands.press(Qt::Key_Escape);
    m_hands.press(Qt::Key_Escape);
    visible(window(), u"tiles"_s);
    m_hands.press(Qt::Key_PageDown, Qt::ControlModifier);
    picture(u"sell-second-page"_s);
    m_hands.press(Qt::Key_PageDown, Qt::ControlModifier);
    picture(u"sell-now"_s);
    for (int back = 0; back < 2; ++back) m_hands.press(Qt::Key_PageUp, Qt::ControlModifier);
    look({.mode = ThemeMode::Light}, kSmall);
    arrange(u"arranging-keys-1024"_s);
    m_hands.press(Qt::Key_Escape);
    look({.mode = ThemeMode::Dark, .density = Density::Touch}, kDesk);
    arrange(u"arranging-keys-touch"_s);
    m_hands.press(Qt::Key_Escape);
    look({.mode = ThemeMode::Light}, kDesk);
}

void DayTour::look(const LookSettings& look, QSize size)
{
    Theme::instance().apply(look);
    window().resize(size);
    m_hands.settle();
}

void DayTour::looks()
{
    for (const auto* item : {u"101", u"3*119", u"4*102", u"2*103", u"139", u"1.12*191", u"0.846*195"})
        ringUp(QString::fromUtf16(item));
    look({.mode = ThemeMode::Dark}, kDesk);
    picture(u"sell-dark"_s);
    look({.mode = ThemeMode::Light}, kSmall);
    picture(u"sell-1024"_s);
    look({.mode = ThemeMode::Dark}, kSmall);
    picture(u"sell-1024-dark"_s);
    look({.mode = ThemeMode::Light, .density = Density::Touch}, kDesk);
    picture(u"sell-touch"_s);
    look({.mode = ThemeMode::Light, .density = Density::Touch}, kSmall);
    picture(u"sell-touch-1024"_s);
    look({.mode = ThemeMode::Light}, kDesk);
    m_hands.press(Qt::Key_F11);
    visible(window(), u"changePanel"_s);
    picture(u"paid-by-card"_s);
    expect(m_program.shop()->verifier().run().findings.empty(), u"the shop file is in order after the day"_s);
}

} // namespace till
