#include "ui/app/counter_gear.h"

#include "services/setting_service.h"
#include "services/shift_service.h"
#include "ui/app/keep_awake.h"
#include "ui/keys/key_map.h"
#include "ui/scan/line_scanner.h"
#include "ui/scan/scan_filter.h"
#include "ui/scan/scan_settings.h"
#include "ui/sound/sounds.h"

#include <QTimer>
#include <QWidget>

#include <utility>

namespace till {

namespace {

constexpr int kAfterStartMs = 2'000; // the first sale goes first

}

CounterGear::CounterGear(Shop& shop, QWidget& window)
    : QObject{&window}
    , m_shop{shop}
    , m_window{window}
    , m_lineScanner{new LineScanner{this}}
    , m_awake{new KeepAwake{this}}
{
    m_settingsChanged = shop.settings().changed.subscribe([this] { follow(); });
    m_shiftChanged = shop.shifts().changed.subscribe([this](TillId) { followShift(); });
    follow();
    QTimer::singleShot(kAfterStartMs, this, &CounterGear::followShift);
}

CounterGear::~CounterGear() = default;

void CounterGear::follow()
{
    const auto& settings = m_shop.settings();
    ScanFilter::instance().setRules(scanRulesOf(settings));
    KeyMap::instance().load(QString::fromStdString(settings.value("keys.map")));
    Sounds::instance().set(settings.isOn("sound.on"), std::stoi(settings.value("sound.volume")));
    m_lineScanner->use(QString::fromStdString(settings.value("scanner.serial")));
    const bool full = settings.isOn("till.full_screen");
    if (std::exchange(m_fullScreen, full) != full)
        m_window.setWindowState(full ? m_window.windowState() | Qt::WindowFullScreen
                                     : m_window.windowState() & ~Qt::WindowFullScreen);
    if (m_awake->isWanted() && !settings.isOn("till.keep_awake")) m_awake->set(false);
    if (!m_awake->isWanted() && settings.isOn("till.keep_awake") && m_window.isVisible()) followShift();
}

void CounterGear::followShift()
{
    const bool open = m_shop.shifts().open(m_shop.facts().till).has_value();
    m_awake->set(open && m_shop.settings().isOn("till.keep_awake"));
}

} // namespace till
