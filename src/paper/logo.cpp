#include "paper/logo.h"

#include "paper/canvas.h"
#include "paper/picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace till {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostBytes = 8'000'000;
constexpr std::uint32_t kLongestSide = 4'000; ///< 64 MB unpacked
constexpr auto kSignature = "\x89PNG\r\n\x1A\n"sv;
constexpr std::size_t kWidthAt = 16; ///< the first chunk is always the one that says the size
constexpr std::size_t kHeightAt = 20;

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

cairo_status_t readFrom(void* rest, unsigned char* data, unsigned int length)
{
    auto& bytes = *static_cast<std::string_view*>(rest);
    if (length > bytes.size()) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, bytes.data(), length);
    bytes.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

/// Greys from 0 (black) to 255 of the picture at its size on paper.
PaperImage shrunk(cairo_surface_t* picture)
{
    const auto width = cairo_image_surface_get_width(picture);
    const auto height = cairo_image_surface_get_height(picture);
    const auto scale =
        std::min({1.0, static_cast<double>(kWidestLogo) / width, static_cast<double>(kTallestLogo) / height});
    const auto across = std::max(1, static_cast<int>(std::lround(width * scale)));
    const auto down = std::max(1, static_cast<int>(std::lround(height * scale)));
    Canvas canvas{cairo_image_surface_create(CAIRO_FORMAT_RGB24, across, down)};
    canvas.startPage(1);
    canvas.checkStatus();
    cairo_scale(canvas.cairo(), scale, scale);
    cairo_set_source_surface(canvas.cairo(), picture, 0, 0);
    cairo_pattern_set_filter(
        cairo_get_source(canvas.cairo()), CAIRO_FILTER_GOOD); // averages what it leaves out
    cairo_paint(canvas.cairo());
    cairo_surface_flush(canvas.surface());
    canvas.checkStatus();

    PaperImage image{across, down, {}};
    const auto* pixels = cairo_image_surface_get_data(canvas.surface());
    const auto stride = cairo_image_surface_get_stride(canvas.surface());
    for (int row = 0; row < down; ++row) {
        for (int column = 0; column < across; ++column) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, pixels + row * stride + column * 4, sizeof pixel);
            const auto red = pixel >> 16 & 0xFF;
            const auto green = pixel >> 8 & 0xFF;
            const auto blue = pixel & 0xFF;
            image.grey.push_back(static_cast<std::uint8_t>((red * 30 + green * 59 + blue * 11) / 100));
        }
    }
    return image;
}

/// What a dot is darker or lighter than it should be goes to its neighbours (Floyd and Steinberg).
ReceiptLogo dithered(const PaperImage& image)
{
    const auto perRow = static_cast<std::size_t>((image.width + 7) / 8);
    ReceiptLogo logo{image.width, image.height, {}};
    logo.bits.resize(perRow * static_cast<std::size_t>(image.height));
    const auto across = static_cast<std::size_t>(image.width);
    std::vector<int> owed(across + 2); // of this row, one more on each side
    std::vector<int> below(across + 2);
    for (std::size_t row = 0; row < static_cast<std::size_t>(image.height); ++row) {
        for (std::size_t column = 0; column < across; ++column) {
            const int grey = image.grey[row * across + column] + owed[column + 1] / 16;
            const bool isBlack = grey < 128;
            const int error = grey - (isBlack ? 0 : 255);
            owed[column + 2] += error * 7;
            below[column] += error * 3;
            below[column + 1] += error * 5;
            below[column + 2] += error;
            if (!isBlack) continue;
            auto& eight = logo.bits[row * perRow + column / 8];
            eight = static_cast<char>(static_cast<unsigned char>(eight) | 0x80U >> (column % 8));
        }
        owed.swap(below);
        std::ranges::fill(below, 0);
    }
    return logo;
}

} // namespace

Result<ReceiptLogo> readLogo(std::string_view png)
{
    if (png.size() < kHeightAt + 4 || !png.starts_with(kSignature))
        return Error{ErrorCode::PictureNotReadable};
    const auto width = numberAt(png, kWidthAt);
    const auto height = numberAt(png, kHeightAt);
    if (png.size() > kMostBytes || width > kLongestSide || height > kLongestSide)
        return Error{ErrorCode::PictureTooLarge};
    auto rest = png;
    const Canvas picture{cairo_image_surface_create_from_png_stream(readFrom, &rest)};
    // Of a broken file cairo says that memory is short; what a sound one needs was looked at above.
    if (cairo_surface_status(picture.surface()) != CAIRO_STATUS_SUCCESS)
        return Error{ErrorCode::PictureNotReadable};
    return dithered(shrunk(picture.surface()));
}

PaperImage toImage(const ReceiptLogo& logo)
{
    PaperImage image;
    if (logo.width <= 0 || logo.height <= 0 || logo.width > kWidestLogo || logo.height > kTallestLogo)
        return image;
    const auto perRow = static_cast<std::size_t>((logo.width + 7) / 8);
    if (logo.bits.size() != perRow * static_cast<std::size_t>(logo.height)) return image;
    image.width = logo.width;
    image.height = logo.height;
    for (std::size_t row = 0; row < static_cast<std::size_t>(logo.height); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(logo.width); ++column) {
            const auto eight = static_cast<unsigned char>(logo.bits[row * perRow + column / 8]);
            image.grey.push_back((eight >> (7 - column % 8) & 1) != 0 ? 0 : 255);
        }
    }
    return image;
}

} // namespace till
