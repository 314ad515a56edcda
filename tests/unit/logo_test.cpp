#include "paper/escpos.h"
#include "paper/logo.h"
#include "paper/picture.h"
#include "paper/receipt_document.h"
#include "paper/virtual_printer.h"
#include "support/sample_receipt.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace till;

namespace {

/// A PNG of a receipt: what this program itself draws is a picture like any other.
std::string somePicture(double pixelsPerMm)
{
    return toPng(test::paperLayout(test::bakeryReceipt(), 42), kRoll80, pixelsPerMm);
}

bool isBlack(const ReceiptLogo& logo, int row, int column)
{
    const auto perRow = static_cast<std::size_t>((logo.width + 7) / 8);
    const auto eight = static_cast<unsigned char>(
        logo.bits[static_cast<std::size_t>(row) * perRow + static_cast<std::size_t>(column / 8)]);
    return (eight >> (7 - column % 8) & 1) != 0;
}

ErrorCode refusal(const std::string& bytes)
{
    const auto logo = readLogo(bytes);
    return logo ? ErrorCode::Cancelled : logo.error().code;
}

} // namespace

TEST_CASE("a picture becomes dots that every printer has room for, in its own proportions")
{
    const auto logo = readLogo(somePicture(8)).value();
    CHECK(logo.height == kTallestLogo);
    CHECK(logo.width < kWidestLogo);
    CHECK(logo.bits.size() == static_cast<std::size_t>((logo.width + 7) / 8 * logo.height));
    Dots small = blankDots(48, 20);
    for (int i = 0; i < 20; ++i) small.blacken(i, i);
    const auto kept = readLogo(toPng(small)).value();
    CHECK(kept.width == 48);
    CHECK(kept.height == 20);
    for (int row = 0; row < 20; ++row) {
        for (int column = 0; column < 48; ++column) CHECK(isBlack(kept, row, column) == (row == column));
    }
}

TEST_CASE("the printer burns the logo dot by dot as it is stored, in the middle, in bands")
{
    const auto& profile = *printerProfile(GENERATE("generic-58", "generic-80-42", "generic-80"));
    auto receipt = test::bakeryReceipt();
    receipt.logo = readLogo(somePicture(8)).value();
    blockOf(receipt.design, ReceiptBlockKind::Logo).isOn = true;
    VirtualPrinter printer{profile};
    printer.take(toEscPos(layOut(receiptDocument(receipt, {}, {}), profile.columns), profile));
    printer.finish();
    CHECK(printer.errors().empty());
    CHECK_THAT(printer.transcript(), Catch::Matchers::Contains(" x 128]\n[dots "));
    int wrong = 0;
    const int left = static_cast<int>(std::lround((profile.dots - receipt.logo.width) / 2.0));
    for (int row = 0; row < receipt.logo.height; ++row) {
        for (int column = 0; column < receipt.logo.width; ++column) {
            if (printer.paper().at(row, left + column) != isBlack(receipt.logo, row, column)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("what is no picture, a broken one or too large a one is refused before it is unpacked")
{
    CHECK(refusal("") == ErrorCode::PictureNotReadable);
    CHECK(refusal("GIF89a") == ErrorCode::PictureNotReadable);
    CHECK(refusal(std::string(100, '\0')) == ErrorCode::PictureNotReadable);
    const auto whole = somePicture(2);
    CHECK(refusal(whole.substr(0, whole.size() / 2)) == ErrorCode::PictureNotReadable);
    auto bomb = whole;
    bomb[16] = 0x7F; // two thousand million pixels wide
    CHECK(refusal(bomb) == ErrorCode::PictureTooLarge);
    CHECK(refusal(whole + std::string(8'000'000, ' ')) == ErrorCode::PictureTooLarge);
    auto none = whole;
    none[16] = none[17] = none[18] = none[19] = 0;
    CHECK(refusal(none) == ErrorCode::PictureNotReadable);
}

TEST_CASE("a picture with any of its bytes changed is read or refused")
{
    const auto whole = somePicture(1);
    const bool holds = rc::check([&](std::vector<std::pair<std::uint16_t, char>> changes) {
        auto bytes = whole;
        for (const auto& [at, value] : changes) bytes[at % bytes.size()] = value;
        const auto logo = readLogo(bytes);
        if (logo) RC_ASSERT(toImage(*logo).width == logo->width);
    });
    CHECK(holds);
}

TEST_CASE("a logo whose bits are not as many as its sides say is left off")
{
    CHECK(toImage({}).width == 0);
    CHECK(toImage({8, 8, "1234567"}).width == 0);
    CHECK(toImage({-8, 8, "12345678"}).width == 0);
    CHECK(toImage({100'000, 1, std::string(12'500, 'x')}).width == 0);
}
