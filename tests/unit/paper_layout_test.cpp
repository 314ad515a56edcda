#include "paper/printable.h"
#include "paper/text_layout.h"
#include "paper/word_wrap.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

std::string laidOut(const PaperBlock& block, int columns)
{
    return toText(layOut({block}, columns));
}

} // namespace

TEST_CASE("words wrap at spaces and a word that is too long anywhere")
{
    CHECK(wrapped("a big brown bread", 6, 6) == std::vector<std::string>{"a big", "brown", "bread"});
    CHECK(wrapped("abcdefgh ij", 5, 5) == std::vector<std::string>{"abcde", "fgh", "ij"});
    CHECK(wrapped("one two six", 7, 3) == std::vector<std::string>{"one two", "six"});
    CHECK(wrapped("  a   b  ", 9, 9) == std::vector<std::string>{"a b"});
    CHECK(wrapped("   ", 9, 9).empty());
}

TEST_CASE("wide characters take two columns and marks none")
{
    CHECK(displayWidth("茶") == 2);
    CHECK(displayWidth("e\u0301") == 1);
    CHECK(displayWidth("Käse") == 4);
    CHECK(wrapped("緑茶緑茶", 5, 5) == std::vector<std::string>{"緑茶", "緑茶"});
    CHECK(wrapped("e\u0301e\u0301e\u0301", 2, 2) == std::vector<std::string>{"e\u0301e\u0301", "e\u0301"});
}

TEST_CASE("an amount stands at the right on the last line of its name")
{
    CHECK(laidOut(PaperRow{"Tea", "2.50"}, 16) == "Tea         2.50\n");
    CHECK(laidOut(PaperRow{"Very strong black tea", "2.50"}, 16) == "Very strong\nblack tea   2.50\n");
    CHECK(laidOut(PaperRow{"Very strong tea", "2.50"}, 16) == "Very strong tea\n            2.50\n");
    CHECK(laidOut(PaperRow{"", "2.50"}, 16) == "            2.50\n");
    CHECK(laidOut(PaperRow{"緑茶緑茶緑茶", "2.50"}, 16) == "緑茶緑茶緑茶\n            2.50\n");
}

TEST_CASE("an amount wider than the paper loses no digit")
{
    CHECK(
        laidOut(PaperRow{"Tea", "12345678901234567890"}, 16) == "Tea\n1234567890123456\n            7890\n");
}

TEST_CASE("large text has the room of fewer columns and gives way to bold")
{
    CHECK(laidOut(PaperText{"Corner Bakery", TextAlign::Centre, TextStyle::Large}, 16) ==
          "     Corner\n     Bakery\n");
    CHECK(std::get<PaperLine>(
              layOut({PaperText{"Konditorei & Café", TextAlign::Centre, TextStyle::Large}}, 16).blocks[0])
              .style == TextStyle::Large);
    CHECK(laidOut(PaperText{"Konditoreimeister", TextAlign::Left, TextStyle::Large}, 17) ==
          "Konditoreimeister\n");
    const auto layout = layOut({PaperRow{"TOTAL", "1.234.567,89", TextStyle::Large}}, 16);
    REQUIRE(layout.blocks.size() == 2);
    CHECK(std::get<PaperLine>(layout.blocks[0]).style == TextStyle::Bold);
    CHECK(toText(layout) == "TOTAL\n    1.234.567,89\n");
}

TEST_CASE("a table stands in columns where it fits and on lines of its own where not")
{
    const PaperTable table{
        {{"VAT", TextAlign::Left}, {"Net"}, {"Gross"}}, {{"A", "10.00", "12.00"}, {"B", "1.00", "1.05"}}};
    CHECK(laidOut(table, 24) == "VAT          Net   Gross\n"
                                "A          10.00   12.00\n"
                                "B           1.00    1.05\n");
    CHECK(laidOut(table, 18) == "VAT              A\n  Net        10.00\n  Gross      12.00\n"
                                "VAT              B\n  Net         1.00\n  Gross       1.05\n");
}

TEST_CASE("printable text keeps letters of every script as they are")
{
    for (const std::string text :
        {"Crème brûlée", "Größe €5", "緑茶", "שלום", "ข้าวผัด", "हिन्दी", "🍞", "A\u00A0B", "50 % <b>&\\"}) {
        CHECK(printable(text) == text);
    }
}

TEST_CASE("printable text shows control characters and broken bytes as what they are")
{
    CHECK(printable("Milk\x1bp") == "Milk\uFFFDp");
    CHECK(printable(std::string{"A\0B", 3}) == "A\uFFFDB");
    CHECK(printable("A\x7f\u009bB") == "A\uFFFD\uFFFDB");
    CHECK(printable("A\xff\xc3") == "A\uFFFD\uFFFD");
    CHECK(printable("a\nb\tc\rd\u2028e\u3000f") == "a b c d e f");
}

TEST_CASE("printable text hides nothing and turns nothing around")
{
    CHECK(printable("\u202E05.2\u202C") == "05.2");
    CHECK(printable("A\u200B\u2066\uFEFF\u00AD\u061CB") == "AB");
    CHECK(printable("A\u3164B") == "A B");
    CHECK(printable("e\u0301\u0302\u0303\u0304\u0305\u0306x") == "e\u0301\u0302\u0303\u0304x");
}

TEST_CASE("a barcode in plain text is its caption")
{
    CHECK(laidOut(PaperBarcode{Symbology::Code128, "A-1", "A-1"}, 17) == "       A-1\n");
    CHECK(laidOut(PaperImage{1, 1, {0}}, 16).empty());
    CHECK(laidOut(PaperRule{}, 16) == "----------------\n");
}
