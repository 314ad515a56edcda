#pragma once

#include "ui/sell/sell_keys.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace till {

class ActionRow;
class CartPanel;
class DepartmentTabs;
class ItemField;
class NoteBar;
class PayPartsPage;
class ResultsView;
class TileGrid;
class TouchPad;

/// Where everything of the Sell page stands, and how it gives way on a small screen. It knows nothing of
/// sales: what is shown comes in through its parts, what is touched goes out through their signals.
class SellFrame : public QWidget {
    Q_OBJECT

public:
    explicit SellFrame(QChar decimalSign, QWidget* parent = nullptr);

    enum class Left { Tiles, Results, PayParts, Page };
    void showLeft(Left left);
    Left left() const { return m_leftNow; }
    QWidget* page() const
    {
        return m_leftNow == Left::Page ? m_page.data() : nullptr;
    } ///< what showPage() shows
    /// Puts a page of the owner's (unknown code, held sales) where the tiles are and shows it; takes it over.
    void showPage(QWidget* page, bool keepField);
    /// Stands where the tiles are until it is taken away by nullptr: what leads to the tiles leads to it, and
    /// goods are rung up beside it. Takes it over.
    void setStandIn(QWidget* page);
    QWidget* standIn() const { return m_standIn; }
    void setKeys(const SellKeys& keys);
    void setPadAlways(bool always); ///< the number pad also where hands have a keyboard
    void togglePad();

    ItemField& field() { return *m_field; }
    NoteBar& note() { return *m_note; }
    DepartmentTabs& tabs() { return *m_tabs; }
    TileGrid& tiles() { return *m_tiles; }
    ResultsView& results() { return *m_results; }
    PayPartsPage& payParts() { return *m_payParts; }
    ActionRow& actions() { return *m_actions; }
    CartPanel& cart() { return *m_cart; }

Q_SIGNALS:
    void leftChanged(); ///< after each showLeft()

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void adapt();
    void showPad();
    void connectPad();
    bool showsTiles() const { return m_leftNow == Left::Tiles && !m_standIn; }
    ItemField* m_field;
    NoteBar* m_note;
    DepartmentTabs* m_tabs;
    QStackedWidget* m_stack;
    TileGrid* m_tiles;
    ResultsView* m_results;
    PayPartsPage* m_payParts;
    QPointer<QWidget> m_page;
    QPointer<QWidget> m_standIn;
    TouchPad* m_pad;
    ActionRow* m_actions;
    CartPanel* m_cart;
    QVBoxLayout* m_column;
    QHBoxLayout* m_middle;
    Left m_leftNow = Left::Tiles;
    bool m_keepField = true;
    bool m_padAlways = false;
    bool m_padTurned = false; ///< somebody wants it the other way round for now
};

} // namespace till
