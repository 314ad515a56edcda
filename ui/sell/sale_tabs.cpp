#include "ui/sell/sale_tabs.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

SaleTabs::SaleTabs(QWidget* parent)
    : QWidget{parent}
    , m_row{new QHBoxLayout{this}}
{
    setObjectName(u"saleTabs"_s);
    setAccessibleName(tr("Open sales"));
    onTheme(this, [this] {
        m_row->setContentsMargins(tokens().px(8), tokens().px(4), tokens().px(8), tokens().px(4));
        m_row->setSpacing(tokens().px(4));
    });
    hide();
}

void SaleTabs::setKey(const QKeySequence& next)
{
    m_next = next;
}

void SaleTabs::setTabs(const std::vector<Tab>& tabs)
{
    if (tabs == m_tabs) return;
    m_tabs = tabs;
    while (auto* item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be what was touched
        delete item;
    }
    for (const auto& tab : tabs) {
        auto* button = new KeyButton{tab.name};
        button->setObjectName(u"saleTab%1"_s.arg(tab.cartId));
        button->setAccessibleName(tab.amount.isEmpty()
                                      ? tab.name
                                      : tr("%1, %2", "name of a sale, its total").arg(tab.name, tab.amount));
        button->setKind(tab.inFront ? ButtonKind::Primary : ButtonKind::Normal);
        button->setHeights(36, 48);
        setPlainToolTip(
            *button, tr("%1 goes to the next sale").arg(m_next.toString(QKeySequence::NativeText)));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &KeyButton::clicked, this, [this, id = tab.cartId] { Q_EMIT chosen(id); });
        m_row->addWidget(button, 1);
    }
    setVisible(tabs.size() > 1);
}

void SaleTabs::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(rect(), tokens().colours().surface2);
    painter.fillRect(0, height() - 1, width(), 1, tokens().colours().hair);
}

} // namespace till
