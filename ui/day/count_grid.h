#pragma once

#include "domain/cash/currency.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLineEdit;

namespace till {

class PlainLabel;

/// How many of each note and coin are in the drawer. Enter and Down go on, Up goes back, "100+7" adds. An
/// empty row is not counted yet, a zero is.
class CountGrid : public QWidget {
    Q_OBJECT

public:
    CountGrid(const Formats& formats, const Currency& currency, QWidget* parent = nullptr);

    void clear();
    void takeFocus();
    /// What is counted so far. NumberInvalid for a row that is no number of pieces, NumberOutOfRange.
    Result<Money> total() const;
    int rowsCounted() const;
    int rowCount() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void edited();
    void finished(); ///< Enter in the last row

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        Money value;
        QLineEdit* pieces;
        PlainLabel* sum;
    };
    void addSide(QGridLayout& grid, int column, const std::vector<Money>& values, bool notes);
    void showSums();
    void go(int from, int by);
    Formats m_formats;
    std::vector<Row> m_rows;
};

} // namespace till
