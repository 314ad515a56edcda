#pragma once

#include "ui/kit/tokens.h"

#include <QAbstractTableModel>

#include <vector>

namespace till {

/// Where a text matches what was typed: [start, start + length) in UTF-16 units of the text.
struct MatchMark {
    int start = 0;
    int length = 0;
};

struct ResultRow {
    qint64 productId = 0;
    int colour = 5; ///< department, 1 to 6
    QString name;
    std::vector<MatchMark> nameMarks{};
    QString code{};
    std::vector<MatchMark> codeMarks{};
    QString stockText{};            ///< "38", "4 left", "sold out"; empty where stock is not kept
    Tone stockTone = Tone::Neutral; ///< anything but Neutral draws a chip
    QString priceText{};            ///< empty: the price is asked when it is rung up
};

/// What the search found, best first.
class ResultsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Code, Stock, Price, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<ResultRow> rows);
    /// Heads of the columns: how many match, and the currency of the prices.
    void setHeads(const QString& found, const QString& currencySymbol);
    const ResultRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ResultRow> m_rows;
    QString m_found;
    QString m_currency;
};

} // namespace till
