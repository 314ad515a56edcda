#include "services/stock_service.h"

#include "base/rounding.h"
#include "base/text.h"
#include "services/journal_writer.h"
#include "services/line_maker.h"
#include "services/session.h"
#include "storage/sale_repository.h"
#include "storage/stock_ledger.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

constexpr auto kDeadAfter = std::chrono::days{90};
constexpr std::size_t kLongestNote = 200;

StockRow toRow(HeldStock held)
{
    return {held.product, std::move(held.code), std::move(held.name), std::move(held.department),
        std::move(held.unit), held.level.quantity, held.level.value, held.minimum, held.price, held.lastSold};
}

bool passes(StockFilter filter, const StockRow& row, Timestamp at)
{
    switch (filter) {
    case StockFilter::All: return true;
    case StockFilter::Low: return row.minimum && row.onHand <= *row.minimum;
    case StockFilter::Out: return !row.onHand.isPositive();
    case StockFilter::Negative: return row.onHand.isNegative();
    case StockFilter::Dead:
        return row.onHand.isPositive() && (!row.lastSold || *row.lastSold < at - kDeadAfter);
    case StockFilter::Expiring: return false;
    }
    return false;
}

/// The bounds of a line in the stockroom are those of a line at the till.
Result<> checkMove(const StockedProduct& product, Quantity quantity, std::optional<UnitPrice> cost)
{
    if (!product.tracksStock) return Error{ErrorCode::QuantityInvalid, product.name};
    CartLine line;
    line.name = product.name;
    line.unitDecimals = product.unitDecimals;
    line.quantity = quantity;
    line.unitPrice = cost.value_or(UnitPrice{});
    return checkLine(line);
}

} // namespace

struct StockService::Storage {
    SaleRepository documents;
    StockRepository stock;
    StockLedger ledger;
};

struct StockService::Move {
    ProductId product;
    std::string name;
    Quantity quantity;
    Money cost;                        ///< of all of it, signed as the quantity
    std::optional<UnitPrice> unitCost; ///< new last known cost
};

StockService::StockService(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(
          Storage{SaleRepository{session.db}, StockRepository{session.db}, StockLedger{session.db}})}
{
}

StockService::~StockService() = default;

std::vector<StockRow> StockService::list(StockFilter filter, std::optional<Timestamp> at) const
{
    const auto moment = at ? m_session.calendar.at(*at) : m_session.now();
    auto held =
        at ? m_storage->ledger.asOf(*at, moment.businessDay) : m_storage->ledger.now(moment.businessDay);
    std::vector<StockRow> rows;
    for (auto& entry : held) {
        auto row = toRow(std::move(entry));
        if (passes(filter, row, moment.utc)) rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<MovementRow>> StockService::movements(ProductId product) const
{
    if (!m_storage->ledger.product(product)) return Error{ErrorCode::ProductNotFound};
    std::vector<MovementRow> rows;
    Quantity after;
    for (auto& entry : m_storage->ledger.entries(product)) {
        after += entry.quantity;
        rows.push_back({entry.position, entry.kind, entry.at, std::move(entry.document), entry.line,
            entry.quantity, after, entry.cost, std::move(entry.user)});
    }
    return rows;
}

Result<DocumentId> StockService::receive(
    const Actor& actor, const std::vector<ReceivedLine>& lines, const std::string& note)
{
    auto clean = cleanNote(note, kLongestNote);
    if (!clean) return clean.error();
    if (lines.empty()) return Error{ErrorCode::QuantityInvalid};
    if (auto allowed = m_session.require(actor, Permission::StockReceive); !allowed) return allowed.error();
    Transaction tx{m_session.db};
    std::vector<Move> moves;
    for (const auto& line : lines) {
        const auto product = m_storage->ledger.product(line.product);
        if (!product) return Error{ErrorCode::ProductNotFound};
        if (line.quantity.isNegative()) return Error{ErrorCode::QuantityInvalid, product->name};
        if (auto sound = checkMove(*product, line.quantity, line.cost); !sound) return sound.error();
        const auto known = m_storage->stock.level(line.product, m_session.facts.location).unitCost;
        const auto cost = line.cost ? *line.cost : known.value_or(UnitPrice{});
        moves.push_back(
            {line.product, product->name, line.quantity, lineAmount(cost, line.quantity), line.cost});
    }
    const auto document = write(actor, DocumentKind::GoodsReceipt, moves, *clean);
    tx.commit();
    changed.emit();
    return document;
}

Result<DocumentId> StockService::adjust(
    const Actor& actor, ProductId product, Quantity by, const std::string& reason)
{
    auto clean = cleanNote(reason, kLongestNote);
    if (!clean) return clean.error();
    if (clean->empty()) return Error{ErrorCode::NameEmpty};
    Transaction tx{m_session.db};
    const auto known = m_storage->ledger.product(product);
    if (!known) return Error{ErrorCode::ProductNotFound};
    if (auto sound = checkMove(*known, by, {}); !sound) return sound.error();
    const auto stock = m_storage->stock.level(product, m_session.facts.location);
    const auto cost = -costOf(stock.level, -by, stock.unitCost);
    const auto worth = cost.isNegative() ? -cost : cost;
    if (auto allowed = m_session.require(actor, Permission::StockAdjust, {worth.minor()}); !allowed) {
        return allowed.error();
    }
    const auto document =
        write(actor, DocumentKind::StockAdjustment, {{product, known->name, by, cost, {}}}, *clean);
    tx.commit();
    changed.emit();
    return document;
}

DocumentId StockService::write(
    const Actor& actor, DocumentKind kind, const std::vector<Move>& moves, const std::string& note)
{
    const bool received = kind == DocumentKind::GoodsReceipt;
    const auto at = m_session.now();
    const auto uid = Uid::make(at.utc.time_since_epoch().count());
    const auto document = m_storage->documents.insertDocument(
        {uid, kind, actor.till, {}, at, at.utc, actor.user, actor.approver, 0, note});
    nlohmann::json payload{{"no", document.number}, {"uid", uid.toText()}, {"l", nlohmann::json::array()}};
    if (!note.empty()) payload[received ? "note" : "reason"] = note;
    int lineNo = 0;
    for (const auto& move : moves) {
        m_storage->stock.move({move.product, move.quantity, move.cost, ++lineNo}, m_session.facts.location,
            received ? MovementKind::Receipt : MovementKind::Adjustment, document.id);
        if (move.unitCost) m_storage->stock.setUnitCost(move.product, *move.unitCost);
        payload["l"].push_back({{"pr", move.product.value}, {"n", move.name},
            {"q", move.quantity.thousandths()}, {"co", move.cost.minor()}});
    }
    m_session.journal->append(
        received ? JournalType::Receive : JournalType::Adjust, actor, at, std::move(payload), document.id);
    return document.id;
}

} // namespace till
