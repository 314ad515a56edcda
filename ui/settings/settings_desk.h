#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QObject>

#include <functional>

namespace till {

class NoteBar;

/// What the sections of the settings share: the shop, how it writes numbers, the note above the section, and
/// one way to change a setting.
class SettingsDesk : public QObject {
    Q_OBJECT

public:
    SettingsDesk(Shop& shop, const Formats& formats, NoteBar& note, QObject* parent);

    Shop& shop() const { return m_shop; }
    const Formats& formats() const { return m_formats; }
    NoteBar& note() const { return m_note; }

    QString value(const std::string& key) const;
    /// Changes it at once and offers to take that back; `what` names it in that note. False when it was
    /// refused: the note says why, and nothing has changed.
    bool set(const std::string& key, const QString& value, const QString& what);
    /// Runs what may be refused, and says so. True: done.
    bool attempt(const std::function<Result<>()>& action);
    void refuse(const Error& error);
    void tell(const QString& subject, const QString& words);

private:
    void takeBack();
    Shop& m_shop;
    Formats m_formats;
    NoteBar& m_note;
    std::function<void()> m_takeBack;
};

} // namespace till
