#include "ui/sell/tile_model.h"

#include <utility>

namespace till {

void TileModel::setRows(std::vector<TileRow> rows)
{
    const auto sameProduct = [](const TileRow& a, const TileRow& b) { return a.productId == b.productId; };
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameProduct)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i]) continue;
        m_rows[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

void TileModel::setInCart(const std::map<qint64, QString>& quantities)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto found = quantities.find(m_rows[i].productId);
        const QString inCart = found == quantities.end() ? QString{} : found->second;
        if (m_rows[i].inCart == inCart) continue;
        m_rows[i].inCart = inCart;
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

int TileModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString TileModel::spoken(const TileRow& row) const
{
    QStringList parts{row.name, row.priceText + row.perUnit};
    if (row.soldOut) parts << tr("sold out");
    if (!row.inCart.isEmpty()) parts << tr("%1 in the sale").arg(row.inCart);
    return parts.join(QStringLiteral(", "));
}

QVariant TileModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TileRow& row = at(index.row());
    if (row.productId == 0) return {};
    if (role == Qt::DisplayRole) return row.name;
    if (role == Qt::AccessibleTextRole) return spoken(row);
    return {};
}

Qt::ItemFlags TileModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || at(index.row()).productId == 0) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace till
