#include "ui/app/shop_status.h"

#include "services/card_service.h"
#include "services/health_report.h"
#include "services/shift_service.h"
#include "services/verify_service.h"
#include "ui/app/background.h"
#include "ui/app/error_text.h"
#include "ui/app/long_task.h"
#include "ui/app/shop_formats.h"
#include "ui/kit/status_strip.h"

#include <algorithm>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace till {

using namespace Qt::StringLiterals;
using Dot = StatusStrip::Dot;

namespace {

constexpr auto kOldBackup = std::chrono::hours{36};

// The cashier's thread goes first. On Linux this is the priority of the calling thread alone.
void yieldToTheTill()
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), 15);
}

} // namespace

ShopStatus::ShopStatus(Shop& shop, const Formats& formats, StatusStrip& strip, QObject* parent)
    : QObject{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_clockFormats{QLocale{}, QString::fromStdString(shop.facts().currency), shop.facts().decimals}
    , m_strip{strip}
{
    const auto& facts = shop.facts();
    strip.setItem(u"till"_s, Dot::None,
        tr("%1, %2", "shop, till").arg(QString::fromStdString(facts.name), tillName(facts)));
    if (facts.practice) strip.setItem(u"practice"_s, Dot::Warn, tr("Practice shop"));
    showShift();
    if (shop.startup().unsignedJournal)
        strip.setItem(u"journal"_s, Dot::Warn, tr("Journal unsigned: the key is not on this computer"));
    showCards();
    m_cardsChanged = shop.cards().changed.subscribe([this](const Uid&) { showCards(); });
    m_shiftChanged = shop.shifts().changed.subscribe([this](TillId) { showShift(); });
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &ShopStatus::showClock);
    showClock();
}

ShopStatus::~ShopStatus()
{
    if (m_check) m_check->stop();
}

void ShopStatus::showShift()
{
    const auto shift = m_shop.shifts().open(m_shop.facts().till);
    if (!shift) return m_strip.setItem(u"shift"_s, Dot::Off, tr("Till closed"));
    const bool today = shift->openedAt.businessDay == m_shop.now().businessDay;
    m_strip.setItem(u"shift"_s, today ? Dot::Ok : Dot::Warn,
        tr("Till open since %1")
            .arg(today ? m_formats.time(shift->openedAt) : m_formats.dateAndTime(shift->openedAt)));
}

void ShopStatus::showCards()
{
    const auto payments = m_shop.cards().open();
    const bool unknown = std::ranges::any_of(
        payments, [](const auto& payment) { return payment.state == CardPayment::State::Unknown; });
    if (unknown) return m_strip.setItem(u"card"_s, Dot::Bad, tr("Card: one payment is not cleared up"));
    if (!m_shop.cards().hasTerminal()) return m_strip.setItem(u"card"_s, Dot::Off, tr("Card: by hand"));
    m_strip.setItem(u"card"_s, m_shop.cards().isBusy() ? Dot::Warn : Dot::Ok,
        m_shop.cards().isBusy() ? tr("Card: payment under way") : tr("Card: terminal ready"));
}

void ShopStatus::showClock()
{
    const auto now = m_shop.now();
    m_strip.setClock(m_clockFormats.clock(now));
    const auto intoMinute = now.utc.time_since_epoch().count() % 60'000;
    m_clock.start(static_cast<int>(60'000 - intoMinute));
}

void ShopStatus::showBackup(std::optional<Timestamp> last)
{
    if (!last) return m_strip.setItem(u"backup"_s, Dot::Warn, tr("No backup yet"));
    const auto age = m_shop.now().utc - *last;
    const auto hours = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(age).count());
    const auto words = hours < 1    ? tr("Backup just made")
                       : hours < 48 ? tr("Backup %n h ago", nullptr, hours)
                                    : tr("Backup %n day(s) ago", nullptr, hours / 24);
    m_strip.setItem(u"backup"_s, age > kOldBackup ? Dot::Warn : Dot::Ok, words);
}

void ShopStatus::checkInBackground()
{
    if (m_check) return;
    m_check = std::make_shared<TaskState>();
    readBackup();
}

void ShopStatus::readBackup()
{
    ShopOptions options;
    options.file = m_shop.file();
    options.access = Access::Read;
    runInBackground<HealthReport>(
        this,
        [options, state = m_check] {
            yieldToTheTill();
            return healthOf(options, [state](int percent) { return state->report(percent); });
        },
        [this](Result<HealthReport> health) {
            if (health) showBackup(health->lastBackup);
            verify();
        });
}

void ShopStatus::verify()
{
    const auto showProgress = [this] {
        m_strip.setItem(
            u"check"_s, Dot::Off, tr("Checking the shop file, %1%").arg(std::max(0, m_check->percent())));
    };
    connect(&m_progress, &QTimer::timeout, this, showProgress);
    m_progress.start(1000);
    ShopOptions options;
    options.file = m_shop.file();
    options.access = Access::Read;
    runInBackground<VerifyReport>(
        this,
        [options, state = m_check]() -> Result<VerifyReport> {
            yieldToTheTill();
            const SystemClock clock;
            auto shop = Shop::open(options, clock);
            if (!shop) return shop.error();
            return (*shop)->verifier().run([state](int percent) { return state->report(percent); });
        },
        [this](Result<VerifyReport> report) {
            m_progress.stop();
            if (!report)
                return m_strip.setItem(u"check"_s, Dot::Warn, tr("The shop file could not be checked"));
            const auto count = static_cast<int>(report->findings.size());
            if (count == 0) return m_strip.setItem(u"check"_s, Dot::Ok, tr("Shop file in order"));
            m_strip.setItem(u"check"_s, Dot::Bad,
                tr("The shop file has %n fault(s): make a backup, then run tillctl verify", nullptr, count));
        });
}

} // namespace till
