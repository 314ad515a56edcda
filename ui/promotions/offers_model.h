#pragma once

#include "services/promotion_service.h"
#include "ui/kit/format.h"

#include <QAbstractTableModel>

#include <vector>

namespace till {

/// The offers of the shop, those that run first of all.
class OffersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, What, When, State, ColumnCount };
    OffersModel(const Formats& formats, QObject* parent);

    struct Row {
        PromotionDetails offer;
        PromotionState state = PromotionState::Running;
    };
    void show(std::vector<Row> rows);
    PromotionId idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].offer.id; }
    int rowOf(PromotionId id) const; ///< -1 when it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row& row, int column) const;
    Formats m_formats;
    std::vector<Row> m_rows;
};

} // namespace till
