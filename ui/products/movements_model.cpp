#include "ui/products/movements_model.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/plain_label.h"

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kFigure = Qt::AlignTrailing | Qt::AlignVCenter;
}

MovementsModel::MovementsModel(const Formats& formats, QObject* parent)
    : QAbstractTableModel{parent}
    , m_formats{formats}
{
}

void MovementsModel::show(std::vector<MovementRow> oldestFirst)
{
    beginResetModel();
    m_rows = std::move(oldestFirst);
    std::reverse(m_rows.begin(), m_rows.end());
    endResetModel();
}

int MovementsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MovementsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MovementsModel::text(const MovementRow& row, int column) const
{
    switch (column) {
    case Time: return m_formats.dateAndTime(row.at);
    case What:
        switch (row.kind) { // no default: -Wswitch names the kind that has no word
        case MovementKind::Sale: return tr("Sold");
        case MovementKind::Return: return tr("Taken back");
        case MovementKind::Receipt: return tr("Came in");
        case MovementKind::Opening: return tr("Opening stock");
        case MovementKind::Adjustment: return tr("Set right");
        case MovementKind::Damaged: return tr("Came back damaged");
        case MovementKind::Expired: return tr("Came back past its date");
        case MovementKind::ToSupplier: return tr("Back to the supplier");
        }
        return {};
    case Document: return QString::fromStdString(row.document);
    case Change: return (row.quantity.isPositive() ? u"+"_s : QString{}) + m_formats.quantity(row.quantity);
    case After: return m_formats.quantity(row.after);
    case Who: return QString::fromStdString(row.user);
    }
    return {};
}

QVariant MovementsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const bool figure = column == Change || column == After;
    if (role == Qt::DisplayRole) return text(row, column);
    if (role == Qt::TextAlignmentRole && figure) return QVariant::fromValue(Qt::Alignment{kFigure});
    if (role != InkRole) return {};
    const bool below =
        (column == Change && row.quantity.isNegative()) || (column == After && row.after.isNegative());
    if (below) return static_cast<int>(Ink::Danger);
    return column == What || figure ? QVariant{} : QVariant{static_cast<int>(Ink::Secondary)};
}

QVariant MovementsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && (section == Change || section == After))
        return QVariant::fromValue(Qt::Alignment{kFigure});
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Time: return tr("When");
    case What: return tr("What");
    case Document: return tr("Document");
    case Change: return tr("Change");
    case After: return tr("On hand after");
    case Who: return tr("Who");
    }
    return {};
}

} // namespace till
