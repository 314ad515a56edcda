#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace till {

class CounterScanner;

/// The scanner on a serial line, if the shop has one: its codes go where all scans go.
class LineScanner : public QObject {
    Q_OBJECT

public:
    explicit LineScanner(QObject* parent = nullptr);
    ~LineScanner() override;

    void use(const QString& address); ///< "serial:/dev/ttyACM0:9600"; empty: none. Quick when nothing changes
    bool isThere() const { return m_isThere; }
    QString why() const { return m_why; } ///< in the system's words, while it is not there

Q_SIGNALS:
    void changed(); ///< it is there, or is not any more

private:
    void note(bool there, const QString& why);
    QString m_address;
    std::unique_ptr<CounterScanner> m_scanner;
    bool m_isThere = false;
    QString m_why;
};

} // namespace till
