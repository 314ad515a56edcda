#include "hand_keys.h"
#include "shot.h"
#include "support/scratch_folder.h"

#include "services/checkout_service.h"
#include "services/verify_service.h"
#include "ui/app/main_window.h"
#include "ui/app/program.h"
#include "ui/wizard/choice_card.h"
#include "ui/wizard/wizard_frame.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

TEST_CASE("from nothing to a receipt by the window alone: wizard, product, till, sale, receipt")
{
    const ScratchFolder folder;
    Program program{{.shopFile = QString::fromStdString((folder / "shop.db").string()),
        .keyFolder = folder / "keys",
        .practiceDays = 2,
        .checkInBackground = false}};
    program.begin();
    activate(*program.window());

    press(Qt::Key_Return);
    type(u"France"_s);
    CHECK(child<QLabel>(*program.window(), "wizardCurrency").text().startsWith(u"EUR"_s));
    press(Qt::Key_Return);
    type(u"Corner Bakery"_s);
    for (int i = 0; i < 3; ++i) press(Qt::Key_Tab);
    type(u"Ada"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Down); // the card after the sample shop: start empty
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return program.shop() != nullptr; }));
    auto* window = dynamic_cast<MainWindow*>(program.window());
    REQUIRE(window);
    activate(*window);
    CHECK(window->windowTitle().contains(u"Corner Bakery"_s));

    // The till is closed: how much is in the drawer?
    CHECK(child<QLineEdit>(*window, "openingFloat").hasFocus());
    press(Qt::Key_A, Qt::ControlModifier);
    scan(u"100"_s);
    CHECK(child<QLineEdit>(*window, "itemEdit").hasFocus());

    // Nothing is known yet: the code asks for a name and a price, and is sold.
    scan(u"4006381333931"_s);
    CHECK(child<QLineEdit>(*window, "newProductName").hasFocus());
    type(u"Farmhouse loaf"_s);
    press(Qt::Key_Return);
    scan(u"4.90"_s);
    CHECK(child<QLabel>(*window, "totalsAmount").text().startsWith(u"4"_s));

    // The second one is known by its code.
    scan(u"4006381333931"_s);
    type(u"20"_s);
    press(Qt::Key_F12);
    const auto sale = program.shop()->checkout().last(program.shop()->facts().till);
    REQUIRE(sale);
    CHECK(sale->change == Money::fromMinor(1020));
    CHECK(child<QLabel>(*window, "changeAmount").text().startsWith(u"10"_s));

    // And its receipt is found again.
    press(Qt::Key_F8);
    CHECK(window->currentPage() == u"receipts"_s);
    QApplication::processEvents();
    CHECK(childNamed(*window, u"receiptPaper"_s).isVisible());
    press(Qt::Key_1, Qt::ControlModifier);
    CHECK(window->currentPage() == u"sell"_s);

    const auto report = program.shop()->verifier().run();
    for (const auto& finding : report.findings) UNSCOPED_INFO(finding.code << ' ' << finding.text);
    CHECK(report.findings.empty());
    CHECK(report.checked > 0);
}
