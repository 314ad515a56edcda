#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace till {

/// What a background task and the window share while it runs: how far it is, and whether it shall stop.
class TaskState {
public:
    /// For a service's `progress`: notes it and says whether to go on. Any thread.
    bool report(int percent)
    {
        m_percent = percent;
        return !m_stop;
    }
    void stop() { m_stop = true; }
    bool isStopping() const { return m_stop; }
    int percent() const { return m_percent; }

private:
    std::atomic<int> m_percent{-1};
    std::atomic<bool> m_stop{false};
};

/// Tells the window's thread of a task's progress, ten times a second, for as long as it lives. It stops the
/// task when it goes.
class TaskWatch : public QObject {
    Q_OBJECT

public:
    TaskWatch(QObject* parent, std::function<void(int)> show)
        : QObject{parent}
    {
        connect(
            &m_timer, &QTimer::timeout, this, [this, show = std::move(show)] { show(m_state->percent()); });
        m_timer.start(100);
    }
    ~TaskWatch() override { m_state->stop(); }

    std::shared_ptr<TaskState> state() const { return m_state; }

private:
    std::shared_ptr<TaskState> m_state = std::make_shared<TaskState>();
    QTimer m_timer;
};

} // namespace till
