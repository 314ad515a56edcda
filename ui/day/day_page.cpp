#include "ui/day/day_page.h"

#include "services/shift_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/day/backup_task.h"
#include "ui/day/close_page.h"
#include "ui/day/closed_page.h"
#include "ui/day/figure_list.h"
#include "ui/day/sales_bars.h"
#include "ui/day/x_figures.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/open_shift_page.h"

#include <QDate>
#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

SalesBy dimensionOf(const QString& id)
{
    if (id == u"department"_s) return SalesBy::Department;
    return id == u"day"_s ? SalesBy::Day : SalesBy::Hour;
}

/// A file name may not hold what a shop's name may.
QString fileNameFor(const QString& shop, const Moment& at)
{
    QString name;
    for (const auto c : shop.left(60)) name += c.isLetterOrNumber() || c == u' ' || c == u'-' ? c : u'_';
    const auto local = QString::fromStdString(at.toText());
    return u"%1 %2 %3.db"_s.arg(name.trimmed(), local.left(10), local.mid(11, 5).remove(u':'));
}

} // namespace

DayPage::DayPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_stack{new QStackedWidget}
    , m_head{new PageHead{tr("Day")}}
    , m_note{new NoteBar}
    , m_main{new KeyButton}
    , m_backup{new KeyButton{u"wallet"_s, tr("Backup now"), QKeySequence{}}}
    , m_noFigures{new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary}}
    , m_figures{new FigureList}
    , m_period{new ChipRow}
    , m_by{new ChipRow}
    , m_bars{new SalesBars}
    , m_sum{new PlainLabel{{}, 18, QFont::DemiBold}}
    , m_close{new ClosePage{shop, formats}}
    , m_closed{new ClosedPage{formats}}
{
    setObjectName(u"dayPage"_s);
    m_stack->addWidget(makeOverview());
    m_stack->addWidget(m_close);
    m_stack->addWidget(m_closed);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_main, &KeyButton::clicked, this, &DayPage::openOrClose);
    connect(m_backup, &KeyButton::clicked, this, &DayPage::chooseBackup);
    connect(m_period, &ChipRow::chosen, this, &DayPage::showSales);
    connect(m_by, &ChipRow::chosen, this, &DayPage::showSales);
    connect(m_close, &ClosePage::left, this, &DayPage::showOverview);
    connect(m_close, &ClosePage::closed, this, [this](const ClosedShift& shift) {
        m_closed->show(shift);
        m_stack->setCurrentWidget(m_closed);
        m_closed->takeFocus();
    });
    connect(m_closed, &ClosedPage::left, this, &DayPage::showOverview);
    connect(m_closed, &ClosedPage::backupRequested, this, [this] {
        showOverview();
        chooseBackup();
    });
    connect(m_note, &NoteBar::actionTriggered, this, [this] {
        if (m_task) m_task->cancel();
    });
    m_shiftChanged = shop.shifts().changed.subscribe([this](TillId) {
        if (isVisible() && m_stack->currentIndex() == 0) refresh();
    });
}

DayPage::~DayPage() = default;

QWidget* DayPage::makeOverview()
{
    m_main->setObjectName(u"openOrClose"_s);
    m_main->setKind(ButtonKind::Primary);
    m_backup->setObjectName(u"backupNow"_s);
    m_backup->setAccessibleName(m_backup->text());
    for (auto* button : {m_backup, m_main}) {
        button->setHeights(36, 56);
        m_head->addAction(button);
    }
    auto* cards = new QHBoxLayout;
    cards->addWidget(makeFigures(), 2);
    cards->addWidget(makeSales(), 3);
    auto* page = new QWidget;
    page->setObjectName(u"dayOverview"_s);
    auto* column = new QVBoxLayout{page};
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addLayout(cards, 1);
    onTheme(this, [column, cards] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        cards->setSpacing(t.px(16));
    });
    return page;
}

