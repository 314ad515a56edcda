#include "ui/customer/customer_display.h"

#include "services/setting_service.h"
#include "ui/customer/customer_window.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTimer>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPaidStaysMs = 60'000;

QScreen* secondScreen()
{
    const auto screens = QGuiApplication::screens();
    const auto found = std::ranges::find_if(
        screens, [](const QScreen* screen) { return screen != QGuiApplication::primaryScreen(); });
    return found == screens.end() ? nullptr : *found;
}

} // namespace

CustomerDisplay::CustomerDisplay(Shop& shop, const Formats& formats, QObject* parent)
    : QObject{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_leavePaid{new QTimer{this}}
{
    m_leavePaid->setSingleShot(true);
    connect(m_leavePaid, &QTimer::timeout, this, &CustomerDisplay::showIdle);
    connect(qApp, &QGuiApplication::screenAdded, this, &CustomerDisplay::placeWindow);
    // The screen that goes is still in the list while this is said.
    connect(qApp, &QGuiApplication::screenRemoved, this, &CustomerDisplay::placeWindow, Qt::QueuedConnection);
    m_settingsChanged = shop.settings().changed.subscribe([this] { configure(); });
    m_cartChanged = shop.carts().changed.subscribe([this](TillId) { showCart(); });
    m_sold = shop.checkout().sold.subscribe([this](DocumentId) { showPaid(); });
    configure();
    showCart();
}

CustomerDisplay::~CustomerDisplay() = default;

void CustomerDisplay::configure()
{
    const auto& settings = m_shop.settings();
    if (const auto& address = settings.value("display.pole"); address != m_poleAddress) {
        m_poleAddress = address;
        auto pole = CustomerPole::at(address);
        m_pole = pole ? std::move(*pole) : nullptr;
    }
    placeWindow();
    if (m_view.state == CustomerView::State::Idle) showIdle();
}

void CustomerDisplay::placeWindow()
{
    auto* screen = secondScreen();
    if (screen == nullptr || !m_shop.settings().isOn("display.screen")) return m_window.reset();
    if (!m_window) m_window = std::make_unique<CustomerWindow>();
    m_window->show(m_view);
    m_window->setGeometry(screen->geometry());
    m_window->showFullScreen();
}

void CustomerDisplay::showCart()
{
    const auto open = m_shop.carts().current(m_shop.facts().till);
    if (!open || open->cart.lines.empty()) {
        m_before.reset();
        m_line = 0;
        if (m_view.state != CustomerView::State::Paid) showIdle();
        return;
    }
    if (const int changed = changedLine(m_before ? &*m_before : nullptr, open->cart); changed != 0)
        m_line = changed;
    m_before = open->cart;
    m_leavePaid->stop();
    const auto settlement = m_shop.checkout().settlementSoFar(*open);
    show(sellingView(*open, m_line, settlement.leftByCard, m_formats));
}

void CustomerDisplay::showPaid()
{
    const auto sale = m_shop.checkout().last(m_shop.facts().till);
    if (!sale) return;
    show(paidView(*sale, m_formats));
    m_leavePaid->start(kPaidStaysMs);
}

void CustomerDisplay::showIdle()
{
    show(idleView(QString::fromStdString(m_shop.facts().name),
        QString::fromStdString(m_shop.settings().value("display.words"))));
}

void CustomerDisplay::show(const CustomerView& view)
{
    m_view = view;
    if (m_window) m_window->show(view);
    if (!m_pole) return;
    const auto text = poleText(view);
    m_pole->show(text.upper, text.lower);
}

} // namespace till
