#include "paper/escpos.h"
#include "paper/receipt_document.h"
#include "paper/test_strip.h"
#include "paper/virtual_printer.h"
#include "support/approve.h"
#include "support/sample_receipt.h"
#include "support/strip_reader.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace till;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

VirtualPrinter printed(const std::string& job, const PrinterProfile& profile)
{
    VirtualPrinter printer{profile};
    printer.take(job);
    printer.finish();
    return printer;
}

VirtualPrinter printed(const PaperDocument& paper, const PrinterProfile& profile, DrawerKick kick = {})
{
    return printed(toEscPos(layOut(paper, profile.columns), profile, kick), profile);
}

VirtualPrinter printedReceipt(const char* profileId, const Receipt& receipt = test::bakeryReceipt())
{
    const auto& profile = *printerProfile(profileId);
    return printed(receiptDocument(receipt, {}, test::commaFormat()), profile, DrawerKick::Pin2);
}

PaperDocument words(const std::string& text)
{
    return {PaperText{text}};
}

} // namespace

TEST_CASE("a receipt comes out of the printer as it is laid out, on every width of paper")
{
    const auto* profile = GENERATE("generic-80", "generic-80-42", "generic-58");
    CAPTURE(profile);
    const auto printer = printedReceipt(profile);
    CHECK(printer.errors().empty());
    test::approve(std::string{"escpos_"} + profile + ".txt", printer.transcript());
}

TEST_CASE("the drawer opens before the first line is printed, and only when it is told to")
{
    const auto printer = printedReceipt("generic-80");
    CHECK_THAT(printer.transcript(), StartsWith("[reset]\n[drawer, pin 2, 50 ms]\n"));
    CHECK(printer.kicks() == 1);
    CHECK(printed(words("Tea"), *printerProfile("generic-80")).kicks() == 0);
    const auto alone = printed(drawerKick(DrawerKick::Pin5), *printerProfile("generic-80"));
    CHECK(alone.transcript() == "[drawer, pin 5, 50 ms]\n");
}

TEST_CASE("a euro comes from the first table that has it, and as dots where none has")
{
    auto profile = *printerProfile("generic-80");
    CHECK(printed(words("Crème brûlée 2,40 €"), profile).lines().front() == "Crème brûlée 2,40 €");
    profile.tables = {{"CP437", 0}, {"CP1252", 16}};
    const auto second = printed(words("Crème brûlée 2,40 €"), profile);
    CHECK(second.lines().front() == "Crème brûlée 2,40 €");
    CHECK(second.errors().empty());
    profile.tables = {{"CP437", 0}};
    const auto none = printed(words("Crème brûlée 2,40 €"), profile);
    CHECK(none.errors().empty());
    CHECK(none.lines().empty());
    CHECK_THAT(none.transcript(), Contains("[dots 576 x"));
}

TEST_CASE("a line whose letters no table has is printed as dots, its neighbours as characters")
{
    const auto& profile = *printerProfile("generic-58");
    const auto printer =
        printed({PaperText{"Tea"}, PaperRow{"お茶", "1.500"}, PaperText{"Кофе"}, PaperText{"Fin"}}, profile);
    CHECK(printer.errors().empty());
    CHECK(printer.lines() == std::vector<std::string>{"Tea", "Fin"});
    CHECK_THAT(printer.transcript(), Contains("Tea\n[dots 384 x 24]\n[dots 384 x 24]\nFin\n"));
}

TEST_CASE("quotes, dashes and spaces of typography do not cost a line its letters")
{
    const auto printer =
        printed(words("It\u2019s \u201Cgood\u201D \u2013 5\u202F\u20AC"), *printerProfile("generic-80"));
    CHECK(printer.lines().front() == "It's \"good\" - 5 \u20AC");
}

TEST_CASE("a printer without a cutter feeds the paper out to be torn")
{
    const auto printer = printedReceipt("generic-58");
    CHECK(printer.cuts() == 0);
    CHECK(printer.errors().empty());
    CHECK(printedReceipt("generic-80").cuts() == 1);
}

