#pragma once

#include <QKeySequence>
#include <QWidget>

#include <vector>

namespace till {

class KeyButton;

/// The actions under the tiles. When they do not fit they lose their icons, then the last ones go into More.
class ActionRow : public QWidget {
    Q_OBJECT

public:
    explicit ActionRow(QWidget* parent = nullptr);

    void addAction(const QString& id, const QString& iconName, const QString& word, const QKeySequence& key);
    void setActionEnabled(const QString& id, bool enabled);
    void setActionCount(const QString& id, int count); ///< a figure on it: held sales
    void setActionKey(const QString& id, const QKeySequence& key);
    void setMoreKey(const QKeySequence& key);
    void openMore();
    KeyButton* button(const QString& id) const; ///< null when there is none of that id

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void triggered(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int widthOf(std::size_t count, bool withMore) const;
    void arrange();
    struct Entry {
        QString id;
        KeyButton* button;
    };
    std::vector<Entry> m_entries;
    KeyButton* m_more;
    std::size_t m_shown = 0;
};

} // namespace till
