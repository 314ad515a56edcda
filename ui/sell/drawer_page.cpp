#include "ui/sell/drawer_page.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

DrawerPage::DrawerPage(const QStringList& reasons, QWidget* parent)
    : QWidget{parent}
    , m_reasons{reasons}
{
    setObjectName(u"drawerPage"_s);
    setAccessibleName(tr("Open the drawer without a sale"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new PlainLabel{tr("Open the drawer: why?"), 24, QFont::Bold});
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout{list};
    rows->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < m_reasons.size(); ++i) {
        auto* button = new KeyButton{m_reasons[i]};
        button->setObjectName(u"drawerReason%1"_s.arg(i + 1));
        button->setAccessibleName(button->text());
        button->setArrangement(KeyButton::Arrangement::Spread);
        button->setTextSize(16);
        button->setHeights(56, 64);
        if (i < 9) button->setKey(QKeySequence{static_cast<Qt::Key>(Qt::Key_1 + i)});
        connect(button, &KeyButton::clicked, this, [this, i] { Q_EMIT chosen(m_reasons[i]); });
        rows->addWidget(button);
    }
    rows->addStretch();
    auto* scroll = scrollDown(list, u"drawerScroll"_s, tr("Reasons"));
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll, 1);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back to the sale"), Qt::Key_Escape};
    back->setObjectName(u"drawerBack"_s);
    back->setAccessibleName(back->text());
    connect(back, &KeyButton::clicked, this, &DrawerPage::left);
    column->addWidget(back, 0, Qt::AlignLeft);
    setFocusPolicy(Qt::StrongFocus);
    onTheme(this, [column, rows] {
        column->setSpacing(tokens().px(12));
        rows->setSpacing(tokens().px(8));
    });
}

void DrawerPage::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
}

void DrawerPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    const int index = event->key() - Qt::Key_1;
    const bool isReason = index >= 0 && index < static_cast<int>(m_reasons.size()) && !event->isAutoRepeat();
    if (isReason) {
        const auto reason = m_reasons[index];
        return Q_EMIT chosen(reason);
    }
    QWidget::keyPressEvent(event);
}

} // namespace till
