#include "ui/sell/ringing_up.h"

#include "base/rounding.h"
#include "domain/catalog/selling_rules.h"
#include "domain/sales/line_size.h"
#include "services/catalog_service.h"
#include "ui/app/error_text.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/item_field.h"
#include "ui/sell/line_question.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/weighing.h"
#include "ui/sound/sounds.h"

namespace till {

RingingUp::RingingUp(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_weighing{new Weighing{desk}}
{
}

Result<> RingingUp::ringUp(const RingUp& what)
{
    // One scan is one: only a typed count can be a slip, and only then is the price asked for twice.
    if (const auto typed = what.quantity ? typedLine(what) : std::nullopt) {
        m_desk.question().takeLine(*typed, [this, what] { m_desk.attempt([&] { return add(what); }); });
        return {};
    }
    if (const auto goods = goodsToWeigh(what)) {
        if (!m_weighing->hasScale()) return Error{ErrorCode::WeightNeeded, goods->name};
        const auto tare = m_desk.shop().catalog().sellingRules(goods->id).tare;
        m_weighing->start(
            QString::fromStdString(goods->name), [this, what, goods = *goods, tare](Quantity onScale) {
                m_desk.attempt([&] { return addWeighed(what, goods, onScale, tare); });
            });
        m_desk.frame().field().clear();
        return {};
    }
    return add(what);
}

Result<> RingingUp::addWeighed(
    const RingUp& what, const SellableProduct& goods, Quantity onScale, Quantity tare)
{
    auto weighed = what;
    weighed.quantity = netWeight(onScale, tare);
    if (!weighed.quantity) return Error{ErrorCode::ScaleEmpty, goods.name};
    if (auto added = add(weighed); !added) return added;
    if (tare.isZero() || m_desk.frame().note().isVisible()) return {};
    const auto& formats = m_desk.formats();
    m_desk.tell(
        QString::fromStdString(goods.name), tr("%1 on the scale, less %2 for the container.")
                                                .arg(formats.quantity(onScale), formats.quantity(tare)));
    return {};
}

std::optional<SellableProduct> RingingUp::goodsToWeigh(const RingUp& what) const
{
    if (what.quantity) return std::nullopt;
    const auto& catalog = m_desk.shop().catalog();
    const auto product = what.product ? catalog.sellable(what.product) : catalog.findByCode(what.code);
    const bool weighs =
        product && product->weighed && !product->codeQuantity && !product->codeAmount; // no label says it
    return weighs ? std::optional{*product} : std::nullopt;
}

std::optional<TypedLine> RingingUp::typedLine(const RingUp& what) const
{
    if (what.quantity->thousandths() > kMaxQuantity) return std::nullopt; // refused anyway
    const auto& catalog = m_desk.shop().catalog();
    const auto product = what.product ? catalog.sellable(what.product) : catalog.findByCode(what.code);
    if (!product || !product->price) return std::nullopt;
    // How many there are is what such a code says itself, whatever was typed before it.
    if (product->codeQuantity || product->codeAmount) return std::nullopt;
    // A code can stand for a pack.
    const auto pieces =
        multiplyAndRound(what.quantity->thousandths(), product->packQuantity.thousandths(), 1'000);
    return TypedLine{QString::fromStdString(product->name), Quantity::fromThousandths(pieces),
        product->unitDecimals, *product->price};
}

Result<> RingingUp::add(const RingUp& what)
{
    return show(m_desk.shop().carts().ringUp(m_desk.shop().owner(), what));
}

Result<> RingingUp::ringUp(const OpenItem& item)
{
    const TypedLine typed{QString::fromStdString(item.name), item.quantity, 3, item.price};
    m_desk.question().takeLine(typed, [this, item] {
        m_desk.attempt([&] { return show(m_desk.shop().carts().ringUp(m_desk.shop().owner(), item)); });
    });
    return {};
}

Result<> RingingUp::show(const Result<int>& line)
{
    if (!line && line.error().code == ErrorCode::NoShiftOpen) {
        if (!m_desk.isBusyElsewhere())
            m_desk.goHome();
        else // the sum for the drawer is being typed
            m_desk.frame().note().show({Tone::Warn, {}, errorText(line.error()), {}, {}});
        return {};
    }
    if (!line) return line.error();
    Sounds::instance().play(Sound::Added);
    auto& frame = m_desk.frame();
    frame.note().dismiss();
    frame.cart().lines().markLine(*line);
    frame.field().clear();
    sayWhatIsShort(*line);
    if (m_desk.isBusyElsewhere()) return {};
    frame.showLeft(SellFrame::Left::Tiles);
    m_desk.takeFocus();
    const auto open = m_desk.cart();
    const auto* added = open ? open->cart.find(*line) : nullptr;
    if (added != nullptr && added->minimumAge > open->cart.ageConfirmed) Q_EMIT m_desk.ageNeeded();
    return {};
}

void RingingUp::sayWhatIsShort(int line)
{
    const auto open = m_desk.cart();
    const auto tooFew = open ? m_desk.shop().carts().stockShort(open->cart, line) : std::nullopt;
    if (!tooFew) return;
    const auto& formats = m_desk.formats();
    m_desk.frame().note().show({Tone::Warn, QString::fromStdString(open->cart.find(line)->name),
        tr("%1 left, %2 in the sale.").arg(formats.quantity(tooFew->left), formats.quantity(tooFew->inSale)),
        {}, {}});
}

} // namespace till
