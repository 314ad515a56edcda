#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QStackedWidget;

namespace till {

class NoteBar;
class SectionList;
class SettingsDesk;

/// Everything a shop can choose: sections at the start edge, the one that is marked beside them, a search
/// over all of them at the top. Sections are built when they are first shown.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    SettingsPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~SettingsPage() override;

    void showSection(const QString& id);
    QString currentSection() const { return m_current; }
    void takeFocus();                   ///< to the search
    bool takeScan(const QString& code); ///< true when the section that is shown has a use for it

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Section {
        QString id;
        QString icon;
        QString word;
        QString about; ///< other words people search for
        std::function<QWidget*()> make;
        QWidget* page = nullptr;
    };
    void addSections();
    void add(const QString& id, const QString& icon, const QString& word, const QString& about,
        std::function<QWidget*()> make);
    void filter(const QString& text);
    Section* find(const QString& id);

    NoteBar* m_note;
    SettingsDesk* m_desk;
    QLineEdit* m_search;
    SectionList* m_list;
    QStackedWidget* m_stack;
    std::vector<Section> m_sections;
    QString m_current;
};

} // namespace till
