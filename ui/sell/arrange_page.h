#pragma once

#include "base/event.h"
#include "domain/catalog/quick_keys.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/sell/product_rows.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QTimer;

namespace till {

class ArrangeTools;
class ArrangeView;
class DepartmentTabs;
class KeyButton;
class PlainLabel;
class TileGhost;
class TileGrid;
class TilePictures;

/// The pages of quick keys while a person arranges them, every place where it is while selling. Each step is
/// on disk when it is seen, and can be undone until the page is left. Nothing is sold here.
class ArrangePage : public QWidget {
    Q_OBJECT

public:
    ArrangePage(Shop& shop, const Formats& formats, const DepartmentColours& colours, QuickKeyPageId page,
        QWidget* parent = nullptr);

    void takeScan(const QString& code); ///< puts the product on the marked place, or the first free one
    QuickKeyPageId page() const { return m_page; }

Q_SIGNALS:
    void done();
    void refused(const Error& error, const QString& subject);
    void told(const QString& subject, const QString& words);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Lifted {
        QuickKeyPageId page;
        int place;
    };
    class Asking;
    void focusPlaces();
    void build();
    void connectParts();
    void read();
    void showTiles();
    void showTools();
    void showEmpty();
    bool change(const std::function<Result<>()>& step);
    void undo();
    void choosePage(QuickKeyPageId page);
    void step(int columns, int rows);
    void setMark(int place);
    void take(int place); ///< Enter: lift, drop, or add
    void tap(int place);
    void drop(int place);
    void letGo();
    void add(std::optional<int> place);
    void put(ProductId product, std::optional<int> place);
    void remove();
    void paint(int colour);
    void choosePicture();
    void takePicture(int place, const QString& file);
    void addPage(bool ofBestSellers);
    void renamePage();
    void movePage(int by);
    void archivePage();
    void follow(const QPoint& global);
    void endDrag(const QPoint& global);
    void turnUnderFinger();
    std::optional<QuickKeyPageId> pageUnder(const QPoint& global) const;
    const QuickKeyPage* current() const;
    const QuickKey* marked() const;
    std::optional<ProductHit> productOf(const QuickKey& key) const;

    Shop& m_shop;
    Formats m_formats;
    DepartmentColours m_colours;
    QuickKeyLayout m_pages;
    std::vector<QuickKeyLayout> m_undo;
    QuickKeyPageId m_page;
    std::optional<Lifted> m_lifted;
    bool m_isDragging = false;
    int m_asking = 0;      ///< windows of this page that are open
    bool m_isLeft = false; ///< meanwhile; it goes when they are closed
    DepartmentTabs* m_tabs;
    TileGrid* m_grid;
    ArrangeView* m_view;
    ArrangeTools* m_tools;
    TilePictures* m_pictures;
    TileGhost* m_ghost;
    QTimer* m_turn;
    QWidget* m_empty;
    QWidget* m_places;
    QHBoxLayout* m_middle;
    PlainLabel* m_words;
    KeyButton* m_undoButton;
    KeyButton* m_newPage;
    KeyButton* m_doneButton;
    Subscription m_changed;
};

} // namespace till
