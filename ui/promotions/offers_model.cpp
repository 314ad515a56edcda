#include "ui/promotions/offers_model.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/tokens.h"
#include "ui/promotions/offer_words.h"

namespace till {

namespace {

Tone toneOf(PromotionState state)
{
    switch (state) {
    case PromotionState::Running: return Tone::Ok;
    case PromotionState::Planned: return Tone::Info;
    case PromotionState::Over:
    case PromotionState::Archived: return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

} // namespace

OffersModel::OffersModel(const Formats& formats, QObject* parent)
    : QAbstractTableModel{parent}
    , m_formats{formats}
{
}

void OffersModel::show(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::stable_sort(
        m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.state < b.state; });
    endResetModel();
}

int OffersModel::rowOf(PromotionId id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].offer.id == id) return static_cast<int>(i);
    }
    return -1;
}

int OffersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OffersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OffersModel::text(const Row& row, int column) const
{
    const auto& fields = row.offer.fields;
    switch (column) {
    case Name: return QString::fromStdString(fields.rules.label());
    case What:
        return fields.needsCoupon ? tr("%1, with a coupon").arg(offerWords(fields.rules, m_formats))
                                  : offerWords(fields.rules, m_formats);
    case When: return offerTimes(fields.times, m_formats);
    default: break;
    }
    switch (row.state) {
    case PromotionState::Running: return tr("Running");
    case PromotionState::Planned: return tr("Planned");
    case PromotionState::Over: return tr("Over");
    case PromotionState::Archived: return tr("Ended");
    }
    return {};
}

QVariant OffersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool ended = row.state == PromotionState::Over || row.state == PromotionState::Archived;
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case WeightRole: return index.column() == Name ? int{QFont::DemiBold} : int{QFont::Normal};
    case InkRole: return static_cast<int>(ended || index.column() == When ? Ink::Secondary : Ink::Text);
    case ChipToneRole:
        return index.column() == State ? QVariant{static_cast<int>(toneOf(row.state))} : QVariant{};
    default: return {};
    }
}

QVariant OffersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name: return tr("Offer");
    case What: return tr("What it does");
    case When: return tr("When");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace till
