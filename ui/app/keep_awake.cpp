#include "ui/app/keep_awake.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

#include <utility>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QDBusMessage call(const QString& method)
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s,
        u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, method);
    message.setAutoStartService(false);
    return message;
}

} // namespace

KeepAwake::KeepAwake(QObject* parent)
    : QObject{parent}
{
}

KeepAwake::~KeepAwake()
{
    release();
}

void KeepAwake::set(bool awake)
{
    if (std::exchange(m_wanted, awake) == awake) return;
    awake ? ask() : release();
}

void KeepAwake::ask()
{
    // Without an address libdbus would start a bus of its own, for nobody.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    auto message = call(u"Inhibit"_s);
    message << u"Tillroll"_s << tr("The till is open");
    auto* answer = new QDBusPendingCallWatcher{bus.asyncCall(message), this};
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<quint32> reply = *answer;
        answer->deleteLater();
        if (reply.isError()) return; // a desktop without a screen saver
        release();
        m_cookie = reply.value();
        if (!m_wanted) release();
    });
}

void KeepAwake::release()
{
    if (m_cookie == 0) return;
    auto message = call(u"UnInhibit"_s);
    message << std::exchange(m_cookie, 0);
    QDBusConnection::sessionBus().send(message);
}

} // namespace till
