#pragma once

#include "base/event.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QGridLayout;
class QVBoxLayout;

namespace till {

class SettingsDesk;

/// A section of the settings: a title, and under it rows with words at the start and a control at the end.
/// Controls that are bound to a key of the settings show what is set, change it at once, and follow when it
/// is changed elsewhere or taken back. Everything is built in one go; the section scrolls.
class SettingsForm : public QWidget {
    Q_OBJECT

public:
    SettingsForm(SettingsDesk& desk, const QString& title, QWidget* parent = nullptr);

    struct Choice {
        QString value;
        QString words;
    };
    void addGroup(const QString& title, const QString& hint = {});
    void addSwitch(const std::string& key, const QString& words, const QString& hint = {});
    /// Side by side up to three, else a list.
    void addChoice(const std::string& key, const QString& words, const QString& hint,
        const std::vector<Choice>& choices);
    /// One line of text, changed when it is left or Enter is pressed.
    void addText(const std::string& key, const QString& words, const QString& hint = {});
    void addLines(const std::string& key, const QString& words, const QString& hint = {}); ///< a few lines
    /// A control of your own; it gets `words` as its accessible name unless it has one.
    void addRow(const QString& words, const QString& hint, QWidget* control);
    void addWide(QWidget* widget); ///< over the whole width, below what is there
    void addStretch();

    SettingsDesk& desk() const { return m_desk; }
    /// `show` is called now and after each change of a setting.
    void follow(std::function<void()> show);

private:
    void addHairline();
    SettingsDesk& m_desk;
    QVBoxLayout* m_rows;
    std::vector<std::function<void()>> m_followers;
    Subscription m_changed;
};

} // namespace till
