#pragma once

#include "services/stock_service.h"
#include "ui/kit/format.h"

#include <QAbstractTableModel>

#include <vector>

namespace till {

/// What moved a product's stock, newest first.
class MovementsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, What, Document, Change, After, Who, ColumnCount };
    MovementsModel(const Formats& formats, QObject* parent);

    void show(std::vector<MovementRow> oldestFirst);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const MovementRow& row, int column) const;
    Formats m_formats;
    std::vector<MovementRow> m_rows;
};

} // namespace till