TEST_CASE("a code the printer cannot draw is drawn for it, as wide and with its words")
{
    auto profile = *printerProfile("generic-80");
    const PaperDocument paper{PaperBarcode{Symbology::Code128, "A-000001", "A-000001"},
        PaperBarcode{Symbology::Ean13, "4006381333931", ""},
        PaperBarcode{Symbology::Qr, "https://example.com", ""}};
    const auto native = printed(paper, profile);
    CHECK(native.errors().empty());
    CHECK_THAT(native.transcript(), Contains("[barcode 73 {BA-000001]"));
    CHECK_THAT(native.transcript(), Contains("[barcode 67 400638133393]"));
    CHECK_THAT(native.transcript(), Contains("[qr https://example.com]"));
    profile.barcodes = profile.qrCodes = false;
    const auto drawn = printed(paper, profile);
    CHECK(drawn.errors().empty());
    CHECK_THAT(drawn.transcript(), !Contains("barcode") && !Contains("qr") && Contains("A-000001\n"));
}

TEST_CASE("a scanner reads the codes off the strip, whoever drew them")
{
    auto profile = *printerProfile(GENERATE("generic-80", "generic-58"));
    profile.barcodes = profile.qrCodes = GENERATE(true, false);
    const PaperDocument paper{PaperBarcode{Symbology::Code128, "A-001042", "A-001042"},
        PaperBarcode{Symbology::Ean13, "4006381333931", ""}, PaperBlank{},
        PaperBarcode{Symbology::Qr, "https://example.com/r/A-001042", ""}};
    const auto printer = printed(paper, profile);
    CHECK(printer.errors().empty());
    CHECK(test::readOff(printer.paper()) ==
          std::set<std::string>{"A-001042", "4006381333931", "https://example.com/r/A-001042"});
}

TEST_CASE("a code too wide for the paper prints its words alone")
{
    const PaperDocument paper{PaperBarcode{Symbology::Code128, std::string(60, 'W'), "sixty"}};
    const auto printer = printed(paper, *printerProfile("generic-58"));
    CHECK(printer.errors().empty());
    CHECK(printer.lines().size() == 1);
    CHECK_THAT(printer.lines().front(), Contains("sixty"));
}

TEST_CASE("whatever a text holds, the printer prints: nothing opens, cuts or resets")
{
    const bool held = rc::check([](const std::string& text) {
        for (const auto* id : {"generic-80", "generic-58"}) {
            const auto& profile = *printerProfile(id);
            const auto printer = printed({PaperText{text}, PaperRow{text, text}}, profile);
            RC_ASSERT(printer.errors().empty());
            RC_ASSERT(printer.kicks() == 0);
            RC_ASSERT(printer.cuts() == (profile.cuts ? 1 : 0));
        }
    });
    CHECK(held);
}

TEST_CASE("a job prints the same in whatever pieces it arrives")
{
    const auto& profile = *printerProfile("generic-80");
    const auto job =
        toEscPos(layOut(receiptDocument(test::bakeryReceipt(), {}, {}), profile.columns), profile);
    const auto whole = printed(job, profile);
    for (const std::size_t piece : {1U, 2U, 7U, 64U}) {
        VirtualPrinter printer{profile};
        for (std::size_t from = 0; from < job.size(); from += piece)
            printer.take(std::string_view{job}.substr(from, piece));
        printer.finish();
        CHECK(printer.transcript() == whole.transcript());
        CHECK(printer.paper().bytes == whole.paper().bytes);
    }
}

TEST_CASE("what would go wrong on paper is told")
{
    const auto& profile = *printerProfile("generic-58");
    const auto complaint = [&](const std::string& job) {
        const auto printer = printed(job, profile);
        return printer.errors().empty() ? std::string{} : printer.errors().front();
    };
    CHECK(complaint("Tea\n").empty());
    CHECK_THAT(complaint("Tea"), Contains("middle of a line"));
    CHECK_THAT(complaint("\x1D"), Contains("middle of a command"));
    CHECK_THAT(complaint(std::string(33, 'W') + "\n"), Contains("longer than the paper"));
    CHECK_THAT(complaint("\x1B~\n"), Contains("unknown command"));
    CHECK_THAT(complaint("Tea\a\n"), Contains("control character 07"));
    CHECK_THAT(complaint(std::string{"\x1Bt\x63", 3}), Contains("no table 99"));
    CHECK_THAT(complaint(std::string{"\x1DV\x00", 3}), Contains("no cutter"));
    CHECK_THAT(complaint(std::string{"\x1Dk\x49\x03"
                                     "ABC",
                   7}),
        Contains("begin with its set"));
}

