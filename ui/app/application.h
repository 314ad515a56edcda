#pragma once

#include <QApplication>

#include <exception>
#include <functional>

namespace till {

/// The last edge of the window: what fails while an event is handled outside `guarded()` must not pass
/// through Qt's loop, which would end the program in the middle of a sale.
class LastEdge {
public:
    /// What `deliver` gives back; false when it failed. Every failure is logged, and told unless one is being
    /// told already: what fails while painting fails again behind the box.
    bool pass(const std::function<bool()>& deliver);

private:
    void report(const std::exception& failure);
    bool m_isTelling = false;
};

class Application : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

private:
    LastEdge m_edge;
};

} // namespace till
