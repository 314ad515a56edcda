#pragma once

#include "domain/catalog/catalogue.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace till {

class CatalogService;

/// Products of a list of any length. Their ids are all it keeps: rows are read block by block when they are
/// looked at, and the blocks not looked at for longest are dropped.
class ProductRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Code, Department, OnHand, Price, LastSold, ColumnCount };
    ProductRowsModel(Shop& shop, const Formats& formats, QObject* parent);

    void show(std::vector<ProductId> ids);
    ProductId idAt(int row) const { return m_ids[static_cast<std::size_t>(row)]; }
    int rowOf(ProductId id) const; ///< -1 when it is not in the list
    std::size_t rowsInMemory() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const QString& sentence) const; ///< the disk did not give a block

private:
    struct Row {
        ProductHit product;
        std::optional<Timestamp> lastSold;
    };
    struct Block {
        std::vector<Row> rows;
        quint64 used = 0;
    };
    const Row& row(int at) const;
    Block read(int block) const;
    void forgetOldest() const;
    QString text(const Row& row, int column) const;
    QString departmentName(DepartmentId id) const;
    QString dayText(std::optional<Timestamp> at) const;
    QVariant look(const Row& row, int column, int role) const;

    Shop& m_shop;
    Formats m_formats;
    std::vector<ProductId> m_ids;
    mutable std::map<int, Block> m_blocks;
    mutable quint64 m_looks = 0;
};

} // namespace till
