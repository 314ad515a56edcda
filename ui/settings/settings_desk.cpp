#include "ui/settings/settings_desk.h"

#include "services/setting_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/note_bar.h"

#include <utility>

namespace till {

SettingsDesk::SettingsDesk(Shop& shop, const Formats& formats, NoteBar& note, QObject* parent)
    : QObject{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_note{note}
{
    connect(&note, &NoteBar::actionTriggered, this, &SettingsDesk::takeBack);
    connect(&note, &NoteBar::gone, this, [this] { m_takeBack = {}; });
}

QString SettingsDesk::value(const std::string& key) const
{
    return QString::fromStdString(m_shop.settings().value(key));
}

bool SettingsDesk::set(const std::string& key, const QString& value, const QString& what)
{
    auto& settings = m_shop.settings();
    const auto before = settings.value(key);
    if (before == value.toStdString()) return true;
    if (!attempt([&] { return settings.set(m_shop.owner(), key, value.toStdString()); })) return false;
    m_note.show({Tone::Ok, what, tr("has been changed."), tr("Undo"), {}});
    m_takeBack = [this, key, before] {
        attempt([&] { return m_shop.settings().set(m_shop.owner(), key, before); });
    };
    return true;
}

bool SettingsDesk::attempt(const std::function<Result<>()>& action)
{
    bool done = false;
    guarded(static_cast<QWidget*>(&m_note), [&] {
        const auto result = action();
        done = result.hasValue();
        if (!done) refuse(result.error());
    });
    return done;
}

void SettingsDesk::refuse(const Error& error)
{
    m_note.show({Tone::Bad, {}, errorText(error), {}, {}});
}

void SettingsDesk::tell(const QString& subject, const QString& words)
{
    m_note.show({Tone::Ok, subject, words, {}, {}});
}

void SettingsDesk::takeBack()
{
    const auto action = std::exchange(m_takeBack, {});
    if (!action) return;
    m_note.dismiss();
    action();
}

} // namespace till
