#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "domain/stock/valuation.h"
#include "services/actor.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;

enum class StockFilter { All, Low, Out, Negative, Dead, Expiring };

struct StockRow {
    ProductId product;
    std::string code;
    std::string name;
    std::string department;
    std::string unit;
    Quantity onHand;
    Money value;
    std::optional<Quantity> minimum;
    std::optional<UnitPrice> price;
    std::optional<Timestamp> lastSold;
};

struct MovementRow {
    std::int64_t position = 0; ///< in the ledger
    MovementKind kind = MovementKind::Sale;
    Moment at;
    std::string document; ///< its number
    int line = 0;
    Quantity quantity;
    Quantity after; ///< on hand after this movement
    Money cost;
    std::string user;
};

struct ReceivedLine {
    ProductId product;
    Quantity quantity;
    std::optional<UnitPrice> cost; ///< of one unit; becomes the last known cost
};

/// The ledger of goods. Stock on hand is the sum of its movements.
class StockService {
public:
    explicit StockService(Session& session);

    std::vector<StockRow> list(StockFilter filter, std::optional<Timestamp> at = {}) const;
    Result<std::vector<MovementRow>> movements(ProductId product) const; ///< oldest first
    Result<DocumentId> receive(const Actor& actor, const std::vector<ReceivedLine>& lines, const std::string& note);
    /// Sets stock right by `by` (may be negative), with a reason.
    Result<DocumentId> adjust(const Actor& actor, ProductId product, Quantity by, const std::string& reason);

    Event<> changed;

private:
    Session& m_session;
};

} // namespace till
