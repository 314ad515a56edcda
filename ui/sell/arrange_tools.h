#pragma once

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace till {

class ColourPicks;
class KeyButton;

/// What can be done with the marked key and its page. In a row under the places; in touch density the part
/// for the key goes where the number pad stands, so that the places are where they are while selling.
class ArrangeTools : public QObject {
    Q_OBJECT

public:
    explicit ArrangeTools(QWidget* parent);

    QWidget* row() const { return m_row; }   ///< under the places
    QWidget* side() const { return m_side; } ///< beside them, in touch density
    /// Nothing: no key is marked.
    void showKey(bool isKey, std::optional<int> colour = {}, int departmentColour = 5);
    void showPage(bool isPage);
    void setNarrow(bool narrow); ///< the page's menu is a sign without its word

Q_SIGNALS:
    void colourPicked(int colour); ///< 0: the department's
    void addRequested();
    void pictureRequested();
    void removeRequested();
    void renameRequested();
    void movePageRequested(int by);
    void archivePageRequested();

private:
    KeyButton* button(const char* name, const QString& icon, const QString& word, const QKeySequence& key);
    void openPageMenu();
    void adapt();

    QWidget* m_row;
    QWidget* m_side;
    QHBoxLayout* m_rowLayout;
    QVBoxLayout* m_sideLayout;
    ColourPicks* m_colours;
    KeyButton* m_add;
    KeyButton* m_picture;
    KeyButton* m_remove;
    KeyButton* m_page;
};

} // namespace till
