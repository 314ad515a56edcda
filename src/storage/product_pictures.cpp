#include "storage/product_pictures.h"

#include "storage/connection.h"

namespace till {

std::vector<PictureRow> pictureRows(Connection& db, std::span<const ProductId> products)
{
    std::vector<PictureRow> rows;
    auto row = db.prepare("SELECT icon, changed_at FROM product_picture WHERE product_id = ?1");
    for (const auto product : products) {
        row.rewind();
        row.bindAll(product);
        if (row.step()) rows.push_back({product, row.text(0), row.timestamp(1)});
    }
    return rows;
}

std::optional<Blob> picturePng(Connection& db, ProductId product)
{
    auto row = db.query("SELECT png FROM product_picture WHERE product_id = ?1", product);
    if (!row.step()) return std::nullopt;
    return row.optional<Blob>(0);
}

void writePng(Connection& db, ProductId product, std::span<const std::uint8_t> png, const PictureBy& by)
{
    db.run("DELETE FROM product_picture WHERE product_id = ?1", product);
    db.run("INSERT INTO product_picture(product_id, png, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4)",
        product, png, by.at, by.user);
}

void writeIcon(Connection& db, ProductId product, std::string_view icon, const PictureBy& by)
{
    db.run("DELETE FROM product_picture WHERE product_id = ?1", product);
    db.run("INSERT INTO product_picture(product_id, icon, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4)",
        product, icon, by.at, by.user);
}

bool erasePicture(Connection& db, ProductId product)
{
    db.run("DELETE FROM product_picture WHERE product_id = ?1", product);
    return db.changes() > 0;
}

} // namespace till
