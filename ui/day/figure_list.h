#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace till {

/// Words and figures under each other, as on a report: heads, rows, totals.
class FigureList : public QWidget {
    Q_OBJECT

public:
    explicit FigureList(QWidget* parent = nullptr);

    enum class Kind { Row, Head, Total, Danger };
    struct Row {
        QString words;
        QString figure{};
        Kind kind = Kind::Row;
    };
    void setRows(std::vector<Row> rows); ///< also what a screen reader is told
    QString text() const;                ///< "Sales 12.00" a line

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Row> m_rows;
};

} // namespace till
