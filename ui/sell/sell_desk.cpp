#include "ui/sell/sell_desk.h"

#include "base/rounding.h"
#include "domain/sales/line_size.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/item_field.h"
#include "ui/sell/number_entry.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/sell_frame.h"

namespace till {

SellDesk::SellDesk(Shop& shop, const Formats& formats, SellFrame& frame)
    : QObject{&frame}
    , m_shop{shop}
    , m_formats{formats}
    , m_currency{till::currency(shop.facts().currency)}
    , m_frame{frame}
{
    connect(&frame.note(), &NoteBar::actionTriggered, this, &SellDesk::answerYes);
}

std::optional<PricedCart> SellDesk::cart() const
{
    return m_shop.carts().current(m_shop.facts().till);
}

std::optional<PricedCart> SellDesk::goods()
{
    auto open = cart();
    if (open && !open->cart.lines.empty()) return open;
    refuse({ErrorCode::CartIsEmpty});
    return std::nullopt;
}

Result<std::optional<Money>> SellDesk::typedAmount()
{
    const bool parts = m_frame.left() == SellFrame::Left::PayParts;
    const auto text = parts ? m_frame.payParts().amountText() : m_frame.field().text();
    auto amount = readAmount(text, m_formats);
    if (amount) return amount;
    auto why = errorText(amount.error());
    if (amount.error().code == ErrorCode::CodeUnknown)
        why = parts ? errorText({ErrorCode::NumberOutOfRange})
                    : tr("This is a code, not an amount. Press Enter to sell it, or clear it to pay.");
    m_frame.note().show({Tone::Bad, text, why, {}, {}});
    parts ? m_frame.payParts().focusAmount() : takeFocus();
    return amount;
}

bool SellDesk::attempt(const std::function<Result<>()>& action)
{
    bool done = false;
    guarded(&m_frame, [&] {
        const auto result = action();
        done = result.hasValue();
        if (!result) refuse(result.error());
    });
    return done;
}

void SellDesk::refuse(const Error& error, const QString& subject)
{
    m_frame.note().show({Tone::Bad, subject, errorText(error), {}, {}});
    takeFocus();
}

void SellDesk::tell(const QString& subject, const QString& words)
{
    m_frame.note().show({Tone::Info, subject, words, {}, {}});
}

void SellDesk::takeLine(const TypedLine& line, std::function<void()> take)
{
    const auto size = lineSize(line.quantity, line.unitDecimals, line.unitPrice, m_currency);
    if (size != LineSize::Unusual) return take();
    m_take = std::move(take);
    m_frame.field().clear(); // Enter is the answer now
    const auto worth = m_formats.moneyWithSymbol(lineAmount(line.unitPrice, line.quantity));
    // The name stands in the text, which wraps: it can be long.
    m_frame.note().show({Tone::Warn, tr("%1 ×").arg(m_formats.quantity(line.quantity)),
        tr("%1 would come to %2. Is that meant?").arg(line.name, worth), tr("Yes, take it"), Qt::Key_Return});
    takeFocus();
}

bool SellDesk::isAsking() const
{
    return m_take && m_frame.note().hasAction();
}

void SellDesk::answerYes()
{
    const auto take = std::exchange(m_take, {});
    m_frame.note().dismiss();
    if (take) take();
}

void SellDesk::leaveQuestion()
{
    if (isAsking()) m_frame.note().dismiss();
    m_take = {};
}

void SellDesk::takeFocus()
{
    m_frame.field().takeFocus();
}

} // namespace till
