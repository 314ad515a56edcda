#pragma once

#include "base/result.h"
#include "domain/people/customer_id.h"
#include "services/actor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

/// A customer as the till knows one: a code that is scanned or typed, and a name if one was given.
struct Customer {
    CustomerId id;
    std::string code;
    std::string name; ///< empty: none was given, or it was erased

    const std::string& shownAs() const { return name.empty() ? code : name; }
};

/// Customers by code. Names stand in a table of their own that can be erased; sales and the journal know the
/// code alone.
class CustomerService {
public:
    explicit CustomerService(Session& session);

    std::optional<Customer> find(std::string_view code) const; ///< exactly, as written
    /// Whose code begins with `text` or whose name holds it, by name; all when it is empty.
    std::vector<Customer> search(std::string_view text, int limit = 50) const;

    /// customer.create. CUSTOMER_CHANGE without the name. Errors: the name's, for the code too; CodeTaken.
    Result<Customer> add(const Actor& actor, const std::string& code, const std::string& name);
    /// customer.create. Empty erases the name for good; sales keep the code. CustomerUnknown.
    Result<> rename(const Actor& actor, const std::string& code, const std::string& name);

private:
    Session& m_session;
};

} // namespace till
