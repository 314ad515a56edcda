#pragma once

#include "ui/kit/ask.h"

#include <QDialog>

namespace till {

/// The dialog behind ask(): plain text, named buttons, Esc steps back.
class AskDialog : public QDialog {
    Q_OBJECT

public:
    explicit AskDialog(const Question& question, QWidget* parent = nullptr);
    int choice() const { return m_choice; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);
    int m_enterChoice;
    int m_choice;
};

} // namespace till
