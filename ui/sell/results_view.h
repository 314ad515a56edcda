#pragma once

#include "ui/sell/results_model.h"

#include <QWidget>

class QTableView;
class QHBoxLayout;

namespace till {

/// The list that replaces the tiles while something is typed. The keyboard focus stays in the item field,
/// which moves the mark with moveSelection(); a touch on a row takes it.
class ResultsView : public QWidget {
    Q_OBJECT

public:
    explicit ResultsView(QWidget* parent = nullptr);

    ResultsModel& model() { return *m_model; }
    /// Shows the rows with the first one marked.
    void show(std::vector<ResultRow> rows, const QString& found, const QString& currencySymbol);
    void moveSelection(int rows);
    qint64 selectedProduct() const; ///< 0 when nothing was found
    QString selectedName() const;
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void chosen(qint64 productId);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void addFooter(QHBoxLayout& row);
    void adaptColumns();
    ResultsModel* m_model;
    QTableView* m_table;
    QWidget* m_footer;
};

} // namespace till
