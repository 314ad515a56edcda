#include "ui/sell/product_rows.h"

#include "base/rounding.h"
#include "base/text.h"
#include "domain/cash/currency.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFewLeft = Quantity::fromThousandths(5000);

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::ProductRows)

public:
    static QString left(Quantity onHand, const Formats& formats)
    {
        return tr("%1 left").arg(formats.quantity(onHand));
    }
    static QString soldOut() { return tr("sold out"); }
    static QString lastSale(const FinishedSale& sale, const Formats& formats)
    {
        return tr("Last sale %1, %2").arg(QString::fromStdString(sale.number), formats.time(sale.at));
    }
    static QString change(Money amount, const Formats& formats)
    {
        return tr("change %1").arg(formats.money(amount));
    }
    static QString part(int number) { return tr("part %1").arg(number); }
    static QString foreignDetail(const QString& symbol)
    {
        return tr("Today's rates. Change is given in %1.").arg(symbol);
    }
    static QString last(Money amount, const Formats& formats)
    {
        return tr("last %1").arg(formats.money(amount));
    }
};

int colourOf(DepartmentId department, const DepartmentColours& colours)
{
    const auto found = colours.find(department.value);
    return found == colours.end() ? 5 : found->second;
}

bool perMeasure(const ProductHit& hit)
{
    return hit.unit != "pc" && !hit.unit.empty();
}

} // namespace

std::vector<MatchMark> matchMarks(const QString& text, const QString& typed)
{
    // Folded character by character, so that a place in the folded text leads back to the text: "ß" folds to
    // two.
    QString folded;
    std::vector<int> origin;
    for (int i = 0; i < text.size();) {
        const int length = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const auto piece = QString::fromStdString(foldForSearch(text.mid(i, length).toStdString()));
        for (const auto c : piece) {
            folded += c;
            origin.push_back(i);
        }
        i += length;
    }
    origin.push_back(static_cast<int>(text.size()));
    std::vector<MatchMark> marks;
    const auto words =
        QString::fromStdString(foldForSearch(typed.toStdString())).split(u' ', Qt::SkipEmptyParts);
    for (const auto& word : words) {
        const auto at = folded.indexOf(word);
        if (at < 0) continue;
        const int start = origin[static_cast<std::size_t>(at)];
        const int end = origin[static_cast<std::size_t>(at + word.size())];
        if (end > start) marks.push_back({start, end - start});
    }
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    std::vector<MatchMark> apart;
    for (const auto& mark : marks) {
        if (apart.empty() || mark.start >= apart.back().start + apart.back().length) apart.push_back(mark);
    }
    return apart;
}

