#pragma once

#include <QColor>
#include <QFont>

#include <array>

namespace till {

/// How much room a control takes: mouse and back office, default, fingers.
enum class Density { Compact, Standard, Touch };

/// What a chip, a dot or a note wants to say beside its words.
enum class Tone { Neutral, Info, Ok, Warn, Bad };

/// The named colours of one theme. Every text pair reaches 4.5:1, every control border 3:1.
struct Colours {
    QColor bg, surface, surface2, text, text2, disabledText;
    QColor hair, line, input;
    QColor primary, primaryHover, onPrimary;
    QColor pay, payHover, onPay;
    QColor danger, sel;
    QColor noteWarn, onWarn, noteOk, onOk, noteBad, onBad;
    QColor mark, onMark;
    std::array<QColor, 6> series; ///< departments and chart series, c1 to c6

    static const Colours& light();
    static const Colours& dark();
};

/// Everything a widget may ask about the look. Sizes are logical pixels at 100 %; ask px() before using one.
class Tokens {
public:
    Tokens(const Colours& colours, Density density, int zoomPercent);

    const Colours& colours() const { return *m_colours; }
    Density density() const { return m_density; }
    bool isTouch() const { return m_density == Density::Touch; }
    int zoomPercent() const { return m_zoomPercent; }

    int px(int size) const; ///< the size at the app's zoom
    /// The standard size, or the touch size in touch density, at the app's zoom.
    int px(int standard, int touch) const { return px(isTouch() ? touch : standard); }
    int controlHeight() const; ///< fields and buttons of forms: 32, 40 or 56

    QFont font(int size, int weight = QFont::Normal) const;

    const QColor& series(int index) const; ///< 1 to 6; anything else is the quiet c5
    const QColor& noteFill(Tone tone) const;
    const QColor& noteText(Tone tone) const;

private:
    const Colours* m_colours;
    Density m_density;
    int m_zoomPercent;
};

} // namespace till
