#include "devices/terminal/simulated_terminal.h"

namespace till {
namespace {

enum class Fate { Approved, Declined, Cancelled, UnknownCharged, UnknownNot, LineDrops, Partial };

Fate fateOf(Money amount)
{
    switch (amount.minor() % 100) {
    case 1: return Fate::Declined;
    case 2: return Fate::Cancelled;
    case 3: return Fate::UnknownCharged;
    case 4: return Fate::UnknownNot;
    case 5: return Fate::LineDrops;
    case 6: return Fate::Partial;
    default: return Fate::Approved;
    }
}

TerminalEvent ended(TerminalEvent::Kind kind, std::string message)
{
    TerminalEvent event;
    event.kind = kind;
    event.message = std::move(message);
    return event;
}

} // namespace

TerminalEvent SimulatedTerminal::approved(const PaymentRequest& request, Money amount)
{
    TerminalEvent event;
    event.kind = TerminalEvent::Kind::Approved;
    event.amount = amount;
    event.auth = request.id.toText().substr(30); // six figures and letters, the same at every question
    event.maskedPan = "************4242";
    event.scheme = "VISA";
    event.terminal = "SIM00001";
    event.texts = {"Simulated terminal SIM00001", "VISA " + event.maskedPan, "Approval " + event.auth};
    return event;
}

TerminalEvent SimulatedTerminal::start(const PaymentRequest& request, const Progress& progress)
{
    using enum TerminalEvent::Kind;
    progress(ended(Connecting, {}));
    const auto fate = fateOf(request.amount);
    if (fate == Fate::LineDrops) return ended(NotReached, "connection refused");
    progress(ended(PresentCard, {}));
    {
        std::unique_lock lock{m_mutex};
        m_cancelled = false;
        m_woken.wait_for(lock, m_delay, [this] { return m_cancelled; });
        if (m_cancelled) return ended(Cancelled, "cancelled at the till");
    }
    progress(ended(Authorising, {}));
    switch (fate) {
    case Fate::Declined: return ended(Declined, "do not honour");
    case Fate::Cancelled: return ended(Cancelled, "cancelled by the customer");
    case Fate::UnknownCharged:
        ++m_charged;
        m_total += request.amount;
        return ended(Unknown, "no answer");
    case Fate::UnknownNot: return ended(Unknown, "no answer");
    case Fate::LineDrops:
    case Fate::Partial:
    case Fate::Approved: break;
    }
    const auto amount = fate == Fate::Partial ? Money::fromMinor(request.amount.minor() / 2) : request.amount;
    ++m_charged;
    m_total += amount;
    return approved(request, amount);
}

void SimulatedTerminal::cancel()
{
    {
        const std::lock_guard lock{m_mutex};
        m_cancelled = true;
    }
    m_woken.notify_all();
}

TerminalEvent SimulatedTerminal::status(const PaymentRequest& request)
{
    using enum TerminalEvent::Kind;
    switch (fateOf(request.amount)) {
    case Fate::Declined: return ended(Declined, "do not honour");
    case Fate::Cancelled: return ended(Cancelled, "cancelled by the customer");
    case Fate::UnknownNot: return ended(Declined, "not charged");
    case Fate::LineDrops: return ended(Unknown, "connection refused");
    case Fate::Partial: return approved(request, Money::fromMinor(request.amount.minor() / 2));
    case Fate::UnknownCharged:
    case Fate::Approved: break;
    }
    return approved(request, request.amount);
}

TerminalDay SimulatedTerminal::endOfDay()
{
    return {true, m_charged, m_total, "Simulated terminal SIM00001"};
}

} // namespace till
