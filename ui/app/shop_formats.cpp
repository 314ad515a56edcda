#include "ui/app/shop_formats.h"

namespace till {

QLocale localeFor(const QString& country)
{
    const auto territory = QLocale::codeToTerritory(country);
    const QLocale desktop;
    if (desktop.territory() == territory && desktop.language() != QLocale::C) return desktop;
    for (const auto language : {desktop.language(), QLocale::English, QLocale::AnyLanguage}) {
        if (language == QLocale::C) continue;
        const QLocale locale{language, territory};
        if (locale.territory() == territory) return locale;
    }
    return desktop;
}

Formats formatsFor(const ShopFacts& facts)
{
    return {localeFor(QString::fromStdString(facts.country)), QString::fromStdString(facts.currency),
        facts.decimals};
}

} // namespace till
