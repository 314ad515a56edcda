#include "ui/kit/key_badge.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QFont badgeFont(bool large)
{
    return tokens().font(large ? 12 : 11, QFont::DemiBold);
}

} // namespace

QString keyText(const QKeySequence& key)
{
    if (key.count() == 1) {
        const auto combination = key[0];
        if (combination.keyboardModifiers() == Qt::NoModifier) {
            if (combination.key() == Qt::Key_Up) return u"↑"_s;
            if (combination.key() == Qt::Key_Down) return u"↓"_s;
        }
        if (combination.key() == Qt::Key_Return)
            return keyText(QKeySequence{QKeyCombination{combination.keyboardModifiers(), Qt::Key_Enter}});
    }
    return key.toString(QKeySequence::NativeText);
}

QSize keyBadgeSize(const QString& text, bool large)
{
    const int height = tokens().px(large ? 20 : 18);
    return {std::max(textWidth(badgeFont(large), text) + 2 * tokens().px(5), height - 2), height};
}

void paintKeyBadge(QPainter& painter, const QPoint& topLeft, const QString& text, const BadgeLook& look)
{
    const Colours& c = tokens().colours();
    const QRect box{topLeft, keyBadgeSize(text, look.large)};
    const bool onFill = look.ink.isValid();
    const QColor ink = look.disabled ? c.disabledText : onFill ? look.ink : c.text2;
    paintBox(painter, box, tokens().px(4), onFill || look.disabled ? QColor{} : c.surface2,
        onFill || look.disabled ? ink : c.hair);
    paintText(painter, box, text, badgeFont(look.large), ink, Qt::AlignCenter);
}

KeyBadge::KeyBadge(const QKeySequence& key, QWidget* parent)
    : KeyBadge{keyText(key), parent}
{
}

KeyBadge::KeyBadge(const QString& text, QWidget* parent)
    : QWidget{parent}
    , m_text{text}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void KeyBadge::setKey(const QKeySequence& key)
{
    setText(keyText(key));
}

void KeyBadge::setText(const QString& text)
{
    m_text = text;
    updateGeometry();
    update();
}

QSize KeyBadge::sizeHint() const
{
    return m_text.isEmpty() || !Theme::instance().look().showKeys ? QSize{0, tokens().px(18)}
                                                                  : keyBadgeSize(m_text);
}

void KeyBadge::paintEvent(QPaintEvent*)
{
    if (m_text.isEmpty() || !Theme::instance().look().showKeys) return;
    QPainter painter{this};
    paintKeyBadge(painter, {}, m_text);
}

} // namespace till