TEST_CASE("a command that is not carried out is passed over in its whole length, and said")
{
    const auto& profile = *printerProfile("generic-80");
    const auto passed = [&](const std::string& command, const std::string& words) {
        CAPTURE(words);
        const auto printer = printed(command + "Tea\n", profile);
        CHECK(printer.errors().empty());
        CHECK(printer.lines() == std::vector<std::string>{"Tea"});
        CHECK_THAT(printer.transcript(), Contains("[not carried out: " + words + "]"));
    };
    passed({"\x1B*\x21\x02\x00\r\n\x1B@\x1Dk", 11}, "ESC 2A, 11 bytes");
    passed({"\x1B\x44\x08\x10\x00", 5}, "ESC 44, 5 bytes");
    passed({"\x1B&\x03\x41\x42\x01\x1B\x1B\x1B\x00", 10}, "ESC 26, 10 bytes");
    passed({"\x1C\x53\x01\x1B", 4}, "FS 53, 4 bytes");
    passed({"\x1C(A\x02\x00\n\n", 7}, "FS 28, 7 bytes");
    passed({"\x1D*\x01\x01\n\n\n\n\n\n\n\n", 12}, "GS 2A, 12 bytes");
    passed({"\x1D\x38L\x03\x00\x00\x00\x30\x70\n", 10}, "GS 38, 10 bytes");
    const auto quiet = printed(std::string{"\x1C\x43\x01\x1C.\x1BR\x00Tea\n", 12}, profile);
    CHECK(quiet.transcript() == "Tea\n");
}

TEST_CASE("a place on the line is a column in the printer's words")
{
    const auto& profile = *printerProfile("generic-80");
    const auto printer = printed(std::string{"Tea\x1B$\xF0\x00"
                                             "2,50\n",
                                     12},
        profile);
    CHECK(printer.errors().empty());
    CHECK(printer.lines() == std::vector<std::string>{"Tea                 2,50"});
    const auto back = printed(std::string{"Long name\x1B$\x18\x00"
                                          "2,50\n",
                                  18},
        profile);
    CHECK(back.errors() == std::vector<std::string>{"a position on the line that is printed already"});
}

TEST_CASE("the small font has room for a third more on the line, and no more than that")
{
    const auto& profile = *printerProfile("generic-80");
    CHECK(printed("\x1BM\x01" + std::string(64, 'i') + "\n", profile).errors().empty());
    CHECK_FALSE(printed("\x1BM\x01" + std::string(65, 'i') + "\n", profile).errors().empty());
    const auto both = printed("\x1B!\x09"
                              "Tea\x1B!\x30"
                              "pot\n",
        profile);
    CHECK_THAT(both.transcript(), Contains("[bold][small]Tea[/bold][high][wide][/small]pot"));
}

TEST_CASE("a job that only feeds paper ends with the roll, not with the memory")
{
    std::string job;
    for (int i = 0; i < 2'000; ++i) job += std::string{"\x1B\x33\xFF\x1B\x64\xFF", 6};
    const auto printer = printed(job, *printerProfile("generic-58"));
    CHECK(printer.paper().rows() == 40'000);
    CHECK(printer.errors() == std::vector<std::string>{"the strip is longer than five metres"});
}

TEST_CASE("the printer says what state it is in, in the middle of a job too")
{
    VirtualPrinter printer{*printerProfile("generic-80")};
    const auto asked = [&](char about) {
        printer.take("Tea" + std::string{'\x10', '\x04', about});
        const auto reply = printer.takeReply();
        return reply.size() == 1 ? static_cast<unsigned char>(reply[0]) : 0;
    };
    CHECK(asked(1) == 0x16); // ready, drawer shut
    CHECK(asked(4) == 0x12);
    printer.state = {true, true, true, true};
    CHECK(asked(1) == 0x1A);
    CHECK(asked(2) == 0x36);
    CHECK(asked(4) == 0x7E);
}

TEST_CASE("the strip of an unknown printer shows three rulers, a euro sign a table and a cut")
{
    auto profile = *printerProfile("generic-80");
    profile.tables = euroTables();
    VirtualPrinter printer{profile};
    printer.take(setUpStrip());
    printer.finish();
    CHECK(printer.errors().empty());
    CHECK(printer.kicks() == 0);
    CHECK(printer.cuts() == 1);
    int euros = 0;
    for (const auto& line : printer.lines())
        euros += line.find("\u20AC \u20AC \u20AC") != std::string::npos ? 1 : 0;
    CHECK(euros == 3);
    for (const auto* columns : {"> 32", "> 42", "> 48"})
        CHECK(printer.transcript().find(columns) != std::string::npos);
}
