#include "ui/wizard/wizard_frame.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/wizard/reading_order.h"
#include "ui/wizard/wizard_step.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

WizardPage::WizardPage(const QString& step, const QString& title, const QString& words, QWidget* parent)
    : QWidget{parent}
    , m_step{step}
    , m_title{title}
    , m_words{words}
{
}

WizardFrame::WizardFrame(QWidget* parent)
    : QWidget{parent}
    , m_stepColumn{new QVBoxLayout}
    , m_stack{new QStackedWidget}
    , m_intro{new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary}}
    , m_where{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_title{new PlainLabel{{}, 20, QFont::Bold}}
    , m_words{new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary}}
    , m_problem{new PlainLabel{{}, 13, QFont::DemiBold, Ink::Danger}}
    , m_back{new KeyButton{u"chevron-left"_s, tr("Back"), {}}}
    , m_next{new KeyButton{{}, {}, QKeySequence{Qt::Key_Enter}}}
    , m_practice{new KeyButton{{}, tr("Open the practice shop"), {}}}
{
    setObjectName(u"wizard"_s);
    m_title->setObjectName(u"wizardTitle"_s);
    m_problem->setObjectName(u"wizardProblem"_s);
    m_back->setObjectName(u"wizardBack"_s);
    m_next->setObjectName(u"wizardNext"_s);
    m_next->setKind(ButtonKind::Primary);
    m_practice->setObjectName(u"wizardPractice"_s);
    m_practice->setKind(ButtonKind::Link);
    m_practice->setHeights(36, 48);
    for (auto* button : {m_back, m_next}) {
        button->setTextSize(14);
        button->setHeights(40, 56);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_card = buildCard();
    auto* row = new QHBoxLayout{this};
    row->addStretch(1);
    row->addWidget(buildSide());
    row->addWidget(m_card, 20);
    row->addStretch(1);
    onTheme(this, [this, row] {
        row->setSpacing(tokens().px(16));
        m_card->setMaximumWidth(tokens().px(846));
        update();
    });
    connect(m_back, &KeyButton::clicked, this, &WizardFrame::goBack);
    connect(m_next, &KeyButton::clicked, this, &WizardFrame::goOn);
    connect(m_practice, &KeyButton::clicked, this, &WizardFrame::practiceRequested);
}

QWidget* WizardFrame::buildSide()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    auto* welcome = new PlainLabel{tr("Welcome"), 24, QFont::Bold};
    auto* looking = new PlainLabel{tr("Just looking?"), 12, QFont::Normal, Ink::Secondary};
    m_intro->setWordWrap(true);
    column->addWidget(welcome);
    column->addWidget(m_intro);
    column->addLayout(m_stepColumn);
    column->addStretch(1);
    column->addWidget(looking);
    column->addWidget(m_practice, 0, Qt::AlignLeading);
    onTheme(side, [this, side, column, welcome, looking] {
        const Tokens& t = tokens();
        side->setFixedWidth(t.px(232));
        column->setContentsMargins(0, t.px(12), 0, t.px(8));
        column->setSpacing(0);
        m_stepColumn->setContentsMargins(0, t.px(20), 0, 0);
        m_stepColumn->setSpacing(t.px(12));
        for (auto* label : {welcome, m_intro, looking}) label->setContentsMargins(t.px(12), 0, 0, 0);
    });
    return side;
}

