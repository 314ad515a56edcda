#include "ui/kit/number_pad.h"

#include "ui/kit/key_button.h"
#include "ui/kit/theme.h"

#include <QGridLayout>

namespace till {

using namespace Qt::StringLiterals;

NumberPad::NumberPad(const OwnKey& upper, const OwnKey& lower, QChar decimalSign, QWidget* parent)
    : QWidget{parent}
{
    setObjectName(u"numberPad"_s);
    setLayoutDirection(Qt::LeftToRight); // a keypad is not mirrored, in any script
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    for (int digit = 1; digit <= 9; ++digit) {
        const QString text = QString::number(digit);
        auto* key = addKey(*grid, 2 - (digit - 1) / 3, (digit - 1) % 3, text, text);
        connect(key, &KeyButton::clicked, this, [this, text] { Q_EMIT typed(text); });
    }
    const std::array<QString, 3> last{u"0"_s, u"00"_s, QString{decimalSign}};
    for (int column = 0; column < 3; ++column) {
        const QString& text = last[static_cast<std::size_t>(column)];
        auto* key = addKey(*grid, 3, column, text, column == 2 ? tr("decimal sign") : text);
        connect(key, &KeyButton::clicked, this, [this, text] { Q_EMIT typed(text); });
    }
    auto* back = addKey(*grid, 0, 3, {}, tr("delete the last digit"));
    back->setIconName(u"delete"_s);
    connect(back, &KeyButton::clicked, this, &NumberPad::backspace);
    auto* first = addKey(*grid, 1, 3, upper.text, upper.spoken);
    connect(first, &KeyButton::clicked, this, [this] { Q_EMIT ownKeyPressed(0); });
    auto* second = addKey(*grid, 2, 3, lower.text, lower.spoken);
    connect(second, &KeyButton::clicked, this, [this] { Q_EMIT ownKeyPressed(1); });
    auto* enter = addKey(*grid, 3, 3, {}, tr("Enter"));
    enter->setIconName(u"corner-down-left"_s);
    connect(enter, &KeyButton::clicked, this, &NumberPad::entered);
    onTheme(this, [grid] { grid->setSpacing(tokens().px(8)); });
}

KeyButton* NumberPad::addKey(QGridLayout& grid, int row, int column, const QString& text, const QString& name)
{
    auto* key = new KeyButton{text};
    key->setObjectName(u"pad"_s + (text.isEmpty() ? QString::number(row) : text));
    key->setAccessibleName(name);
    key->setTextSize(20, QFont::DemiBold);
    key->setHeights(48, 68);
    key->setStretchy();
    key->setAutoRepeat(false);
    grid.addWidget(key, row, column);
    grid.setRowStretch(row, 1);
    grid.setColumnStretch(column, 1);
    return key;
}

} // namespace till
