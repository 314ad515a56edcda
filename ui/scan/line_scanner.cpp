#include "ui/scan/line_scanner.h"

#include "services/counter_devices.h"
#include "ui/scan/scan_filter.h"

#include <utility>

namespace till {

LineScanner::LineScanner(QObject* parent)
    : QObject{parent}
{
}

LineScanner::~LineScanner() = default;

void LineScanner::use(const QString& address)
{
    if (std::exchange(m_address, address) == address) return;
    m_scanner.reset();
    note(false, {});
    // Both come in the scanner's thread. What is still on its way when we go is dropped with us.
    m_scanner = CounterScanner::at(address.toStdString(),
        CounterScanner::Heard{
            [this](const std::string& code) {
                QMetaObject::invokeMethod(
                    this, [words = QString::fromStdString(code)] { ScanFilter::instance().deliver(words); },
                    Qt::QueuedConnection);
            },
            [this](bool there, const std::string& why) {
                QMetaObject::invokeMethod(
                    this, [this, there, words = QString::fromStdString(why)] { note(there, words); },
                    Qt::QueuedConnection);
            }});
}

void LineScanner::note(bool there, const QString& why)
{
    m_isThere = there;
    m_why = why;
    Q_EMIT changed();
}

} // namespace till