QWidget* WizardFrame::buildCard()
{
    auto* card = Surface::card();
    auto* head = new Surface{Surface::Fill::None, Surface::Edge::Bottom};
    auto* headColumn = new QVBoxLayout{head};
    m_words->setWordWrap(true);
    headColumn->addWidget(m_where);
    headColumn->addWidget(m_title);
    headColumn->addWidget(m_words);

    auto* scroll = scrollDown(m_stack, u"wizardScroll"_s, tr("What this page asks"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);

    auto* footer = new Surface{Surface::Fill::Quiet, Surface::Edge::Top};
    auto* footerRow = new QHBoxLayout{footer};
    m_problem->setWordWrap(true);
    footerRow->addWidget(m_problem, 1);
    footerRow->addWidget(m_back);
    footerRow->addWidget(m_next);

    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(scroll, 1);
    column->addWidget(footer);
    onTheme(card, [headColumn, footer, footerRow] {
        const Tokens& t = tokens();
        headColumn->setContentsMargins(t.px(24), t.px(18), t.px(24), t.px(16));
        headColumn->setSpacing(0);
        footer->setFixedHeight(t.px(64, 80));
        footerRow->setContentsMargins(t.px(24), 0, t.px(24), 0);
        footerRow->setSpacing(t.px(12));
    });
    return card;
}

void WizardFrame::addPage(WizardPage* page)
{
    const auto index = static_cast<int>(m_pages.size());
    m_pages.push_back(page);
    m_stack->addWidget(page);
    auto* step = new WizardStep{index + 1, page->step()};
    m_steps.push_back(step);
    m_stepColumn->addWidget(step);
    connect(step, &WizardStep::clicked, this, [this, index] { showPage(index); });
    connect(page, &WizardPage::edited, this, &WizardFrame::lookAgain);
    onlyCurrentTakesRoom();
    refresh();
}

void WizardFrame::showPage(int index)
{
    m_stack->setCurrentIndex(index);
    onlyCurrentTakesRoom();
    sayMissing({});
    refresh();
    if (auto* first = m_pages[static_cast<std::size_t>(index)]->firstField())
        first->setFocus(Qt::OtherFocusReason);
}

void WizardFrame::onlyCurrentTakesRoom()
{
    for (auto* page : m_pages) {
        const bool current = page == m_stack->currentWidget();
        page->setSizePolicy(QSizePolicy::Preferred, current ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
}

int WizardFrame::currentPage() const
{
    return m_stack->currentIndex();
}

void WizardFrame::goOn()
{
    if (!m_next->isEnabled()) return;
    sayMissing(m_pages[static_cast<std::size_t>(currentPage())]->missing());
    if (!m_missing.isEmpty()) {
        QAccessibleEvent event{m_problem, QAccessible::Alert};
        QAccessible::updateAccessibility(&event);
        return;
    }
    if (currentPage() + 1 < m_stack->count())
        showPage(currentPage() + 1);
    else
        Q_EMIT finished();
}

void WizardFrame::sayMissing(const QString& words)
{
    m_missing = words;
    m_problem->setText(words);
}

void WizardFrame::lookAgain()
{
    if (m_missing.isEmpty()) return;
    // The next thing that is missing is said by the next Next, not while the first is being typed.
    if (m_pages[static_cast<std::size_t>(currentPage())]->missing() != m_missing) sayMissing({});
}

void WizardFrame::goBack()
{
    if (m_busy) return Q_EMIT stopRequested();
    if (currentPage() > 0) showPage(currentPage() - 1);
}

void WizardFrame::setBusy(const QString& words)
{
    m_busy = true;
    refresh();
    m_problem->setInk(Ink::Secondary);
    m_problem->setText(words);
}

void WizardFrame::setReady(const QString& problem)
{
    m_busy = false;
    refresh();
    m_problem->setInk(Ink::Danger);
    m_problem->setText(problem);
    if (problem.isEmpty()) return;
    QAccessibleEvent event{m_problem, QAccessible::Alert};
    QAccessible::updateAccessibility(&event);
}

void WizardFrame::refresh()
{
    const int current = std::max(0, currentPage());
    const auto count = static_cast<int>(m_pages.size());
    const WizardPage& page = *m_pages[static_cast<std::size_t>(current)];
    m_intro->setText(tr("A few short pages, about two minutes. All can be changed later."));
    m_where->setText(tr("Page %1 of %2").arg(current + 1).arg(count));
    m_title->setText(page.title());
    m_words->setText(page.words());
    const bool last = current + 1 == count;
    m_next->setText(last ? tr("Open the shop")
                         : tr("Next: %1").arg(m_pages[static_cast<std::size_t>(current) + 1]->step()));
    m_next->setAccessibleName(m_next->text());
    m_next->setEnabled(!m_busy);
    m_practice->setEnabled(!m_busy);
    m_stack->setEnabled(!m_busy);
    for (auto* step : m_steps) step->setEnabled(!m_busy);
    m_back->setText(m_busy ? tr("Stop") : tr("Back"));
    m_back->setIconName(m_busy ? u"x"_s : u"chevron-left"_s);
    m_back->setVisible(m_busy || current > 0);
    for (int i = 0; i < count; ++i) {
        const auto state = i < current    ? WizardStep::State::Done
                           : i == current ? WizardStep::State::Current
                                          : WizardStep::State::Ahead;
        m_steps[static_cast<std::size_t>(i)]->setState(state);
    }
}

bool WizardFrame::focusNextPrevChild(bool next)
{
    auto stops = inReadingOrder(*m_stack->currentWidget());
    for (auto* button : {m_back, m_next}) stops.push_back(button);
    for (auto* step : m_steps) stops.push_back(step);
    stops.push_back(m_practice);
    std::erase_if(stops, [](const QWidget* stop) { return !stop->isVisible() || !stop->isEnabled(); });
    if (stops.empty()) return false;
    const auto now = std::ranges::find(stops, QApplication::focusWidget());
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    const auto step = next ? 1 : count - 1;
    const auto at = now == stops.end() ? 0 : (now - stops.begin() + step) % count;
    stops[static_cast<std::size_t>(at)]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void WizardFrame::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter)
        goOn();
    else if (event->key() == Qt::Key_Escape)
        goBack();
    else
        QWidget::keyPressEvent(event);
}

void WizardFrame::resizeEvent(QResizeEvent*)
{
    const Tokens& t = tokens();
    const bool small = width() < t.px(1200);
    layout()->setContentsMargins(t.px(16), t.px(small ? 16 : 48), t.px(16), t.px(small ? 16 : 48));
}

void WizardFrame::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), tokens().colours().bg);
}

} // namespace till
