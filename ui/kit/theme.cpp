#include "ui/kit/theme.h"

#include "ui/kit/style_sheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// The desktop's own palette, read before ours replaces it: Qt 6.4 has no colorScheme() to ask.
bool desktopIsDark()
{
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.bg);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.surface2);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.text2);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::Highlight, c.primary);
    palette.setColor(QPalette::HighlightedText, c.onPrimary);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.surface);
    palette.setColor(QPalette::Link, c.primary);
    palette.setColor(QPalette::Mid, c.hair);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.disabledText);
    return palette;
}

} // namespace

Theme::Theme()
    : m_tokens{Colours::light(), m_look.density, m_look.zoomPercent}
{
}

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::apply(const LookSettings& look)
{
    const bool desktopDark = desktopIsDark();
    const bool dark = look.mode == ThemeMode::Dark || (look.mode == ThemeMode::System && desktopDark);
    m_look = look;
    m_tokens = Tokens{dark ? Colours::dark() : Colours::light(), look.density, look.zoomPercent};

    if (QApplication::style()->name() != "fusion"_L1)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(m_tokens.font(14));
    QApplication::setPalette(paletteOf(m_tokens.colours()));
    qApp->setStyleSheet(styleSheetFrom(m_tokens));
    Q_EMIT changed();
}

} // namespace till
