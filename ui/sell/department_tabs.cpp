#include "ui/sell/department_tabs.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/sell/tab_button.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTimer>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr int kHoldMs = 700;
}

DepartmentTabs::DepartmentTabs(QWidget* parent)
    : QWidget{parent}
    , m_more{new TabButton{tr("More"), 0, this}}
    , m_hold{new QTimer{this}}
{
    setObjectName(u"departmentTabs"_s);
    setAccessibleName(tr("Departments"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->setObjectName(u"tabMore"_s);
    m_more->setCheckable(false);
    m_more->setChevron(true);
    connect(m_more, &TabButton::clicked, this, &DepartmentTabs::openMenu);
    m_hold->setSingleShot(true);
    m_hold->setInterval(kHoldMs);
    connect(m_hold, &QTimer::timeout, this, [this] {
        for (auto* button : m_buttons) button->setDown(false); // letting go chooses nothing then
        Q_EMIT held();
    });
    onTheme(this, [this] {
        updateGeometry();
        arrange();
    });
}

void DepartmentTabs::setTabs(const std::vector<DepartmentTab>& tabs)
{
    m_hold->stop();
    // One of them may be what asked for it.
    for (auto* button : m_buttons) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    m_buttons.clear();
    m_tabs = tabs;
    for (const auto& tab : m_tabs) {
        auto* button = new TabButton{tab.name, tab.colour, this};
        button->setObjectName(u"tab_"_s + QString::number(tab.id));
        if (!tab.tip.isEmpty()) setPlainToolTip(*button, tab.tip);
        button->installEventFilter(this);
        connect(button, &TabButton::clicked, this, [this, id = tab.id] { choose(id); });
        m_buttons.push_back(button);
    }
    const bool stillThere =
        std::any_of(m_tabs.begin(), m_tabs.end(), [&](const auto& t) { return t.id == m_current; });
    if (!stillThere && !m_tabs.empty()) m_current = m_tabs.front().id;
    arrange();
}

void DepartmentTabs::setCurrent(qint64 id)
{
    m_current = id;
    arrange();
}

void DepartmentTabs::choose(qint64 id)
{
    setCurrent(id);
    Q_EMIT chosen(id);
}

void DepartmentTabs::step(int by)
{
    const auto count = static_cast<int>(m_tabs.size());
    if (count == 0) return;
    const auto found =
        std::find_if(m_tabs.begin(), m_tabs.end(), [&](const auto& t) { return t.id == m_current; });
    const int at = found == m_tabs.end() ? 0 : static_cast<int>(found - m_tabs.begin());
    choose(m_tabs[static_cast<std::size_t>(((at + by) % count + count) % count)].id);
}

void DepartmentTabs::arrange()
{
    int total = 0;
    for (const auto* button : m_buttons) total += button->sizeHint().width();
    const int moreWidth = m_more->sizeHint().width();
    const int room = total <= width() ? width() : width() - moreWidth;

    std::vector<bool> fits(m_buttons.size(), false);
    int used = 0;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        if (m_tabs[i].id == m_current) used = m_buttons[i]->sizeHint().width(), fits[i] = true;
    bool full = false;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (fits[i]) continue;
        const int needed = m_buttons[i]->sizeHint().width();
        full = full || used + needed > room;
        if (!full) used += needed, fits[i] = true;
    }
    int x = 0;
    m_shown = 0;
    const auto place = [&](TabButton* button) {
        const QRect box{x, 0, button->sizeHint().width(), height() - 1};
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box));
        x += box.width();
    };
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(m_tabs[i].id == m_current);
        m_buttons[i]->setVisible(fits[i]);
        if (!fits[i]) continue;
        place(m_buttons[i]);
        ++m_shown;
    }
    m_more->setVisible(m_shown < static_cast<int>(m_buttons.size()));
    place(m_more);
}

void DepartmentTabs::openMenu()
{
    QMenu menu{this};
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        if (!m_buttons[i]->isHidden()) continue;
        // A department called "R&D" is no mnemonic.
        QString name = m_tabs[i].name;
        auto* action = menu.addAction(name.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, id = m_tabs[i].id] { choose(id); });
    }
    menu.exec(m_more->mapToGlobal(QPoint{0, m_more->height()}));
}

std::optional<qint64> DepartmentTabs::tabAt(const QPoint& place) const
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        if (m_buttons[i]->isVisible() && m_buttons[i]->geometry().contains(place)) return m_tabs[i].id;
    return std::nullopt;
}

bool DepartmentTabs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress &&
        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        m_hold->start();
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::Leave) m_hold->stop();
    return QWidget::eventFilter(watched, event);
}

void DepartmentTabs::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    Q_EMIT held();
}

QSize DepartmentTabs::sizeHint() const
{
    return {tokens().px(400), tokens().px(44, 56)};
}

QSize DepartmentTabs::minimumSizeHint() const
{
    return {tokens().px(120), tokens().px(44, 56)};
}

void DepartmentTabs::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(0, height() - 1, width(), 1, tokens().colours().hair);
}

void DepartmentTabs::resizeEvent(QResizeEvent*)
{
    arrange();
}

void DepartmentTabs::keyPressEvent(QKeyEvent* event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    if (event->key() == Qt::Key_Left)
        step(-forward);
    else if (event->key() == Qt::Key_Right)
        step(forward);
    else
        QWidget::keyPressEvent(event);
}

} // namespace till
