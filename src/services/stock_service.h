#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "domain/sales/document.h"
#include "domain/stock/valuation.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;

/// Low: a minimum is set and no more than it is there. Out: nothing there, or less. Negative: more was sold
/// than was ever received. Dead: in stock, and nothing sold for 90 days or ever. Expiring: of lots with a
/// use-by day; no lots, no rows.
enum class StockFilter { All, Low, Out, Negative, Dead, Expiring };

struct StockRow {
    ProductId product;
    std::string code; ///< its own number, else its first barcode
    std::string name;
    std::string department;
    std::string unit;
    Quantity onHand;
    Money value; ///< at moving average cost
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

/// The ledger of goods. Stock on hand is the sum of its movements. No shift is needed for what moves no
/// money.
class StockService {
public:
    explicit StockService(Session& session);
    ~StockService();

    /// Goods that keep stock, by name; over all locations. `at`: as it stood then, added up from the ledger.
    std::vector<StockRow> list(StockFilter filter, std::optional<Timestamp> at = {}) const;
    Result<std::vector<MovementRow>> movements(ProductId product) const; ///< oldest first; ProductNotFound
    /// Puts goods into stock at their cost, or at the last known one. Errors: NotAllowed, NeedsApproval,
    /// ProductNotFound, and for a line (detail = the product's name) QuantityInvalid (not positive, a
    /// fraction of a piece, goods that keep no stock), PriceInvalid; QuantityInvalid too when there is no
    /// line; the note's.
    Result<DocumentId> receive(
        const Actor& actor, const std::vector<ReceivedLine>& lines, const std::string& note);
    /// Sets stock right by `by` (may be negative), at average cost, with a reason. Errors: as receive();
    /// NameEmpty without a reason. What it is worth, in minor units, is asked of the permission's limit.
    Result<DocumentId> adjust(const Actor& actor, ProductId product, Quantity by, const std::string& reason);

    Event<> changed;

private:
    struct Move;
    DocumentId write(
        const Actor& actor, DocumentKind kind, const std::vector<Move>& moves, const std::string& note);

    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
