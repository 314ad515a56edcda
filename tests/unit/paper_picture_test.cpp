#include "paper/barcode_bars.h"
#include "paper/picture.h"
#include "support/sample_receipt.h"

#include <catch2/catch.hpp>

#include <cstring>

using namespace till;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

namespace {

std::uint32_t pixel(const Picture& picture, int x, int y)
{
    std::uint32_t value = 0;
    std::memcpy(
        &value, picture.bytes.data() + static_cast<std::ptrdiff_t>(y) * picture.stride + x * 4, sizeof value);
    return value;
}

/// Pixels darker than middle grey in a row from x = from to x = to.
int blackIn(const Picture& picture, int y, int from, int to)
{
    int count = 0;
    for (int x = from; x < to; ++x) count += (pixel(picture, x, y) & 0xff) < 0x80 ? 1 : 0;
    return count;
}

Picture barcodePicture(const PaperBarcode& barcode, PaperRoll roll, int columns)
{
    return paint(layOut({barcode}, columns), roll, 8);
}

} // namespace

TEST_CASE("a picture is as wide as the roll, opaque, and black on white")
{
    const auto picture = paint(test::paperLayout(test::bakeryReceipt(), 42), kRoll80, 8);
    CHECK(picture.width == 640);
    CHECK(picture.height > picture.width);
    REQUIRE(picture.bytes.size() ==
            static_cast<std::size_t>(picture.stride) * static_cast<std::size_t>(picture.height));
    int black = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const auto value = pixel(picture, x, y);
            if (value >> 24 != 0xff) FAIL("not opaque at " << x << "," << y);
            const auto blue = value & 0xff;
            if ((value >> 8 & 0xff) != blue || (value >> 16 & 0xff) != blue)
                FAIL("coloured at " << x << "," << y);
            black += blue < 0x80 ? 1 : 0;
        }
        // The printer's head does not reach the margins.
        if (blackIn(picture, y, 0, 28) + blackIn(picture, y, 612, 640) > 0)
            FAIL("ink in the margin at row " << y);
    }
    CHECK(black > 5'000);
}

TEST_CASE("the narrow roll is narrower and longer")
{
    const auto wide = paint(test::paperLayout(test::bakeryReceipt(), 42), kRoll80, 8);
    const auto narrow = paint(test::paperLayout(test::bakeryReceipt(), 32), kRoll58, 8);
    CHECK(narrow.width == 464);
    CHECK(narrow.height > wide.height * 9 / 10);
}

TEST_CASE("amounts end at the right edge of the paper whatever script the name is in")
{
    const auto rows = [](const std::string& name) {
        return paint(layOut({PaperRow{name, "8,88"}}, 42), kRoll80, 8);
    };
    const auto plain = rows("Tea");
    for (const std::string name : {"緑茶", "شاي", "תה", "🍵", "Tēja ช ा"}) {
        const auto other = rows(name);
        REQUIRE(other.height == plain.height);
        for (int y = 0; y < plain.height; ++y) {
            CHECK(blackIn(other, y, 540, 640) == blackIn(plain, y, 540, 640));
        }
    }
}

TEST_CASE("a barcode has bars of at least two printer dots and its quiet zones")
{
    const auto bars = encodeBarcode(Symbology::Code128, "A-001042").value();
    const auto picture = barcodePicture({Symbology::Code128, "A-001042", ""}, kRoll58, 32);
    const int middle = picture.height / 2;
    int first = 0;
    while (first < picture.width && blackIn(picture, middle, first, first + 1) == 0) ++first;
    int last = picture.width - 1;
    while (last > 0 && blackIn(picture, middle, last, last + 1) == 0) --last;
    REQUIRE(first < last);
    CHECK((last - first + 1) % bars.width == 0);
    const auto module = (last - first + 1) / bars.width;
    CHECK(module >= 2);
    CHECK(first >= 10 * module);
    CHECK(picture.width - 1 - last >= 10 * module);
    for (int column = 0; column < bars.width; ++column) {
        CHECK((blackIn(picture, middle, first + column * module, first + (column + 1) * module) == module) ==
              bars.at(0, column));
    }
}

