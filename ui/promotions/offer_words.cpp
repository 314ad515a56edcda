#include "ui/promotions/offer_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace till {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::OfferWords)

public:
    static QString kind(PromotionKind kind)
    {
        switch (kind) {
        case PromotionKind::NForPrice: return tr("N for a price");
        case PromotionKind::BuyXGetY: return tr("Buy some, get some");
        case PromotionKind::MixAndMatch: return tr("Mix and match");
        case PromotionKind::PercentOff: return tr("Percent off");
        case PromotionKind::AmountOff: return tr("Amount off");
        }
        Q_UNREACHABLE();
    }
    static QString rules(const Promotion& rules, const Formats& formats)
    {
        const auto rate = rules.rate ? formats.percent(*rules.rate) : QString{};
        const auto price = rules.price ? formats.money(*rules.price) : QString{};
        const auto count = formats.whole(rules.count);
        switch (rules.kind) {
        case PromotionKind::NForPrice: return tr("%1 for %2").arg(count, price);
        case PromotionKind::BuyXGetY:
            return rules.rate == Rate::whole()
                       ? tr("Buy %1, get %2 free").arg(count, formats.whole(rules.gotCount))
                       : tr("Buy %1, get %2 for %3 less").arg(count, formats.whole(rules.gotCount), rate);
        case PromotionKind::MixAndMatch:
            return rules.rate ? tr("Any %1 for %2 less").arg(count, rate)
                              : tr("Any %1 for %2").arg(count, price);
        case PromotionKind::PercentOff: return tr("%1 off").arg(rate);
        case PromotionKind::AmountOff: return tr("%1 off").arg(formats.money(rules.amount));
        }
        Q_UNREACHABLE();
    }
    static QString more(const QString& words, const Promotion& rules, const Formats& formats)
    {
        auto whole = words;
        if (rules.minimum.isPositive()) whole = tr("%1, from %2").arg(whole, formats.money(rules.minimum));
        if (rules.limit > 0) whole = tr("%1, at most %2 times").arg(whole, formats.whole(rules.limit));
        return whole;
    }
    static QString clock(int minute)
    {
        return QStringLiteral("%1:%2")
            .arg(minute / 60, 2, 10, QLatin1Char{'0'})
            .arg(minute % 60, 2, 10, QLatin1Char{'0'});
    }
    static QString times(const PromotionTimes& times, const Formats& formats)
    {
        const auto day = [&](BusinessDay of) {
            Moment noon;
            noon.businessDay = of;
            noon.utc = Timestamp{std::chrono::hours{24 * of.days + 12}};
            return formats.date(noon);
        };
        QStringList parts;
        if (times.from && times.to) parts << tr("%1 to %2").arg(day(*times.from), day(*times.to));
        if (times.from && !times.to) parts << tr("from %1").arg(day(*times.from));
        if (!times.from && times.to) parts << tr("until %1").arg(day(*times.to));
        if (times.weekdays != 0x7F) {
            QStringList days;
            for (int i = 0; i < 7; ++i)
                if ((times.weekdays >> i & 1) != 0)
                    days << QLocale{}.standaloneDayName(i + 1, QLocale::ShortFormat);
            parts << days.join(QLatin1Char{' '});
        }
        if (times.fromMinute || times.toMinute)
            parts << tr("%1 to %2")
                         .arg(clock(times.fromMinute.value_or(0)), clock(times.toMinute.value_or(24 * 60)));
        return parts.isEmpty() ? tr("always") : parts.join(QStringLiteral(", "));
    }
    static QString field(const std::string& field)
    {
        if (field == "n" || field == "buy.quantity") return tr("how many");
        if (field == "get.quantity") return tr("how many are got");
        if (field == "price") return tr("the price");
        if (field == "percent" || field == "get.percent") return tr("the percentage");
        if (field == "amount") return tr("the amount");
        if (field == "minimum" || field == "coupons.minimum") return tr("the minimum");
        if (field == "limit") return tr("how often");
        if (field == "weekdays") return tr("a weekday");
        if (field == "to" || field == "coupons.to") return tr("the last day");
        if (field == "from_time" || field == "to_time") return tr("the hours");
        if (field == "coupons.uses") return tr("the uses of the coupon");
        return tr("the offer");
    }
};

} // namespace

QString offerKindWord(PromotionKind kind)
{
    return Words::kind(kind);
}

QString offerWords(const Promotion& rules, const Formats& formats)
{
    return Words::more(Words::rules(rules, formats), rules, formats);
}

QString offerTimes(const PromotionTimes& times, const Formats& formats)
{
    return Words::times(times, formats);
}

QString offerField(const std::string& field)
{
    return Words::field(field);
}

} // namespace till
