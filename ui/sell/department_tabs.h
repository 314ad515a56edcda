#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QTimer;

namespace till {

class TabButton;

struct DepartmentTab {
    qint64 id = 0; ///< of a department; below 0 for pages that are none, see tab_ids.h
    QString name;
    int colour = 0; ///< 1 to 6; 0 draws no swatch ("Favourites")
    QString tip{};  ///< what it shows, when its name does not say
};

/// The pages of quick keys and the departments above the tiles. Those that do not fit stand in a More menu;
/// the chosen one is always seen.
class DepartmentTabs : public QWidget {
    Q_OBJECT

public:
    explicit DepartmentTabs(QWidget* parent = nullptr);

    void setTabs(const std::vector<DepartmentTab>& tabs); ///< keeps the current one when it is still there
    void setCurrent(qint64 id);
    void choose(qint64 id); ///< as a touch on it does
    void step(int by);      ///< Ctrl+PgUp and Ctrl+PgDn, round and round
    qint64 current() const { return m_current; }
    int shownCount() const { return m_shown; }              ///< how many are not in the menu
    std::optional<qint64> tabAt(const QPoint& place) const; ///< of those that are seen

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(qint64 id);
    void held(); ///< a long touch or the right button: somebody wants to arrange them

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void openMenu();
    std::vector<DepartmentTab> m_tabs;
    std::vector<TabButton*> m_buttons;
    TabButton* m_more;
    QTimer* m_hold;
    qint64 m_current = 0;
    int m_shown = 0;
};

} // namespace till
