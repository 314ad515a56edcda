#include "counter.h"
#include "key_hands.h"

#include "services/checkout_service.h"
#include "services/print_service.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "storage/connection.h"
#include "support/printer_nearby.h"
#include "support/shop_rows.h"
#include "ui/receipts/mail_handoff.h"
#include "ui/sell/item_field.h"

#include <QFile>
#include <QLabel>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// A counter in a home of its own, with a mail program that can be chosen.
class MailingCounter : public Counter {
public:
    MailingCounter()
        : m_home{qgetenv("HOME")}
    {
        qputenv("HOME", QByteArray::fromStdString(folder.path().string()));
    }
    ~MailingCounter()
    {
        setMailProgram(u"xdg-email"_s);
        qputenv("HOME", m_home);
    }
    void sell()
    {
        scan(u"COF"_s);
        press(Qt::Key_F12);
        REQUIRE(page->frame().cart().isShowingPaid());
    }
    std::size_t mailed()
    {
        return rowsOf(shop().file(),
            "SELECT j.id FROM journal j JOIN journal_type t ON t.id = j.type_id WHERE t.code = "
            "'EMAIL_RECEIPT'",
            1)
            .size();
    }

private:
    QByteArray m_home;
};

} // namespace

TEST_CASE_METHOD(
    MailingCounter, "beside the change the receipt goes to the mail program, and it is on record")
{
    setMailProgram(u"true"_s);
    sell();
    press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(waitUntil([&] { return noteWords().contains(u"Your mail program has it"_s); }));
    CHECK(noteWords().contains(u"A-000001.pdf"_s));
    CHECK(mailed() == 1);
    CHECK(page->frame().cart().isShowingPaid()); // the change stays where it is
}

TEST_CASE_METHOD(
    MailingCounter, "without a mail program the cashier is told where the PDF lies, and nothing is on record")
{
    setMailProgram(u"no-such-mail-program"_s);
    sell();
    button("paidMail").click();
    REQUIRE(waitUntil([&] { return noteWords().contains(u"A-000001.pdf"_s); }));
    CHECK_FALSE(noteWords().contains(u"has it"_s));
    CHECK(mailed() == 0);
}

TEST_CASE_METHOD(MailingCounter, "beside the change a gift receipt is printed without prices")
{
    PrinterNearby printer;
    REQUIRE(shop().settings().set(owner(), "printer.address", printer.address().toText()));
    REQUIRE(shop().settings().set(owner(), "receipt.print", "never"));
    sell();
    press(Qt::Key_G, Qt::ControlModifier);
    REQUIRE(waitUntil([&] { return noteWords().contains(u"went to the printer"_s); }));
    const auto job = printer.job(0);
    std::string paper;
    for (const auto& line : job.lines) paper += line + "\n";
    CHECK(paper.find("GIFT RECEIPT") != std::string::npos);
    CHECK(paper.find("Coffee") != std::string::npos);
    CHECK(paper.find("2,40") == std::string::npos);
}

TEST_CASE_METHOD(MailingCounter, "a name that begins with E or G after a sale is only typed")
{
    setMailProgram(u"true"_s);
    sell();
    type(u"g"_s);
    CHECK(page->frame().field().text() == u"g"_s);
    CHECK(mailed() == 0);
}

TEST_CASE_METHOD(Counter, "a code that begins with P is the next sale's, and prints no receipt")
{
    const PrinterNearby printer;
    REQUIRE(shop().settings().set(owner(), "printer.address", printer.address().toText()));
    REQUIRE(shop().settings().set(owner(), "receipt.print", "ask"));
    addProduct("Pencil", 100, "P-20045");
    KeyHands hands;
    scan(u"COF"_s);
    press(Qt::Key_F12);
    REQUIRE(page->frame().cart().isShowingPaid());
    hands.scan(u"P-20045"_s);
    CHECK(rows() == QStringList{u"1 Pencil 1,00"_s});
    CHECK(page->frame().field().text().isEmpty());
    CHECK_FALSE(waitUntil([&] { return !shop().printing().jobs().empty(); }, 600));
    CHECK_FALSE(noteWords().contains(u"is printed"_s));
    press(Qt::Key_F12);
    hands.press(Qt::Key_P); // a person's does
    CHECK(waitUntil([&] { return noteWords().contains(u"is printed"_s); }, 5'000));
}
