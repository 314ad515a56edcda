#pragma once

#include <QElapsedTimer>
#include <QString>

#include <memory>

class QWidget;

namespace till {

class PlainLabel;

/// Long work in the window's own thread: a window over the others that says how far it is and can stop it.
/// Until it is gone, nothing else of the program takes input.
class ProgressWindow {
public:
    ProgressWindow(QWidget* parent, const QString& title, const QString& text);
    ~ProgressWindow();
    ProgressWindow(const ProgressWindow&) = delete;
    ProgressWindow& operator=(const ProgressWindow&) = delete;

    /// 0..100, or -1 when nobody knows. Lets the window live; false once a person pressed Cancel.
    bool step(int percent);

private:
    class Window;
    std::unique_ptr<Window> m_window;
    QElapsedTimer m_sinceShown;
};

} // namespace till
