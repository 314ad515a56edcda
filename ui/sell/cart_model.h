#pragma once

#include <QAbstractListModel>

#include <vector>

namespace till {

/// One row of the cart. All figures arrive written out.
struct CartRow {
    enum class Kind {
        Line,    ///< goods
        Detail,  ///< what belongs to the line above: its deposit, a note
        Saving,  ///< what an offer or a discount takes off the line above
        Section, ///< a head: "Taken back", "New goods"
    };
    Kind kind = Kind::Line;
    qint64 lineId = 0; ///< of the line it is or belongs to
    QString quantity{};
    QString name;
    QString unitPrice{}; ///< empty where it would only repeat the amount
    QString amount{};
    QString note{}; ///< said in the tooltip and to a screen reader
    bool takenBack = false;

    friend bool operator==(const CartRow&, const CartRow&) = default;
};

/// The rows of the open sale. setRows() tells exactly what was inserted, removed or changed, so the marked
/// line and its open action strip stay where they are.
class CartModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const std::vector<CartRow>& rows);
    const CartRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOfLine(qint64 lineId) const; ///< -1 when it is gone
    int lineCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void removeMissing(const std::vector<CartRow>& wanted);
    void insertAt(int row, const CartRow& value);
    std::vector<CartRow> m_rows;
};

} // namespace till
