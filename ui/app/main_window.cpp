#include "ui/app/main_window.h"

#include "services/cart_service.h"
#include "services/shift_service.h"
#include "ui/app/counter_gear.h"
#include "ui/app/shop_formats.h"
#include "ui/app/shop_status.h"
#include "ui/app/window_place.h"
#include "ui/customer/customer_display.h"
#include "ui/day/day_page.h"
#include "ui/keys/key_map.h"
#include "ui/kit/ask.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_rail.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/status_strip.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/printing/print_queue_page.h"
#include "ui/printing/printer_watch.h"
#include "ui/products/products_page.h"
#include "ui/promotions/offers_page.h"
#include "ui/receipts/receipts_page.h"
#include "ui/sell/open_shift_page.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/settings_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSmallest{1024, 700};

} // namespace

MainWindow::MainWindow(Shop& shop, const QString& otherShop, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formatsFor(shop.facts())}
    , m_rail{new PageRail{this}}
    , m_stack{new QStackedWidget{this}}
    , m_strip{new StatusStrip{this}}
    , m_sell{new SellPage{shop, m_formats, m_stack}}
    , m_status{new ShopStatus{shop, m_formats, *m_strip, this}}
    , m_printer{new PrinterWatch{shop, *m_strip, this}}
    , m_gear{new CounterGear{shop, *this}}
    , m_customer{new CustomerDisplay{shop, m_formats, this}}
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("%1 - Tillroll").arg(QString::fromStdString(shop.facts().name)));
    setMinimumSize(kSmallest);
    auto* right = new QVBoxLayout;
    if (shop.facts().practice) right->addWidget(buildPracticeBar(otherShop));
    right->addWidget(m_stack, 1);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto* whole = new QVBoxLayout{this};
    whole->addLayout(middle, 1);
    whole->addWidget(m_strip);
    for (auto* box : std::initializer_list<QBoxLayout*>{right, middle, whole}) {
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(0);
    }

    addPages();
    if (!shop.facts().practice && !otherShop.isEmpty())
        m_rail->addEntry(u"practice"_s, u"sparkles"_s, tr("Practice"), PageRail::Place::Bottom);

    connect(m_rail, &PageRail::chosen, this, [this, otherShop](const QString& id) {
        if (id == u"practice"_s) return Q_EMIT shopRequested(otherShop);
        showPage(id);
    });
    connect(m_sell, &SellPage::receiptRequested, this, &MainWindow::showReceipt);
    connect(m_sell, &SellPage::receiptsRequested, this, [this] { showPage(u"receipts"_s); });
    addKeys();
    m_makers[u"printing"_s] = [this] { // off the rail: the strip at the foot leads there
        auto* page = new PrintQueuePage{m_shop, m_formats};
        m_onShow[u"printing"_s] = [page] { page->takeFocus(); };
        return page;
    };
    connect(m_strip, &StatusStrip::chosen, this, [this](const QString& id) {
        if (id == u"printer"_s) showPage(u"printing"_s);
    });
    showPage(u"sell"_s);
    sayWhatCameBack();
}

