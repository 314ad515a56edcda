#pragma once

#include <QAbstractListModel>
#include <QImage>

#include <map>
#include <vector>

namespace till {

/// One quick key. `productId` 0 is a free place: nothing is drawn, nothing can be touched.
struct TileRow {
    qint64 productId = 0;
    QString name;
    QString priceText;
    QString perUnit{}; ///< "/kg", after the price
    int colour = 5;    ///< of its department, 1 to 6
    bool soldOut = false;
    QImage picture{};
    QString icon{};   ///< instead of a picture: one of our own, drawn in the tile's colour
    QString inCart{}; ///< quantity in the open sale: "2", "0,846"; empty for none

    friend bool operator==(const TileRow&, const TileRow&) = default;
};

/// The tiles of one page or department. They never move by themselves: an update with the same products in
/// the same places only repaints what changed.
class TileModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<TileRow> rows);
    /// What the open sale holds of each product; repaints the tiles where that changed, and no other.
    void setInCart(const std::map<qint64, QString>& quantities);
    const TileRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QString spoken(const TileRow& row) const;
    std::vector<TileRow> m_rows;
};

} // namespace till
