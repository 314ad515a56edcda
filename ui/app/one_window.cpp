#include "ui/app/one_window.h"

#include "ui/app/places.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <algorithm>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr char kAnswer = 'y';
constexpr int kPatienceMs = 500;

// Empty when there is no runtime folder, or its name is too long for a socket.
QByteArray addressFor(const QString& shopFile)
{
    const QString runtime = runtimeFolder();
    if (runtime.isEmpty()) return {};
    const QString folder = runtime + u"/tillroll"_s;
    QDir{}.mkpath(folder);
    const auto hash = QCryptographicHash::hash(
        QFileInfo{shopFile}.canonicalFilePath().toUtf8(), QCryptographicHash::Sha256);
    auto address = QFile::encodeName(folder + u'/') + hash.toHex().left(16);
    return address.size() < static_cast<int>(sizeof(sockaddr_un::sun_path)) ? address : QByteArray{};
}

sockaddr_un socketAddress(const QByteArray& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    return address;
}

template <typename Call>
bool withAddress(const QByteArray& path, Call call)
{
    const auto address = socketAddress(path);
    return call(reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(sizeof address)) ==
           0; // NOLINT
}

} // namespace

OneWindow::OneWindow(QObject* parent)
    : QObject{parent}
{
}

OneWindow::~OneWindow()
{
    close();
}

void OneWindow::close()
{
    delete m_notifier;
    m_notifier = nullptr;
    if (m_socket < 0) return;
    ::close(m_socket);
    ::unlink(m_address.constData());
    m_socket = -1;
}

void OneWindow::listen(const QString& shopFile)
{
    close();
    m_address = addressFor(shopFile);
    if (m_address.isEmpty()) return;
    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_socket < 0) return;
    ::unlink(m_address.constData()); // of a program that was killed: the lock is ours
    const bool bound =
        withAddress(m_address, [this](auto* address, auto size) { return ::bind(m_socket, address, size); });
    if (!bound || ::listen(m_socket, 4) != 0) return close();
    m_notifier = new QSocketNotifier{m_socket, QSocketNotifier::Read, this};
    connect(m_notifier, &QSocketNotifier::activated, this, &OneWindow::answer);
}

void OneWindow::answer()
{
    const int caller = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (caller < 0) return;
    if (::send(caller, &kAnswer, 1, MSG_NOSIGNAL) == 1) Q_EMIT rung();
    ::close(caller);
}

bool OneWindow::ring(const QString& shopFile)
{
    const auto path = addressFor(shopFile);
    if (path.isEmpty()) return false;
    const int bell = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bell < 0) return false;
    char reply = 0;
    const bool there =
        withAddress(path, [bell](auto* address, auto size) { return ::connect(bell, address, size); });
    if (there) {
        pollfd waiting{bell, POLLIN, 0};
        if (::poll(&waiting, 1, kPatienceMs) == 1 && ::recv(bell, &reply, 1, 0) != 1) reply = 0;
    }
    ::close(bell);
    return reply == kAnswer;
}

} // namespace till
