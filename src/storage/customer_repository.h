#pragma once

#include "base/clock.h"
#include "domain/people/customer_id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Connection;

struct CustomerRow {
    CustomerId id;
    std::string code;
    std::string name; ///< empty: none is known
};

std::optional<CustomerRow> customerWithCode(Connection& db, std::string_view code);
/// Whose code begins with `text` or whose name holds it; the sign for "any" in it is a letter like others.
std::vector<CustomerRow> customersLike(Connection& db, std::string_view text, int limit);
// Writing belongs into the caller's transaction.
CustomerId insertCustomer(Connection& db, const std::string& code, const std::string& name, Timestamp now);
void setCustomerName(
    Connection& db, CustomerId id, const std::string& name, Timestamp now); ///< empty erases it

} // namespace till
