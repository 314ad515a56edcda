#pragma once

#include <QObject>
#include <QString>

class QSocketNotifier;

namespace till {

/// A second start on the same shop brings the running window to the front instead of failing. The lock on the
/// shop file decides who runs; this is only the bell between the two, a socket in the runtime folder named
/// after the shop.
class OneWindow : public QObject {
    Q_OBJECT

public:
    explicit OneWindow(QObject* parent = nullptr);
    ~OneWindow() override;

    /// Answers from now on for `shopFile`, which this program holds the lock of. Without a runtime folder it
    /// does nothing.
    void listen(const QString& shopFile);
    /// Rings at the program that has `shopFile` open. False when nobody answers.
    static bool ring(const QString& shopFile);

Q_SIGNALS:
    void rung();

private:
    void close();
    void answer();
    int m_socket = -1;
    QByteArray m_address;
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace till
