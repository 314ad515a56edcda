#include "ui/customer/customer_window.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace till {

namespace {

QFont sized(int pixels, int weight)
{
    auto font = tokens().font(14, weight);
    font.setPixelSize(std::max(8, pixels));
    return font;
}

/// The largest font up to `pixels` in which the text fits: amounts are never cut.
QFont fitting(const QString& text, int pixels, int weight, int width)
{
    auto font = sized(pixels, weight);
    const int needed = textWidth(font, text);
    return needed <= width || needed == 0 ? font : sized(pixels * width / needed, weight);
}

} // namespace

CustomerWindow::CustomerWindow(QWidget* parent)
    : QWidget{parent, Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus}
{
    setObjectName(QStringLiteral("customerWindow"));
    setAccessibleName(tr("Customer display"));
    setWindowTitle(tr("Customer display"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setFocusPolicy(Qt::NoFocus);
    onTheme(this, [this] { update(); });
}

void CustomerWindow::show(const CustomerView& view)
{
    if (view == m_view) return;
    m_view = view;
    setAccessibleDescription(view.item + u' ' + view.itemAmount + u' ' + view.label + u' ' + view.amount);
    update();
}

int CustomerWindow::scaled(int size) const
{
    return std::max(1, static_cast<int>(size * std::min(width() / 1280.0, height() / 800.0)));
}

void CustomerWindow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), tokens().colours().bg);
    m_view.state == CustomerView::State::Idle ? paintIdle(painter) : paintSale(painter);
}

void CustomerWindow::paintIdle(QPainter& painter) const
{
    const Colours& c = tokens().colours();
    const int margin = scaled(64);
    const QRect area = rect().adjusted(margin, 0, -margin, 0);
    const QRect name{area.x(), height() / 2 - scaled(110), area.width(), scaled(120)};
    paintText(painter, name, m_view.item, fitting(m_view.item, scaled(84), QFont::Bold, name.width()), c.text,
        Qt::AlignCenter);
    const QRect words{area.x(), name.bottom() + scaled(16), area.width(), scaled(70)};
    paintText(painter, words, m_view.label, fitting(m_view.label, scaled(40), QFont::Normal, words.width()),
        c.text2, Qt::AlignCenter);
}

void CustomerWindow::paintSale(QPainter& painter) const
{
    const Colours& c = tokens().colours();
    const bool paid = m_view.state == CustomerView::State::Paid;
    const int margin = scaled(64);
    const int room = width() - 2 * margin;
    const int amountWidth = room * 2 / 5;
    const QRect item{margin, scaled(88), room - amountWidth - scaled(24), scaled(150)};
    const QRect itemAmount{margin + room - amountWidth, item.y(), amountWidth, scaled(90)};
    paintLines(
        painter, mirrored(painter, item, rect()), m_view.item, sized(scaled(56), QFont::DemiBold), c.text, 2);
    paintText(painter, mirrored(painter, itemAmount, rect()), m_view.itemAmount,
        fitting(m_view.itemAmount, scaled(64), QFont::Bold, amountWidth), c.text,
        Qt::AlignTrailing | Qt::AlignVCenter);
    const QRect detail{margin, item.bottom() + scaled(8), room, scaled(56)};
    paintText(
        painter, mirrored(painter, detail, rect()), m_view.detail, sized(scaled(36), QFont::Normal), c.text2);

    const QRect panel{margin, scaled(400), room, scaled(320)};
    paintBox(painter, mirrored(painter, panel, rect()), scaled(16), paid ? c.noteOk : c.surface,
        paid ? QColor{} : c.hair);
    const int pad = scaled(40);
    const QColor& ink = paid ? c.onOk : c.text;
    const QRect label{panel.x() + pad, panel.y() + scaled(24), panel.width() - 2 * pad, scaled(72)};
    paintText(
        painter, mirrored(painter, label, rect()), m_view.label, sized(scaled(48), QFont::DemiBold), ink);
    const QRect amount{label.x(), label.bottom(), label.width(), scaled(170)};
    paintText(painter, mirrored(painter, amount, rect()), m_view.amount,
        fitting(m_view.amount, scaled(136), QFont::Bold, amount.width()), ink,
        Qt::AlignTrailing | Qt::AlignVCenter);
    const QRect saved{label.x(), panel.bottom() - scaled(64), label.width() / 2, scaled(48)};
    paintText(
        painter, mirrored(painter, saved, rect()), m_view.saved, sized(scaled(34), QFont::DemiBold), c.onOk);
}

} // namespace till
