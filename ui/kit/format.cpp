#include "ui/kit/format.h"

#include "base/decimal.h"

#include <QDateTime>
#include <QHash>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMinus{0x2212};
constexpr QChar kNoBreakSpace{0x00A0};

// Qt knows a symbol only for the locale's own currency; the rest show their ISO code unless the sign is one
// nobody mistakes.
QString symbolOf(const QLocale& locale, const QString& code)
{
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == code)
        return locale.currencySymbol(QLocale::CurrencySymbol);
    static const QHash<QString, QString> known{{u"EUR"_s, u"€"_s}, {u"GBP"_s, u"£"_s}, {u"JPY"_s, u"¥"_s}};
    return known.value(code, code);
}

// CLDR writes a no-break space before the sign in these languages and none elsewhere.
bool putsSpaceBeforePercent(const QLocale& locale)
{
    switch (locale.language()) {
    case QLocale::German:
    case QLocale::French:
    case QLocale::Spanish:
    case QLocale::Swedish:
    case QLocale::NorwegianBokmal:
    case QLocale::Danish:
    case QLocale::Finnish:
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Slovenian:
    case QLocale::Croatian:
    case QLocale::Romanian:
    case QLocale::Russian:
    case QLocale::Ukrainian: return true;
    default: return false;
    }
}

QDateTime wallClock(const Moment& moment)
{
    const qint64 utc = moment.utc.time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(utc + qint64{moment.offsetMinutes} * 60'000, Qt::UTC);
}

QDate toDate(BusinessDay day)
{
    return QDate{1970, 1, 1}.addDays(day.days);
}

} // namespace

Formats::Formats(const QLocale& locale, const QString& currencyCode, int currencyDecimals)
    : m_locale{locale}
    , m_decimalSign{locale.decimalPoint().at(0)}
    , m_code{currencyCode}
    , m_symbol{symbolOf(locale, currencyCode)}
    , m_currencyDecimals{currencyDecimals}
{
    // Where the locale puts a currency sign, asked once with a sign that is in no number.
    const QString sample = locale.toCurrencyString(qlonglong{1}, u"¤"_s);
    const auto first = sample.indexOf(u'¤');
    const bool before = first >= 0 && first < sample.indexOf(locale.toString(1));
    const bool spaced = sample.contains(kNoBreakSpace) || sample.contains(u' ') || m_symbol.size() > 1;
    const QString space = spaced ? QString{kNoBreakSpace} : QString{};
    (before ? m_symbolBefore : m_symbolAfter) = before ? m_symbol + space : space + m_symbol;
}

QString Formats::scaled(qint64 value, int scale, int minDecimals) const
{
    const QString plain = QString::fromStdString(formatScaled(value, scale, minDecimals));
    const bool negative = plain.startsWith(u'-');
    const QString unsignedPart = negative ? plain.mid(1) : plain;
    const auto point = unsignedPart.indexOf(u'.');
    QString text = m_locale.toString(unsignedPart.left(point).toULongLong());
    if (point >= 0) {
        const char16_t zero = m_locale.zeroDigit().at(0).unicode();
        text += m_decimalSign;
        for (const QChar digit : unsignedPart.mid(point + 1))
            text += QChar{static_cast<char16_t>(zero + digit.digitValue())};
    }
    return negative ? kMinus + text : text;
}

QString Formats::money(Money amount) const
{
    return scaled(amount.minor(), m_currencyDecimals, m_currencyDecimals);
}

QString Formats::samplePrice() const
{
    return money(Money::fromMinor(250));
}

QString Formats::moneyWithSymbol(Money amount) const
{
    const QString figures = money(amount);
    const bool negative = figures.startsWith(kMinus);
    const QString bare = m_symbolBefore + (negative ? figures.mid(1) : figures) + m_symbolAfter;
    return negative ? kMinus + bare : bare;
}

QString Formats::difference(Money amount) const
{
    return amount.isPositive() ? u'+' + money(amount) : money(amount);
}

QString Formats::unitPrice(UnitPrice price) const
{
    return scaled(price.hundredths(), m_currencyDecimals + 2, m_currencyDecimals);
}

QString Formats::quantity(Quantity quantity) const
{
    return scaled(quantity.thousandths(), 3, quantity.isWhole() ? 0 : 3);
}

QString Formats::percent(Rate rate) const
{
    const QString space = putsSpaceBeforePercent(m_locale) ? QString{kNoBreakSpace} : QString{};
    return scaled(rate.partsPerMillion(), 4, 0) + space + m_locale.percent();
}

QString Formats::whole(qint64 count) const
{
    return scaled(count, 0, 0);
}

QString Formats::time(const Moment& moment) const
{
    return m_locale.toString(wallClock(moment).time(), QLocale::ShortFormat);
}

QString Formats::date(const Moment& moment) const
{
    return m_locale.toString(wallClock(moment).date(), QLocale::ShortFormat);
}

QString Formats::dateAndTime(const Moment& moment) const
{
    return date(moment) + u' ' + time(moment);
}

QString Formats::clock(const Moment& moment) const
{
    return m_locale.toString(wallClock(moment).date(), u"ddd d MMM"_s) + u"  "_s + time(moment);
}

QString Formats::day(BusinessDay day, BusinessDay today) const
{
    const bool isThisYear = toDate(day).year() == toDate(today).year();
    return QLocale{}.toString(toDate(day), isThisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString Formats::dayAndTime(const Moment& moment, BusinessDay today) const
{
    const auto date = wallClock(moment).date();
    const bool isThisYear = date.year() == toDate(today).year();
    return QLocale{}.toString(date, isThisYear ? u"ddd d MMM"_s : u"d MMM yyyy"_s) + u", "_s + time(moment);
}

} // namespace till
