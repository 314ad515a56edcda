#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace till {

/// Whether the shop file may keep it: a PNG by its first bytes, of no more pixels and bytes than a quick key
/// needs. Nothing is decoded here. PictureNotReadable, PictureTooLarge.
Result<> checkPicture(std::span<const std::uint8_t> png);

/// The name of an icon: small letters, digits and hyphens. PictureNotReadable.
Result<> checkIconName(std::string_view name);

} // namespace till
