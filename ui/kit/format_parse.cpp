#include "ui/kit/format.h"

#include "base/decimal.h"

#include <QStringList>

namespace till {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString& text)
{
    return {ErrorCode::NumberInvalid, text.left(40).toStdString()};
}

// Digits of any script become ASCII; spaces and the apostrophes that group figures in Switzerland go away.
QString simplified(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            plain += QChar{static_cast<char16_t>(u'0' + c.digitValue())};
        else if (c.unicode() == 0x2212)
            plain += u'-';
        else if (c.unicode() == 0x066B)
            plain += u',';
        else if (!c.isSpace() && c != u'\'' && c.unicode() != 0x2019 && c.unicode() != 0x066C && !c.isMark())
            plain += c;
    }
    return plain;
}

// "1.234.567" and "12,34,567": the last group has three digits, the others two or three, the first one to
// three.
bool isGrouped(const QStringList& groups)
{
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const auto size = groups[i].size();
        const bool last = i == groups.size() - 1;
        if (last ? size != 3 : i == 0 ? size < 1 || size > 3 : size < 2 || size > 3) return false;
    }
    return !groups.constFirst().startsWith(u'0');
}

} // namespace

Result<std::string> Formats::plainNumber(const QString& text, ThreeDecimals threeDecimals) const
{
    QString number = simplified(text);
    for (const QString& sign : {m_symbol, m_code})
        if (!sign.isEmpty()) number.remove(simplified(sign), Qt::CaseInsensitive);
    const bool negative = number.startsWith(u'-');
    if (negative || number.startsWith(u'+')) number.remove(0, 1);
    for (const QChar c : number)
        if (!(c >= u'0' && c <= u'9') && c != u'.' && c != u',') return invalid(text);

    const auto commas = number.count(u',');
    const auto points = number.count(u'.');
    QString whole = number;
    QString decimals;
    const auto last = std::max(number.lastIndexOf(u','), number.lastIndexOf(u'.'));
    const auto groupsValid = [&](QChar separator) {
        return !whole.contains(separator) || isGrouped(whole.split(separator));
    };
    if (commas + points == 1 || (commas > 0 && points > 0)) {
        const QChar separator = number[last];
        whole = number.left(last);
        decimals = number.mid(last + 1);
        if (whole.contains(separator)) return invalid(text);
        const bool couldBeGroup = commas + points == 1 && isGrouped({whole, decimals});
        const bool localeDecides = threeDecimals == ThreeDecimals::ByLocale && separator == m_decimalSign;
        if (couldBeGroup && !localeDecides)
            return Error{ErrorCode::NumberAmbiguous, text.left(40).toStdString()};
    }
    if (!groupsValid(u',') || !groupsValid(u'.')) return invalid(text);
    whole.remove(u',').remove(u'.');
    if (whole.isEmpty() && decimals.isEmpty()) return invalid(text);
    if (whole.isEmpty()) whole = u"0"_s; // ",50"
    std::string result = (negative ? "-" : "") + whole.toStdString();
    if (!decimals.isEmpty()) result += '.' + decimals.toStdString();
    return result;
}

Result<Money> Formats::parseMoney(const QString& text) const
{
    const auto number = plainNumber(text, ThreeDecimals::Ambiguous);
    if (!number) return number.error();
    return till::parseMoney(*number, m_currencyDecimals);
}

Result<UnitPrice> Formats::parseUnitPrice(const QString& text) const
{
    const auto number = plainNumber(text, ThreeDecimals::Ambiguous);
    if (!number) return number.error();
    return till::parseUnitPrice(*number, m_currencyDecimals);
}

Result<Quantity> Formats::parseQuantity(const QString& text) const
{
    const auto number = plainNumber(text, ThreeDecimals::ByLocale);
    if (!number) return number.error();
    return till::parseQuantity(*number);
}

Result<Rate> Formats::parsePercent(const QString& text) const
{
    QString bare = text;
    bare.remove(u'%').remove(m_locale.percent());
    const auto number = plainNumber(bare, ThreeDecimals::ByLocale);
    if (!number) return number.error();
    return till::parsePercent(*number);
}

} // namespace till
