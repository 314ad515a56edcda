#include "ui/sell/number_entry.h"

#include "domain/catalog/search_words.h"

#include <algorithm>

namespace till {
namespace {

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

bool standsIn(std::string_view words, std::string_view typed)
{
    for (auto at = words.find(typed); at != std::string_view::npos; at = words.find(typed, at + 1)) {
        const auto end = at + typed.size();
        const bool cutBefore = at > 0 && isFigure(words[at - 1]) && isFigure(typed.front());
        const bool cutAfter = end < words.size() && isFigure(words[end]) && isFigure(typed.back());
        if (!cutBefore && !cutAfter) return true;
    }
    return false;
}

std::optional<Money> centsIn(const QString& text, const Formats& formats, FigureEntry figures)
{
    const bool plain = !text.isEmpty() && text.size() < 8 &&
                       std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (figures == FigureEntry::Whole || formats.currencyDecimals() == 0 || !plain) return std::nullopt;
    return Money::fromMinor(text.toLongLong());
}

} // namespace

Entry readEntry(const QString& typed, const Formats& formats)
{
    const auto text = typed.trimmed();
    Entry entry;
    entry.text = text;
    if (text.isEmpty()) return entry;
    entry.kind = Entry::Kind::Text;

    if (text.endsWith(u'%')) {
        if (const auto rate = formats.parsePercent(text)) {
            entry.kind = Entry::Kind::Percent;
            entry.rate = *rate;
        }
        return entry;
    }
    if (text.size() > 1 && (text.endsWith(u'-') || text.endsWith(QChar{0x2212}))) {
        const auto amount = formats.parseMoney(text.chopped(1));
        if (amount && !amount->isNegative() && !looksLikeCode(text.chopped(1))) {
            entry.kind = Entry::Kind::AmountOff;
            entry.amount = *amount;
        }
        return entry;
    }
    const auto star = text.indexOf(u'*');
    if (star < 0) return entry;
    if (star == 0) {
        if (const auto quantity = formats.parseQuantity(text.mid(1))) {
            entry.kind = Entry::Kind::SetCount;
            entry.quantity = *quantity;
        }
        return entry;
    }
    const auto quantity = formats.parseQuantity(text.left(star));
    if (!quantity) return entry; // a star inside a name or a code is a letter like any other
    entry.quantity = *quantity;
    entry.text = text.mid(star + 1).trimmed();
    entry.kind = entry.text.isEmpty() ? Entry::Kind::Count : Entry::Kind::CountOf;
    return entry;
}

Result<std::optional<Money>> readAmount(const QString& typed, const Formats& formats, FigureEntry figures)
{
    const auto text = typed.trimmed();
    if (text.isEmpty()) return std::optional<Money>{};
    if (const auto cents = centsIn(text, formats, figures)) return std::optional{*cents};
    // Where there is no small change, eight digits are an ordinary sum.
    const bool largeSums = formats.currencyDecimals() == 0 && text.size() < 12;
    if (looksLikeCode(text) && !largeSums) return Error{ErrorCode::CodeUnknown, text.toStdString()};
    const auto amount = formats.parseMoney(text);
    if (!amount) return amount.error();
    return std::optional{*amount};
}

Result<UnitPrice> readPrice(const QString& typed, const Formats& formats, FigureEntry figures)
{
    if (const auto cents = centsIn(typed.trimmed(), formats, figures)) return UnitPrice::fromMoney(*cents);
    return formats.parseUnitPrice(typed);
}

bool isNumberOnItsWay(const QString& typed)
{
    const auto text = typed.trimmed();
    int digits = 0;
    bool hasDecimals = false;
    for (const QChar c : text) {
        if (c.isDigit())
            ++digits;
        else if (c == u'.' || c == u',')
            hasDecimals = true;
        else if (c != u'*' && c != u'-' && c != u'+' && c.unicode() != 0x2212)
            return false;
    }
    return digits < 3 || hasDecimals || text.startsWith(u'*');
}

bool looksLikeCode(const QString& typed)
{
    const auto text = typed.trimmed();
    return text.size() >= 8 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool meansName(const QString& typed, const QString& name)
{
    if (std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isNumber(); })) return true;
    const auto words = searchWords(name.toStdString());
    const auto terms = searchQuery(typed.toStdString()).terms;
    return !terms.empty() &&
           std::all_of(terms.begin(), terms.end(), [&](const auto& term) { return standsIn(words, term); });
}

} // namespace till
