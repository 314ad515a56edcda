#include "ui/kit/page_rail.h"

#include "ui/kit/rail_button.h"
#include "ui/kit/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace till {

PageRail::PageRail(QWidget* parent)
    : QWidget{parent}
    , m_column{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("pageRail"));
    setAccessibleName(tr("Pages"));
    m_column->addStretch(1);
    onTheme(this, [this] {
        const Tokens& t = tokens();
        setFixedWidth(t.px(88));
        m_column->setContentsMargins(t.px(8), t.px(8), t.px(9), t.px(8));
        m_column->setSpacing(t.px(4));
    });
    // The whole program's Ctrl key, wherever the focus is: the digits are a hint, not an input.
    QCoreApplication::instance()->installEventFilter(this);
}

void PageRail::addEntry(const QString& id, const QString& iconName, const QString& word, Place place)
{
    auto* entry = new RailButton{id, iconName, word, this};
    entry->setAtBottom(place == Place::Bottom);
    if (place == Place::Top)
        m_column->insertWidget(m_topCount++, entry);
    else
        m_column->addWidget(entry);
    m_entries.push_back(entry);
    connect(entry, &RailButton::clicked, this, [this, id] {
        setCurrent(m_current); // the window decides; until it calls setCurrent the old entry stays marked
        Q_EMIT chosen(id);
    });
    renumber();
}

RailButton* PageRail::find(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](auto* e) { return e->id() == id; });
    return found == m_entries.end() ? nullptr : *found;
}

void PageRail::setCurrent(const QString& id)
{
    m_current = id;
    for (auto* entry : m_entries) entry->setChecked(entry->id() == id);
}

void PageRail::setEntryVisible(const QString& id, bool visible)
{
    if (auto* entry = find(id)) entry->setVisible(visible);
    renumber();
}

void PageRail::renumber()
{
    int digit = 0;
    for (auto* entry : m_entries) {
        const bool counts = !entry->isAtBottom() && !entry->isHidden() && digit < 9;
        entry->setDigit(counts ? ++digit : 0);
    }
}

QString PageRail::entryForDigit(int digit) const
{
    for (const auto* entry : m_entries)
        if (digit > 0 && entry->digit() == digit) return entry->id();
    return {};
}

void PageRail::setDigitsShown(bool shown)
{
    for (auto* entry : m_entries) entry->setDigitShown(shown);
}

bool PageRail::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Control)
        setDigitsShown(event->type() == QEvent::KeyPress && Theme::instance().look().showKeys);
    else if (event->type() == QEvent::ApplicationDeactivate)
        setDigitsShown(false);
    return QWidget::eventFilter(watched, event);
}

void PageRail::paintEvent(QPaintEvent*)
{
    const Colours& c = tokens().colours();
    QPainter painter{this};
    painter.fillRect(rect(), c.surface);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), c.hair);
}

} // namespace till
