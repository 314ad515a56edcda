#include "ui/sell/sell_paper.h"

#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/shop.h"
#include "ui/kit/note_bar.h"
#include "ui/receipts/receipt_sending.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/drawer_page.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMayBeAWordMs = 400;

} // namespace

SellPaper::SellPaper(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_sending{new ReceiptSending{desk.shop(), desk.formats(), &desk.frame()}}
{
    auto& printing = desk.shop().printing();
    m_sold = desk.shop().checkout().sold.subscribe([this](DocumentId document) { sold(document); });
    m_changed = printing.changed.subscribe([this] { showState(); });
    m_drawerStuck = printing.drawerStuck.subscribe([this] {
        m_desk.frame().note().show(
            {Tone::Warn, {}, tr("The printer cannot open the drawer now: open it with the key."), {}, {}});
    });
    m_p.setSingleShot(true);
    connect(&m_p, &QTimer::timeout, this, &SellPaper::printLast);
    // The letter may as well be the first one of a code.
    connect(&ScanFilter::instance(), &ScanFilter::keyCame, this, [this] {
        if (m_p.isActive()) m_p.start();
    });
    connect(&ScanFilter::instance(), &ScanFilter::scanned, &m_p, &QTimer::stop);
    auto& change = desk.frame().cart().changePanel();
    connect(&change, &ChangePanel::mailRequested, this, &SellPaper::mailLast);
    connect(&change, &ChangePanel::giftRequested, this, &SellPaper::giftLast);
    connect(m_sending, &ReceiptSending::told, &desk, &SellDesk::tell);
    connect(m_sending, &ReceiptSending::refused, &desk, [&desk](const Error& error) { desk.refuse(error); });
    desk.frame().field().edit()->installEventFilter(this);
}

void SellPaper::sold(DocumentId document)
{
    m_last = document;
    m_wasOrdered = m_desk.shop().printing().when() == PrintWhen::Always;
    m_desk.frame().cart().changePanel().setPrinting(isAsking()     ? ChangePanel::Printing::Asked
                                                    : m_wasOrdered ? ChangePanel::Printing::Ordered
                                                                   : ChangePanel::Printing::No);
    // Behind what the sale itself writes there.
    QMetaObject::invokeMethod(this, &SellPaper::showState, Qt::QueuedConnection);
}

bool SellPaper::isAsking() const
{
    return m_desk.shop().printing().when() == PrintWhen::Ask && !m_wasOrdered;
}

void SellPaper::showState()
{
    auto& cart = m_desk.frame().cart();
    if (!m_wasOrdered || !cart.isShowingPaid()) return;
    std::optional<PrintJob> job;
    for (auto& one : m_desk.shop().printing().jobs())
        if (one.document == m_last) job = std::move(one);
    cart.changePanel().setReceiptState(stateWords(job));
}

QString SellPaper::stateWords(const std::optional<PrintJob>& job) const
{
    if (!job) return tr("printed");
    switch (job->state) {
    case PrintJob::State::Waiting: return tr("waits for the printer");
    case PrintJob::State::Printing: return tr("is being printed");
    case PrintJob::State::Unknown: return tr("look whether it was printed");
    case PrintJob::State::Done: return tr("printed");
    }
    Q_UNREACHABLE();
}

void SellPaper::printLast()
{
    auto& shop = m_desk.shop();
    const auto last = shop.checkout().last(shop.facts().till);
    if (!last) return;
    if (!printerSetup(shop.settings())) return Q_EMIT receiptRequested(last->document.value);
    m_desk.attempt([&]() -> Result<> {
        const auto job = shop.printing().print(shop.owner(), last->document);
        if (!job) return job.error();
        m_wasOrdered = true;
        m_desk.frame().cart().changePanel().setPrinting(ChangePanel::Printing::Ordered);
        showState();
        const auto number = QString::fromStdString(job->number);
        m_desk.tell(
            number, job->copy > 0 ? tr("is printed again, as COPY %1.").arg(job->copy) : tr("is printed."));
        return {};
    });
    m_desk.takeFocus();
}

void SellPaper::openDrawer()
{
    QStringList reasons;
    for (const auto& reason : m_desk.shop().printing().drawerReasons())
        reasons << QString::fromStdString(reason);
    if (reasons.isEmpty())
        reasons =
            QStringList{tr("Change money"), tr("Check the drawer"), tr("Wrong change given"), tr("Other")};
    m_desk.frame().note().dismiss(); // of the sale before
    auto* page = new DrawerPage{reasons};
    connect(page, &DrawerPage::chosen, this, &SellPaper::open);
    connect(page, &DrawerPage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

void SellPaper::open(const QString& reason)
{
    auto& shop = m_desk.shop();
    m_desk.goHome();
    const bool isOpen =
        m_desk.attempt([&] { return shop.printing().openDrawer(shop.owner(), reason.toStdString()); });
    if (isOpen) m_desk.tell(reason, tr("The drawer opens. This is on record."));
}

std::optional<Receipt> SellPaper::lastReceipt() const
{
    const auto receipt = m_desk.shop().receipts().load(m_last);
    return receipt ? std::optional{*receipt} : std::nullopt;
}

void SellPaper::mailLast()
{
    m_desk.attempt([&]() -> Result<> {
        if (const auto receipt = lastReceipt()) m_sending->mail(m_last, *receipt);
        return {};
    });
    m_desk.takeFocus();
}

void SellPaper::giftLast()
{
    m_desk.attempt([&]() -> Result<> {
        if (const auto receipt = lastReceipt()) m_sending->gift(*receipt);
        return {};
    });
    m_desk.takeFocus();
}

/// P prints the receipt that is asked for, unless more follows: then it began a word.
bool SellPaper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && holdBackP(*static_cast<QKeyEvent*>(event))) return true;
    return QObject::eventFilter(watched, event);
}

bool SellPaper::holdBackP(QKeyEvent& press)
{
    auto& field = m_desk.frame().field();
    if (m_p.isActive()) {
        m_p.stop();
        if (press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter) {
            printLast();
            return true;
        }
        field.type(m_letter);
        return false;
    }
    const bool isP = press.key() == Qt::Key_P && (press.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    if (!isP || press.isAutoRepeat() || !field.text().isEmpty()) return false;
    if (!m_desk.frame().cart().isShowingPaid() || !isAsking()) return false;
    m_letter = press.text();
    m_p.start(kMayBeAWordMs);
    return true;
}

} // namespace till
