#include "ui/kit/icons.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionButton>

namespace till {

struct KeyButton::Look {
    QColor fill;
    QColor border;
    int borderWidth = 1;
    QColor ink;
    QColor captionInk;
    bool onFill = false;
    bool enabled = true;
};

struct KeyButton::Piece {
    enum class Kind { Icon, Swatch, Word, Amount, Count, Badge } kind;
    int width;
    QString text{};
};

namespace {

struct KindColours {
    QColor fill, hover, pressed, border, ink;
    bool onFill;
};

KindColours coloursOf(ButtonKind kind)
{
    const Colours& c = tokens().colours();
    switch (kind) {
    case ButtonKind::Normal: return {c.surface, c.surface2, c.sel, c.hair, c.text, false};
    case ButtonKind::Danger: return {c.surface, c.noteBad, c.noteBad, c.hair, c.danger, false};
    case ButtonKind::Primary:
        return {c.primary, c.primaryHover, c.primaryHover, c.primary, c.onPrimary, true};
    case ButtonKind::Pay: return {c.pay, c.payHover, c.payHover, c.pay, c.onPay, true};
    case ButtonKind::Quiet: return {{}, c.surface2, c.sel, {}, c.text2, false};
    case ButtonKind::Link: return {{}, c.surface2, c.sel, {}, c.primary, false};
    case ButtonKind::Warn: return {c.noteWarn, c.noteWarn, c.mark, c.onWarn, c.onWarn, false};
    }
    Q_UNREACHABLE();
}

} // namespace

KeyButton::Look KeyButton::look() const
{
    const Colours& c = tokens().colours();
    const KindColours kind = coloursOf(m_kind);
    const bool quiet = m_kind == ButtonKind::Quiet || m_kind == ButtonKind::Link;
    Look look{
        kind.fill, kind.border, 1, kind.ink, kind.onFill ? kind.ink : c.text2, kind.onFill, isEnabled()};
    if (!isEnabled()) {
        look.fill = quiet ? QColor{} : c.surface2;
        look.border = quiet ? QColor{} : c.hair;
        look.ink = look.captionInk = c.disabledText;
        look.onFill = false;
        return look;
    }
    if (isChecked()) {
        look.fill = c.sel;
        look.border = c.primary;
    }
    if (isDown())
        look.fill = kind.pressed;
    else if (underMouse() && !isChecked())
        look.fill = kind.hover;
    if (hasFocus()) {
        look.border = kind.onFill ? c.text : c.primary;
        look.borderWidth = tokens().px(2);
    }
    return look;
}

std::vector<KeyButton::Piece> KeyButton::pieces(const Look& look) const
{
    const Tokens& t = tokens();
    std::vector<Piece> pieces;
    if (m_swatch > 0) pieces.push_back({Piece::Kind::Swatch, t.px(10)});
    if (m_iconShown && !m_iconName.isEmpty()) pieces.push_back({Piece::Kind::Icon, t.px(m_iconSize)});
    if (!text().isEmpty())
        pieces.push_back({Piece::Kind::Word, textWidth(t.font(m_textSize, m_textWeight), text()), text()});
    if (!m_amount.isEmpty())
        pieces.push_back({Piece::Kind::Amount, textWidth(t.font(24, QFont::Bold), m_amount), m_amount});
    if (m_count > 0) {
        const QString figure = QString::number(m_count);
        const int width = textWidth(t.font(12, QFont::Bold), figure) + t.px(12);
        pieces.push_back({Piece::Kind::Count, std::max(t.px(20), width), figure});
    }
    if (showsKey() && m_arrangement != Arrangement::Stacked) {
        const QString words = keyText(m_key);
        pieces.push_back(
            {Piece::Kind::Badge, keyBadgeSize(words, look.onFill || m_textSize >= 18).width(), words});
    }
    return pieces;
}

int KeyButton::contentWidth() const
{
    const Tokens& t = tokens();
    if (m_arrangement == Arrangement::Stacked) {
        const int caption =
            m_caption.isEmpty() ? keyBadgeSize(keyText(m_key)).width() : textWidth(t.font(12), m_caption);
        return std::max(textWidth(t.font(m_textSize, m_textWeight), text()), caption);
    }
    int width = 0;
    const auto all = pieces(look());
    for (const auto& piece : all) width += piece.width;
    const auto gaps = static_cast<int>(all.size()) - 1;
    return width + std::max(0, gaps) * t.px(8);
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const Look look = this->look();
    if (look.fill.isValid() || look.border.isValid())
        paintBox(painter, rect(), tokens().px(8), look.fill, look.border, look.borderWidth);
    if (m_arrangement == Arrangement::Stacked)
        paintStacked(painter, look);
    else
        paintRow(painter, look);
}

void KeyButton::paintStacked(QPainter& painter, const Look& look) const
{
    const Tokens& t = tokens();
    const QFont wordFont = t.font(m_textSize, m_textWeight);
    const bool hasSecond = !m_caption.isEmpty() || showsKey();
    const int second = t.px(18);
    const int first = static_cast<int>(wordFont.pixelSize() * 1.25);
    const int top = (height() - first - (hasSecond ? second : 0)) / 2;
    const QRect inner = rect().adjusted(t.px(4), 0, -t.px(4), 0);
    paintText(painter, {inner.x(), top, inner.width(), first}, text(), wordFont, look.ink, Qt::AlignCenter);
    const QRect below{inner.x(), top + first, inner.width(), second};
    if (!m_caption.isEmpty()) {
        paintText(painter, below, m_caption, t.font(12), look.captionInk, Qt::AlignCenter);
    } else if (showsKey()) {
        const QSize badge = keyBadgeSize(keyText(m_key));
        paintKeyBadge(painter, {below.center().x() - badge.width() / 2, below.y()}, keyText(m_key),
            {.large = false, .ink = look.onFill ? look.ink : QColor{}, .disabled = !look.enabled});
    }
}

void KeyButton::paintRow(QPainter& painter, const Look& look) const
{
    const Tokens& t = tokens();
    auto all = pieces(look);
    const int room = width() - 2 * t.px(m_arrangement == Arrangement::Spread ? 14 : 6);
    const auto total = [&] {
        int sum = static_cast<int>(all.size() - 1) * t.px(8);
        for (const auto& piece : all) sum += piece.width;
        return sum;
    };
    if (all.size() > 1 && total() > room && all.front().kind == Piece::Kind::Icon) all.erase(all.begin());
    const bool spread = m_arrangement == Arrangement::Spread;
    if (!all.empty() && total() > room && all.back().kind == Piece::Kind::Badge) all.pop_back();
    if (all.empty()) return;
    if (const int over = total() - room; over > 0) {
        const auto word =
            std::find_if(all.begin(), all.end(), [](const Piece& p) { return p.kind == Piece::Kind::Word; });
        if (word != all.end()) word->width = std::max(0, word->width - over);
    }
    int x = spread ? t.px(14) : (width() - total()) / 2;
    for (const auto& piece : all) {
        const bool toTheEnd = spread && piece.kind == Piece::Kind::Badge;
        const QRect box{toTheEnd ? width() - t.px(14) - piece.width : x, 0, piece.width, height()};
        paintPiece(painter, piece, mirrored(painter, box, rect()), look);
        x += piece.width + t.px(8);
    }
}

void KeyButton::paintPiece(QPainter& painter, const Piece& piece, const QRect& box, const Look& look) const
{
    const Tokens& t = tokens();
    const auto centred = [&](int size) { return QRect{box.x(), (height() - size) / 2, box.width(), size}; };
    switch (piece.kind) {
    case Piece::Kind::Icon: paintIcon(painter, centred(box.width()), m_iconName, look.ink); break;
    case Piece::Kind::Swatch: paintBox(painter, centred(box.width()), t.px(3), t.series(m_swatch), {}); break;
    case Piece::Kind::Word:
        paintText(painter, box, piece.text, t.font(m_textSize, m_textWeight), look.ink);
        break;
    case Piece::Kind::Amount: paintText(painter, box, piece.text, t.font(24, QFont::Bold), look.ink); break;
    case Piece::Kind::Count: {
        const QRect pill = centred(t.px(20));
        paintBox(painter, pill, pill.height() / 2, t.colours().primary, {});
        paintText(painter, pill, piece.text, t.font(12, QFont::Bold), t.colours().onPrimary, Qt::AlignCenter);
        break;
    }
    case Piece::Kind::Badge: {
        const bool large = look.onFill || m_textSize >= 18;
        const int badgeHeight = keyBadgeSize(piece.text, large).height();
        const bool onColour = look.onFill || m_kind == ButtonKind::Warn;
        paintKeyBadge(painter, {box.x(), (height() - badgeHeight) / 2}, piece.text,
            {.large = large, .ink = onColour ? look.ink : QColor{}, .disabled = !look.enabled});
        break;
    }
    }
}

} // namespace till
