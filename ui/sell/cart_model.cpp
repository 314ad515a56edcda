#include "ui/sell/cart_model.h"

#include <algorithm>

namespace till {

namespace {

// Two rows are the same row, perhaps with other figures. A line may have several savings, told apart by name.
bool isSameRow(const CartRow& a, const CartRow& b)
{
    return a.kind == b.kind && a.lineId == b.lineId && (a.kind == CartRow::Kind::Line || a.name == b.name);
}

} // namespace

void CartModel::removeMissing(const std::vector<CartRow>& wanted)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const bool stays = std::any_of(
            wanted.begin(), wanted.end(), [&](const CartRow& w) { return isSameRow(w, at(row)); });
        if (stays) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

void CartModel::insertAt(int row, const CartRow& value)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, value);
    endInsertRows();
}

void CartModel::setRows(const std::vector<CartRow>& rows)
{
    removeMissing(rows);
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const CartRow& wanted = rows[static_cast<std::size_t>(row)];
        const auto known = std::find_if(m_rows.begin() + std::min(row, rowCount()), m_rows.end(),
            [&](const CartRow& r) { return isSameRow(r, wanted); });
        if (known == m_rows.end()) {
            insertAt(row, wanted);
            continue;
        }
        if (const int at = static_cast<int>(known - m_rows.begin()); at != row) {
            beginMoveRows({}, at, at, {}, row);
            std::rotate(m_rows.begin() + row, known, known + 1);
            endMoveRows();
        }
        CartRow& shown = m_rows[static_cast<std::size_t>(row)];
        if (shown == wanted) continue;
        shown = wanted;
        Q_EMIT dataChanged(index(row), index(row));
    }
    while (rowCount() > static_cast<int>(rows.size())) {
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        m_rows.pop_back();
        endRemoveRows();
    }
}

int CartModel::rowOfLine(qint64 lineId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const CartRow& r) { return r.kind == CartRow::Kind::Line && r.lineId == lineId; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CartModel::lineCount() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const CartRow& r) { return r.kind == CartRow::Kind::Line; }));
}

int CartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CartModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const CartRow& row = at(index.row());
    if (role == Qt::DisplayRole) return row.name;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{row.quantity, row.name, row.unitPrice, row.amount, row.note};
        parts.removeAll(QString{});
        return parts.join(QStringLiteral(", "));
    }
    return {};
}

Qt::ItemFlags CartModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const auto plain = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return at(index.row()).kind == CartRow::Kind::Line ? plain | Qt::ItemIsSelectable : plain;
}

} // namespace till
