#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

class QTimer;

namespace till {

/// A verified copy of the shop, made on another thread by a Shop of its own that only reads: selling goes on.
class BackupTask : public QObject {
    Q_OBJECT

public:
    BackupTask(QString shopFile, QString target, QObject* parent);
    ~BackupTask() override; ///< stops the work; what was written of the copy goes away with it

    void start();
    void cancel();
    const QString& target() const { return m_target; }

Q_SIGNALS:
    void progressed(int percent);
    void finished(const till::Result<>& result);

private:
    struct Shared {
        std::atomic<int> percent = 0;
        std::atomic<bool> stop = false;
    };
    QString m_shopFile;
    QString m_target;
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    QTimer* m_look;
};

} // namespace till
