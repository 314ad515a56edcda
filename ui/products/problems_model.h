#pragma once

#include "services/import_service.h"

#include <QAbstractTableModel>

#include <vector>

namespace till {

/// Rows of a file that cannot be taken: the line, and why.
class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Why, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<ImportProblem> problems);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ImportProblem> m_problems;
};

} // namespace till
