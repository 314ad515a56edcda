#pragma once

#include "base/result.h"
#include "services/shop.h"

#include <QObject>

namespace till {

class BackupTask;
class KeyButton;
class NoteBar;

/// A backup the owner asks for: where to, how far it is, and whether it can be read back. Its button waits
/// until it is done, its note bar tells and stops it.
class ShopBackup : public QObject {
    Q_OBJECT

public:
    ShopBackup(Shop& shop, KeyButton& button, NoteBar& note);
    ~ShopBackup() override;

    void choose(); ///< asks for a file, then starts

private:
    void start(const QString& target);
    void done(const Result<>& result);

    Shop& m_shop;
    KeyButton& m_button;
    NoteBar& m_note;
    BackupTask* m_task = nullptr;
};

} // namespace till
