#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace till {

class RailButton;

/// The 88 px rail at the start edge: one entry per page with icon and word, some at the bottom.
/// While Ctrl is held each page shows the digit that opens it with Ctrl (the key map fires it).
class PageRail : public QWidget {
    Q_OBJECT

public:
    explicit PageRail(QWidget* parent = nullptr);

    enum class Place { Top, Bottom };
    void addEntry(const QString& id, const QString& iconName, const QString& word, Place place = Place::Top);
    void setCurrent(const QString& id);
    void setEntryVisible(const QString& id, bool visible); ///< pages nobody in the shop uses can be hidden
    void setDigitsShown(bool shown);

    QString current() const { return m_current; }
    /// The id Ctrl+`digit` opens, counting visible top entries from 1; empty when there is none.
    QString entryForDigit(int digit) const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    RailButton* find(const QString& id) const;
    void renumber();
    QVBoxLayout* m_column;
    std::vector<RailButton*> m_entries;
    QString m_current;
    int m_topCount = 0;
};

} // namespace till
