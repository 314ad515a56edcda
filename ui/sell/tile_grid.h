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
    TileGrid(TileModel* model, TileView* view, QWidget* parent = nullptr); ///< takes both over

    TileModel& model() { return *m_model; }
    TileView& view() { return *m_view; }
    int perScreen(int tiles) const; ///< how many are seen at once when there are so many
    /// -1 over the button back, +1 over the one forward, 0 elsewhere.
    int turnAt(const QPoint& place) const;

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
