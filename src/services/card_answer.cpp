#include "services/card_answer.h"

#include "base/text.h"
#include "devices/terminal/terminal.h"
#include "domain/sales/card_reference.h"
#include "storage/card_request_repository.h"

namespace till {

using State = CardPayment::State;
using Step = CardPayment::Step;

namespace {

constexpr std::size_t kMostText = 200;

State stateOf(std::string_view word)
{
    if (word == "pending") return State::Pending;
    if (word == "approved") return State::Approved;
    if (word == "declined") return State::Declined;
    return word == "cancelled" ? State::Cancelled : State::Unknown;
}

} // namespace

std::string kept(const std::string& text)
{
    if (isWholeCardNumber(text)) return "****";
    const auto clean = cleanName(clipped(text, kMostText));
    return clean ? *clean : std::string{};
}

CardPayment paymentOf(const CardRequestRow& row)
{
    return {row.uid, row.sale, row.amount, stateOf(row.state), Step::Ended, row.approved.value_or(Money{}),
        row.message};
}

CardPayment::Step stepOf(TerminalEvent::Kind kind)
{
    switch (kind) {
    case TerminalEvent::Kind::Connecting: return Step::Connecting;
    case TerminalEvent::Kind::PresentCard: return Step::PresentCard;
    case TerminalEvent::Kind::Pin: return Step::Pin;
    case TerminalEvent::Kind::Authorising: return Step::Authorising;
    default: return Step::Ended;
    }
}

std::string wordOf(TerminalEvent::Kind kind)
{
    switch (kind) {
    case TerminalEvent::Kind::Approved: return "approved";
    case TerminalEvent::Kind::Declined: return "declined";
    case TerminalEvent::Kind::Cancelled:
    case TerminalEvent::Kind::NotReached: return "cancelled";
    default: return "unknown";
    }
}

std::string slipOf(const TerminalEvent& end)
{
    std::string slip;
    for (const auto& line : end.texts) {
        if (const auto text = kept(line); !text.empty()) slip += (slip.empty() ? "" : "\n") + text;
    }
    return slip;
}

std::string referenceOf(const TerminalEvent& end)
{
    std::string reference;
    for (const auto& part : {kept(end.scheme), kept(end.maskedPan), kept(end.auth)}) {
        if (!part.empty()) reference += (reference.empty() ? "" : " ") + part;
    }
    return reference;
}

PaymentRequest requestOf(const CardRequestRow& row, const std::string& currency)
{
    const bool back = row.amount.isNegative();
    return {row.uid, back ? PaymentRequest::Kind::Refund : PaymentRequest::Kind::Sale,
        back ? -row.amount : row.amount, currency, row.sale.toText()};
}

} // namespace till
