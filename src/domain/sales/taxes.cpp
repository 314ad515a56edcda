#include "domain/sales/taxes.h"

#include <algorithm>

namespace till {
namespace {

constexpr std::int64_t kPartsPerMillion = 1'000'000;
/// Effective rates count in millionths of a millionth: one compound tax on another is still exact.
constexpr std::int64_t kWhole = kPartsPerMillion * kPartsPerMillion;

/// The lines that carry the same list of taxes, and what each of these amounts to of the net.
struct TaxList {
    std::span<const TaxIndex> taxes;
    std::vector<std::int64_t> effective{}; ///< of kWhole
    std::int64_t sum = 0;
    std::vector<std::size_t> lines{};
};

TaxList makeList(std::span<const TaxIndex> taxes, const CartToPrice& cart)
{
    TaxList list{taxes};
    for (const auto index : taxes) {
        const auto& tax = cart.taxes[index];
        const auto base = tax.compound ? checked::add(kWhole, list.sum) : kWhole;
        list.effective.push_back(multiplyAndRound(base, tax.rate.partsPerMillion(), kPartsPerMillion));
        list.sum = checked::add(list.sum, list.effective.back());
    }
    return list;
}

std::vector<TaxList> listsOf(const CartToPrice& cart)
{
    std::vector<TaxList> lists;
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const std::span<const TaxIndex> taxes{cart.lines[i].taxes};
        auto list = std::find_if(lists.begin(), lists.end(),
            [&](const TaxList& known) { return std::ranges::equal(known.taxes, taxes); });
        if (list == lists.end()) list = lists.insert(lists.end(), makeList(taxes, cart));
        list->lines.push_back(i);
    }
    return lists;
}

Money includedTax(Money gross, const TaxList& list)
{
    return Money::fromMinor(multiplyAndRound(gross.minor(), list.sum, checked::add(kWhole, list.sum)));
}

/// What the compound tax at `position` of a line is taken on; the taxes before it are known.
Money compoundBase(Money net, const PricedLine& line, std::size_t position)
{
    for (std::size_t i = 0; i < position; ++i) net += line.taxes[i].amount;
    return net;
}

void inclusivePerLine(const TaxList& list, std::span<const Money> discounted, std::vector<PricedLine>& lines)
{
    for (const auto at : list.lines) {
        auto& taxes = lines[at].taxes;
        const auto tax = includedTax(discounted[at], list);
        if (taxes.size() == 1) {
            taxes[0].amount = tax;
            continue;
        }
        const auto amounts = allocate(tax, list.effective);
        for (std::size_t i = 0; i < taxes.size(); ++i) taxes[i].amount = amounts[i];
    }
}

void inclusivePerReceipt(
    const TaxList& list, std::span<const Money> discounted, std::vector<PricedLine>& lines)
{
    if (list.taxes.empty()) return;
    Money gross;
    std::vector<Money> totals;
    totals.reserve(list.lines.size());
    for (const auto at : list.lines) {
        totals.push_back(discounted[at]);
        gross += discounted[at];
    }
    const auto amounts = allocate(includedTax(gross, list), list.effective);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const auto parts =
            allocateNear(amounts[i], totals, list.effective[i], checked::add(kWhole, list.sum));
        for (std::size_t part = 0; part < parts.size(); ++part) {
            lines[list.lines[part]].taxes[i].amount = parts[part];
        }
    }
}

void exclusivePerLine(
    const CartToPrice& cart, std::span<const Money> discounted, std::vector<PricedLine>& lines)
{
    for (std::size_t at = 0; at < lines.size(); ++at) {
        auto& line = lines[at];
        for (std::size_t i = 0; i < line.taxes.size(); ++i) {
            const auto& tax = cart.taxes[line.taxes[i].tax];
            const auto base = tax.compound ? compoundBase(discounted[at], line, i) : discounted[at];
            line.taxes[i].amount = shareOf(base, tax.rate);
        }
    }
}

