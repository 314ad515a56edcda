#pragma once

#include "services/receipt_service.h"
#include "ui/kit/format.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace till {

/// Receipts newest first, read page by page as somebody scrolls to them.
class ReceiptsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Time, What, PaidBy, State, Total, ColumnCount };
    /// Reads up to `limit` receipts from `offset` on.
    using Reader = std::function<std::vector<ReceiptSummary>(int limit, int offset)>;
    ReceiptsModel(const Formats& formats, QObject* parent);

    /// Shows what `read` gives; the day of a receipt is named unless all are of `day`.
    void show(Reader read, std::optional<BusinessDay> day);
    const ReceiptSummary& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(DocumentId document) const; ///< -1 when it is not among those read
    bool isComplete() const { return m_complete; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void failed(const QString& sentence); ///< the disk did not give the next page

private:
    QString text(const ReceiptSummary& row, int column) const;
    Formats m_formats;
    Reader m_read;
    std::optional<BusinessDay> m_day;
    std::vector<ReceiptSummary> m_rows;
    bool m_complete = true;
};

} // namespace till
