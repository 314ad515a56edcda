#pragma once

#include "base/clock.h"
#include "domain/stock/valuation.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// A product that keeps stock, with what is there of it over all locations.
struct HeldStock {
    ProductId product;
    std::string code; ///< its own number, else its first barcode
    std::string name;
    std::string department;
    std::string unit;
    StockLevel level;
    std::optional<Quantity> minimum;
    std::optional<UnitPrice> price; ///< of the first price list
    std::optional<Timestamp> lastSold;
};

struct LedgerEntry {
    std::int64_t position = 0;
    MovementKind kind = MovementKind::Sale;
    Moment at;
    std::string document; ///< number as printed
    int line = 0;
    Quantity quantity;
    Money cost;
    std::string user;
};

/// What the stockroom asks of a product before it moves.
struct StockedProduct {
    std::string name;
    int unitDecimals = 0;
    bool tracksStock = true;
};

/// Reads the ledger of goods; StockRepository writes it.
class StockLedger {
public:
    explicit StockLedger(Connection& db)
        : m_db{db}
    {
    }

    /// By name: products in use, and those out of use that still have stock.
    std::vector<HeldStock> now(BusinessDay today);
    /// As it stood at `at`: adds up the whole ledger until then, which takes as long as the ledger is.
    std::vector<HeldStock> asOf(Timestamp at, BusinessDay day);
    std::vector<LedgerEntry> entries(ProductId product); ///< oldest first
    std::optional<StockedProduct> product(ProductId id);

private:
    Connection& m_db;
};

} // namespace till
