#include "ui/sell/sell_desk.h"

#include "base/decimal.h"
#include "services/setting_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/sell/item_field.h"
#include "ui/sell/line_question.h"
#include "ui/sell/number_entry.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/second_stroke.h"
#include "ui/sell/sell_frame.h"
#include "ui/sound/sounds.h"

#include <QLineEdit>

#include <algorithm>

namespace till {

SellDesk::SellDesk(Shop& shop, const Formats& formats, SellFrame& frame)
    : QObject{&frame}
    , m_shop{shop}
    , m_formats{formats}
    , m_currency{till::currency(shop.facts().currency)}
    , m_frame{frame}
    , m_question{new LineQuestion{shop, m_formats, frame}}
    , m_second{new SecondStroke{frame.note(), this}}
{
}

std::optional<PricedCart> SellDesk::cart() const
{
    return m_shop.carts().current(m_shop.facts().till);
}

std::optional<PricedCart> SellDesk::goods(Then then)
{
    if (then == Then::SaleIsLeft ? keepsSale() : keepsForm()) return std::nullopt;
    auto open = cart();
    if (open && !open->cart.lines.empty()) return open;
    refuse({ErrorCode::CartIsEmpty});
    return std::nullopt;
}

Result<std::optional<Money>> SellDesk::typedAmount()
{
    const bool parts = m_frame.left() == SellFrame::Left::PayParts;
    const auto text = parts ? m_frame.payParts().amountText() : m_frame.field().text();
    auto amount = readAmount(text, m_formats, figures());
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
    if (error.code == ErrorCode::AgeNotConfirmed) return Q_EMIT ageNeeded();
    refuse(subject, errorText(asWrittenHere(error)));
}

/// Figures in an error are as the core writes them.
Error SellDesk::asWrittenHere(Error error) const
{
    if (error.code == ErrorCode::ReturnTooMuch) {
        if (const auto left = parseQuantity(error.detail))
            error.detail = m_formats.quantity(*left).toStdString();
    }
    if (error.code == ErrorCode::ReturnTooLate) {
        if (const auto day = BusinessDay::fromText(error.detail))
            error.detail = m_formats.day(*day, m_shop.now().businessDay).toStdString();
    }
    return error;
}

void SellDesk::refuse(const QString& subject, const QString& words)
{
    Sounds::instance().play(Sound::Blocked);
    m_frame.note().show({Tone::Bad, subject, words, {}, {}});
    if (!isBusyElsewhere()) takeFocus();
}

void SellDesk::tell(const QString& subject, const QString& words)
{
    m_frame.note().show({Tone::Info, subject, words, {}, {}});
}

void SellDesk::sayLeftOut(const QString& subject, const QString& words)
{
    Sounds::instance().play(Sound::Blocked);
    m_frame.note().dismiss(); // it was about what is left out
    const auto say = [this, subject, words] {
        if (!m_frame.note().hasNote()) m_frame.note().show({Tone::Warn, subject, words, {}, {}});
    };
    QMetaObject::invokeMethod(this, say, Qt::QueuedConnection);
}

bool SellDesk::keepsSale() const
{
    return keepsForm() || std::ranges::any_of(m_keepsSale, [](const auto& keeps) { return keeps(); });
}

bool SellDesk::isMeant(const NoteBar::Note& question) const
{
    return m_second->confirms(question);
}

FigureEntry SellDesk::figures() const
{
    return m_shop.settings().isOn("sale.cents_entry") ? FigureEntry::Cents : FigureEntry::Whole;
}

void SellDesk::takeFocus()
{
    m_frame.field().takeFocus();
}

bool SellDesk::isBusyElsewhere() const
{
    const bool tiles = m_frame.left() == SellFrame::Left::Tiles || m_frame.left() == SellFrame::Left::Results;
    return !tiles && !m_frame.field().edit()->hasFocus();
}

} // namespace till
