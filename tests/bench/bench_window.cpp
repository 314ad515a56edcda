#include "big_shop.h"
#include "samples.h"

#include "services/cart_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "ui/app/main_window.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/item_field.h"
#include "ui/sell/results_view.h"
#include "ui/sell/sell_page.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTableView>

#include <cstdlib>

using namespace till;
using namespace till::bench;

namespace {

constexpr std::int64_t kProducts = 100'000;
constexpr int kLinesInCart = 100;
constexpr int kScans = 500;

/// Notes when a widget has been painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget& widget) { widget.installEventFilter(this); }
    bool seen = false;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            static_cast<QWidget*>(watched)->removeEventFilter(this); // once it is through, not before
            QCoreApplication::sendEvent(watched, event);
            watched->installEventFilter(this);
            seen = true;
            return true;
        }
        return false;
    }
};

/// A shop with 100,000 products, its till open, each scan a line of its own.
class OpenShop {
public:
    OpenShop()
        : m_file{copyOfBigShop(kProducts, 0)}
    {
        auto opened = Shop::open(optionsFor(m_file), m_clock);
        if (!opened) std::abort();
        m_shop = std::move(*opened);
        if (!m_shop->shifts().open(m_shop->facts().till) &&
            !m_shop->shifts().start(m_shop->owner(), Money::fromMinor(10'000)))
            std::abort();
        if (!m_shop->settings().set(m_shop->owner(), "sale.merge_lines", "off")) std::abort();
    }
    ~OpenShop()
    {
        m_shop.reset();
        removeShop(m_file);
    }
    OpenShop(const OpenShop&) = delete;
    OpenShop& operator=(const OpenShop&) = delete;
    Shop& shop() { return *m_shop; }

private:
    SystemClock m_clock;
    std::filesystem::path m_file;
    std::unique_ptr<Shop> m_shop;
};

/// The real window on it, and the keyboard of a scanner.
class Window : public OpenShop {
public:
    Window()
    {
        m_window = std::make_unique<MainWindow>(shop(), QString{});
        m_window->resize(1366, 768);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_window->showPage(QStringLiteral("sell"));
        settle();
    }
    SellPage& sell() { return m_window->sell(); }
    static void settle()
    {
        for (int i = 0; i < 20; ++i) QApplication::processEvents();
    }
    void key(int key, const QString& text, quint64 afterMs)
    {
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
        down.setTimestamp(m_time += afterMs);
        QApplication::sendEvent(QApplication::focusWidget(), &down);
    }
    void scan(const QString& code)
    {
        m_time += 500;
        for (const QChar c : code) key(c.unicode(), QString{c}, 2);
        key(Qt::Key_Return, QStringLiteral("\r"), 2);
    }

private:
    std::unique_ptr<MainWindow> m_window;
    quint64 m_time = 1'000;
};

void untilPainted(PaintWatch& watch)
{
    while (!watch.seen) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

/// The same lines, into the same cart, with nobody looking: what the disk takes of it.
static void ringUpWithoutWindow(Samples& committed)
{
    OpenShop till;
    auto& carts = till.shop().carts();
    const auto owner = till.shop().owner();
    Draw draw{5};
    for (int i = 0; i < kLinesInCart + kScans; ++i) {
        const RingUp what{productCode(draw.product(kProducts)), {}, {}, {}, {}, {}};
        Samples warmUp;
        (i < kLinesInCart ? warmUp : committed).measure([&] {
            if (!carts.ringUp(owner, what)) std::abort();
        });
        if (i < kLinesInCart) continue;
        const auto cart = carts.current(owner.till);
        if (!carts.removeLine(owner, cart->cart.id, cart->cart.lines.back().lineNo)) std::abort();
        till.shop().waitForBackgroundWork();
    }
}

/// All keys of a scanner, through the filter, to the painted line, with so many lines in the cart; and the
/// same line rung up without a window: what the disk takes of it.
static void scanToPaintedLine(benchmark::State& state)
{
    Samples painted;
    Samples committed;
    for (auto _ : state) {
        Window window;
        auto& lines = window.sell().frame().cart().lines();
        Draw draw{5};
        const auto fill = [&] {
            const auto cart = window.shop().carts().current(window.shop().facts().till);
            for (std::size_t n = cart ? cart->cart.lines.size() : 0; n < kLinesInCart; ++n)
                window.scan(QString::fromStdString(productCode(draw.product(kProducts))));
            Window::settle();
        };
        fill();
        PaintWatch watch{*lines.viewport()};
        for (int i = 0; i < kScans; ++i) {
            const auto code = QString::fromStdString(productCode(draw.product(kProducts)));
            watch.seen = false;
            painted.measure([&] {
                window.scan(code);
                untilPainted(watch);
            });
            Window::settle();
            auto& carts = window.shop().carts();
            const auto owner = window.shop().owner();
            // The line goes again, so that the next scan meets as many.
            const auto cart = carts.current(owner.till);
            if (!carts.removeLine(owner, cart->cart.id, cart->cart.lines.back().lineNo)) std::abort();
            Window::settle();
            window.shop().waitForBackgroundWork();
        }
    }
    ringUpWithoutWindow(committed);
    painted.report(state, "painted");
    committed.report(state, "committed");
    state.counters["above_p50_us"] = painted.percentile(0.5) - committed.percentile(0.5);
    state.counters["above_p99_us"] = painted.percentile(0.99) - committed.percentile(0.99);
}
BENCHMARK(scanToPaintedLine)->Iterations(1)->Unit(benchmark::kMillisecond);

/// A key of a person to the painted list of what it finds.
static void keyToPaintedHits(benchmark::State& state)
{
    Samples painted;
    for (auto _ : state) {
        Window window;
        auto& field = window.sell().frame().field();
        auto& results = window.sell().frame().results();
        Draw draw{9};
        PaintWatch watch{*results.table()->viewport()};
        for (int i = 0; i < 200; ++i) {
            const auto name = QString::fromStdString(productName(draw.product(kProducts))).left(5).toLower();
            for (const QChar c : name) {
                watch.seen = false;
                painted.measure([&] {
                    window.key(c.toUpper().unicode(), QString{c}, 150);
                    untilPainted(watch);
                });
            }
            field.clear();
            window.key(Qt::Key_Escape, {}, 150);
            Window::settle();
        }
    }
    painted.report(state, "hits");
}
BENCHMARK(keyToPaintedHits)->Iterations(1)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application{argc, argv};
    Theme::instance().apply({.mode = ThemeMode::Light});
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
