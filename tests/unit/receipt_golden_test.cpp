#include "paper/escpos.h"
#include "paper/logo.h"
#include "paper/receipt_document.h"
#include "paper/virtual_printer.h"
#include "support/approve.h"
#include "support/sample_receipt.h"
#include "support/strip_reader.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

using namespace till;
using Catch::Matchers::Contains;

namespace {

Money cents(std::int64_t amount)
{
    return Money::fromMinor(amount);
}

/// Sums of what stands on it, paid in cash unless something else is said afterwards.
void settle(Receipt& receipt)
{
    receipt.gross = receipt.discount = Money{};
    for (const auto& line : receipt.lines) {
        receipt.gross += line.amount;
        for (const auto& adjustment : line.adjustments) receipt.discount -= adjustment.amount;
    }
    receipt.net = receipt.total = receipt.due = receipt.gross - receipt.discount;
    receipt.taxes = {{"A", Rate{}, receipt.net, Money{}, receipt.net}};
    receipt.tenders = {{"cash", "Cash", receipt.due, true}};
}

ReceiptLine line(const std::string& name, std::int64_t count, std::int64_t price)
{
    const auto each = cents(price);
    return {
        name, "", Quantity::fromWhole(count), UnitPrice::fromMoney(each), each * count, {}, {"A"}, count < 0};
}

Receipt receiptWith(std::vector<ReceiptLine> lines)
{
    auto receipt = test::bakeryReceipt();
    receipt.lines = std::move(lines);
    receipt.cashRounding = receipt.change = receipt.totalTax = Money{};
    settle(receipt);
    return receipt;
}

Receipt withOffers()
{
    auto croissants = line("Butter croissant", 3, 135);
    croissants.adjustments = {{"Offer: croissants 3 for 2", cents(-135)}};
    auto mug = line("Enamel mug, blue", 1, 790);
    mug.adjustments = {{"Scratched 10 %", cents(-79)}, {"Staff 10 %", cents(-71)}};
    return receiptWith({croissants, mug});
}

Receipt withReturns()
{
    auto back = line("Orange juice 1 l", -2, 279);
    back.note = "Bottle was open";
    auto receipt = receiptWith({back, line("Farmhouse loaf 1 kg", 1, 490)});
    receipt.tenders = {{"cash", "Cash", receipt.due, true}};
    return receipt;
}

Receipt splitInFour()
{
    auto receipt = receiptWith({line("Birthday cake", 1, 4'800), line("Candles", 9, 25)});
    receipt.tenders = {{"voucher", "Voucher", cents(1'000), false}, {"card", "Card", cents(2'000), false},
        {"card", "Card", cents(1'500), false}, {"cash", "Cash", cents(2'000), true}};
    receipt.change = cents(1'475);
    return receipt;
}

Receipt inForeignLetters()
{
    auto receipt = receiptWith({line("Ελληνικός καφές με ζάχαρη", 2, 180), line("شاي بالنعناع", 1, 250),
        line("抹茶ラテ（大）お持ち帰り", 3, 420), line("Čaj se zázvorem", 1, 210), line("Пирожок", 4, 95)});
    receipt.shopName = "Καφέ 茶 Čajovna";
    receipt.cashier = "Zoë";
    return receipt;
}

Receipt withLongNames()
{
    return receiptWith(
        {line("Organic wholemeal sourdough bread with sunflower, pumpkin and sesame seeds, sliced", 1, 649),
            line("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 12,
                1'999)});
}

Receipt withHugeAmounts()
{
    auto receipt = receiptWith({line("Gold bar", 999, 1'234'567'890)});
    receipt.currency = "IDR";
    return receipt;
}

Receipt copied()
{
    auto receipt = withOffers();
    receipt.copyNumber = 3;
    return receipt;
}

Receipt fullyDesigned()
{
    auto receipt = withOffers();
    receipt.design.blocks = {{ReceiptBlockKind::TaxNumber, true, BlockSize::Normal, BlockAlign::Right},
        {ReceiptBlockKind::ShopHead, true, BlockSize::Bold, BlockAlign::Left},
        {ReceiptBlockKind::Lines, true},
        {ReceiptBlockKind::Saved, true, BlockSize::Large, BlockAlign::Centre},
        {ReceiptBlockKind::ReturnPolicy, true, BlockSize::Normal, BlockAlign::Left,
            "Bring it back within 14 days with this receipt.\nNot food."},
        {ReceiptBlockKind::OpeningHours, true, BlockSize::Bold, BlockAlign::Centre, "Mon to Sat 6 to 18"},
        {ReceiptBlockKind::QrCode, true, BlockSize::Normal, BlockAlign::Centre,
            "https://example.com/r/{number}"}};
    receipt.design = checkedDesign(receipt.design).value();
    return receipt;
}

struct Golden {
    const char* name;
    Receipt (*make)();
    bool isGift = false;
};
const std::vector<Golden> kGolden{
    {"plain", [] { return receiptWith({line("Farmhouse loaf 1 kg", 1, 490)}); }}, {"offers", withOffers},
    {"returns", withReturns}, {"split", splitInFour}, {"letters", inForeignLetters},
    {"long_names", withLongNames}, {"huge", withHugeAmounts}, {"copy", copied}, {"gift", withOffers, true},
    {"designed", fullyDesigned}, {"saving", [] {
                                      auto receipt = withOffers();
                                      receipt.design.savesPaper = true;
                                      return receipt;
                                  }}};

PaperDocument paperOf(const Golden& golden)
{
    const auto receipt = golden.make();
    return golden.isGift ? giftDocument(receipt, {}, test::commaFormat())
                         : receiptDocument(receipt, {}, test::commaFormat());
}

VirtualPrinter printed(const PaperDocument& paper, const PrinterProfile& profile)
{
    VirtualPrinter printer{profile};
    printer.take(toEscPos(layOut(paper, profile.columns), profile));
    printer.finish();
    return printer;
}

/// For somebody to look at: never compared.
void keepPicture(const VirtualPrinter& printer, const std::string& name)
{
    const std::filesystem::path folder{"golden-receipts"};
    std::filesystem::create_directories(folder);
    std::ofstream{folder / (name + ".png"), std::ios::binary} << toPng(printer.paper());
}

/// Lines that went out as characters, cut to what a reader sees.
std::vector<std::string> words(const std::vector<std::string>& lines)
{
    std::vector<std::string> found;
    for (const auto& line : lines) {
        const auto end = line.find_last_not_of(' ');
        if (end != std::string::npos) found.push_back(line.substr(0, end + 1));
    }
    return found;
}

} // namespace

TEST_CASE("every kind of receipt comes out of every printer as it was reviewed")
{
    const auto& profile = *printerProfile(GENERATE("generic-58", "generic-80-42", "generic-80"));
    std::string all;
    for (const auto& golden : kGolden) {
        CAPTURE(golden.name, profile.columns);
        const auto printer = printed(paperOf(golden), profile);
        CHECK(printer.errors().empty());
        all += fmt::format("===== {} =====\n{}\n", golden.name, printer.transcript());
        keepPicture(printer, fmt::format("{}_{}", golden.name, profile.columns));
    }
    test::approve(fmt::format("golden_{}.txt", profile.columns), all);
}

TEST_CASE("the printer, the text and the layout say the same lines in the same order")
{
    const auto& profile = *printerProfile(GENERATE("generic-58", "generic-80-42", "generic-80"));
    for (const auto& golden : kGolden) {
        CAPTURE(golden.name, profile.columns);
        const auto layout = layOut(paperOf(golden), profile.columns);
        std::vector<std::string> text;
        const auto whole = toText(layout);
        for (std::size_t start = 0; start < whole.size(); start = whole.find('\n', start) + 1)
            text.push_back(whole.substr(start, whole.find('\n', start) - start));
        // What the printer got as dots is missing in its words, and nothing else is.
        const auto said = words(printed(paperOf(golden), profile).lines());
        const auto expected = words(text);
        auto at = expected.begin();
        for (const auto& one : said) {
            CAPTURE(one);
            at = std::find(at, expected.end(), one);
            REQUIRE(at != expected.end());
            ++at;
        }
        if (std::string{golden.name} != "letters") CHECK(said.size() == expected.size());
    }
}

TEST_CASE("a scanner reads every receipt's number off the strip, and the QR code's words")
{
    const auto& profile = *printerProfile(GENERATE("generic-58", "generic-80-42", "generic-80"));
    for (const auto& golden : kGolden) {
        CAPTURE(golden.name, profile.id);
        const auto codes = test::readOff(printed(paperOf(golden), profile).paper());
        if (std::string{golden.name} == "designed")
            CHECK(codes == std::set<std::string>{"https://example.com/r/A-001042"});
        else
            CHECK(codes == std::set<std::string>{"A-001042"});
    }
}

TEST_CASE("a gift receipt has the goods and the number, and no amount at all")
{
    const auto receipt = withOffers();
    const auto text = toText(layOut(giftDocument(receipt, {}, test::commaFormat()), 42));
    CHECK_THAT(text, Contains("GIFT RECEIPT") && Contains("Enamel mug, blue") && Contains("A-001042"));
    for (const auto* amount : {"1,35", "4,05", "7,90", "0,79", "TOTAL", "Cash", "VAT A", "saved", "Offer"})
        CHECK_THAT(text, !Contains(amount));
    auto back = withReturns();
    CHECK_THAT(toText(layOut(giftDocument(back, {}, {}), 42)), !Contains("Orange juice"));
}

TEST_CASE("blocks stand where the design has them, and those switched off nowhere")
{
    auto receipt = withOffers();
    blockOf(receipt.design, ReceiptBlockKind::ShopHead).isOn = false;
    blockOf(receipt.design, ReceiptBlockKind::Barcode).isOn = false;
    std::swap(receipt.design.blocks.front(), blockOf(receipt.design, ReceiptBlockKind::ThankYou));
    const auto text = toText(layOut(receiptDocument(receipt, {}, {}), 42));
    CHECK_THAT(text, !Contains("Corner Bakery") && !Contains("\n                 A-001042\n"));
    CHECK(text.find("Thank you!") < text.find("Butter croissant"));
}

TEST_CASE("saving paper makes a receipt shorter and leaves out no amount")
{
    auto receipt = withOffers();
    const auto usual = layOut(receiptDocument(receipt, {}, {}), 42);
    receipt.design.savesPaper = true;
    const auto saving = layOut(receiptDocument(receipt, {}, {}), 42);
    CHECK(saving.blocks.size() < usual.blocks.size());
    const auto text = toText(saving);
    CHECK_THAT(
        text, Contains("3 x 1.35 Butter croissant") && Contains("TOTAL EUR") && Contains("You saved 2.85"));
}

TEST_CASE("the goods cannot be left off a receipt, and nothing stands on it twice")
{
    auto design = standardDesign();
    blockOf(design, ReceiptBlockKind::Lines).isOn = false;
    CHECK(checkedDesign(design).error().code == ErrorCode::SettingInvalid);
    design = standardDesign();
    design.blocks.push_back({ReceiptBlockKind::Barcode});
    CHECK(checkedDesign(design).error().code == ErrorCode::SettingInvalid);
    design = {};
    const auto grown = checkedDesign(design).value();
    CHECK(grown.blocks.size() == kReceiptBlockKinds.size());
    CHECK(blockOf(grown, ReceiptBlockKind::Lines).isOn);
    CHECK_FALSE(blockOf(grown, ReceiptBlockKind::Barcode).isOn);
}
