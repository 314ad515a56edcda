#include "ui/sell/return_lines_model.h"

#include <algorithm>

namespace till {

void ReturnLinesModel::setRows(std::vector<ReturnRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ReturnLinesModel::updateRows(std::vector<ReturnRow> rows)
{
    if (!std::ranges::equal(rows, m_rows, {}, &ReturnRow::line, &ReturnRow::line))
        return setRows(std::move(rows));
    if (rows == m_rows) return;
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ReturnLinesModel::rowOf(int line) const
{
    const auto found = std::ranges::find(m_rows, line, &ReturnRow::line);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReturnLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReturnLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ReturnRow& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.name;
    case Qt::AccessibleTextRole: return spoken(row);
    case Qt::CheckStateRole: return row.isTicked ? Qt::Checked : Qt::Unchecked;
    default: return {};
    }
}

Qt::ItemFlags ReturnLinesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags kept = Qt::ItemNeverHasChildren;
    return canComeBack(index.row()) ? kept | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable : kept;
}

QString ReturnLinesModel::spoken(const ReturnRow& row) const
{
    QStringList parts{row.name, tr("bought %1").arg(row.bought)};
    if (!row.kept.isEmpty()) {
        parts << row.kept;
    } else {
        parts << tr("can return %1").arg(row.left);
        if (!row.until.isEmpty()) parts << row.until;
    }
    if (row.isTicked)
        parts << tr("take back %1, %2, refund %3").arg(row.inSale, conditionWord(row.condition), row.refund);
    return parts.join(QStringLiteral(", "));
}

} // namespace till
