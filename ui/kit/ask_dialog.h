#pragma once

#include "ui/kit/ask.h"
#include "ui/kit/scan_receiver.h"

#include <QDialog>

namespace till {

class PlainLabel;

/// The dialog behind ask(): plain text, named buttons, Esc steps back.
class AskDialog : public QDialog, public ScanReceiver {
    Q_OBJECT

public:
    explicit AskDialog(const Question& question, QWidget* parent = nullptr);
    int choice() const { return m_choice; }
    bool takeScan(const QString& code) override; ///< says that it was not taken

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);
    int m_enterChoice;
    int m_choice;
    PlainLabel* m_scan; ///< hidden until something is scanned
};

} // namespace till
