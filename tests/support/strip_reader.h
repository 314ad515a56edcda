#pragma once

#include "paper/dots.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

#include <set>
#include <string>

namespace till::test {

/// What a scanner finds on a strip with a white margin around it.
inline std::set<std::string> readOff(const Dots& strip)
{
    constexpr int kMargin = 40;
    const int width = strip.across + 2 * kMargin;
    const int height = strip.rows() + 2 * kMargin;
    std::vector<std::uint8_t> grey(static_cast<std::size_t>(width * height), 255);
    for (int row = 0; row < strip.rows(); ++row) {
        for (int column = 0; column < strip.across; ++column) {
            const auto place = static_cast<std::size_t>((row + kMargin) * width + column + kMargin);
            if (strip.at(row, column)) grey[place] = 0;
        }
    }
    std::set<std::string> found;
    for (const auto kind :
        {ZXing::BarcodeFormat::Code128, ZXing::BarcodeFormat::EAN13, ZXing::BarcodeFormat::QRCode}) {
        const auto hints = ZXing::DecodeHints{}.setFormats(kind);
        const auto code = ZXing::ReadBarcode({grey.data(), width, height, ZXing::ImageFormat::Lum}, hints);
        if (code.isValid()) found.insert(ZXing::TextUtfEncoding::ToUtf8(code.text()));
    }
    return found;
}

} // namespace till::test
