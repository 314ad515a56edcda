#pragma once

#include "base/event.h"
#include "base/result.h"
#include "base/uid.h"
#include "domain/sales/cart.h"
#include "services/actor.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;
class Terminal;
struct CardRequestRow;
struct TerminalEvent;

/// A payment at the card terminal, as far as it is known here.
struct CardPayment {
    enum class State { Pending, Approved, Declined, Cancelled, Unknown };
    enum class Step { Connecting, PresentCard, Pin, Authorising, Ended };
    Uid id;
    Uid sale;     ///< of the cart it is for
    Money amount; ///< asked for; negative: given back
    State state = State::Pending;
    Step step = Step::Connecting; ///< while it is pending
    Money approved{};             ///< may be less than was asked for: the rest stays open
    std::string message;          ///< of the terminal, untranslated: why not
};

/// Card payments through a terminal. The request is on disk before the terminal hears of it; what it approves
/// becomes a part of the cart in the same transaction as its answer is kept. What nobody knows the end of is
/// never sent again: the terminal is asked, and after it a person decides. Until then its sale cannot be
/// finished or given up.
class CardService {
public:
    explicit CardService(Session& session);
    ~CardService();

    /// Set by terminal.kind; without one, card payments are recorded by hand.
    bool hasTerminal() const;
    /// Another terminal from now on: for tests.
    void setTerminal(std::unique_ptr<Terminal> terminal);

    /// Asks the terminal for `amount` of the open cart and returns at once. `wake` is called from the
    /// worker's thread whenever takeNews() has something to take: it must only pass that on. Errors:
    /// TerminalNotSet, TerminalBusy, CardOutcomeUnknown (an earlier payment is not cleared up; detail = its
    /// id), CartNotFound, CartNotOpen, TenderTooLarge (more than is left), TenderTooSmall.
    Result<Uid> start(const Actor& actor, CartId cart, Money amount, std::function<void()> wake);
    /// Asks for what became of an unknown payment, the same way. CardOutcomeUnknown never; TerminalNotSet,
    /// TerminalBusy, SaleNotFound.
    Result<> ask(const Actor& actor, const Uid& payment, std::function<void()> wake);
    void cancel(); ///< asks the terminal to end the payment under way
    bool isBusy() const;

    /// Takes over what the terminal said since, on the thread of the shop: writes it and emits `changed`.
    /// Gives the payments that ended.
    std::vector<CardPayment> takeNews(const Actor& actor);
    /// Until the payment under way has ended, then takeNews(): for the command line and tests.
    std::vector<CardPayment> waitForNews(const Actor& actor);

    std::optional<CardPayment> find(const Uid& payment) const;
    /// Of this till: under way, or with an end nobody knows.
    std::vector<CardPayment> open() const;
    bool isOpen(const Uid& sale) const;

    /// A person has looked: it was charged, or it was not. Journalled: CARD_RESOLVED. SaleNotFound,
    /// NotAllowed, NeedsApproval, TerminalBusy (it is under way).
    Result<> resolve(const Actor& actor, const Uid& payment, bool charged);

    /// The payment a part of the cart stands for, if the terminal took it.
    std::optional<Uid> chargedFor(const Uid& sale, Money amount) const;
    /// A person gave it back at the terminal. Journalled; in the caller's transaction.
    void giveBack(const Actor& actor, const Uid& payment);

    Event<Uid> changed; ///< a payment came further

private:
    Result<> send(const CardRequestRow& request, bool isQuestion, std::function<void()> wake);
    void close(const Actor& actor, const Uid& payment, const TerminalEvent& end);
    void takeApproved(
        const Actor& actor, const CardRequestRow& request, Money approved, const std::string& reference);
    void clearUpAfterCrash();
    Session& m_session;
    struct Worker;
    std::unique_ptr<Worker> m_worker;
    Subscription m_settingsChanged;
};

} // namespace till
