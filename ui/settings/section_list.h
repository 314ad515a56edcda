#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace till {

class SectionButton;

/// The sections of the settings, one marked.
class SectionList : public QWidget {
    Q_OBJECT

public:
    explicit SectionList(QWidget* parent = nullptr);
    void add(const QString& id, const QString& icon, const QString& word);
    void setCurrent(const QString& id);
    void setShown(const QString& id, bool shown);
    QString firstShown() const;                           ///< empty when none is
    QString nextShown(const QString& id, int step) const; ///< itself at the ends

Q_SIGNALS:
    void chosen(const QString& id);

private:
    std::vector<SectionButton*> m_buttons;
    QVBoxLayout* m_column;
};

} // namespace till
