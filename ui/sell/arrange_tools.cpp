#include "ui/sell/arrange_tools.h"

#include "ui/kit/icons.h"
#include "ui/kit/key_button.h"
#include "ui/kit/theme.h"
#include "ui/sell/colour_picks.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ArrangeTools::ArrangeTools(QWidget* parent)
    : QObject{parent}
    , m_row{new QWidget{parent}}
    , m_side{new QWidget{parent}}
    , m_rowLayout{new QHBoxLayout{m_row}}
    , m_sideLayout{new QVBoxLayout{m_side}}
    , m_colours{new ColourPicks{m_row}}
    , m_add{button("arrangeAdd", u"plus"_s, tr("Add"), Qt::Key_Insert)}
    , m_picture{button("arrangePicture", u"image"_s, tr("Picture"), Qt::Key_F4)}
    , m_remove{button("arrangeRemove", u"trash-2"_s, tr("Remove"), Qt::Key_Delete)}
    , m_page{button("arrangePageMenu", u"ellipsis"_s, tr("Page"), {})}
{
    m_remove->setKind(ButtonKind::Danger);
    m_rowLayout->setContentsMargins(0, 0, 0, 0);
    m_sideLayout->setContentsMargins(0, 0, 0, 0);
    connect(m_colours, &ColourPicks::picked, this, &ArrangeTools::colourPicked);
    connect(m_add, &KeyButton::clicked, this, &ArrangeTools::addRequested);
    connect(m_picture, &KeyButton::clicked, this, &ArrangeTools::pictureRequested);
    connect(m_remove, &KeyButton::clicked, this, &ArrangeTools::removeRequested);
    connect(m_page, &KeyButton::clicked, this, &ArrangeTools::openPageMenu);
    onTheme(this, [this] { adapt(); });
}

KeyButton* ArrangeTools::button(
    const char* name, const QString& icon, const QString& word, const QKeySequence& key)
{
    auto* made = new KeyButton{icon, word, key, m_row};
    made->setObjectName(QString::fromLatin1(name));
    made->setAccessibleName(word);
    return made;
}

void ArrangeTools::adapt()
{
    const bool touch = tokens().isTouch();
    while (auto* item = m_rowLayout->takeAt(0)) delete item;
    while (auto* item = m_sideLayout->takeAt(0)) delete item;
    m_rowLayout->setSpacing(tokens().px(8));
    m_sideLayout->setSpacing(tokens().px(8));
    m_side->setVisible(touch);
    if (touch) {
        for (auto* each : std::initializer_list<QWidget*>{m_colours, m_add, m_picture, m_remove})
            m_sideLayout->addWidget(each);
        m_sideLayout->addStretch(1);
        m_rowLayout->addWidget(m_page);
        m_rowLayout->addStretch(1);
    } else {
        m_rowLayout->addWidget(m_colours);
        m_rowLayout->addStretch(1);
        for (auto* each : {m_add, m_picture, m_remove, m_page}) m_rowLayout->addWidget(each);
    }
}

void ArrangeTools::showKey(bool isKey, std::optional<int> colour, int departmentColour)
{
    for (auto* each : std::initializer_list<QWidget*>{m_colours, m_picture, m_remove})
        each->setEnabled(isKey);
    m_colours->setCurrent(colour, departmentColour);
}

void ArrangeTools::showPage(bool isPage)
{
    m_page->setEnabled(isPage);
    m_add->setEnabled(isPage);
}

void ArrangeTools::setNarrow(bool narrow)
{
    m_page->setText(narrow && !tokens().isTouch() ? QString{} : tr("Page"));
}

void ArrangeTools::openPageMenu()
{
    QMenu menu{m_row};
    const auto add = [&](const char* name, const QString& word, const QKeySequence& key, auto signal) {
        auto* action = menu.addAction(word);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key); // printed beside the word; the page fires it
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, signal);
    };
    add("arrangeRename", tr("Rename the page"), Qt::Key_F2, [this] { Q_EMIT renameRequested(); });
    add("arrangeEarlier", tr("Earlier among the pages"), Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp,
        [this] { Q_EMIT movePageRequested(-1); });
    add("arrangeLater", tr("Later among the pages"), Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown,
        [this] { Q_EMIT movePageRequested(1); });
    add("arrangeArchive", tr("Put the page away"), Qt::SHIFT | Qt::Key_Delete,
        [this] { Q_EMIT archivePageRequested(); });
    menu.exec(m_page->mapToGlobal(QPoint{0, -menu.sizeHint().height()}));
}

} // namespace till
