#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

#include <map>

class QHBoxLayout;

namespace till {

class PlainLabel;
class StatusItem;

/// The 28 px strip at the foot: a dot and a few words per thing that can fail, the clock at the end.
/// The words say the state; the dot's colour only repeats it.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    enum class Dot { None, Off, Ok, Warn, Bad };
    /// Adds the item `id` or changes it; items keep the order they were added in.
    void setItem(const QString& id, Dot dot, const QString& words);
    void removeItem(const QString& id);
    void setOpens(const QString& id); ///< a touch on it says chosen()
    void setClock(const QString& words);
    QString itemText(const QString& id) const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    PlainLabel* m_clock;
    std::map<QString, StatusItem*> m_items;
};

} // namespace till
