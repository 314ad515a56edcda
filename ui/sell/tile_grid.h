#pragma once

#include "ui/sell/tile_model.h"

#include <QWidget>

namespace till {

class KeyButton;
class PlainLabel;
class TileView;

/// The quick keys of one department with, when there are more than fit, a row to turn the pages.
class TileGrid : public QWidget {
    Q_OBJECT

public:
    explicit TileGrid(QWidget* parent = nullptr);

    TileModel& model() { return *m_model; }
    TileView& view() { return *m_view; }

Q_SIGNALS:
    void chosen(qint64 productId);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void showPages();
    TileModel* m_model;
    TileView* m_view;
    QWidget* m_pager;
    KeyButton* m_previous;
    KeyButton* m_next;
    PlainLabel* m_where;
};

} // namespace till
