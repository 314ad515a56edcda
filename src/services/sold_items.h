#pragma once

#include "base/result.h"
#include "exchange/sales_file.h"
#include "services/actor.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace till {

class Session;

/// The articles of a sales file and the products they are here.
class SoldItems {
public:
    explicit SoldItems(Session& session)
        : m_session{session}
    {
    }

    /// One line of the file; `code` is clean. The first legal name and the first price above zero count.
    void meet(const std::string& code, const TicketLine& row);
    /// Finds each article by its code as written (case counts). Those not known are made, in one transaction,
    /// when `create` is set: with `taxRate`'s class (made when no class has it), sold by the piece, or by the
    /// kilogram when the file sells fractions of them. Without `create` their lines have problem().
    /// TaxNotFound, Cancelled never.
    Result<> resolve(const Actor& actor, bool create, std::optional<Rate> taxRate);

    /// Why lines of this article cannot be sold; null when they can.
    const Error* problem(const std::string& code) const;
    std::int64_t made() const { return m_made; }

private:
    struct Item {
        std::string code;
        std::string name;
        std::optional<UnitPrice> price;
        bool hasFractions = false;
        std::optional<Error> problem;
    };
    Result<TaxClassId> taxClass(const Actor& actor, std::optional<Rate> rate);
    void make(const Actor& actor, const std::vector<Item*>& items, TaxClassId taxClass);

    Session& m_session;
    std::vector<Item> m_items; ///< in the file's order
    std::unordered_map<std::string, std::size_t> m_numbers;
    std::int64_t m_made = 0;
};

} // namespace till
