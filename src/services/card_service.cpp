#include "services/card_service.h"

#include "devices/terminal/simulated_terminal.h"
#include "services/card_answer.h"
#include "services/card_worker.h"
#include "services/cart_journal.h"
#include "services/checkout_service.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/card_request_repository.h"
#include "storage/cart_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <mutex>
#include <thread>

namespace till {

using State = CardPayment::State;
using Step = CardPayment::Step;

CardService::CardService(Session& session)
    : m_session{session}
    , m_worker{std::make_unique<Worker>(session.db)}
{
    const auto choose = [this] {
        if (isBusy()) return; // the one under way keeps its terminal
        const bool simulated = m_session.settings->value("terminal.kind") == "simulator";
        if (simulated == (m_worker->terminal != nullptr)) return;
        m_worker->terminal = simulated ? std::make_unique<SimulatedTerminal>() : nullptr;
        changed.emit({});
    };
    m_settingsChanged = session.settings->changed.subscribe(choose);
    choose();
    if (!session.readOnly) clearUpAfterCrash();
}

CardService::~CardService() = default;

/// The program ended between question and answer: money may have been taken. Nobody knows until the terminal,
/// or a person who looked at it, says so.
void CardService::clearUpAfterCrash()
{
    const auto now = m_session.now();
    for (const auto& row : m_worker->rows.open(m_session.facts.till)) {
        if (row.state != "pending") continue;
        Transaction tx{m_session.db};
        m_worker->rows.setOutcome(row.uid, {.state = "unknown"}, now.utc);
        m_session.journal->append(JournalType::CardUnknown, {row.user, row.till}, now,
            {{"id", row.uid.toText()}, {"cart", row.sale.toText()}, {"amount", row.amount.minor()}});
        tx.commit();
    }
}

bool CardService::hasTerminal() const
{
    return m_worker->terminal != nullptr;
}

void CardService::setTerminal(std::unique_ptr<Terminal> terminal)
{
    m_worker->join();
    m_worker->terminal = std::move(terminal);
}

bool CardService::isBusy() const
{
    return m_worker->underWay.has_value();
}

Result<Uid> CardService::start(const Actor& actor, CartId id, Money amount, std::function<void()> wake)
{
    if (!hasTerminal()) return Error{ErrorCode::TerminalNotSet};
    if (isBusy()) return Error{ErrorCode::TerminalBusy};
    const auto cart = m_session.carts->find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    if (cart->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
    if (cart->cart.lines.empty()) return Error{ErrorCode::CartIsEmpty};
    for (const auto& row : m_worker->rows.open(m_session.facts.till)) {
        if (row.sale == cart->cart.uid) return Error{ErrorCode::CardOutcomeUnknown, row.uid.toText()};
    }
    const auto left = m_session.checkout->settlementSoFar(*cart).leftByCard;
    if (amount.isZero() || amount.isNegative() != left.isNegative()) return Error{ErrorCode::TenderTooSmall};
    if (amount.isNegative() ? amount < left : amount > left) return Error{ErrorCode::TenderTooLarge, "card"};
    // Once the card is charged it is too late to find out.
    const CartTender part{m_session.checkout->tenderType("card")->id, amount, {}};
    if (auto may = m_session.checkout->mayBePaid(actor, cart->cart, part); !may) return may.error();

    const auto now = m_session.now();
    CardRequestRow row;
    row.uid = Uid::make(now.utc.time_since_epoch().count());
    row.sale = cart->cart.uid;
    row.till = actor.till;
    row.user = actor.user;
    row.amount = amount;
    Transaction tx{m_session.db};
    m_worker->rows.insert(row, now.utc);
    tx.commit();
    if (auto sent = send(row, false, std::move(wake)); !sent) return sent.error();
    return row.uid;
}

Result<> CardService::ask(const Actor& actor, const Uid& payment, std::function<void()> wake)
{
    if (!hasTerminal()) return Error{ErrorCode::TerminalNotSet};
    if (isBusy()) return Error{ErrorCode::TerminalBusy};
    const auto row = m_worker->rows.find(payment);
    if (!row || row->state != "unknown") return Error{ErrorCode::SaleNotFound};
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    return send(*row, true, std::move(wake));
}

Result<> CardService::send(const CardRequestRow& row, bool isQuestion, std::function<void()> wake)
{
    auto& worker = *m_worker;
    worker.join();
    {
        const std::lock_guard lock{worker.mutex};
        worker.wake = std::move(wake);
    }
    worker.underWay = row.uid;
    worker.step = Step::Connecting;
    worker.thread = std::thread{[&worker, isQuestion, request = requestOf(row, m_session.facts.currency)] {
        TerminalEvent end;
        try {
            end = isQuestion ? worker.terminal->status(request)
                             : worker.terminal->start(request,
                                   [&](const TerminalEvent& event) { worker.say(request.id, event); });
        } catch (const std::exception& error) {
            end.message = error.what(); // whatever broke, the money may have gone
        }
        if (!end.isLast()) end.kind = TerminalEvent::Kind::Unknown;
        if (isQuestion && end.kind == TerminalEvent::Kind::NotReached)
            end.kind = TerminalEvent::Kind::Unknown;
        worker.say(request.id, end);
    }};
    changed.emit(row.uid);
    return {};
}

void CardService::cancel()
{
    if (m_worker->terminal) m_worker->terminal->cancel();
}

std::vector<CardPayment> CardService::takeNews(const Actor& actor)
{
    std::vector<Worker::Said> news;
    {
        const std::lock_guard lock{m_worker->mutex};
        news.swap(m_worker->news);
    }
    std::vector<CardPayment> ended;
    for (std::size_t i = 0; i < news.size(); ++i) {
        const auto& [payment, event] = news[i];
        if (event.isLast()) {
            try {
                close(actor, payment, event);
            } catch (...) { // a full disk: the answer must not be lost, it is taken at the next try
                const std::lock_guard lock{m_worker->mutex};
                m_worker->news.insert(
                    m_worker->news.begin(), news.begin() + static_cast<std::ptrdiff_t>(i), news.end());
                throw;
            }
            m_worker->underWay.reset();
            if (const auto known = find(payment)) ended.push_back(*known);
        } else {
            m_worker->step = stepOf(event.kind);
        }
        changed.emit(payment);
    }
    return ended;
}

std::vector<CardPayment> CardService::waitForNews(const Actor& actor)
{
    m_worker->join();
    return takeNews(actor);
}

void CardService::close(const Actor& actor, const Uid& payment, const TerminalEvent& end)
{
    const auto row = m_worker->rows.find(payment);
    if (!row || (row->state != "pending" && row->state != "unknown")) return; // a person was quicker
    CardOutcome outcome{.state = wordOf(end.kind), .message = kept(end.message)};
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    if (end.kind == TerminalEvent::Kind::Approved) {
        // Never more than was asked for: what is beyond it, nobody agreed to.
        const auto asked = row->amount.isNegative() ? -row->amount : row->amount;
        const auto taken = std::min(end.amount, asked);
        outcome.approved = row->amount.isNegative() ? -taken : taken;
        outcome.auth = kept(end.auth);
        outcome.maskedPan = kept(end.maskedPan);
        outcome.scheme = kept(end.scheme);
        outcome.terminal = kept(end.terminal);
        outcome.slip = slipOf(end);
    }
    m_worker->rows.setOutcome(payment, outcome, now.utc);
    if (outcome.approved) takeApproved(actor, *row, *outcome.approved, referenceOf(end));
    if (outcome.state == "unknown" && row->state != "unknown") {
        m_session.journal->append(JournalType::CardUnknown, actor, now,
            {{"id", payment.toText()}, {"cart", row->sale.toText()}, {"amount", row->amount.minor()}});
    }
    tx.commit();
    m_session.carts->forget();
    m_session.carts->changed.emit(row->till);
}

/// The part of the cart it paid. In the caller's transaction.
void CardService::takeApproved(
    const Actor& actor, const CardRequestRow& request, Money approved, const std::string& reference)
{
    const auto cart = m_worker->carts.findByUid(request.sale);
    const auto* type = m_session.checkout->tenderType("card");
    if (!cart || !type || approved.isZero()) return;
    const auto now = m_session.now();
    m_worker->carts.addTender(*cart, {type->id, approved, reference}, now.utc);
    journalPart(*m_session.journal, JournalType::PartPaid, actor, now, {request.sale, type->code, approved});
}

std::optional<CardPayment> CardService::find(const Uid& payment) const
{
    const auto row = m_worker->rows.find(payment);
    if (!row) return std::nullopt;
    auto known = paymentOf(*row);
    if (m_worker->underWay == payment) known.step = m_worker->step;
    return known;
}

std::vector<CardPayment> CardService::open() const
{
    std::vector<CardPayment> payments;
    for (const auto& row : m_worker->rows.open(m_session.facts.till)) {
        payments.push_back(paymentOf(row));
        if (m_worker->underWay == row.uid) payments.back().step = m_worker->step;
    }
    return payments;
}

bool CardService::isOpen(const Uid& sale) const
{
    return m_worker->rows.isOpen(sale);
}

std::optional<Uid> CardService::chargedFor(const Uid& sale, Money amount) const
{
    for (const auto& row : m_worker->rows.ofSale(sale)) {
        if (row.state == "approved" && row.approved == amount) return row.uid;
    }
    return std::nullopt;
}

void CardService::giveBack(const Actor& actor, const Uid& payment)
{
    const auto row = m_worker->rows.find(payment);
    if (!row) return;
    const auto now = m_session.now();
    CardOutcome outcome{.state = "cancelled", .message = "given back at the terminal"};
    outcome.resolvedBy = actor.user;
    m_worker->rows.setOutcome(payment, outcome, now.utc);
    m_session.journal->append(JournalType::CardResolved, actor, now,
        {{"id", payment.toText()}, {"cart", row->sale.toText()}, {"amount", row->amount.minor()},
            {"charged", 0}});
}

Result<> CardService::resolve(const Actor& actor, const Uid& payment, bool charged)
{
    if (m_worker->underWay == payment) return Error{ErrorCode::TerminalBusy};
    const auto row = m_worker->rows.find(payment);
    if (!row || row->state != "unknown") return Error{ErrorCode::SaleNotFound};
    if (auto allowed = m_session.require(actor, Permission::CardResolve, {row->amount.minor()}); !allowed)
        return allowed;
    const auto now = m_session.now();
    CardOutcome outcome{.state = charged ? "approved" : "declined", .message = row->message};
    if (charged) outcome.approved = row->amount;
    outcome.resolvedBy = actor.user;
    Transaction tx{m_session.db};
    m_worker->rows.setOutcome(payment, outcome, now.utc);
    if (charged) takeApproved(actor, *row, row->amount, {});
    m_session.journal->append(JournalType::CardResolved, actor, now,
        {{"id", payment.toText()}, {"cart", row->sale.toText()}, {"amount", row->amount.minor()},
            {"charged", charged ? 1 : 0}});
    tx.commit();
    m_session.carts->forget();
    m_session.carts->changed.emit(row->till);
    changed.emit(payment);
    return {};
}

} // namespace till
