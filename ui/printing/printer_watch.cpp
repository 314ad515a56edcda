#include "ui/printing/printer_watch.h"

#include "ui/printing/printer_words.h"

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAgainMs = 1000; // a wake-up that came while the shop was busy

} // namespace

PrinterWatch::PrinterWatch(Shop& shop, StatusStrip& strip, QObject* parent)
    : QObject{parent}
    , m_shop{shop}
    , m_strip{strip}
{
    m_changed = shop.printing().changed.subscribe([this] { show(); });
    connect(&m_again, &QTimer::timeout, this, [this] { m_shop.printing().pump(); });
    m_again.start(kAgainMs);
    shop.printing().work([this] {
        QMetaObject::invokeMethod(
            this, [this] { m_shop.printing().pump(); }, Qt::QueuedConnection);
    });
    show();
}

PrinterWatch::~PrinterWatch()
{
    m_changed.reset();
    m_shop.printing().rest();
}

void PrinterWatch::show()
{
    const auto status = m_shop.printing().status();
    const bool concernsNobody =
        status.condition == PrinterCondition::NotSet && status.waiting + status.unknown == 0;
    if (concernsNobody) return m_strip.removeItem(u"printer"_s);
    m_strip.setItem(u"printer"_s, printerDot(status), printerWords(status));
    m_strip.setOpens(u"printer"_s);
}

} // namespace till
