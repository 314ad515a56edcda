#include "shot.h"

#include "ui/kit/file_chooser.h"
#include "ui/kit/theme.h"
#include "ui/wizard/choice_card.h"
#include "ui/wizard/country_page.h"
#include "ui/wizard/look_page.h"
#include "ui/wizard/products_page.h"
#include "ui/wizard/shop_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<CountryChoice> countries()
{
    const auto percent = [](int value) { return Rate::fromPercent(value); };
    CountryChoice germany{u"DE"_s, u"Germany"_s, u"EUR"_s, u"EUR, euro"_s};
    germany.taxes = {{u"A"_s, u"Standard"_s, percent(19), u"drinks, household"_s},
        {u"B"_s, u"Reduced"_s, percent(7), u"food, bread, books"_s},
        {u"C"_s, u"Zero"_s, percent(0), u"deposit, vouchers"_s}};
    germany.taxesNote = u"filled in, valid since 1 Jan 2021"_s;
    germany.cashRounding = u"none, 1 cent coins in use"_s;
    germany.numberSample = u"1 234,56"_s;
    germany.warning = u"In Germany a shop till needs a certified security device. Tillroll has none yet: ask "
                      u"your tax adviser "
                      u"before you use it for real sales there."_s;
    CountryChoice canada{u"CA"_s, u"Canada"_s, u"CAD"_s, u"CAD, Canadian dollar"_s};
    canada.pricesIncludeTax = false;
    canada.taxes = {{u"A"_s, u"GST"_s, percent(5), u"most goods"_s}};
    canada.cashRounding = u"to 5 cents"_s;
    return {germany, canada};
}

struct Wizard {
    Wizard()
    {
        frame.addPage(new LookPage{{{u"en"_s, u"English"_s}}, {u"en"_s, {.mode = ThemeMode::Light}}});
        frame.addPage(country);
        frame.addPage(shop);
        frame.addPage(products);
        layOut(frame, {1366, 740});
    }
    QString problem() { return child<QLabel>(frame, "wizardProblem").text(); }
    WizardFrame frame;
    CountryPage* country = new CountryPage{countries(), u"DE"_s};
    ShopPage* shop = new ShopPage{{}};
    ProductsPage* products = new ProductsPage;
};

} // namespace

