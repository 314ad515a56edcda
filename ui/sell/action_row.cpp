#include "ui/sell/action_row.h"

#include "ui/kit/icons.h"
#include "ui/kit/key_button.h"
#include "ui/kit/theme.h"

#include <QMenu>
#include <QStyle>

namespace till {

using namespace Qt::StringLiterals;

ActionRow::ActionRow(QWidget* parent)
    : QWidget{parent}
    , m_more{new KeyButton{{}, tr("More"), {}, this}}
{
    setObjectName(u"actionRow"_s);
    setAccessibleName(tr("Actions"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->setObjectName(u"action_more"_s);
    m_more->setAccessibleName(tr("More"));
    m_more->hide();
    connect(m_more, &KeyButton::clicked, this, &ActionRow::openMore);
    onTheme(this, [this] {
        updateGeometry();
        arrange();
    });
}

void ActionRow::addAction(
    const QString& id, const QString& iconName, const QString& word, const QKeySequence& key)
{
    auto* button = new KeyButton{iconName, word, key, this};
    button->setObjectName(u"action_"_s + id);
    button->setAccessibleName(word);
    connect(button, &KeyButton::clicked, this, [this, id] { Q_EMIT triggered(id); });
    m_entries.push_back({id, button});
    arrange();
}

KeyButton* ActionRow::button(const QString& id) const
{
    for (const auto& entry : m_entries)
        if (entry.id == id) return entry.button;
    return nullptr;
}

void ActionRow::setActionEnabled(const QString& id, bool enabled)
{
    if (auto* entry = button(id)) entry->setEnabled(enabled);
}

void ActionRow::setActionCount(const QString& id, int count)
{
    if (auto* entry = button(id)) entry->setCount(count);
    arrange();
}

void ActionRow::setActionKey(const QString& id, const QKeySequence& key)
{
    if (auto* entry = button(id)) entry->setKey(key);
    arrange();
}

void ActionRow::setMoreKey(const QKeySequence& key)
{
    m_more->setKey(key);
    arrange();
}

int ActionRow::widthOf(std::size_t count, bool withMore) const
{
    int width = withMore ? m_more->sizeHint().width() : 0;
    for (std::size_t i = 0; i < count; ++i) width += m_entries[i].button->sizeHint().width();
    const auto pieces = static_cast<int>(count) + (withMore ? 1 : 0);
    return width + std::max(0, pieces - 1) * tokens().px(8);
}

void ActionRow::arrange()
{
    const auto showIcons = [this](bool shown) {
        for (const auto& entry : m_entries) entry.button->setIconShown(shown);
    };
    showIcons(true);
    if (widthOf(m_entries.size(), false) > width()) showIcons(false);
    m_shown = m_entries.size();
    while (m_shown > 1 && widthOf(m_shown, m_shown < m_entries.size()) > width()) --m_shown;

    const bool more = m_shown < m_entries.size();
    std::vector<KeyButton*> row;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_entries[i].button->setVisible(i < m_shown);
        if (i < m_shown) row.push_back(m_entries[i].button);
    }
    m_more->setVisible(more);
    if (more) row.push_back(m_more);
    if (row.empty()) return;

    // What is left over is shared evenly, to the pixel, so that the row ends where the tiles end.
    const int spare = std::max(0, width() - widthOf(m_shown, more));
    const auto count = static_cast<int>(row.size());
    int x = 0;
    for (int i = 0; i < count; ++i) {
        KeyButton* button = row[static_cast<std::size_t>(i)];
        const int extra = spare * (i + 1) / count - spare * i / count;
        const QRect box{x, 0, button->sizeHint().width() + extra, height()};
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box));
        x += box.width() + tokens().px(8);
    }
}

void ActionRow::openMore()
{
    QMenu menu{this};
    for (std::size_t i = m_shown; i < m_entries.size(); ++i) {
        const KeyButton* button = m_entries[i].button;
        auto* action = menu.addAction(button->text());
        if (!button->iconName().isEmpty()) action->setIcon(themedIcon(button->iconName()));
        action->setShortcut(button->key());
        action->setShortcutContext(Qt::WidgetShortcut); // printed beside the word; the key map fires it
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, this, [this, id = m_entries[i].id] { Q_EMIT triggered(id); });
    }
    if (!menu.isEmpty()) menu.exec(m_more->mapToGlobal(QPoint{0, -menu.sizeHint().height()}));
}

QSize ActionRow::sizeHint() const
{
    return {widthOf(m_entries.size(), false), tokens().px(44, 56)};
}

QSize ActionRow::minimumSizeHint() const
{
    return {tokens().px(200), tokens().px(44, 56)};
}

void ActionRow::resizeEvent(QResizeEvent*)
{
    arrange();
}

} // namespace till