QWidget* DayPage::makeFigures()
{
    m_figures->setObjectName(u"xFigures"_s);
    m_figures->setAccessibleName(tr("X report"));
    m_noFigures->setObjectName(u"noFigures"_s);
    m_noFigures->setWordWrap(true);
    auto* content = new QWidget;
    content->setObjectName(u"scrolled"_s);
    auto* inContent = new QVBoxLayout{content};
    inContent->addWidget(m_noFigures);
    inContent->addWidget(m_figures);
    inContent->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"xScroll"_s);
    scroll->setAccessibleName(tr("X report"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addWidget(new PlainLabel{tr("X report"), 18, QFont::DemiBold});
    column->addWidget(scroll, 1);
    onTheme(this, [column, inContent] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(4), t.px(4));
        column->setSpacing(t.px(4));
        inContent->setContentsMargins(0, 0, t.px(12), t.px(12));
    });
    return card;
}

QWidget* DayPage::makeSales()
{
    m_bars->setObjectName(u"salesBars"_s);
    m_bars->setAccessibleName(tr("Sales"));
    m_sum->setObjectName(u"salesSum"_s);
    m_period->setChoices({{u"today"_s, tr("Today")}, {u"week"_s, tr("7 days")}});
    m_by->setChoices(
        {{u"hour"_s, tr("By hour")}, {u"department"_s, tr("By department")}, {u"day"_s, tr("By day")}});
    auto* content = new QWidget;
    content->setObjectName(u"scrolled"_s);
    auto* inContent = new QVBoxLayout{content};
    inContent->setContentsMargins(0, 0, 0, 0);
    inContent->addWidget(m_bars);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"salesScroll"_s);
    scroll->setAccessibleName(tr("Sales"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addWidget(m_sum);
    column->addWidget(m_period);
    column->addWidget(m_by);
    column->addWidget(scroll, 1);
    onTheme(this, [column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(12));
        column->setSpacing(t.px(8));
    });
    return card;
}

void DayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void DayPage::keyPressEvent(QKeyEvent* event)
{
    auto* opening = qobject_cast<OpenShiftPage*>(m_stack->currentWidget());
    if (event->key() != Qt::Key_Escape || opening == nullptr) return QWidget::keyPressEvent(event);
    showOverview();
    m_stack->removeWidget(opening);
    opening->deleteLater();
}

void DayPage::takeFocus()
{
    if (m_stack->currentWidget() == m_close) return m_close->takeFocus();
    if (m_stack->currentWidget() == m_closed) return m_closed->takeFocus();
    if (auto* opening = qobject_cast<OpenShiftPage*>(m_stack->currentWidget())) return opening->takeFocus();
    m_main->setFocus(Qt::OtherFocusReason);
}

void DayPage::refresh()
{
    guarded(this, [this] {
        showShift();
        showFigures();
        showSales();
    });
}

void DayPage::showShift()
{
    const auto shift = m_shop.shifts().open(m_shop.facts().till);
    const auto till = QString::fromStdString(m_shop.facts().tillCode);
    m_head->setSentence(shift ? tr("Till %1 is open since %2, by %3, with %4 at the start")
                                    .arg(till, m_formats.dateAndTime(shift->openedAt),
                                        QString::fromStdString(shift->openedBy),
                                        m_formats.moneyWithSymbol(shift->openingFloat))
                              : tr("Till %1 is closed").arg(till));
    m_main->setIconName(shift ? u"lock"_s : u"banknote"_s);
    m_main->setText(shift ? tr("Close the till") : tr("Open the till"));
    m_main->setAccessibleName(m_main->text());
    m_main->setEnabled(true);
}

void DayPage::showFigures()
{
    const auto report = m_shop.reports().x(m_shop.owner());
    m_figures->setVisible(report.hasValue());
    m_noFigures->setVisible(!report);
    if (report) return m_figures->setRows(xFigures(*report, m_formats));
    m_noFigures->setText(report.error().code == ErrorCode::NoShiftOpen
                             ? tr("The figures of a shift start once the till is opened.")
                             : errorText(report.error()));
}

