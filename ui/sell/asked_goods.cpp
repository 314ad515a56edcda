#include "ui/sell/asked_goods.h"

#include "ui/sell/item_field.h"
#include "ui/sell/number_entry.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <QCoreApplication>

#include <utility>

namespace till {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::AskedGoods)
};

/// A text of more figures than that, without a decimal sign, is a code.
bool isRatherCode(const QString& text, int mostFigures)
{
    return text.isEmpty() || (text.size() > mostFigures && !text.contains(u'.') && !text.contains(u','));
}

} // namespace

AskedGoods::AskedGoods(SellDesk& desk)
    : m_desk{desk}
{
}

bool AskedGoods::ask(const Error& refusal, const RingUp& what)
{
    const bool price = refusal.code == ErrorCode::PriceNeeded;
    if (!price && refusal.code != ErrorCode::WeightNeeded) return false;
    m_desk.frame().field().clear();
    m_asked = Asked{what, refusal.code};
    m_desk.tell(QString::fromStdString(refusal.detail),
        price ? Words::tr("has an open price. Type what it costs, then Enter.")
              : Words::tr("is sold by weight. Type the weight, then Enter."));
    m_desk.takeFocus();
    return true;
}

std::optional<RingUp> AskedGoods::complete(const QString& text)
{
    auto asked = std::exchange(m_asked, {});
    if (!asked || !fill(asked->missing, text, asked->goods)) return std::nullopt;
    return std::move(asked->goods);
}

bool AskedGoods::fill(ErrorCode refusal, const QString& text, RingUp& what) const
{
    if (refusal == ErrorCode::PriceNeeded) return (what.price = typedPrice(text)).has_value();
    if (refusal == ErrorCode::WeightNeeded) return (what.quantity = typedWeight(text)).has_value();
    return false;
}

std::optional<UnitPrice> AskedGoods::typedPrice(const QString& text) const
{
    // What costs five figures is typed with its decimals, where the currency has any.
    if (isRatherCode(text, m_desk.currency().decimals > 0 ? 4 : 9)) return std::nullopt;
    const auto price = readPrice(text, m_desk.formats(), m_desk.figures());
    return price ? std::optional{*price} : std::nullopt;
}

std::optional<Quantity> AskedGoods::typedWeight(const QString& text) const
{
    if (isRatherCode(text, 2)) return std::nullopt;
    const auto weight = m_desk.formats().parseQuantity(text);
    return weight && *weight > Quantity{} ? std::optional{*weight} : std::nullopt;
}

} // namespace till
