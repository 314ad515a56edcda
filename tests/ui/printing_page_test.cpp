#include "counter.h"
#include "shot.h"

#include "services/print_service.h"
#include "services/setting_service.h"
#include "support/printer_nearby.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/status_strip.h"
#include "ui/printing/print_queue_page.h"
#include "ui/printing/printer_watch.h"
#include "ui/sell/item_field.h"
#include "ui/settings/settings_page.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace till;
using namespace Qt::StringLiterals;
using test::activate;
using test::Counter;
using test::euros;
using test::press;
using test::type;
using test::waitUntil;

namespace {

/// The counter with a printer beside it and the window's watch over it.
struct PrintingCounter : Counter {
    PrintingCounter() { set("printer.address", nearby.address().toText()); }
    ~PrintingCounter() { watch.reset(); }
    void set(const char* key, const std::string& value)
    {
        REQUIRE(shop().settings().set(owner(), key, value));
    }
    void startWatch()
    {
        watch = std::make_unique<PrinterWatch>(shop(), strip, nullptr);
        REQUIRE(
            waitUntil([this] { return shop().printing().status().condition == PrinterCondition::Ready; }));
    }
    void sell()
    {
        type(u"BAG"_s);
        press(Qt::Key_Return);
        press(Qt::Key_F12);
    }
    /// Goods that take three lines of paper each.
    void scanLong(int count)
    {
        for (int i = 0; i < count; ++i) {
            addProduct(std::string(118, 'x') + std::to_string(i), 100, "LONG" + std::to_string(i));
            test::scan(u"LONG%1"_s.arg(i));
        }
    }
    void gift() { press(Qt::Key_G, Qt::ControlModifier); }
    bool isPaid() { return page->frame().cart().isShowingPaid(); }
    bool isPrinting()
    {
        const auto jobs = shop().printing().jobs();
        return !jobs.empty() && jobs.front().state == PrintJob::State::Printing;
    }
    test::PrinterNearby nearby;
    StatusStrip strip;
    std::unique_ptr<PrinterWatch> watch;
};

} // namespace

TEST_CASE_METHOD(PrintingCounter, "a sale is paid at once though the printer hangs, and the next one begins")
{
    startWatch();
    nearby.printer().hang(true);
    sell();
    CHECK(isPaid());
    CHECK(shop().printing().status().waiting == 1);
    type(u"COF"_s);
    press(Qt::Key_Return);
    CHECK_FALSE(isPaid());
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    CHECK(waitUntil([&] { return strip.itemText(u"printer"_s).contains(u"1 receipt(s) waiting"); }));
    nearby.printer().hang(false);
    CHECK(waitUntil([&] { return shop().printing().status().waiting == 0; }));
    CHECK(nearby.job(0).transcript.find("A-000001") != std::string::npos);
}

TEST_CASE_METHOD(
    PrintingCounter, "beside the change stands what became of the receipt, and Ctrl+P prints a copy")
{
    startWatch();
    sell();
    CHECK(waitUntil([&] { return label("receiptState") == u"printed"; }));
    press(Qt::Key_P, Qt::ControlModifier);
    CHECK(noteWords().contains(u"COPY 1"));
    CHECK(waitUntil([&] { return shop().printing().status().waiting == 0; }));
    CHECK(nearby.job(1).transcript.find("COPY 1") != std::string::npos);
}

TEST_CASE_METHOD(
    PrintingCounter, "where paper is asked for P prints it, and a word that begins with P is a word")
{
    set("receipt.print", "ask");
    startWatch();
    sell();
    CHECK(button("paidReceipt").key() == QKeySequence{Qt::Key_P});
    type(u"po"_s);
    CHECK(page->frame().field().text() == u"po");
    CHECK(shop().printing().jobs().empty());
    press(Qt::Key_Escape);
    sell();
    press(Qt::Key_P);
    CHECK(waitUntil([&] { return label("receiptState") == u"printed"; }));
    const auto jobs = nearby.all();
    CHECK(std::ranges::count_if(jobs, [](const auto& job) { return !job.lines.empty(); }) == 1);
}

