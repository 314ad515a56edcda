#pragma once

#include "ui/sell/return_rows.h"

#include <QAbstractListModel>

namespace till {

/// The lines of a receipt whose goods come back. All figures arrive written out.
class ReturnLinesModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ReturnRow> rows);    ///< of another receipt
    void updateRows(std::vector<ReturnRow> rows); ///< of the same one
    const std::vector<ReturnRow>& rows() const { return m_rows; }
    const ReturnRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(int line) const; ///< -1 when there is none
    bool canComeBack(int row) const { return at(row).kept.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QString spoken(const ReturnRow& row) const;
    std::vector<ReturnRow> m_rows;
};

} // namespace till
