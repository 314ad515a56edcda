#pragma once

#include <QAbstractButton>

namespace till {

/// A step in the list: its number, or a tick once it is done; only done steps can be gone back to.
class WizardStep : public QAbstractButton {
    Q_OBJECT

public:
    WizardStep(int number, const QString& word, QWidget* parent = nullptr);

    enum class State { Ahead, Current, Done };
    void setState(State state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    State m_state = State::Ahead;
};

} // namespace till
