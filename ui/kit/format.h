#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "base/result.h"

#include <QLocale>
#include <QString>

namespace till {

/// Numbers as the people of a shop write and read them. Made once from the shop's number format and
/// currency; a value type, cheap to copy. Minus is U+2212, figures are grouped as the locale groups them.
class Formats {
public:
    /// `currencyDecimals`: 2 for EUR, 0 for JPY, 3 for KWD.
    Formats(const QLocale& locale, const QString& currencyCode, int currencyDecimals);

    QString money(Money amount) const;           ///< "1 234,50"
    QString moneyWithSymbol(Money amount) const; ///< "32,41 €", "$32.41"
    QString difference(Money amount) const;      ///< as money(), with "+" in front of a surplus
    QString unitPrice(UnitPrice price) const;    ///< at least the currency's decimals: "1,35", "0,035"
    QString quantity(Quantity quantity) const;   ///< "3", or all three decimals: "0,846"
    QString percent(Rate rate) const;            ///< "19 %", "5,5 %"
    QString whole(qint64 count) const;           ///< "1 204"

    QString time(const Moment& moment) const;        ///< "15:07"
    QString date(const Moment& moment) const;        ///< "14.03.2026"
    QString dateAndTime(const Moment& moment) const; ///< "14.03.2026 15:07"
    QString clock(const Moment& moment) const;       ///< "Sat 14 Mar  15:07"
    /// "26 Mar", the month in the program's language; with its year where that is not the year of `today`.
    QString day(BusinessDay day, BusinessDay today) const;
    QString dayAndTime(const Moment& moment, BusinessDay today) const; ///< "Thu 12 Mar, 09:24"

    /// What a person typed: "2,5", "2.50", "1 234,50", "1.234,50", "€ 3". Errors: NumberInvalid (not a
    /// number, or more decimals than there are), NumberAmbiguous ("1,234": decimals or thousands?),
    /// NumberOutOfRange.
    Result<Money> parseMoney(const QString& text) const;
    Result<UnitPrice> parseUnitPrice(const QString& text) const;
    /// As money, but "1,234" is 1.234 where the comma is the locale's decimal sign: weights have three
    /// decimals.
    Result<Quantity> parseQuantity(const QString& text) const;
    Result<Rate> parsePercent(const QString& text) const; ///< "10", "5,5", "10 %"

    QString samplePrice() const; ///< "2,50", to show how a price is typed
    QChar decimalSign() const { return m_decimalSign; }
    QString currencySymbol() const { return m_symbol; }
    int currencyDecimals() const { return m_currencyDecimals; }
    const QLocale& locale() const { return m_locale; }

private:
    enum class ThreeDecimals { Ambiguous, ByLocale };
    QString scaled(qint64 value, int scale, int minDecimals) const;
    Result<std::string> plainNumber(const QString& text, ThreeDecimals threeDecimals) const;

    QLocale m_locale;
    QChar m_decimalSign;
    QString m_code;
    QString m_symbol;
    QString m_symbolBefore; ///< the symbol with its space, where the locale puts it in front
    QString m_symbolAfter;
    int m_currencyDecimals;
};

} // namespace till
