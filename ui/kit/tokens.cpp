#include "ui/kit/tokens.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

const Colours& Colours::light()
{
    // clang-format off
    static const Colours colours{
        0xF6F7F9, 0xFFFFFF, 0xEEF1F5, 0x17202B, 0x4A5563, 0x97A2AF,
        0xD5DBE2, 0xE6EAEF, 0x758292,
        0x0B5FAE, 0x094F91, 0xFFFFFF,
        0x0F7A45, 0x0C6638, 0xFFFFFF,
        0xB3261E, 0xDCEBFA,
        0xFFF3D6, 0x6B4700, 0xE3F4EA, 0x0B5D35, 0xFCE8E6, 0x8C1D18,
        0xFFE7A3, 0x4A3200,
        {0x0B5FAE, 0xC75B00, 0x0F7A45, 0x9B2D86, 0x5B6B7C, 0xB3261E}};
    // clang-format on
    return colours;
}

const Colours& Colours::dark()
{
    // clang-format off
    static const Colours colours{
        0x12161B, 0x1B2128, 0x252D36, 0xEDF1F5, 0xB3BECB, 0x66727F,
        0x3A4552, 0x2A323C, 0x76859A,
        0x6CB2F7, 0x8AC2F9, 0x06223D,
        0x5CD695, 0x7FE0AC, 0x06281A,
        0xFF8A80, 0x17395A,
        0x3A2C0A, 0xFFD88A, 0x0E3322, 0x9BE8BE, 0x4A1512, 0xFFB4AC,
        0x5A4509, 0xFFE7A3,
        {0x6CB2F7, 0xFFB066, 0x5CD695, 0xE39AD3, 0xA9B6C5, 0xFF8A80}};
    // clang-format on
    return colours;
}

Tokens::Tokens(const Colours& colours, Density density, int zoomPercent)
    : m_colours{&colours}
    , m_density{density}
    , m_zoomPercent{std::clamp(zoomPercent, 80, 160)}
{
}

int Tokens::px(int size) const
{
    return (size * m_zoomPercent + 50) / 100;
}

int Tokens::controlHeight() const
{
    switch (m_density) {
    case Density::Compact: return px(32);
    case Density::Standard: return px(40);
    case Density::Touch: return px(56);
    }
    Q_UNREACHABLE();
}

QFont Tokens::font(int size, int weight) const
{
    // A font that is made anew looks its engine up anew, which takes longer than painting a word with it.
    // Kept until the program ends: a font must not outlive the application object.
    static auto& made = *new QHash<std::pair<int, int>, QFont>;
    const std::pair key{px(size), weight};
    if (const auto known = made.constFind(key); known != made.cend()) return *known;
    QFont& font = made[key];
    // Noto Sans has tabular digits without asking; DejaVu Sans too, and it is on every desktop.
    font.setFamilies({u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPixelSize(px(size));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

const QColor& Tokens::series(int index) const
{
    return m_colours->series[static_cast<std::size_t>(index >= 1 && index <= 6 ? index - 1 : 4)];
}

const QColor& Tokens::noteFill(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return m_colours->surface2;
    case Tone::Info: return m_colours->sel;
    case Tone::Ok: return m_colours->noteOk;
    case Tone::Warn: return m_colours->noteWarn;
    case Tone::Bad: return m_colours->noteBad;
    }
    Q_UNREACHABLE();
}

const QColor& Tokens::noteText(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return m_colours->text2;
    case Tone::Info: return m_colours->text;
    case Tone::Ok: return m_colours->onOk;
    case Tone::Warn: return m_colours->onWarn;
    case Tone::Bad: return m_colours->onBad;
    }
    Q_UNREACHABLE();
}

} // namespace till
