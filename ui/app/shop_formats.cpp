#include "ui/app/shop_formats.h"

#include <QCoreApplication>

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

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::ShopFormats)

public:
    static QString till(const QString& code) { return tr("Till %1").arg(code); }
};

} // namespace

Formats formatsFor(const ShopFacts& facts)
{
    return {localeFor(QString::fromStdString(facts.country)), QString::fromStdString(facts.currency),
        facts.decimals};
}

QString tillName(const ShopFacts& facts)
{
    return Words::till(QString::fromStdString(facts.tillCode));
}

} // namespace till
