#pragma once

#include <QWidget>

#include <vector>

namespace till {

class SegmentButton;

/// Two to four choices side by side, of which exactly one is on. The arrow keys go from one to the next.
class Segments : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString id;
        QString words;
    };
    /// `name` is what a screen reader says: what is chosen.
    Segments(const QString& name, const std::vector<Choice>& choices, QWidget* parent = nullptr);

    void setHeights(int standard, int touch); ///< at 100 % in standard and in touch density
    void setCurrent(const QString& id);       ///< without a signal
    QString current() const { return m_current; }

Q_SIGNALS:
    void chosen(const QString& id); ///< by a person

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QString& id);
    std::vector<SegmentButton*> m_buttons;
    std::vector<Choice> m_choices;
    QString m_current;
};

} // namespace till