/// Several lines' parts of one tax, rounded together.
class Together {
public:
    void add(LineTax& part, Money base)
    {
        m_parts.push_back(&part);
        m_bases.push_back(base);
        m_sum += base;
    }
    void apply(Rate rate) const
    {
        const auto amounts =
            allocateNear(shareOf(m_sum, rate), m_bases, rate.partsPerMillion(), kPartsPerMillion);
        for (std::size_t i = 0; i < m_parts.size(); ++i) m_parts[i]->amount = amounts[i];
    }

private:
    std::vector<LineTax*> m_parts;
    std::vector<Money> m_bases;
    Money m_sum;
};

void exclusivePerReceipt(const CartToPrice& cart, const std::vector<TaxList>& lists,
    std::span<const Money> discounted, std::vector<PricedLine>& lines)
{
    std::vector<Together> plain(cart.taxes.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        for (auto& part : lines[at].taxes) {
            if (!cart.taxes[part.tax].compound) plain[part.tax].add(part, discounted[at]);
        }
    }
    for (std::size_t tax = 0; tax < plain.size(); ++tax) plain[tax].apply(cart.taxes[tax].rate);

    // A compound tax's base hangs on the taxes before it, so it is summed over the lines with the same list.
    for (const auto& list : lists) {
        for (std::size_t i = 0; i < list.taxes.size(); ++i) {
            if (!cart.taxes[list.taxes[i]].compound) continue;
            Together compound;
            for (const auto at : list.lines) {
                compound.add(lines[at].taxes[i], compoundBase(discounted[at], lines[at], i));
            }
            compound.apply(cart.taxes[list.taxes[i]].rate);
        }
    }
}

/// With every tax known: the line's sums, and what each tax was taken on.
void finish(PricedLine& line, Money discounted, const CartToPrice& cart, PriceTax prices)
{
    line.tax = Money{};
    for (const auto& part : line.taxes) line.tax += part.amount;
    line.net = prices == PriceTax::Inclusive ? discounted - line.tax : discounted;
    line.total = line.net + line.tax;
    auto before = line.net;
    for (auto& part : line.taxes) {
        part.net = cart.taxes[part.tax].compound ? before : line.net;
        before += part.amount;
    }
}

} // namespace

Result<> checkTaxes(const CartToPrice& cart)
{
    const auto highest = Rate::fromPercent(1000);
    for (std::size_t i = 0; i < cart.taxes.size(); ++i) {
        if (cart.taxes[i].rate.isNegative() || cart.taxes[i].rate > highest) {
            return Error{ErrorCode::NumberOutOfRange, "taxes[" + std::to_string(i) + "]"};
        }
    }
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        for (const auto tax : cart.lines[i].taxes) {
            if (tax >= cart.taxes.size())
                return Error{ErrorCode::TaxNotFound, "lines[" + std::to_string(i) + "]"};
        }
    }
    return {};
}

void applyTaxes(const CartToPrice& cart, const PricingRules& rules, std::span<const Money> discounted,
    std::vector<PricedLine>& lines)
{
    for (std::size_t at = 0; at < lines.size(); ++at) {
        lines[at].taxes.reserve(cart.lines[at].taxes.size());
        for (const auto tax : cart.lines[at].taxes) lines[at].taxes.push_back({tax, {}, {}});
    }
    const bool perLine = rules.taxRounding == TaxRounding::Line;
    if (rules.prices == PriceTax::Inclusive) {
        for (const auto& list : listsOf(cart)) {
            (perLine ? inclusivePerLine : inclusivePerReceipt)(list, discounted, lines);
        }
    } else if (perLine) {
        exclusivePerLine(cart, discounted, lines);
    } else {
        exclusivePerReceipt(cart, listsOf(cart), discounted, lines);
    }
    for (std::size_t at = 0; at < lines.size(); ++at) finish(lines[at], discounted[at], cart, rules.prices);
}

} // namespace till
