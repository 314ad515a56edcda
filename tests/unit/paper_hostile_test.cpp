#include "base/text.h"
#include "paper/escpos.h"
#include "paper/printable.h"
#include "paper/virtual_printer.h"
#include "support/places.h"
#include "support/sample_receipt.h"
#include "support/skip.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace till;

namespace {

/// Empty when the text may go to any paper of that width.
std::string faultOf(const std::string& text, int columns)
{
    if (!isUtf8(text)) return "not UTF-8";
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (displayWidth(line) > columns) return "too wide: " + line;
        if (line != printable(line)) return "not printable: " + line;
        for (const auto letter : line) {
            const auto byte = static_cast<unsigned char>(letter);
            if (byte < 0x20 || byte == 0x7f) return "control byte in " + line;
        }
        for (std::size_t at = 0; (at = line.find('\xc2', at)) != std::string::npos; ++at) {
            if (static_cast<unsigned char>(line.at(at + 1)) < 0xa0) return "C1 control in " + line;
        }
    }
    return {};
}

Receipt hostileEverywhere(const std::string& text)
{
    auto receipt = test::bakeryReceipt();
    receipt.shopName = receipt.taxNumber = receipt.till = receipt.number = receipt.cashier = text;
    receipt.currency = receipt.footer = receipt.journalFoot = text;
    receipt.addressLines = {text, text};
    for (auto& line : receipt.lines) {
        line.name = line.note = line.unit = text;
        line.taxCodes = {text};
        for (auto& adjustment : line.adjustments) adjustment.label = text;
    }
    for (auto& tax : receipt.taxes) tax.code = text;
    for (auto& tender : receipt.tenders) tender.name = text;
    return receipt;
}

void collect(const nlohmann::json& json, std::vector<std::string>& strings)
{
    if (json.is_string()) strings.push_back(json.get<std::string>());
    if (json.is_structured()) {
        for (const auto& item : json) collect(item, strings);
    }
}

void checkHostile(const std::string& text)
{
    CAPTURE(text);
    CHECK(faultOf(test::paperText(hostileEverywhere(text), 32), 32).empty());
    for (const int columns : {32, 42, 48}) {
        CAPTURE(columns);
        const auto asName =
            test::paperText(test::receiptOf(text, Money::fromMinor(123'456), "EUR", 2), columns);
        CHECK(faultOf(asName, columns).empty());
        CHECK_THAT(asName, Catch::Matchers::Contains("1,234.56 A\n"));
    }
}

/// The receipt printer does with the name what it does with any other: it prints it, within the paper.
void checkOnPrinter(const std::string& text, const char* profileId)
{
    CAPTURE(text);
    const auto& profile = *printerProfile(profileId);
    const auto receipt = test::receiptOf(text, Money::fromMinor(123'456), "EUR", 2);
    VirtualPrinter printer{profile};
    printer.take(toEscPos(test::paperLayout(receipt, profile.columns), profile));
    printer.finish();
    CHECK(printer.errors().empty());
    CHECK(printer.kicks() == 0);
    CHECK(printer.cuts() == (profile.cuts ? 1 : 0));
    CHECK_THAT(printer.transcript(), Catch::Matchers::Contains("1,234.56"));
    for (const auto& line : printer.lines()) CHECK(displayWidth(line) <= profile.columns);
}

} // namespace

TEST_CASE("no name moves the printer, whatever bytes are in it")
{
    checkHostile("Milk\x1bp\x01\x19\xfa");
    checkHostile(std::string{"B\x1dV\0", 4});
    checkHostile("line\nTOTAL 0.00");
    checkHostile("\u202Eklim");
    checkHostile("\u009bp \u0085 \x7f");
    checkHostile("\xff\xfe\xc3");
    checkHostile("");
}

TEST_CASE("no name opens the drawer, cuts the paper or changes how the rest is printed")
{
    const auto* profile = GENERATE("generic-80", "generic-80-42", "generic-58");
    for (const std::string& name : {std::string{"Milk\x1bp\x01\x19\xfa"}, std::string{"B\x1dV\0", 4},
             std::string{"line\nTOTAL 0.00"}, std::string{"\u202Eklim"}, std::string{"\u009bp \u0085 \x7f"},
             std::string{"\xff\xfe\xc3"}, std::string{"\x10\x14\x01\x00\x01", 5}, std::string{"茶 € ½"}})
        checkOnPrinter(name, profile);
}

TEST_CASE("two hundred wide characters fill lines and cut none")
{
    std::string name;
    for (int i = 0; i < 200; ++i) name += "茶";
    checkHostile(name);
    const auto text = test::paperText(test::receiptOf(name, Money::fromMinor(250), "EUR", 2), 42);
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find("茶", at)) != std::string::npos; ++at) ++found;
    CHECK(found == 200);
}

TEST_CASE("any bytes at all give a paper that is safe to print")
{
    const bool holds = rc::check("every byte string", [](const std::string& text) {
        const auto columns = *rc::gen::element(16, 32, 42, 48);
        RC_ASSERT(faultOf(test::paperText(hostileEverywhere(text), columns), columns) == "");
    });
    CHECK(holds);
}

TEST_CASE("every string known for making trouble prints as text")
{
    const auto folder = test::sharedFile("naughty");
    std::vector<std::string> strings;
    for (const auto* name : {"blns.json", "pos.json"}) {
        std::ifstream file{folder / name};
        if (file) collect(nlohmann::json::parse(file), strings);
    }
    if (strings.empty()) return test::skip("no lists of naughty strings beside the sources");
    CHECK(strings.size() > 500);
    for (const auto& text : strings) {
        checkHostile(text);
        for (const auto* profile : {"generic-58", "generic-80-42", "generic-80"})
            checkOnPrinter(text, profile);
    }
}
