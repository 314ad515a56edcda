#include "ui/sell/colour_picks.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

namespace {

class Swatch : public QAbstractButton {
public:
    Swatch(int colour, QWidget* parent)
        : QAbstractButton{parent}
        , m_colour{colour}
    {
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus); // the keys stay with the places; Alt and a digit does the same
        onTheme(this, [this] { setFixedSize(tokens().px(30, 48), tokens().px(36, 56)); });
    }
    void setColour(int colour, bool dashed)
    {
        m_colour = colour;
        m_dashed = dashed;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokens();
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(isEnabled() ? 1 : 0.35);
        QRect box{0, 0, t.px(26, 40), t.px(26, 40)};
        box.moveCenter(rect().center());
        if (isChecked()) paintBox(painter, box, t.px(8), {}, t.colours().text, t.px(2));
        const QRect inner = box.adjusted(t.px(4), t.px(4), -t.px(4), -t.px(4));
        paintBox(
            painter, inner, t.px(5), m_dashed ? QColor{} : t.series(m_colour), t.series(m_colour), t.px(2));
        if (m_dashed) {
            QRect mark{0, 0, t.px(12, 18), t.px(12, 18)};
            mark.moveCenter(inner.center());
            paintIcon(painter, mark, u"refresh-cw"_s, t.colours().text2);
        }
    }

private:
    int m_colour;
    bool m_dashed = false;
};

} // namespace

ColourPicks::ColourPicks(QWidget* parent)
    : QWidget{parent}
{
    setObjectName(u"colourPicks"_s);
    setAccessibleName(tr("Colour"));
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    for (int colour = 0; colour <= 6; ++colour) {
        auto* swatch = new Swatch{colour, this};
        swatch->setObjectName(u"colour_%1"_s.arg(colour));
        swatch->setAccessibleName(colour == 0 ? tr("Colour of its department") : tr("Colour %1").arg(colour));
        setPlainToolTip(*swatch, swatch->accessibleName() + u"  Alt+%1"_s.arg(colour));
        connect(swatch, &QAbstractButton::clicked, this, [this, colour] { Q_EMIT picked(colour); });
        m_buttons.push_back(swatch);
    }
    onTheme(this, [this, grid] {
        const int columns = tokens().isTouch() ? 4 : 7; // beside the places there is less width
        for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i)
            grid->addWidget(m_buttons[static_cast<std::size_t>(i)], i / columns, i % columns);
    });
}

void ColourPicks::setCurrent(std::optional<int> colour, int department)
{
    static_cast<Swatch*>(m_buttons.front())->setColour(department, true);
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(static_cast<int>(i) == colour.value_or(0));
}

} // namespace till
