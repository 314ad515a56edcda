#include "base/text.h"
#include "domain/sales/age_check.h"
#include "services/cart_edit.h"
#include "services/customer_service.h"
#include "services/shift_service.h"

namespace till {

// What is said of a sale: whose it is, notes, and how old the customer is.

namespace {

constexpr std::size_t kLongestNote = 200;

template <typename Noted>
void write(Noted& noted, const std::string& text, NoteFor reader)
{
    noted.note.clear();
    noted.internalNote.clear();
    (reader == NoteFor::Receipt ? noted.note : noted.internalNote) = text;
}

} // namespace

Result<> CartService::setNote(
    const Actor& actor, CartId cart, int lineNo, const std::string& note, NoteFor reader)
{
    auto clean = cleanNote(note, kLongestNote);
    if (!clean) return clean.error();
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    if (lineNo == 0) {
        return edit(actor, cart, "sale_note", [&](Cart& after, int number) -> Result<> {
            write(after, *clean, reader);
            m_storage->carts.replaceHead(cart, number, after, m_session.clock.now());
            return {};
        });
    }
    return editLine(actor, cart, lineNo, "note", [&](Cart&, auto line, int number) -> Result<> {
        write(*line, *clean, reader);
        m_storage->carts.replaceLine(cart, number, *line);
        return {};
    });
}

Result<> CartService::setCustomer(const Actor& actor, CartId id, const std::string& code)
{
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    if (!id && !m_session.shifts->open(actor.till)) return Error{ErrorCode::NoShiftOpen};
    std::optional<std::string> customer;
    if (!code.empty()) {
        const auto known = m_session.customers->find(code);
        if (!known) return Error{ErrorCode::CustomerUnknown, code};
        customer = known->code;
    }
    return edit(actor, id, "customer", [&](Cart& after, int number) -> Result<> {
        after.customer = customer;
        m_storage->carts.replaceHead(after.id, number, after, m_session.clock.now());
        return {};
    });
}

Result<> CartService::confirmAge(const Actor& actor, CartId id)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    if (auto allowed = m_session.require(actor, Permission::AgeConfirm); !allowed) return allowed;
    const auto years = ageToConfirm(cart->cart);
    if (years == 0) return {};
    m_storage->shown.reset();
    Transaction tx{m_session.db};
    m_storage->carts.confirmAge(id, years);
    journalAgeCheck(*m_session.journal, actor, m_session.now(), cart->cart, years, true);
    tx.commit();
    changed.emit(actor.till);
    return {};
}

Result<> CartService::refuseAge(const Actor& actor, CartId id)
{
    const auto cart = find(id);
    if (!cart) return Error{ErrorCode::CartNotFound};
    const auto years = ageToConfirm(cart->cart);
    if (years == 0) return {};
    return edit(actor, id, "age_refused", [&](Cart& after, int number) -> Result<> {
        if (auto allowed = m_session.require(actor, Permission::AgeConfirm); !allowed) return allowed;
        journalAgeCheck(*m_session.journal, actor, m_session.now(), after, years, false);
        std::erase_if(after.lines, [&](const CartLine& line) {
            const bool goes = line.minimumAge > after.ageConfirmed && line.quantity.isPositive();
            if (goes) m_storage->carts.removeLine(id, number, line.lineNo);
            return goes;
        });
        return {};
    });
}

} // namespace till