TEST_CASE("a code too long for the paper shows its words instead of bars nobody can scan")
{
    const std::string data(60, 'x');
    const auto withBars = barcodePicture({Symbology::Code128, "A-1", "A-1"}, kRoll58, 32);
    const auto without = barcodePicture({Symbology::Code128, data, "A-1"}, kRoll58, 32);
    CHECK(without.height < withBars.height);
}

TEST_CASE("an EAN needs thirteen digits with the right check digit")
{
    CHECK(encodeBarcode(Symbology::Ean13, "4006381333931").value().width == 95);
    CHECK_FALSE(encodeBarcode(Symbology::Ean13, "4006381333930").has_value());
    CHECK_FALSE(encodeBarcode(Symbology::Ean13, "12345").has_value());
    CHECK_FALSE(encodeBarcode(Symbology::Code128, "").has_value());
    const auto qr = encodeBarcode(Symbology::Qr, "https://example.org/r/A-001042").value();
    CHECK(qr.rows() == qr.width);
}

TEST_CASE("PNG and PDF files are whole")
{
    const auto layout = test::paperLayout(test::bakeryReceipt(), 42);
    CHECK_THAT(toPng(layout, kRoll80), StartsWith("\x89PNG\r\n"));
    const auto pdf = toPdf(layout, kRoll80);
    CHECK_THAT(pdf, StartsWith("%PDF-"));
    CHECK_THAT(pdf, EndsWith("%%EOF\n"));
}

TEST_CASE("a paper of five thousand lines becomes a smaller picture and a PDF of several pages")
{
    const PaperDocument document(5'000, PaperText{"All there is"});
    const auto layout = layOut(document, 42);
    const auto picture = paint(layout, kRoll80, 8);
    CHECK(picture.height <= 32'000);
    CHECK(picture.width < 640);
    const auto pdf = toPdf(layout, kRoll80);
    CHECK(pdf.find("/Count 4") != std::string::npos);
}

TEST_CASE("a letter that no font here can draw takes the room of its columns and no more")
{
    const auto paintName = [](const std::string& name) {
        return paint(layOut({PaperBlank{}, PaperRow{name, "8,88"}, PaperBlank{}}, 42), kRoll80, 8);
    };
    const std::string neverDrawn = "\U00016B00\U0001E900\U00012000\U0001F9FF緑茶";
    const auto picture = paintName(neverDrawn);
    REQUIRE(picture.height == paintName("Tea").height);
    for (int y = 0; y < 30; ++y) CHECK(blackIn(picture, y, 0, picture.width) == 0);
    for (int y = picture.height - 30; y < picture.height; ++y)
        CHECK(blackIn(picture, y, 0, picture.width) == 0);
}

TEST_CASE("bars on a screen are whole pixels too")
{
    const auto bars = encodeBarcode(Symbology::Code128, "A-001042").value();
    const auto picture = paint(layOut({PaperBarcode{Symbology::Code128, "A-001042", ""}}, 42), kRoll80, 4.6);
    const int middle = picture.height / 2;
    int first = 0;
    while (first < picture.width && blackIn(picture, middle, first, first + 1) == 0) ++first;
    for (int column = 0; column < bars.width; ++column) {
        CHECK((blackIn(picture, middle, first + column * 2, first + column * 2 + 2) == 2) ==
              bars.at(0, column));
    }
}

TEST_CASE("a logo stands in the middle and never wider than the print head")
{
    const PaperImage black{80, 8, std::vector<std::uint8_t>(640, 0)};
    const auto picture = paint(layOut({black}, 42), kRoll80, 8);
    const int middle = picture.height / 2;
    CHECK(blackIn(picture, middle, 280, 360) == 80);
    CHECK(blackIn(picture, middle, 0, 640) == 80);
    const PaperImage tooWide{1'000, 10, std::vector<std::uint8_t>(10'000, 0)};
    const auto fitted = paint(layOut({tooWide}, 42), kRoll80, 8);
    CHECK(blackIn(fitted, fitted.height / 2, 0, 640) == 576);
}
