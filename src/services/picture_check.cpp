#include "services/picture_check.h"

#include "services/quick_key_service.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

// PNG, third edition (W3C), 5.2 and 11.2.1: the signature, then the chunk IHDR with width and height.
constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
constexpr std::array<std::uint8_t, 8> kHeader{0, 0, 0, 13, 'I', 'H', 'D', 'R'};
constexpr std::size_t kWidthAt = 16;
constexpr std::size_t kHeightAt = 20;
constexpr std::size_t kSmallest = 57; // signature, header, the smallest data and the end

std::uint32_t bigEndian(std::span<const std::uint8_t> bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes[at + i];
    return value;
}

bool hasAt(std::span<const std::uint8_t> bytes, std::size_t at, std::span<const std::uint8_t> part)
{
    return std::ranges::equal(bytes.subspan(at, part.size()), part);
}

} // namespace

Result<> checkPicture(std::span<const std::uint8_t> png)
{
    if (png.size() < kSmallest || !hasAt(png, 0, kSignature) || !hasAt(png, kSignature.size(), kHeader))
        return Error{ErrorCode::PictureNotReadable};
    const auto width = bigEndian(png, kWidthAt);
    const auto height = bigEndian(png, kHeightAt);
    if (width == 0 || height == 0) return Error{ErrorCode::PictureNotReadable};
    constexpr std::uint32_t kMost = QuickKeyService::kMostPictureSide;
    if (width > kMost || height > kMost || png.size() > QuickKeyService::kMostPictureBytes)
        return Error{ErrorCode::PictureTooLarge};
    return {};
}

Result<> checkIconName(std::string_view name)
{
    const bool plain = std::ranges::all_of(
        name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (name.empty() || name.size() > 60 || !plain) return Error{ErrorCode::PictureNotReadable};
    return {};
}

} // namespace till
