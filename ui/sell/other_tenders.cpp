#include "ui/sell/other_tenders.h"

#include "services/checkout_service.h"
#include "services/voucher_service.h"
#include "ui/app/error_text.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/item_field.h"
#include "ui/sell/known_codes.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/pay_question.h"
#include "ui/sell/paying.h"
#include "ui/sell/product_rows.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sound/sounds.h"

#include <QLocale>

namespace till {

OtherTenders::OtherTenders(SellDesk& desk, Paying& paying)
    : QObject{&desk}
    , m_desk{desk}
    , m_paying{paying}
{
}

PayQuestion* OtherTenders::ask(PayQuestion* page)
{
    connect(page, &PayQuestion::left, this, [this] {
        const auto open = m_desk.cart();
        open && !open->cart.tenders.empty() ? m_paying.showParts() : m_desk.goHome();
    });
    m_desk.frame().note().dismiss();
    m_desk.frame().showPage(page, false);
    page->takeFocus();
    return page;
}

bool OtherTenders::asksForSlip(const PricedCart& cart) const
{
    return cart.priced.total.isPositive() &&
           m_desk.shop().checkout().tenders().cardReferenceRule().asked != CardReferenceRule::Asked::Never;
}

void OtherTenders::askSlip(std::optional<Money> amount)
{
    const auto open = m_desk.goods();
    if (!open) return;
    const auto rule = m_desk.shop().checkout().tenders().cardReferenceRule();
    const auto sum = amount.value_or(m_desk.shop().checkout().settlementSoFar(*open).leftByCard);
    const bool must = rule.asked == CardReferenceRule::Asked::Required;
    const auto length = rule.shortest == rule.longest
                            ? tr("%n character(s)", nullptr, rule.shortest)
                            : tr("%1 to %2 characters").arg(rule.shortest).arg(rule.longest);
    auto* page = ask(new PayQuestion{
        {tr("Card, %1").arg(m_desk.formats().moneyWithSymbol(sum)),
            must ? tr("Type the number of the slip, or the last digits of the card: %1.").arg(length)
                 : tr("Type the number of the slip, or the last digits of the card, or just press Enter."),
            tr("Slip or last digits"), {}, tr("Paid by card")},
        m_desk.formats().decimalSign(), false});
    connect(page, &PayQuestion::answered, this, [this, page, rule, amount, length](const QString& text) {
        const auto reference = checkCardReference(rule, text.toStdString());
        if (!reference)
            return page->refuse(
                isWholeCardNumber(text.toStdString())
                    ? tr("This is a whole card number. The till must not keep it: type the last digits.")
                    : tr("Type %1: letters and figures.").arg(length));
        if (const auto* card = m_desk.shop().checkout().tenderType("card"))
            m_paying.take({card->id, amount, *reference});
    });
}

void OtherTenders::askVoucher()
{
    auto* page = ask(new PayQuestion{
        {tr("Voucher or gift card"), tr("Scan it, or type its number. What it does not cover stays to pay."),
            tr("Number"), {}, tr("Take it")},
        m_desk.formats().decimalSign(), false});
    connect(page, &PayQuestion::answered, this, [this, page](const QString& text) {
        const auto* type = m_desk.shop().checkout().tenderType("voucher");
        if (type == nullptr) return;
        const auto free = m_desk.shop().vouchers().available(text.toStdString());
        if (!free) return page->refuse(errorText(free.error()));
        if (!free->isPositive())
            return page->refuse(
                errorText({ErrorCode::VoucherTooSmall, m_desk.formats().money(*free).toStdString()}));
        m_paying.take({type->id, {}, text.toStdString()});
    });
    page->setTakeScan([this, page](const QString& code) {
        auto& shop = m_desk.shop();
        if (isKnownInSale(shop, code)) return false;
        const auto voucher = shop.vouchers().find(code.toStdString());
        if (voucher) {
            takeVoucher(code);
        } else {
            Sounds::instance().play(Sound::Unknown);
            page->setCode(code);
            page->refuse(errorText(voucher.error()));
        }
        return true;
    });
}

void OtherTenders::askForeign(const QString& currency)
{
    const auto open = m_desk.goods();
    if (!open) return;
    const auto& checkout = m_desk.shop().checkout();
    const auto code = currency.toStdString();
    const auto due =
        checkout.tenders().dueIn(code, checkout.cashDueOf(checkout.settlementSoFar(*open).leftByCard));
    const auto rate = checkout.tenders().rateOf(code);
    if (!due || !rate) return m_desk.refuse(due ? Error{ErrorCode::ExchangeRateMissing, code} : due.error());
    const auto formats = foreignFormats(currency, m_desk.formats());
    auto* page = ask(new PayQuestion{
        {tr("Cash in %1").arg(currency),
            tr("%1 are to pay: %2. Change is given in %3.")
                .arg(formats.money(Money::fromMinor(*due)) + u' ' + currency,
                    rateWords(currency, *rate, m_desk.formats()), m_desk.formats().currencySymbol()),
            tr("Handed over, %1").arg(currency), formats.money(Money::fromMinor(*due)), tr("Take it")},
        formats.decimalSign(), true});
    connect(page, &PayQuestion::answered, this, [this, page, formats, code](const QString& text) {
        const auto given = formats.parseMoney(text);
        if (!given || !given->isPositive())
            return page->refuse(errorText(given ? Error{ErrorCode::TenderTooSmall} : given.error()));
        for (const auto& type : m_desk.shop().checkout().tenderTypes()) {
            if (type.currency != code) continue;
            m_paying.take({type.id, {}, {}, given->minor()});
            return;
        }
    });
}

QString OtherTenders::balanceWords(const Voucher& voucher) const
{
    auto words = tr("%1 left on this voucher").arg(m_desk.formats().moneyWithSymbol(voucher.balance));
    if (voucher.isExpired) words += tr(", but it has expired");
    return words + u'.';
}

void OtherTenders::takeVoucher(const QString& number)
{
    auto& shop = m_desk.shop();
    const auto voucher = shop.vouchers().find(number.toStdString());
    if (!voucher) return m_desk.refuse(voucher.error());
    const auto open = m_desk.cart();
    const auto shown = QString::fromStdString(voucher->number);
    m_desk.frame().field().clear();
    if (!open || open->cart.lines.empty() || !open->priced.total.isPositive())
        return m_desk.tell(shown, balanceWords(*voucher));
    const auto* type = shop.checkout().tenderType("voucher");
    if (type == nullptr) return;
    // A scan is no decision: even where it covers all, the sale stays open until a key ends it.
    const bool taken = m_desk.attempt([&]() -> Result<> {
        const auto soFar = shop.checkout().settlementSoFar(*open);
        const auto part = shop.checkout().partOf({type->id, {}, voucher->number}, soFar);
        if (!part) return part.error();
        if (!part->amount.isPositive())
            return soFar.isSettled() ? Result<>{}
                                     : Error{ErrorCode::VoucherTooSmall,
                                           m_desk.formats().money(part->amount).toStdString()};
        return shop.carts().addTender(shop.owner(), open->cart.id, *part);
    });
    if (!taken) return;
    m_paying.showParts();
    const auto now = m_desk.cart();
    if (now && shop.checkout().settlementSoFar(*now).isSettled())
        m_desk.tell(shown, tr("pays all of it. F12 ends the sale."));
}

void OtherTenders::sellVoucher()
{
    const auto typed = m_desk.typedAmount();
    if (!typed) return;
    if (*typed) return sell(m_desk.formats().money(**typed), {});
    auto* page = ask(
        new PayQuestion{{tr("Sell a voucher"),
                            tr("It is printed on the receipt. One that is printed already is scanned here."),
                            tr("Worth, %1").arg(m_desk.formats().currencySymbol()), {}, tr("Add to the sale"),
                            tr("Number of a printed one (may stay empty)")},
            m_desk.formats().decimalSign(), true});
    connect(page, &PayQuestion::answered, this, [this, page](const QString& amount, const QString& number) {
        const auto worth = m_desk.formats().parseMoney(amount);
        if (!worth || !worth->isPositive())
            return page->refuse(errorText(worth ? Error{ErrorCode::PriceInvalid} : worth.error()));
        sell(amount, number);
    });
    page->setTakeScan([this, page](const QString& code) {
        if (isKnownInSale(m_desk.shop(), code)) return false;
        page->setCode(code);
        return true;
    });
}

void OtherTenders::sell(const QString& amount, const QString& number)
{
    auto& shop = m_desk.shop();
    const bool sold = m_desk.attempt([&]() -> Result<> {
        const auto worth = m_desk.formats().parseMoney(amount);
        if (!worth) return worth.error();
        const auto line =
            shop.carts().ringUp(shop.owner(), VoucherSale{*worth, number.trimmed().toStdString()});
        return line ? Result<>{} : line.error();
    });
    if (!sold) return;
    m_desk.frame().field().clear();
    m_desk.goHome();
}

} // namespace till
