#include "ui/kit/status_strip.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

class StatusItem : public QWidget {
public:
    void set(StatusStrip::Dot dot, const QString& words)
    {
        m_dot = dot;
        m_words = words;
        setAccessibleName(words);
        updateGeometry();
        update();
    }
    const QString& words() const { return m_words; }
    void setOpening(std::function<void()> open)
    {
        m_open = std::move(open);
        setCursor(Qt::PointingHandCursor);
    }
    QSize sizeHint() const override
    {
        return {start() + textWidth(tokens().font(12), m_words), tokens().px(20)};
    }
    QSize minimumSizeHint() const override { return {tokens().px(40), tokens().px(20)}; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (m_open && rect().contains(event->pos())) m_open();
    }
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokens();
        QPainter painter{this};
        painter.setLayoutDirection(layoutDirection());
        if (m_dot != StatusStrip::Dot::None) {
            const int size = t.px(8);
            const QRect dot{0, (height() - size) / 2, size, size};
            paintBox(painter, mirrored(painter, dot, rect()), size / 2, colour(), {});
        }
        const QRect words{start(), 0, width() - start(), height()};
        paintText(painter, mirrored(painter, words, rect()), m_words, t.font(12), t.colours().text2);
    }

private:
    int start() const { return m_dot == StatusStrip::Dot::None ? 0 : tokens().px(14); }
    QColor colour() const
    {
        const Colours& c = tokens().colours();
        switch (m_dot) {
        case StatusStrip::Dot::None:
        case StatusStrip::Dot::Off: return c.disabledText;
        case StatusStrip::Dot::Ok: return c.pay;
        case StatusStrip::Dot::Warn: return tokens().series(2);
        case StatusStrip::Dot::Bad: return c.danger;
        }
        Q_UNREACHABLE();
    }
    StatusStrip::Dot m_dot = StatusStrip::Dot::None;
    QString m_words;
    std::function<void()> m_open;
};

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget{parent}
    , m_row{new QHBoxLayout{this}}
    , m_clock{new PlainLabel{{}, 12, QFont::DemiBold}}
{
    setObjectName(u"statusStrip"_s);
    setAccessibleName(tr("Status"));
    m_clock->setObjectName(u"statusClock"_s);
    m_row->addStretch(1);
    m_row->addWidget(m_clock);
    onTheme(this, [this] {
        const Tokens& t = tokens();
        setFixedHeight(t.px(28));
        m_row->setContentsMargins(t.px(12), 1, t.px(12), 0);
        m_row->setSpacing(t.px(18));
    });
}

void StatusStrip::setItem(const QString& id, Dot dot, const QString& words)
{
    auto& item = m_items[id];
    if (item == nullptr) {
        item = new StatusItem;
        item->setObjectName(u"status_"_s + id);
        m_row->insertWidget(m_row->count() - 2, item);
    }
    item->set(dot, words);
}

void StatusStrip::removeItem(const QString& id)
{
    const auto found = m_items.find(id);
    if (found == m_items.end()) return;
    delete found->second;
    m_items.erase(found);
}

void StatusStrip::setOpens(const QString& id)
{
    const auto found = m_items.find(id);
    if (found != m_items.end()) found->second->setOpening([this, id] { Q_EMIT chosen(id); });
}

void StatusStrip::setClock(const QString& words)
{
    m_clock->setText(words);
}

QString StatusStrip::itemText(const QString& id) const
{
    const auto found = m_items.find(id);
    return found == m_items.end() ? QString{} : found->second->words();
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    const Colours& c = tokens().colours();
    QPainter painter{this};
    painter.fillRect(rect(), c.surface);
    painter.fillRect(0, 0, width(), 1, c.hair);
}

} // namespace till
