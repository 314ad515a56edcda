#include "ui/kit/chip_row.h"

#include "ui/kit/filter_chip.h"
#include "ui/kit/theme.h"

#include <QMenu>

namespace till {

using namespace Qt::StringLiterals;

ChipRow::ChipRow(QWidget* parent)
    : QWidget{parent}
    , m_more{new FilterChip{tr("More"), 0, this}}
{
    m_more->setObjectName(u"chipMore"_s);
    m_more->setChevron(true);
    m_more->setCheckable(false);
    m_more->hide();
    connect(m_more, &FilterChip::clicked, this, &ChipRow::showMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    onTheme(this, [this] { arrange(); });
}

void ChipRow::setChoices(const std::vector<Choice>& choices)
{
    if (choices == m_choices) return;
    for (auto* chip : m_chips) { // later: it may be the one that was just pressed
        chip->setParent(nullptr);
        chip->deleteLater();
    }
    m_chips.clear();
    m_choices = choices;
    for (const auto& choice : choices) {
        auto* chip = new FilterChip{choice.words, choice.swatch, this};
        chip->setObjectName(u"chip_"_s + choice.id);
        connect(chip, &FilterChip::clicked, this, [this, id = choice.id] { choose(id); });
        m_chips.push_back(chip);
    }
    const bool known = std::any_of(
        choices.begin(), choices.end(), [this](const auto& choice) { return choice.id == m_current; });
    if (!known && !choices.empty()) m_current = choices.front().id;
    setCurrent(m_current);
}

void ChipRow::setCurrent(const QString& id)
{
    m_current = id;
    for (std::size_t i = 0; i < m_chips.size(); ++i) m_chips[i]->setChecked(m_choices[i].id == id);
    arrange();
}

void ChipRow::choose(const QString& id)
{
    setCurrent(id);
    Q_EMIT chosen(id);
}

QSize ChipRow::sizeHint() const
{
    return {tokens().px(200), m_more->sizeHint().height()};
}

QSize ChipRow::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), m_more->sizeHint().height()};
}

void ChipRow::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ChipRow::arrange()
{
    const int gap = tokens().px(8);
    int needed = 0;
    for (auto* chip : m_chips) needed += chip->sizeHint().width() + gap;
    const bool all = needed - gap <= width();
    const int room = all ? width() : width() - m_more->sizeHint().width() - gap;
    int x = 0;
    bool full = false;
    const auto place = [&](QWidget& widget) {
        const QSize size = widget.sizeHint();
        const int left = layoutDirection() == Qt::RightToLeft ? width() - x - size.width() : x;
        widget.setGeometry(left, 0, size.width(), size.height());
        x += size.width() + gap;
    };
    for (auto* chip : m_chips) {
        full = full || x + chip->sizeHint().width() > room;
        chip->setVisible(!full);
        if (!full) place(*chip);
    }
    m_more->setVisible(full);
    if (full) place(*m_more);
    updateGeometry();
}

void ChipRow::showMenu()
{
    QMenu menu{this};
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isVisible()) continue;
        QString words = m_choices[i].words;
        auto* action = menu.addAction(words.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_choices[i].id == m_current);
        connect(action, &QAction::triggered, this, [this, id = m_choices[i].id] { choose(id); });
    }
    menu.exec(m_more->mapToGlobal(QPoint{0, m_more->height()}));
}

} // namespace till