void MainWindow::addPages()
{
    addPage(u"sell"_s, u"shopping-cart"_s, tr("Sell"), [this] {
        m_onShow[u"sell"_s] = [this] { focusSell(); };
        return m_sell;
    });
    addPage(u"products"_s, u"package"_s, tr("Products"), [this] {
        auto* page = new ProductsListPage{m_shop, m_formats};
        m_onShow[u"products"_s] = [page] { page->takeFocus(); };
        m_onScan[u"products"_s] = [page](const QString& code) { return page->takeScan(code); };
        return page;
    });
    addPage(u"receipts"_s, u"receipt-text"_s, tr("Receipts"), [this] {
        auto* page = new ReceiptsPage{m_shop, m_formats};
        connect(page, &ReceiptsPage::backRequested, this, [this] { showPage(u"sell"_s); });
        connect(page, &ReceiptsPage::takeBackRequested, this, [this](qint64 document) {
            showPage(u"sell"_s);
            m_sell->takeBackFrom(document);
        });
        m_onShow[u"receipts"_s] = [page] { page->takeFocus(); };
        m_onScan[u"receipts"_s] = [page](const QString& code) {
            page->takeScan(code);
            return true;
        };
        return page;
    });
    addPage(u"day"_s, u"clock"_s, tr("Day"), [this] {
        auto* page = new DayPage{m_shop, m_formats};
        m_onShow[u"day"_s] = [page] {
            page->refresh();
            page->takeFocus();
        };
        m_onScan[u"day"_s] = [page](const QString& code) { return page->takeScan(code); };
        return page;
    });
    addPage(u"offers"_s, u"tag"_s, tr("Offers"), [this] {
        auto* page = new OffersPage{m_shop, m_formats};
        m_onShow[u"offers"_s] = [page] { page->takeFocus(); };
        m_onScan[u"offers"_s] = [page](const QString& code) { return page->takeScan(code); };
        return page;
    });
    addPage(
        u"settings"_s, u"settings"_s, tr("Settings"),
        [this] {
            auto* page = new SettingsPage{m_shop, m_formats};
            m_onShow[u"settings"_s] = [page] { page->takeFocus(); };
            m_onScan[u"settings"_s] = [page](const QString& code) { return page->takeScan(code); };
            return page;
        },
        PageRail::Place::Bottom);
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::buildPracticeBar(const QString& ownShop)
{
    auto* bar = new Surface{Surface::Fill::Warn, Surface::Edge::Bottom};
    bar->setObjectName(u"practiceBar"_s);
    auto* words = new PlainLabel{
        tr("Practice shop: try everything. Nothing here is a real sale."), 13, QFont::DemiBold, Ink::OnWarn};
    words->setElided(true);
    auto* row = new QHBoxLayout{bar};
    row->addWidget(words, 1);
    if (!ownShop.isEmpty()) {
        auto* leave = new KeyButton{tr("Open my own shop")};
        leave->setObjectName(u"openOwnShop"_s);
        leave->setKind(ButtonKind::Link);
        leave->setHeights(28, 44);
        leave->setAccessibleName(leave->text());
        connect(leave, &KeyButton::clicked, this, [this, ownShop] { Q_EMIT shopRequested(ownShop); });
        row->addWidget(leave);
    }
    onTheme(bar, [bar, row] {
        const Tokens& t = tokens();
        bar->setFixedHeight(t.px(32, 48));
        row->setContentsMargins(t.px(16), 0, t.px(8), 0);
    });
    return bar;
}

void MainWindow::addPage(
    const QString& id, const QString& icon, const QString& word, MakePage make, PageRail::Place place)
{
    m_rail->addEntry(id, icon, word, place);
    m_makers[id] = std::move(make);
}

void MainWindow::addKeys()
{
    for (const auto& command : allCommands()) {
        const auto id = QString::fromLatin1(command.id);
        const auto page = id.mid(5);
        if (id.startsWith(u"page_"_s) && m_makers.contains(page))
            addCommand(id, [this, page] { showPage(page); });
    }
    for (int digit = 5; digit <= 9; ++digit) followDigit(digit);
    addCommand(u"full_screen"_s, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::addCommand(const QString& id, std::function<void()> action)
{
    auto* command = new QAction{this};
    const auto follow = [command, id] { command->setShortcuts(KeyMap::instance().keys(id)); };
    connect(&KeyMap::instance(), &KeyMap::changed, command, follow);
    follow();
    connect(command, &QAction::triggered, this, std::move(action));
    addAction(command);
}

void MainWindow::followDigit(int digit)
{
    auto* open = new QAction{this};
    const QKeySequence key{QKeyCombination{Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_0 + digit)}};
    const auto follow = [open, key] {
        const bool free = KeyMap::instance().check({}, key) == KeyRefusal::None;
        open->setShortcut(free ? key : QKeySequence{});
    };
    connect(&KeyMap::instance(), &KeyMap::changed, open, follow);
    follow();
    connect(open, &QAction::triggered, this, [this, digit] {
        if (const auto id = m_rail->entryForDigit(digit); !id.isEmpty()) showPage(id);
    });
    addAction(open);
}

bool MainWindow::takeScan(const QString& code)
{
    const auto page = m_onScan.find(currentPage());
    if (page != m_onScan.end() && page->second(code)) return true;
    showPage(u"sell"_s);
    return m_sell->takeScan(code);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const bool leadsBack = event->key() == Qt::Key_F2 || event->key() == Qt::Key_Escape;
    if (leadsBack && currentPage() != u"sell"_s) return showPage(u"sell"_s);
    QWidget::keyPressEvent(event);
}

void MainWindow::showPage(const QString& id)
{
    auto& page = m_pages[id];
    if (!page) {
        page = m_makers.at(id)();
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(id);
    if (const auto show = m_onShow.find(id); show != m_onShow.end()) show->second();
}

void MainWindow::focusSell()
{
    // A page of its own in the place of the tiles keeps the focus it has; the one that opens the till asks
    // for a sum.
    const auto openings = m_sell->findChildren<OpenShiftPage*>();
    for (auto* opening : openings)
        if (opening->isVisibleTo(m_sell)) return opening->takeFocus();
    if (m_sell->frame().left() != SellFrame::Left::Page) m_sell->takeFocus();
}

QString MainWindow::currentPage() const
{
    return m_rail->current();
}

void MainWindow::showReceipt(qint64 document)
{
    showPage(u"receipts"_s);
    static_cast<ReceiptsPage*>(m_pages.at(u"receipts"_s))->showReceipt(document);
}

void MainWindow::sayWhatCameBack()
{
    if (!m_shop.startup().cartRestored) return;
    m_sell->frame().note().show({.tone = Tone::Info,
        .subject = {},
        .text = tr("The sale from before the program stopped is here again. Nothing was lost.")});
}

bool MainWindow::mayClose()
{
    const auto till = m_shop.facts().till;
    const auto cart = m_shop.carts().current(till);
    const bool goods = cart && !cart->cart.lines.empty();
    if (!goods && !m_shop.shifts().open(till)) return true;
    const Question question{goods ? tr("A sale is open") : tr("The till is open"),
        goods ? tr("Nothing is lost: the sale is here again, line by line, at the next start.")
              : tr("It stays open. The drawer is counted when the till is closed, on the page Day."),
        {}, {{tr("Stay here")}, {tr("Leave the program"), ButtonKind::Danger}}, -1, 0};
    return ask(this, question) == 1;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose()) return event->ignore();
    rememberPlace(*this);
    QWidget::closeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), tokens().colours().bg);
}

} // namespace till
