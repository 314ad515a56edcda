#pragma once

#include <QWidget>

#include <vector>

namespace till {

class FilterChip;

/// Filters of which exactly one is on. What has no room is behind "More".
class ChipRow : public QWidget {
    Q_OBJECT

public:
    explicit ChipRow(QWidget* parent = nullptr);

    struct Choice {
        QString id;
        QString words;
        int swatch = 0; ///< 1..6: a department's colour
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    void setChoices(const std::vector<Choice>& choices); ///< keeps the one that is on, else the first
    void setCurrent(const QString& id);
    QString current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id); ///< by a person

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void choose(const QString& id);
    void showMenu();
    std::vector<Choice> m_choices;
    std::vector<FilterChip*> m_chips;
    FilterChip* m_more;
    QString m_current;
};

} // namespace till
