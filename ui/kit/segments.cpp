#include "ui/kit/segments.h"

#include "ui/kit/segment_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace till {

Segments::Segments(const QString& name, const std::vector<Choice>& choices, QWidget* parent)
    : QWidget{parent}
    , m_choices{choices}
{
    using enum SegmentButton::Place;
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto place = i == 0 ? First : i + 1 == choices.size() ? Last : Middle;
        auto* button = new SegmentButton{choices[i].words, place, this};
        button->setObjectName(QStringLiteral("segment_") + choices[i].id);
        connect(button, &QAbstractButton::clicked, this, [this, id = choices[i].id] { choose(id); });
        row->addWidget(button);
        m_buttons.push_back(button);
    }
    if (!choices.empty()) setCurrent(choices.front().id);
}

void Segments::setHeights(int standard, int touch)
{
    for (auto* button : m_buttons) button->setHeights(standard, touch);
}

void Segments::setCurrent(const QString& id)
{
    m_current = id;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) m_buttons[i]->setChecked(m_choices[i].id == id);
}

void Segments::choose(const QString& id)
{
    const bool other = id != m_current;
    setCurrent(id);
    if (other) Q_EMIT chosen(id);
}

void Segments::keyPressEvent(QKeyEvent* event)
{
    const bool forward =
        event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const bool back = event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left);
    if (!forward && !back) return QWidget::keyPressEvent(event);
    const auto at = std::ranges::find(m_choices, m_current, &Choice::id) - m_choices.begin();
    const auto next = std::clamp<std::ptrdiff_t>(
        at + (forward ? 1 : -1), 0, static_cast<std::ptrdiff_t>(m_choices.size()) - 1);
    choose(m_choices[static_cast<std::size_t>(next)].id);
}

} // namespace till
