#pragma once

#include "base/result.h"
#include "services/failure.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <memory>
#include <utility>

namespace till {

/// Runs `work` on another thread and hands what it gives to `done` on the owner's, or to nobody when the
/// owner is gone. `work` brings its own Shop and touches no widget. What it throws arrives as an Error. A
/// watcher owned by the receiver, because QFuture::then(context) of Qt 6.4 aborts when the context dies
/// first.
template <typename T, typename Work, typename Done>
void runInBackground(QObject* owner, Work work, Done done)
{
    using Outcome = std::shared_ptr<Result<T>>;
    auto* watcher = new QFutureWatcher<Outcome>{owner};
    QObject::connect(
        watcher, &QFutureWatcher<Outcome>::finished, owner, [watcher, done = std::move(done)]() mutable {
            watcher->deleteLater();
            done(std::move(*watcher->result()));
        });
    watcher->setFuture(QtConcurrent::run([work = std::move(work)]() -> Outcome {
        try {
            return std::make_shared<Result<T>>(work());
        } catch (const std::exception& exception) {
            return std::make_shared<Result<T>>(toError(exception));
        }
    }));
}

} // namespace till
