#include "ui/sell/results_model.h"

namespace till {

void ResultsModel::setRows(std::vector<ResultRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ResultsModel::setHeads(const QString& found, const QString& currencySymbol)
{
    m_found = found;
    m_currency = currencySymbol;
    Q_EMIT headerDataChanged(Qt::Horizontal, Name, Price);
}

int ResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ResultRow& row = at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() >= Stock)
        return QVariant::fromValue(Qt::Alignment{Qt::AlignTrailing | Qt::AlignVCenter});
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name: return row.name;
    case Code: return row.code;
    case Stock: return row.stockText;
    case Price: return row.priceText;
    }
    return {};
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment{(section >= Stock ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter});
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name: return m_found;
    case Code: return tr("Code");
    case Stock: return tr("In stock");
    case Price: return m_currency.isEmpty() ? tr("Price") : tr("Price %1").arg(m_currency);
    }
    return {};
}

} // namespace till