void DayPage::showSales()
{
    guarded(this, [this] {
        const auto today = m_shop.now().businessDay;
        const bool week = m_period->current() == u"week"_s;
        const auto by = dimensionOf(m_by->current());
        const auto report = m_shop.reports().sales(week ? BusinessDay{today.days - 6} : today, today, by);
        std::vector<SalesBars::Bar> bars;
        for (const auto& row : report.rows) {
            auto words = QString::fromStdString(row.name.empty() ? row.key : row.name);
            if (by == SalesBy::Day)
                words = m_formats.locale().toString(QDate::fromString(words, Qt::ISODate), u"ddd d"_s);
            if (words.isEmpty()) words = tr("none");
            bars.push_back({words, m_formats.money(row.gross), row.gross.minor()});
        }
        const auto shape = by == SalesBy::Department ? SalesBars::Shape::Rows : SalesBars::Shape::Columns;
        m_bars->show(shape, std::move(bars), tr("Nothing sold yet."));
        m_sum->setText(tr("Sales with tax %1, %n receipt(s)", nullptr, static_cast<int>(report.total.tickets))
                           .arg(m_formats.moneyWithSymbol(report.total.gross)));
    });
}

void DayPage::showOverview()
{
    m_stack->setCurrentIndex(0);
    refresh();
    takeFocus();
}

void DayPage::startClosing()
{
    guarded(this, [this] {
        if (!m_shop.shifts().open(m_shop.facts().till)) return;
        m_close->start(tr("Till %1").arg(QString::fromStdString(m_shop.facts().tillCode)));
        m_stack->setCurrentWidget(m_close);
        m_close->takeFocus();
    });
}

void DayPage::openOrClose()
{
    guarded(this, [this] {
        m_note->dismiss();
        const auto till = m_shop.facts().till;
        if (m_shop.shifts().open(till)) return startClosing();
        auto* opening = new OpenShiftPage{m_formats, m_shop.shifts().lastLeft(till)};
        connect(opening, &OpenShiftPage::confirmed, this,
            [this](qint64 minor) { openTill(Money::fromMinor(minor)); });
        m_stack->setCurrentIndex(m_stack->addWidget(opening));
        opening->takeFocus();
    });
}

void DayPage::openTill(Money openingFloat)
{
    guarded(this, [this, openingFloat] {
        const auto shift = m_shop.shifts().start(m_shop.owner(), openingFloat);
        auto* opening = m_stack->currentWidget();
        showOverview();
        m_stack->removeWidget(opening);
        opening->deleteLater();
        if (!shift) return m_note->show({Tone::Bad, {}, errorText(shift.error()), {}, {}});
        m_note->show({Tone::Ok, {}, tr("The till is open. Good sales!"), {}, {}});
    });
}

void DayPage::chooseBackup()
{
    if (m_task) return;
    const auto folder =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/Tillroll backups"_s;
    QDir{}.mkpath(folder);
    const auto target = chooseFile(
        this, {.kind = FileRequest::Kind::Save,
                  .title = tr("Backup of the shop"),
                  .filter = tr("Shops (*.db)"),
                  .startFolder = folder,
                  .suggestedName = fileNameFor(QString::fromStdString(m_shop.facts().name), m_shop.now())});
    if (target) startBackup(*target);
}

void DayPage::startBackup(const QString& target)
{
    m_task = new BackupTask{QString::fromStdString(m_shop.file().string()), target, this};
    m_backup->setEnabled(false);
    m_note->show({Tone::Info, {}, tr("Making a backup. Selling goes on."), tr("Stop"), {}});
    connect(m_task, &BackupTask::progressed, this, [this](int percent) {
        m_note->show(
            {Tone::Info, {}, tr("Making a backup: %1 %. Selling goes on.").arg(percent), tr("Stop"), {}});
    });
    connect(m_task, &BackupTask::finished, this, &DayPage::backupDone);
    m_task->start();
}

void DayPage::backupDone(const Result<>& result)
{
    const auto target = m_task->target();
    m_task->deleteLater();
    m_task = nullptr;
    m_backup->setEnabled(true);
    if (!result)
        return m_note->show({Tone::Bad, tr("No backup was made."), errorText(result.error()), {}, {}});
    m_note->show({Tone::Ok, {}, tr("Backup made, read back and checked: %1").arg(target), {}, {}});
}

} // namespace till
