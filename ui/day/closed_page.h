#pragma once

#include "services/shift_service.h"
#include "ui/kit/format.h"

#include <QWidget>

namespace till {

class Chip;
class FigureList;
class KeyButton;
class PlainLabel;

/// What the count came to, after it was committed: expected, counted, difference.
class ClosedPage : public QWidget {
    Q_OBJECT

public:
    explicit ClosedPage(const Formats& formats, QWidget* parent = nullptr);
    void show(const ClosedShift& shift);
    void takeFocus();

Q_SIGNALS:
    void left();
    void backupRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Formats m_formats;
    PlainLabel* m_difference;
    Chip* m_verdict;
    FigureList* m_figures;
    KeyButton* m_done;
};

} // namespace till
