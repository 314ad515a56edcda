#include "ui/receipts/receipts_model.h"

#include "services/failure.h"
#include "ui/app/error_text.h"
#include "ui/kit/cell_delegate.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/tokens.h"

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 100;
constexpr auto kFigure = Qt::AlignTrailing | Qt::AlignVCenter;

} // namespace

ReceiptsModel::ReceiptsModel(const Formats& formats, QObject* parent)
    : QAbstractTableModel{parent}
    , m_formats{formats}
{
}

void ReceiptsModel::show(Reader read, std::optional<BusinessDay> day)
{
    auto rows = read(kPage, 0);
    beginResetModel();
    m_read = std::move(read);
    m_day = day;
    m_rows = std::move(rows);
    m_complete = static_cast<int>(m_rows.size()) < kPage;
    endResetModel();
}

int ReceiptsModel::rowOf(DocumentId document) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].document == document) return static_cast<int>(i);
    }
    return -1;
}

int ReceiptsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReceiptsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool ReceiptsModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete;
}

void ReceiptsModel::fetchMore(const QModelIndex& parent)
{
    if (parent.isValid() || m_complete) return;
    const int had = static_cast<int>(m_rows.size());
    std::vector<ReceiptSummary> more;
    try {
        more = m_read(kPage, had);
    } catch (const std::exception& exception) { // the view calls this, which would pass it on to nobody
        m_complete = true;
        return Q_EMIT failed(errorText(toError(exception)));
    }
    m_complete = static_cast<int>(more.size()) < kPage;
    if (more.empty()) return;
    beginInsertRows({}, had, had + static_cast<int>(more.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    endInsertRows();
}

QString ReceiptsModel::text(const ReceiptSummary& row, int column) const
{
    switch (column) {
    case Number: return QString::fromStdString(row.number);
    case Time: return m_day ? m_formats.time(row.at) : m_formats.dateAndTime(row.at);
    case What: return tr("%1, %n line(s)", nullptr, row.lines).arg(QString::fromStdString(row.what));
    case PaidBy: return QString::fromStdString(row.paidBy);
    case State: return row.isReturn ? tr("Return") : QString{};
    case Total: return m_formats.money(row.total);
    }
    return {};
}

QVariant ReceiptsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return column == Total ? QVariant::fromValue(Qt::Alignment{kFigure}) : QVariant{};
    case ChipToneRole: return column == State ? QVariant{static_cast<int>(Tone::Bad)} : QVariant{};
    case WeightRole:
        return column == Number || column == Total ? QVariant{static_cast<int>(QFont::Bold)} : QVariant{};
    case InkRole:
        if (column == Total && row.total.isNegative()) return static_cast<int>(Ink::Danger);
        if (column == Time || column == PaidBy) return static_cast<int>(Ink::Secondary);
        return {};
    default: return {};
    }
}

QVariant ReceiptsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == Total) return QVariant::fromValue(Qt::Alignment{kFigure});
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Number: return tr("No.");
    case Time: return tr("Time");
    case What: return tr("What");
    case PaidBy: return tr("Paid by");
    case State: return tr("State");
    case Total: return tr("Total %1").arg(m_formats.currencySymbol());
    }
    return {};
}

} // namespace till