std::vector<ResultRow> resultRows(const std::vector<ProductHit>& hits, const QString& typed,
    const Formats& formats, const DepartmentColours& colours)
{
    std::vector<ResultRow> rows;
    rows.reserve(hits.size());
    for (const auto& hit : hits) {
        ResultRow row;
        row.productId = hit.id.value;
        row.colour = colourOf(hit.department, colours);
        row.name = QString::fromStdString(hit.name);
        row.nameMarks = matchMarks(row.name, typed);
        row.code = QString::fromStdString(hit.code);
        row.codeMarks = matchMarks(row.code, typed);
        if (hit.tracksStock && hit.stockCounted) {
            row.stockText = formats.quantity(hit.onHand);
            if (!hit.onHand.isPositive()) {
                row.stockText = Words::soldOut();
                row.stockTone = Tone::Bad;
            } else if (hit.onHand < kFewLeft) {
                row.stockText = Words::left(hit.onHand, formats);
                row.stockTone = Tone::Warn;
            }
        }
        if (hit.price) row.priceText = formats.unitPrice(*hit.price);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TileRow> tileRows(
    const std::vector<ProductHit>& products, const Formats& formats, const DepartmentColours& colours)
{
    std::vector<TileRow> rows;
    rows.reserve(products.size());
    for (const auto& product : products) {
        TileRow row;
        row.productId = product.id.value;
        row.name = QString::fromStdString(product.name);
        if (product.price) row.priceText = formats.unitPrice(*product.price);
        if (perMeasure(product)) row.perUnit = u'/' + QString::fromStdString(product.unit);
        row.colour = colourOf(product.department, colours);
        row.soldOut = product.tracksStock && product.stockCounted && !product.onHand.isPositive();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::map<qint64, QString> quantitiesIn(const std::optional<PricedCart>& cart, const Formats& formats)
{
    std::map<qint64, Quantity> sums;
    if (cart) {
        for (const auto& line : cart->cart.lines) sums[line.product.value] += line.quantity;
    }
    std::map<qint64, QString> texts;
    for (const auto& [product, quantity] : sums) {
        if (!quantity.isZero()) texts[product] = formats.quantity(quantity);
    }
    return texts;
}

LastSale lastSale(const FinishedSale& sale, const Formats& formats)
{
    return {Words::lastSale(sale, formats), formats.moneyWithSymbol(sale.due),
        sale.change.isPositive() ? Words::change(sale.change, formats) : QString{}};
}

Formats foreignFormats(const QString& currency, const Formats& formats)
{
    return {formats.locale(), currency, currencyDecimals(currency.toStdString()).value_or(2)};
}

QString rateWords(const QString& currency, ExchangeRate rate, const Formats& formats)
{
    auto figure = QString::fromStdString(formatExchangeRate(rate));
    figure.replace(u'.', formats.decimalSign());
    return u"1 %1 = %2 %3"_s.arg(formats.currencySymbol(), figure, currency);
}

namespace {

QString partDetail(int number, const CartTender& tender, const Formats& formats)
{
    auto detail = Words::part(number);
    if (tender.foreign) {
        const auto currency = QString::fromStdString(tender.foreign->currency);
        detail += u", "_s + foreignFormats(currency, formats).money(Money::fromMinor(tender.foreign->minor)) +
                  u' ' + currency;
    }
    if (!tender.reference.empty()) detail += u", "_s + QString::fromStdString(tender.reference);
    return detail;
}

QString partIcon(const TenderType* type)
{
    if (type == nullptr || type->givesChange()) return u"banknote"_s;
    return type->code == "voucher" ? u"gift"_s : u"credit-card"_s;
}

} // namespace

PartsState partsState(
    const PricedCart& cart, const Settlement& state, const CheckoutService& checkout, const Formats& formats)
{
    PartsState parts;
    parts.total = formats.money(cart.priced.total);
    int position = 0;
    for (const auto& tender : cart.cart.tenders) {
        const auto* type = checkout.tenderType(tender.type);
        parts.parts.push_back(
            {position, partIcon(type), type ? QString::fromStdString(type->name) : QString{},
                partDetail(position + 1, tender, formats), formats.money(-tender.amount)});
        ++position;
    }
    parts.left = formats.moneyWithSymbol(state.left);
    parts.amountField = formats.money(state.left);
    return parts;
}

namespace {

PayMethod methodOf(const TenderType& type)
{
    PayMethod method{
        QString::fromStdString(type.code), u"link"_s, QString::fromStdString(type.name), QKeySequence{}};
    if (type.code == "voucher") {
        method.iconName = u"gift"_s;
        method.key = SellKeys{}.voucher;
    }
    if (type.code == "transfer") method.key = SellKeys{}.transfer;
    return method;
}

void addForeign(PayGroups& groups, Money left, const CheckoutService& checkout, const Formats& formats)
{
    if (!left.isPositive()) return;
    for (const auto& rate : checkout.tenders().rates()) {
        const auto sum = checkout.tenders().dueIn(rate.currency, checkout.cashDueOf(left));
        const auto* type = [&]() -> const TenderType* {
            for (const auto& each : checkout.tenderTypes()) {
                if (each.currency == rate.currency && each.isOffered) return &each;
            }
            return nullptr;
        }();
        if (!rate.rate || !sum || type == nullptr || groups.foreign.size() == 3) continue;
        const auto currency = QString::fromStdString(rate.currency);
        groups.foreign.push_back(
            {currency, foreignFormats(currency, formats).money(Money::fromMinor(*sum)) + u' ' + currency,
                rateWords(currency, *rate.rate, formats)});
    }
    if (!groups.foreign.empty()) groups.foreignDetail = Words::foreignDetail(formats.currencySymbol());
}

} // namespace

PayGroups payGroups(Money left, const CheckoutService& checkout, const Formats& formats)
{
    PayGroups groups;
    for (const auto& type : checkout.tenderTypes()) {
        if (type.code == "cash" || type.code == "card" || type.isForeign() || !type.isOffered) continue;
        groups.methods.push_back(methodOf(type));
    }
    addForeign(groups, left, checkout, formats);
    for (int count = 2; count <= 4 && left.isPositive(); ++count) {
        const std::vector<std::int64_t> equal(static_cast<std::size_t>(count), 1);
        const auto parts = allocate(left, equal);
        // The cents that do not divide go to the last part: the first ones are the same for all.
        const auto each = parts.back();
        const auto last = left - each * (count - 1);
        groups.shares.push_back({count, u"%1 × %2"_s.arg(count).arg(formats.money(each)),
            last == each ? QString{} : Words::last(last, formats)});
    }
    return groups;
}

} // namespace till
