#pragma once

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace till {

class KeyBadge;
class KeyButton;
class KeyCatcher;
class PlainLabel;
class SettingsDesk;
struct Command;

QWidget* shortcutsSection(SettingsDesk& desk);

/// A command and its key: changed by pressing another, or as it was delivered.
class ShortcutRow : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutRow(const Command& command, QWidget* parent = nullptr);
    void follow(); ///< the key map has changed
    bool matches(const QString& words) const;

Q_SIGNALS:
    void keyWanted(const QString& command, const QKeySequence& key);
    void resetWanted(const QString& command);

private:
    QString m_id;
    QString m_words;
    KeyBadge* m_badge;
    KeyCatcher* m_change;
    KeyButton* m_reset;
};

/// All commands by group, a search over them, and what goes for all: as delivered, on paper.
class ShortcutList : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutList(SettingsDesk& desk, QWidget* parent = nullptr);

private:
    QWidget* buildHead();
    void addFixed(QVBoxLayout& column);
    void search(const QString& words);
    void change(const QString& command, const QKeySequence& key);
    void keep(const QString& before, const QString& what);
    void savePdf();

    struct Group {
        QWidget* title;
        std::vector<ShortcutRow*> rows;
    };
    SettingsDesk& m_desk;
    std::vector<Group> m_groups;
};

} // namespace till
