#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace till {

/// Sums as bars: columns for times, rows for names.
class SalesBars : public QWidget {
    Q_OBJECT

public:
    explicit SalesBars(QWidget* parent = nullptr);

    enum class Shape { Columns, Rows };
    struct Bar {
        QString words;
        QString figure;   ///< empty: nothing happened then, the place is kept
        qint64 value = 0; ///< minor units; below zero no bar is drawn
    };
    void show(Shape shape, std::vector<Bar> bars, const QString& whenEmpty);
    QString text() const; ///< the same for a screen reader

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintColumns(QPainter& painter) const;
    void paintRows(QPainter& painter) const;
    qint64 largest() const;
    Shape m_shape = Shape::Columns;
    std::vector<Bar> m_bars;
    QString m_whenEmpty;
};

} // namespace till
