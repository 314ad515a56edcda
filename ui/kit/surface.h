#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

namespace till {

/// A plain surface: a card (radius 10 and hairline), a bar, or one edge line. Painted from the tokens.
class Surface : public QWidget {
    Q_OBJECT

public:
    enum class Fill { None, Page, Card, Quiet, Ok, Warn, Bad, Selected };
    enum class Edge { None, All, Top, Bottom, Start, End };

    Surface(Fill fill, Edge edge, int radius = 0, QWidget* parent = nullptr);
    static Surface* card(QWidget* parent = nullptr) { return new Surface{Fill::Card, Edge::All, 10, parent}; }

    void setFill(Fill fill);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Fill m_fill;
    Edge m_edge;
    int m_radius;
};

/// A one pixel line between blocks.
class Hairline : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace till
