#include "ui/day/shop_backup.h"

#include "ui/app/error_text.h"
#include "ui/day/backup_task.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"

#include <QDir>
#include <QStandardPaths>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// A file name may not hold what a shop's name may.
QString fileNameFor(const QString& shop, const Moment& at)
{
    QString name;
    for (const auto c : shop.left(60)) name += c.isLetterOrNumber() || c == u' ' || c == u'-' ? c : u'_';
    const auto local = QString::fromStdString(at.toText());
    return u"%1 %2 %3.db"_s.arg(name.trimmed(), local.left(10), local.mid(11, 5).remove(u':'));
}

} // namespace

ShopBackup::ShopBackup(Shop& shop, KeyButton& button, NoteBar& note)
    : QObject{&button}
    , m_shop{shop}
    , m_button{button}
    , m_note{note}
{
    connect(&button, &KeyButton::clicked, this, &ShopBackup::choose);
    connect(&note, &NoteBar::actionTriggered, this, [this] {
        if (m_task) m_task->cancel();
    });
}

ShopBackup::~ShopBackup() = default;

void ShopBackup::choose()
{
    if (m_task) return;
    const auto folder =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/Tillroll backups"_s;
    QDir{}.mkpath(folder);
    const auto target = chooseFile(&m_button,
        {.kind = FileRequest::Kind::Save,
            .title = tr("Backup of the shop"),
            .filter = tr("Shops (*.db)"),
            .startFolder = folder,
            .suggestedName = fileNameFor(QString::fromStdString(m_shop.facts().name), m_shop.now())});
    if (target) start(*target);
}

void ShopBackup::start(const QString& target)
{
    m_task = new BackupTask{QString::fromStdString(m_shop.file().string()), target, this};
    m_button.setEnabled(false);
    m_note.show({Tone::Info, {}, tr("Making a backup. Selling goes on."), tr("Stop"), {}});
    connect(m_task, &BackupTask::progressed, this, [this](int percent) {
        m_note.show(
            {Tone::Info, {}, tr("Making a backup: %1 %. Selling goes on.").arg(percent), tr("Stop"), {}});
    });
    connect(m_task, &BackupTask::finished, this, &ShopBackup::done);
    m_task->start();
}

void ShopBackup::done(const Result<>& result)
{
    const auto target = m_task->target();
    m_task->deleteLater();
    m_task = nullptr;
    m_button.setEnabled(true);
    if (!result)
        return m_note.show({Tone::Bad, tr("No backup was made."), errorText(result.error()), {}, {}});
    m_note.show({Tone::Ok, {}, tr("Backup made, read back and checked: %1").arg(target), {}, {}});
}

} // namespace till