TEST_CASE("the wizard's pages are photographed")
{
    Wizard wizard;
    for (int page = 0; page < 4; ++page) {
        wizard.frame.showPage(page);
        shoot(wizard.frame, {1366, 740}, u"o16-wizard-%1"_s.arg(page + 1));
        CHECK(nameless(wizard.frame) == QStringList{});
    }
    wizard.frame.showPage(1);
    shoot(wizard.frame, {1024, 740}, u"o16-wizard-1024"_s);
    Theme::instance().apply({.mode = ThemeMode::Dark});
    shoot(wizard.frame, {1366, 740}, u"o16-wizard-dark"_s);
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE("the country fills in currency, taxes and how prices are typed")
{
    Wizard wizard;
    CHECK(wizard.country->answer().taxes.size() == 3);
    CHECK(wizard.country->answer().pricesIncludeTax);

    child<QComboBox>(wizard.frame, "wizardCountry").setCurrentIndex(1);

    const auto answer = wizard.country->answer();
    CHECK(answer.countryCode == u"CA"_s);
    CHECK_FALSE(answer.pricesIncludeTax);
    REQUIRE(answer.taxes.size() == 1);
    CHECK(answer.taxes[0].name == u"GST"_s);
    CHECK(answer.taxes[0].rate == Rate::fromPercent(5));
    CHECK(child<QLabel>(wizard.frame, "wizardCurrency").text() == u"CAD, Canadian dollar"_s);
}

TEST_CASE("where nothing says which country it is, it is asked for, and none is chosen before")
{
    WizardFrame frame;
    auto* page = new CountryPage{countries(), {}};
    frame.addPage(page);
    frame.addPage(new ShopPage{{}});
    layOut(frame, {1366, 740});
    auto& country = child<QComboBox>(frame, "wizardCountry");
    auto& problem = child<QLabel>(frame, "wizardProblem");
    CHECK(country.currentIndex() == -1);
    CHECK_FALSE(country.placeholderText().isEmpty());
    CHECK_FALSE(child<QLabel>(frame, "wizardCurrency").isVisible());
    shoot(frame, {1366, 740}, u"o16-wizard-no-country"_s);

    frame.goOn();
    CHECK(frame.currentPage() == 0);
    CHECK(problem.text().contains(u"country"_s));

    QTest::keyClicks(&country, u"Ca"_s);
    CHECK(problem.text().isEmpty());
    CHECK(page->answer().countryCode == u"CA"_s);
    CHECK(child<QLabel>(frame, "wizardCurrency").isVisible());
    frame.goOn();
    CHECK(frame.currentPage() == 1);
}

TEST_CASE("a country nobody knows is asked for like none, and nothing claims to be filled in")
{
    CountryPage none{countries(), {}};
    CountryPage unknown{countries(), u"XX"_s};
    CountryPage known{countries(), u"CA"_s};
    CHECK(child<QComboBox>(unknown, "wizardCountry").currentIndex() == -1);
    CHECK(unknown.words() == none.words());
    CHECK(unknown.words() != known.words());
}

namespace {

/// The names of what Tab reaches from the first field of the page until it is there again.
QStringList tabbed(Wizard& wizard, int page)
{
    wizard.frame.showPage(page);
    QApplication::processEvents();
    auto* const first = QApplication::focusWidget();
    QStringList names;
    do {
        names << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && names.size() < 50);
    return names;
}

} // namespace

TEST_CASE("Tab goes through a page of the wizard as one reads it, then to Back and Next")
{
    Wizard wizard;
    QApplication::setActiveWindow(&wizard.frame);
    const QStringList foot{u"wizardBack"_s, u"wizardNext"_s};
    const auto steps = [](int count) {
        QStringList names;
        for (int step = 1; step <= count; ++step) names << u"wizardStep%1"_s.arg(step);
        return names << u"wizardPractice"_s;
    };
    CHECK(tabbed(wizard, 0) == QStringList{u"wizardLanguage"_s, u"wizardTheme"_s, u"wizardDensity"_s,
                                   u"wizardZoom"_s, u"wizardNext"_s, u"wizardPractice"_s});
    const QStringList before{u"wizardCountry"_s, u"wizardPricesIn"_s, u"wizardAddRate"_s};
    const QStringList rates{
        u"taxName1"_s, u"taxRate1"_s, u"taxName2"_s, u"taxRate2"_s, u"taxName3"_s, u"taxRate3"_s};
    CHECK(tabbed(wizard, 1).mid(0, 10) == before + rates + QStringList{u"wizardDayEnds"_s});
    child<QPushButton>(wizard.frame, "wizardAddRate").click();
    QApplication::processEvents();
    const auto longer = before + rates + QStringList{u"taxName4"_s, u"taxRate4"_s, u"wizardDayEnds"_s};
    CHECK(tabbed(wizard, 1).mid(0, 12).join(u' ').toStdString() == longer.join(u' ').toStdString());
    CHECK(tabbed(wizard, 2) ==
          QStringList{u"wizardShopName"_s, u"wizardAddress"_s, u"wizardTaxNumber"_s, u"wizardOwner"_s} +
              foot + steps(2));
    // One of three: Tab comes to the one that is chosen, the arrows choose.
    CHECK(tabbed(wizard, 3) == QStringList{u"wizardSample"_s} + foot + steps(3));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    CHECK(QApplication::focusWidget()->objectName() == u"wizardPractice");
}

TEST_CASE("what is missing is no longer said once it is there")
{
    Wizard wizard;
    wizard.frame.showPage(2);
    wizard.frame.goOn();
    REQUIRE(wizard.problem() == u"The shop needs a name."_s);
    QTest::keyClicks(&child<QLineEdit>(wizard.frame, "wizardShopName"), u"C"_s);
    CHECK(wizard.problem().isEmpty());
    wizard.frame.goOn();
    const auto name = wizard.problem();
    REQUIRE_FALSE(name.isEmpty());
    QTest::keyClicks(&child<QLineEdit>(wizard.frame, "wizardShopName"), u"orner"_s);
    CHECK(wizard.problem() == name); // that was not what was missing
    QTest::keyClicks(&child<QLineEdit>(wizard.frame, "wizardOwner"), u"Ada"_s);
    CHECK(wizard.problem().isEmpty());
}

TEST_CASE("a tax rate that cannot be read keeps the wizard on its page and says which")
{
    Wizard wizard;
    wizard.frame.showPage(1);
    child<QLineEdit>(wizard.frame, "taxRate2").setText(u"seven"_s);

    wizard.frame.goOn();

    CHECK(wizard.frame.currentPage() == 1);
    CHECK(wizard.problem().contains(u"Rate B"_s));
    child<QLineEdit>(wizard.frame, "taxRate2").setText(u"5,5"_s);
    wizard.frame.goOn();
    CHECK(wizard.frame.currentPage() == 2);
    CHECK(wizard.country->answer().taxes[1].rate == Rate::fromPartsPerMillion(55'000));
}

TEST_CASE("Enter goes on when nothing is missing and Back keeps what was typed")
{
    Wizard wizard;
    wizard.frame.showPage(2);
    QTest::keyClick(&wizard.frame, Qt::Key_Return);
    CHECK(wizard.frame.currentPage() == 2);
    CHECK(wizard.problem() == u"The shop needs a name."_s);

    QTest::keyClicks(&child<QLineEdit>(wizard.frame, "wizardShopName"), u"Corner Bakery"_s);
    QTest::keyClicks(&child<QLineEdit>(wizard.frame, "wizardOwner"), u"Ada"_s);
    QTest::keyClick(&wizard.frame, Qt::Key_Return);
    CHECK(wizard.frame.currentPage() == 3);
    wizard.frame.goBack();
    CHECK(wizard.shop->answer().name == u"Corner Bakery"_s);
    CHECK(wizard.shop->answer().ownerName == u"Ada"_s);
}

TEST_CASE("an import needs its file, and the last page finishes the wizard")
{
    Wizard wizard;
    QSignalSpy finished{&wizard.frame, &WizardFrame::finished};
    wizard.frame.showPage(3);
    const auto before = setFileChooser([](QWidget*, const FileRequest&) { return std::nullopt; });
    child<ChoiceCard>(wizard.frame, "wizardImport").click();
    wizard.frame.goOn();
    CHECK(finished.isEmpty());
    CHECK_FALSE(wizard.problem().isEmpty());

    setFileChooser([](QWidget*, const FileRequest&) { return std::optional{u"/home/ada/products.csv"_s}; });
    child<ChoiceCard>(wizard.frame, "wizardImport").click();
    wizard.frame.goOn();
    setFileChooser(before);

    CHECK(finished.size() == 1);
    CHECK(wizard.products->answer().kind == ProductsChoice::Kind::Import);
    CHECK(wizard.products->answer().file == u"/home/ada/products.csv"_s);
}
