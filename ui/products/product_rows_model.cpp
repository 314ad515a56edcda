#include "ui/products/product_rows_model.h"

#include "services/catalog_service.h"
#include "services/failure.h"
#include "ui/app/error_text.h"
#include "ui/kit/cell_delegate.h"
#include "ui/kit/plain_label.h"

#include <algorithm>
#include <span>

namespace till {

namespace {

constexpr int kBlock = 64;
constexpr std::size_t kMostBlocks = 24;
constexpr auto kFigure = Qt::AlignTrailing | Qt::AlignVCenter;

} // namespace

ProductRowsModel::ProductRowsModel(Shop& shop, const Formats& formats, QObject* parent)
    : QAbstractTableModel{parent}
    , m_shop{shop}
    , m_formats{formats}
{
}

void ProductRowsModel::show(std::vector<ProductId> ids)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_blocks.clear();
    endResetModel();
}

int ProductRowsModel::rowOf(ProductId id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

std::size_t ProductRowsModel::rowsInMemory() const
{
    std::size_t count = 0;
    for (const auto& [number, block] : m_blocks) count += block.rows.size();
    return count;
}

int ProductRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ProductRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ProductRowsModel::Row& ProductRowsModel::row(int at) const
{
    const int number = at / kBlock;
    auto found = m_blocks.find(number);
    if (found == m_blocks.end()) {
        if (m_blocks.size() >= kMostBlocks) forgetOldest();
        found = m_blocks.emplace(number, read(number)).first;
    }
    found->second.used = ++m_looks;
    return found->second.rows[static_cast<std::size_t>(at % kBlock)];
}

void ProductRowsModel::forgetOldest() const
{
    const auto oldest = std::min_element(m_blocks.begin(), m_blocks.end(),
        [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    m_blocks.erase(oldest);
}

ProductRowsModel::Block ProductRowsModel::read(int block) const
{
    const auto from = static_cast<std::size_t>(block) * kBlock;
    const std::span ids{m_ids.data() + from, std::min<std::size_t>(kBlock, m_ids.size() - from)};
    Block read;
    read.rows.resize(ids.size());
    try {
        // What was archived a moment ago is missing in the answer: its row stays blank until the list is read
        // again.
        auto at = read.rows.begin();
        auto id = ids.begin();
        for (auto& hit : m_shop.catalog().rows(ids)) {
            for (; *id != hit.id; ++id) ++at;
            at->lastSold = m_shop.catalog().lastSold(hit.id);
            at->product = std::move(hit);
        }
    } catch (const std::exception& exception) { // a view asks, which would pass it on to nobody
        Q_EMIT failed(errorText(toError(exception)));
    }
    return read;
}

QString ProductRowsModel::departmentName(DepartmentId id) const
{
    for (const auto& department : m_shop.catalog().departments()) {
        if (department.id == id) return QString::fromStdString(department.name);
    }
    return {};
}

QString ProductRowsModel::dayText(std::optional<Timestamp> at) const
{
    if (!at) return {};
    const auto moment = m_shop.calendar().at(*at);
    const auto days = m_shop.now().businessDay.days - moment.businessDay.days;
    if (days == 0) return tr("today");
    if (days == 1) return tr("yesterday");
    return days > 0 && days < 100 ? tr("%n day(s) ago", nullptr, days) : m_formats.date(moment);
}

QString ProductRowsModel::text(const Row& row, int column) const
{
    const auto& product = row.product;
    switch (column) {
    case Name: return QString::fromStdString(product.name);
    case Code: return QString::fromStdString(product.code);
    case Department: return departmentName(product.department);
    case OnHand:
        return product.tracksStock && product.stockCounted ? m_formats.quantity(product.onHand) : QString{};
    case Price:
        if (product.openPrice) return tr("asked");
        return product.price ? m_formats.unitPrice(*product.price) : QString{};
    case LastSold: return dayText(row.lastSold);
    }
    return {};
}

QVariant ProductRowsModel::look(const Row& row, int column, int role) const
{
    const bool figure = column >= OnHand;
    if (role == Qt::TextAlignmentRole)
        return figure ? QVariant::fromValue(Qt::Alignment{kFigure}) : QVariant{};
    if (role == SwatchRole)
        return column == Department && row.product.department ? QVariant{row.product.colour} : QVariant{};
    if (role == WeightRole) return column == Name ? QVariant{static_cast<int>(QFont::DemiBold)} : QVariant{};
    if (role != InkRole) return {};
    const bool nothing = row.product.stockCounted && !row.product.onHand.isPositive();
    if (column == OnHand && nothing) return static_cast<int>(Ink::Danger);
    return column == Code || column == LastSold ? QVariant{static_cast<int>(Ink::Secondary)} : QVariant{};
}

QVariant ProductRowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::TextAlignmentRole && role < Qt::UserRole) return {};
    const auto& shown = row(index.row());
    return role == Qt::DisplayRole ? QVariant{text(shown, index.column())}
                                   : look(shown, index.column(), role);
}

QVariant ProductRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section >= OnHand)
        return QVariant::fromValue(Qt::Alignment{kFigure});
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name: return tr("Product");
    case Code: return tr("Number or code");
    case Department: return tr("Department");
    case OnHand: return tr("On hand");
    case Price: return tr("Price %1").arg(m_formats.currencySymbol());
    case LastSold: return tr("Last sold");
    }
    return {};
}

} // namespace till
