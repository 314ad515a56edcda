#include "ui/settings/section_list.h"

#include "ui/kit/theme.h"
#include "ui/settings/section_button.h"

#include <QVBoxLayout>

#include <algorithm>

namespace till {

SectionList::SectionList(QWidget* parent)
    : QWidget{parent}
    , m_column{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("settingsSections"));
    setAccessibleName(tr("Sections"));
    m_column->addStretch(1);
    onTheme(this, [this] {
        const Tokens& t = tokens();
        m_column->setContentsMargins(t.px(8), t.px(8), t.px(8), t.px(8));
        m_column->setSpacing(t.px(2));
    });
}

void SectionList::add(const QString& id, const QString& icon, const QString& word)
{
    auto* button = new SectionButton{id, icon, word, this};
    connect(button, &SectionButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    m_column->insertWidget(m_column->count() - 1, button);
    m_buttons.push_back(button);
}

void SectionList::setCurrent(const QString& id)
{
    for (auto* button : m_buttons) button->setChecked(button->id() == id);
}

void SectionList::setShown(const QString& id, bool shown)
{
    for (auto* button : m_buttons)
        if (button->id() == id) button->setVisible(shown);
}

QString SectionList::firstShown() const
{
    for (const auto* button : m_buttons)
        if (!button->isHidden()) return button->id();
    return {};
}

QString SectionList::nextShown(const QString& id, int step) const
{
    std::vector<QString> shown;
    for (const auto* button : m_buttons)
        if (!button->isHidden()) shown.push_back(button->id());
    const auto at = std::ranges::find(shown, id);
    if (at == shown.end()) return firstShown();
    const auto next = std::clamp<std::ptrdiff_t>(
        at - shown.begin() + step, 0, static_cast<std::ptrdiff_t>(shown.size()) - 1);
    return shown[static_cast<std::size_t>(next)];
}

} // namespace till
