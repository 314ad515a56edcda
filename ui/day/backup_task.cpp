#include "ui/day/backup_task.h"

#include "services/shop.h"
#include "ui/app/background.h"

#include <QTimer>

namespace till {

namespace {
constexpr int kMsBetweenLooks = 150;
}

BackupTask::BackupTask(QString shopFile, QString target, QObject* parent)
    : QObject{parent}
    , m_shopFile{std::move(shopFile)}
    , m_target{std::move(target)}
    , m_look{new QTimer{this}}
{
    m_look->setInterval(kMsBetweenLooks);
    connect(m_look, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_shared->percent); });
}

BackupTask::~BackupTask()
{
    m_shared->stop = true;
}

void BackupTask::cancel()
{
    m_shared->stop = true;
}

void BackupTask::start()
{
    m_look->start();
    runInBackground<void>(
        this,
        [file = m_shopFile.toStdString(), target = m_target.toStdString(), shared = m_shared]() -> Result<> {
            const SystemClock clock;
            ShopOptions options;
            options.file = file;
            options.access = Access::Read;
            options.backgroundWork = false;
            auto shop = Shop::open(options, clock);
            if (!shop) return shop.error();
            return (*shop)->backup(target, [&shared](int percent) {
                shared->percent = percent;
                return !shared->stop;
            });
        },
        [this](const Result<>& result) {
            m_look->stop();
            Q_EMIT finished(result);
        });
}

} // namespace till
