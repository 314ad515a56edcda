#include "services/customer_service.h"

#include "base/text.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "storage/customer_repository.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

Customer toCustomer(CustomerRow row)
{
    return {row.id, std::move(row.code), std::move(row.name)};
}

/// A name may be missing, but not be wrong.
Result<std::string> cleanOptionalName(const std::string& name)
{
    auto clean = cleanName(name);
    if (!clean && clean.error().code == ErrorCode::NameEmpty) return std::string{};
    return clean;
}

} // namespace

CustomerService::CustomerService(Session& session)
    : m_session{session}
{
}

std::optional<Customer> CustomerService::find(std::string_view code) const
{
    auto row = customerWithCode(m_session.db, code);
    if (!row) return std::nullopt;
    return toCustomer(std::move(*row));
}

std::vector<Customer> CustomerService::search(std::string_view text, int limit) const
{
    std::vector<Customer> found;
    for (auto& row : customersLike(m_session.db, text, limit)) found.push_back(toCustomer(std::move(row)));
    return found;
}

Result<Customer> CustomerService::add(const Actor& actor, const std::string& code, const std::string& name)
{
    auto cleanCode = cleanName(code);
    if (!cleanCode) return cleanCode.error();
    auto clean = cleanOptionalName(name);
    if (!clean) return clean.error();
    Transaction tx{m_session.db};
    if (auto allowed = m_session.require(actor, Permission::CustomerCreate); !allowed) return allowed.error();
    if (customerWithCode(m_session.db, *cleanCode)) return Error{ErrorCode::CodeTaken, *cleanCode};
    const auto now = m_session.now();
    const auto id = insertCustomer(m_session.db, *cleanCode, *clean, now.utc);
    m_session.journal->append(
        JournalType::CustomerChange, actor, now, {{"customer", *cleanCode}, {"new", 1}});
    tx.commit();
    return Customer{id, std::move(*cleanCode), std::move(*clean)};
}

Result<> CustomerService::rename(const Actor& actor, const std::string& code, const std::string& name)
{
    auto clean = cleanOptionalName(name);
    if (!clean) return clean.error();
    Transaction tx{m_session.db};
    if (auto allowed = m_session.require(actor, Permission::CustomerCreate); !allowed) return allowed;
    const auto known = customerWithCode(m_session.db, code);
    if (!known) return Error{ErrorCode::CustomerUnknown, code};
    const auto now = m_session.now();
    setCustomerName(m_session.db, known->id, *clean, now.utc);
    m_session.journal->append(JournalType::CustomerChange, actor, now,
        {{"customer", known->code}, {clean->empty() ? "erased" : "named", 1}});
    tx.commit();
    return {};
}

} // namespace till
