#include "ui/app/program.h"

#include "services/failure.h"
#include "services/setting_service.h"
#include "ui/app/first_start.h"
#include "ui/app/main_window.h"
#include "ui/app/open_failure.h"
#include "ui/app/places.h"
#include "ui/app/shop_look.h"
#include "ui/app/shop_status.h"
#include "ui/app/window_place.h"
#include "ui/sell/sell_page.h"
#include "ui/wizard/wizard_frame.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <spdlog/spdlog.h>

namespace till {

namespace {

constexpr int kCheckAfterMs = 3000; // the first sale goes first

Result<std::unique_ptr<Shop>> openShop(
    const QString& file, const std::filesystem::path& keys, const Clock& clock)
{
    ShopOptions options;
    options.file = toPath(file);
    options.keyFolder = keys;
    try {
        return Shop::open(options, clock);
    } catch (const std::exception& exception) {
        spdlog::error("opening the shop failed: {}", exception.what());
        return toError(exception);
    }
}

} // namespace

Program::Program(ProgramOptions options, QObject* parent)
    : QObject{parent}
    , m_options{std::move(options)}
{
    connect(&m_oneWindow, &OneWindow::rung, this, &Program::raise);
}

Program::~Program()
{
    m_window.reset(); // before the shop it shows
}

void Program::begin()
{
    // A link to nowhere, a folder: whatever stands there is no reason to make a new shop over it.
    const QFileInfo file{m_options.shopFile};
    if (!file.exists() && !file.isSymLink()) return showWizard();
    open(m_options.shopFile);
}

void Program::open(const QString& file)
{
    auto opened = openShop(file, m_options.keyFolder, m_clock);
    if (!opened) {
        if (opened.error().code == ErrorCode::ShopInUse && OneWindow::ring(file)) return Q_EMIT leaving();
        return showFailure(file, opened.error());
    }
    const auto before = std::move(m_shop); // closed after its window is gone
    m_shop = std::move(*opened);
    showTill(file);
}

void Program::openLater(const QString& file)
{
    QMetaObject::invokeMethod(
        this, [this, file] { QFileInfo::exists(file) ? open(file) : showWizard(); }, Qt::QueuedConnection);
}

QString Program::counterpart(const QString& file) const
{
    const auto practice = practiceFileBeside(m_options.shopFile);
    if (m_shop->facts().practice) return file == m_options.shopFile ? QString{} : m_options.shopFile;
    return QFileInfo::exists(practice) && file != practice ? practice : QString{};
}

void Program::showTill(const QString& file)
{
    Theme::instance().apply(lookOf(m_shop->settings()));
    auto window = std::make_unique<MainWindow>(*m_shop, counterpart(file));
    connect(window.get(), &MainWindow::shopRequested, this, &Program::openLater);
    m_painted = false;
    auto* till = window.get();
    till->sell().installEventFilter(this);
    restorePlace(*till);
    put(std::move(window));
    till->showPage(QStringLiteral("sell")); // now that it is on the screen it can have the focus
    m_oneWindow.listen(file);
    if (m_options.checkInBackground)
        QTimer::singleShot(kCheckAfterMs, &till->status(), [till] { till->status().checkInBackground(); });
}

bool Program::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        QMetaObject::invokeMethod(
            this, &Program::readyToScan, Qt::QueuedConnection); // when it is on the screen
    }
    return QObject::eventFilter(watched, event);
}

void Program::showWizard()
{
    const FirstStartPlace place{m_options.shopFile, practiceFileBeside(m_options.shopFile),
        m_options.keyFolder, m_options.practiceDays};
    auto wizard = std::make_unique<FirstStart>(place, m_clock);
    connect(wizard.get(), &FirstStart::shopReady, this, &Program::openLater);
    wizard->setMinimumSize(1000, 660);
    restorePlace(*wizard);
    put(std::move(wizard));
}

void Program::showFailure(const QString& file, const Error& error)
{
    auto failure = std::make_unique<OpenFailure>(file, error);
    connect(failure.get(), &OpenFailure::fileChosen, this, &Program::openLater);
    connect(failure.get(), &OpenFailure::quitRequested, this, &Program::leaving);
    restorePlace(*failure);
    put(std::move(failure));
}

void Program::put(std::unique_ptr<QWidget> window)
{
    if (m_window) window->setGeometry(m_window->geometry());
    window->show();
    window->activateWindow();
    std::swap(m_window,
        window); // the new one stands before the old one goes: the program does not end between them
}

void Program::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
    QApplication::alert(m_window.get());
}

} // namespace till
