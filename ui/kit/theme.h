#pragma once

#include "ui/kit/tokens.h"

#include <QObject>

namespace till {

enum class ThemeMode { Light, Dark, System };

/// What a person chose about the look.
struct LookSettings {
    ThemeMode mode = ThemeMode::System;
    Density density = Density::Standard;
    int zoomPercent = 100; ///< 80 to 160; beyond is clamped
    bool showKeys = true;  ///< key badges on buttons

    friend bool operator==(const LookSettings&, const LookSettings&) = default;
};

/// The look of the running program: Fusion, one style sheet and one palette, all made from the tokens.
/// One per process, GUI thread only. Widgets ask tokens() whenever they paint and never keep a colour.
class Theme : public QObject {
    Q_OBJECT

public:
    static Theme& instance();

    /// Sets style, palette and style sheet of the application. Needs a QApplication.
    void apply(const LookSettings& look);
    const LookSettings& look() const { return m_look; }
    const Tokens& tokens() const { return m_tokens; }
    bool isDark() const { return &m_tokens.colours() == &Colours::dark(); }

Q_SIGNALS:
    void changed(); ///< after apply(); sizes and colours may differ

private:
    Theme();
    LookSettings m_look;
    Tokens m_tokens;
};

inline const Tokens& tokens()
{
    return Theme::instance().tokens();
}

/// Calls `adapt` now and after each change of the look, as long as `owner` lives.
template <typename Adapt>
void onTheme(QObject* owner, Adapt adapt)
{
    adapt();
    QObject::connect(&Theme::instance(), &Theme::changed, owner, adapt);
}

} // namespace till
