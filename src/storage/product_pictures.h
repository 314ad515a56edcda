#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "storage/statement.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Connection;

// Pictures of products, apart from their rows: who lists products reads no bytes.

struct PictureRow {
    ProductId product;
    std::string icon; ///< empty: a PNG, read with picturePng
    Timestamp changedAt;
};

/// Of those that have one, in the order of `products`.
std::vector<PictureRow> pictureRows(Connection& db, std::span<const ProductId> products);
std::optional<Blob> picturePng(Connection& db, ProductId product);

struct PictureBy {
    UserId user;
    Timestamp at;
};
void writePng(Connection& db, ProductId product, std::span<const std::uint8_t> png, const PictureBy& by);
void writeIcon(Connection& db, ProductId product, std::string_view icon, const PictureBy& by);
bool erasePicture(Connection& db, ProductId product); ///< false: it had none

} // namespace till
