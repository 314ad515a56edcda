#include "hand_keys.h"
#include "shot.h"
#include "support/scratch_folder.h"

#include "services/catalog_service.h"
#include "services/country_presets.h"
#include "services/setting_service.h"
#include "ui/app/country_choices.h"
#include "ui/app/first_start.h"
#include "ui/kit/ask.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/theme.h"
#include "ui/wizard/choice_card.h"
#include "ui/wizard/wizard_frame.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct Newcomer {
    Newcomer()
    {
        layOut(start, {1366, 740});
        activate(start);
    }
    QString file(const char* name) const { return QString::fromStdString((folder / name).string()); }
    QString problem() { return child<QLabel>(start, "wizardProblem").text(); }
    void fillShop()
    {
        press(Qt::Key_Return); // look
        type(u"Austria"_s);
        press(Qt::Key_Return);
        type(u"Corner Bakery"_s);
        child<QLineEdit>(start, "wizardOwner").setText(u"Ada"_s);
        press(Qt::Key_Return);
        REQUIRE(start.frame().currentPage() == 3);
    }
    std::unique_ptr<Shop> open(const char* name)
    {
        ShopOptions options;
        options.file = folder / name;
        options.keyFolder = folder / "keys";
        auto shop = Shop::open(options, clock);
        REQUIRE(shop);
        return std::move(*shop);
    }
    QString made() const { return ready.isEmpty() ? QString{} : ready.front().front().toString(); }

    ScratchFolder folder;
    SystemClock clock;
    FirstStart start{{file("shop.db"), file("practice.db"), folder / "keys", 2}, clock};
    QSignalSpy ready{&start, &FirstStart::shopReady};
};

QString bakeryTable(const Newcomer& newcomer)
{
    const auto name = newcomer.file("list.csv");
    QFile table{name};
    REQUIRE(table.open(QIODevice::WriteOnly));
    table.write("name,price,barcode\nRoll,0.50,\nLoaf,3.20,4006381333931\n,1.00,\n");
    return name;
}

} // namespace

TEST_CASE("every country offers its rates, its source and what it warns of")
{
    const auto choices = countryChoices();
    REQUIRE(choices.size() == countryPresets().size());
    for (const auto& choice : choices) {
        const auto preset = countryPreset(choice.code.toStdString());
        CAPTURE(choice.code.toStdString());
        CHECK_FALSE(choice.taxes.empty());
        CHECK_FALSE(choice.source.isEmpty());
        CHECK(choice.currencyName.startsWith(choice.currencyCode));
        CHECK(choice.warning.isEmpty() == preset->note.empty());
    }
}

TEST_CASE("an empty shop is made with what the wizard heard")
{
    Newcomer newcomer;
    newcomer.fillShop();
    child<ChoiceCard>(newcomer.start, "wizardEmpty").click();
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !newcomer.ready.isEmpty(); }));

    CHECK(newcomer.made() == newcomer.file("shop.db"));
    const auto shop = newcomer.open("shop.db");
    CHECK(shop->facts().name == "Corner Bakery");
    CHECK_FALSE(shop->facts().practice);
    CHECK(shop->catalog().all(10, 0).empty());
}

TEST_CASE("the look chosen in the wizard is the shop's look")
{
    Newcomer newcomer;
    auto& theme = child<QComboBox>(newcomer.start, "wizardTheme");
    theme.setCurrentIndex(theme.findData(static_cast<int>(ThemeMode::Dark)));
    Q_EMIT theme.activated(theme.currentIndex());
    CHECK(Theme::instance().isDark());
    newcomer.fillShop();
    child<ChoiceCard>(newcomer.start, "wizardEmpty").click();
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !newcomer.ready.isEmpty(); }));

    CHECK(newcomer.open("shop.db")->settings().value("look.theme") == "dark");
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE("the practice shop stands beside the own one and says what it is")
{
    Newcomer newcomer;
    newcomer.fillShop();
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !newcomer.ready.isEmpty(); }));

    CHECK(newcomer.made() == newcomer.file("practice.db"));
    CHECK(newcomer.open("practice.db")->facts().practice);
    CHECK_FALSE(newcomer.open("shop.db")->facts().practice);
}

TEST_CASE("stopping while the practice shop is filled leaves no half of it")
{
    Newcomer newcomer;
    child<QPushButton>(newcomer.start, "wizardPractice").click();
    REQUIRE(newcomer.start.frame().isBusy());
    child<QPushButton>(newcomer.start, "wizardBack").click();
    REQUIRE(waitUntil([&] { return !newcomer.start.frame().isBusy(); }));

    CHECK(newcomer.ready.isEmpty());
    CHECK_FALSE(newcomer.problem().isEmpty());
    CHECK_FALSE(QFile::exists(newcomer.file("practice.db")));
    CHECK_FALSE(QFile::exists(newcomer.file("practice.db.building")));
}

TEST_CASE("an import shows its numbers before anything is made, and Back makes nothing")
{
    Newcomer newcomer;
    const auto table = bakeryTable(newcomer);
    Question asked;
    int answer = 0;
    const auto askerBefore = setAsker([&](QWidget*, const Question& question) {
        asked = question;
        return answer;
    });
    const auto chooserBefore =
        setFileChooser([&](QWidget*, const FileRequest&) { return std::optional{table}; });
    newcomer.fillShop();
    child<ChoiceCard>(newcomer.start, "wizardImport").click();
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !asked.text.isEmpty(); }));
    CHECK(asked.text.contains(u"2 product"_s));
    CHECK(asked.text.contains(u"line 4"_s));
    CHECK_FALSE(QFile::exists(newcomer.file("shop.db")));
    CHECK(newcomer.ready.isEmpty());

    answer = 1;
    QTest::keyClick(&newcomer.start.frame(), Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !newcomer.ready.isEmpty(); }));
    setAsker(askerBefore);
    setFileChooser(chooserBefore);
    CHECK(newcomer.open("shop.db")->catalog().all(10, 0).size() == 2);
}

TEST_CASE("a shop that cannot be made is said on the page, and what was typed stays")
{
    Newcomer newcomer;
    QFile blocking{newcomer.file("shop.db")};
    REQUIRE(blocking.open(QIODevice::WriteOnly));
    newcomer.fillShop();
    child<ChoiceCard>(newcomer.start, "wizardEmpty").click();
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !newcomer.start.frame().isBusy(); }));

    CHECK(newcomer.problem().contains(u"already"_s));
    newcomer.start.frame().goBack();
    CHECK(child<QLineEdit>(newcomer.start, "wizardShopName").text() == u"Corner Bakery"_s);
}
