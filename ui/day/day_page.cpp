#include "ui/day/day_page.h"

#include "services/shift_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/app/shop_formats.h"
#include "ui/day/close_page.h"
#include "ui/day/closed_page.h"
#include "ui/day/sales_card.h"
#include "ui/day/shop_backup.h"
#include "ui/day/x_card.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/theme.h"
#include "ui/sell/open_shift_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

DayPage::DayPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_stack{new QStackedWidget}
    , m_head{new PageHead{tr("Day")}}
    , m_note{new NoteBar}
    , m_main{new KeyButton}
    , m_figures{new XCard{shop, formats}}
    , m_sales{new SalesCard{shop, formats}}
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
    connect(m_close, &ClosePage::left, this, &DayPage::showOverview);
    connect(m_close, &ClosePage::closed, this, [this](const ClosedShift& shift) {
        m_closed->show(shift);
        m_stack->setCurrentWidget(m_closed);
        m_closed->takeFocus();
    });
    connect(m_closed, &ClosedPage::left, this, &DayPage::showOverview);
    connect(m_closed, &ClosedPage::backupRequested, this, [this] {
        showOverview();
        m_backup->choose();
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
    auto* backup = new KeyButton{u"wallet"_s, tr("Backup now"), QKeySequence{}};
    backup->setObjectName(u"backupNow"_s);
    backup->setAccessibleName(backup->text());
    m_backup = new ShopBackup{m_shop, *backup, *m_note};
    for (auto* button : {backup, m_main}) {
        button->setHeights(36, 56);
        m_head->addAction(button);
    }
    auto* cards = new QHBoxLayout;
    cards->addWidget(m_figures, 2);
    cards->addWidget(m_sales, 3);
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

bool DayPage::takeScan(const QString& code)
{
    if (auto* opening = qobject_cast<OpenShiftPage*>(m_stack->currentWidget())) {
        opening->refuseScan();
        return true;
    }
    if (m_stack->currentWidget() != m_close) return false;
    m_close->refuseScan(code);
    return true;
}

void DayPage::refresh()
{
    guarded(this, [this] {
        showShift();
        m_figures->refresh();
        m_sales->refresh();
    });
}

void DayPage::showShift()
{
    const auto shift = m_shop.shifts().open(m_shop.facts().till);
    const auto till = tillName(m_shop.facts());
    m_head->setSentence(shift ? tr("%1 is open since %2, by %3, with %4 at the start")
                                    .arg(till, m_formats.dateAndTime(shift->openedAt),
                                        QString::fromStdString(shift->openedBy),
                                        m_formats.moneyWithSymbol(shift->openingFloat))
                              : tr("%1 is closed").arg(till));
    m_main->setIconName(shift ? u"lock"_s : u"banknote"_s);
    m_main->setText(shift ? tr("Close the till") : tr("Open the till"));
    m_main->setAccessibleName(m_main->text());
    m_main->setEnabled(true);
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
        m_close->start(tillName(m_shop.facts()));
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

} // namespace till