TEST_CASE_METHOD(PrintingCounter, "the drawer opens without a sale by Ctrl+D and a figure, and by touch")
{
    startWatch();
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_1);
    CHECK(noteWords().contains(u"on record"));
    CHECK(nearby.job(0).kicks == 1);
    press(Qt::Key_D, Qt::ControlModifier);
    test::child<KeyButton>(*page, "drawerReason2").click();
    CHECK(nearby.job(1).kicks == 1);
    set("printer.drawer", "none");
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_1);
    CHECK(noteWords().contains(u"key"));
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_Escape);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
}

TEST_CASE_METHOD(PrintingCounter, "a print of unknown outcome is offered again as a copy")
{
    startWatch();
    PrintQueuePage queue{shop(), euros()};
    test::shoot(queue, {1278, 740}, u"print-queue-empty"_s);
    CHECK(queue.findChild<QWidget*>(u"printQueueEmpty"_s) != nullptr);
    activate(*page); // the picture has brought its own window to the front
    nearby.printer().hangUpAfter(300);
    sell();
    REQUIRE(waitUntil([&] { return shop().printing().status().unknown == 1; }));
    nearby.printer().hangUpAfter(-1);
    CHECK(strip.itemText(u"printer"_s).contains(u"1 print(s) to check"));
    const auto id = shop().printing().jobs().front().id;
    test::shoot(queue, {1278, 740}, u"print-queue-unknown"_s);
    test::shoot(queue, {936, 708}, u"print-queue-unknown-1024"_s);
    CHECK(test::nameless(queue).isEmpty());
    test::child<KeyButton>(queue, ("printCopy" + std::to_string(id)).c_str()).click();
    CHECK(waitUntil([&] { return shop().printing().jobs().empty(); }));
    CHECK(nearby.all().back().transcript.find("COPY 1") != std::string::npos);
}

TEST_CASE_METHOD(
    PrintingCounter, "a gift receipt asked for while a receipt prints comes after it, and both are whole")
{
    startWatch();
    nearby.printer().beSlow(std::chrono::milliseconds{5});
    sell();
    REQUIRE(waitUntil([&] { return isPrinting(); }));
    gift();
    REQUIRE(waitUntil([&] { return noteWords().contains(u"went to the printer"_s); }));
    const auto paper = nearby.job(1);
    CHECK(nearby.job(0).transcript.find("TOTAL EUR") != std::string::npos);
    CHECK(nearby.job(0).errors.empty());
    CHECK(paper.transcript.find("GIFT RECEIPT") != std::string::npos);
    CHECK(paper.errors.empty());
    CHECK(shop().printing().jobs().empty());
}

TEST_CASE_METHOD(PrintingCounter, "a cash sale that is paid while a gift receipt prints opens the drawer")
{
    set("receipt.print", "never");
    startWatch();
    scanLong(8);
    sell();
    nearby.job(0);
    nearby.printer().beSlow(std::chrono::milliseconds{50});
    gift();
    press(Qt::Key_Return);
    sell();
    REQUIRE(waitUntil([&] { return nearby.jobs() == 3 || noteWords().contains(u"key"_s); }));
    CHECK_FALSE(noteWords().contains(u"key"_s));
    CHECK(nearby.job(1).kicks + nearby.job(2).kicks == 1);
    for (const auto& job : nearby.all()) CHECK(job.errors.empty());
}

TEST_CASE_METHOD(Counter, "the strip of a printer the shop does not have yet comes out, and is asked about")
{
    test::PrinterNearby nearby;
    SettingsPage settings{shop(), euros()};
    settings.showSection(u"printer"_s);
    test::layOut(settings, {1278, 708});
    test::child<ComboField>(settings, "printerPlace")
        .setEditText(QString::fromStdString(nearby.address().toText()));
    test::child<KeyButton>(settings, "printStrip").click();
    auto& questions = test::childNamed(settings, u"stripQuestions"_s);
    REQUIRE(waitUntil([&] { return questions.isVisible(); }));
    CHECK_FALSE(nearby.job(0).lines.empty());
    test::shoot(settings, {1278, 708}, u"printer-strip"_s);
    test::shoot(settings, {936, 708}, u"printer-strip-1024"_s);
    test::child<KeyButton>(settings, "tryPin2").click();
    CHECK(nearby.job(1).kicks == 1);
    REQUIRE(waitUntil([&] { return test::child<KeyButton>(settings, "printStrip").isEnabled(); }));
    test::child<KeyButton>(settings, "keepPrinter").click();
    CHECK(shop().settings().value("printer.address") == nearby.address().toText());
}
