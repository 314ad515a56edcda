#include "services/shift_service.h"

#include "base/text.h"
#include "services/cart_service.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "storage/cart_repository.h"
#include "storage/shift_repository.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

constexpr auto kMostCash = Money::fromMinor(100'000'000'000); // what no drawer holds in any currency

Shift toShift(ShiftRow row)
{
    return {row.id, row.uid, row.till, std::move(row.openedBy), row.openedAt, row.openingFloat,
        row.expectedFloat};
}

bool isPlausible(Money amount)
{
    return !amount.isNegative() && amount <= kMostCash;
}

} // namespace

struct ShiftService::Storage {
    ShiftRepository shifts;
};

ShiftService::ShiftService(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(Storage{ShiftRepository{session.db}})}
{
}

ShiftService::~ShiftService() = default;

std::optional<Shift> ShiftService::open(TillId till) const
{
    auto row = m_storage->shifts.open(till);
    return row ? std::optional{toShift(std::move(*row))} : std::nullopt;
}

std::optional<Money> ShiftService::lastLeft(TillId till) const
{
    return m_storage->shifts.lastLeft(till);
}

Result<Shift> ShiftService::start(const Actor& actor, Money openingFloat)
{
    if (!isPlausible(openingFloat)) return Error{ErrorCode::PriceInvalid};
    if (auto allowed = m_session.require(actor, Permission::ShiftOwn); !allowed) return allowed.error();
    Transaction tx{m_session.db};
    if (m_storage->shifts.open(actor.till)) return Error{ErrorCode::ShiftAlreadyOpen};
    auto shift = insert(actor, m_session.now(), openingFloat);
    tx.commit();
    changed.emit(actor.till);
    return shift;
}

Result<Shift> ShiftService::ofImportedDay(const Actor& actor, const Moment& at)
{
    if (auto row = m_storage->shifts.openOn(actor.till, at.businessDay)) return toShift(std::move(*row));
    return insert(actor, at, Money{});
}

Shift ShiftService::insert(const Actor& actor, const Moment& at, Money openingFloat)
{
    const auto expected = m_storage->shifts.lastLeft(actor.till);
    auto row = m_storage->shifts.insert(actor.till, actor.user, at, openingFloat, expected);
    nlohmann::json payload{
        {"shift", row.uid.toText()}, {"day", at.businessDay.toText()}, {"float", openingFloat.minor()}};
    if (expected) payload["expected"] = expected->minor();
    m_session.journal->append(JournalType::ShiftOpen, actor, at, std::move(payload));
    return toShift(std::move(row));
}

ShiftCash ShiftService::cash(ShiftId id) const
{
    const auto shift = m_storage->shifts.find(id);
    if (!shift) return {};
    const auto sums = m_storage->shifts.cash(id);
    return {shift->openingFloat, sums.taken, sums.given, shift->openingFloat + sums.taken - sums.given};
}

Result<ClosedShift> ShiftService::close(
    const Actor& actor, Money counted, std::optional<Money> leave, const std::string& remark)
{
    if (!isPlausible(counted) || (leave && (!isPlausible(*leave) || *leave > counted))) {
        return Error{ErrorCode::PriceInvalid};
    }
    auto clean = cleanNote(remark, 200);
    if (!clean) return clean.error();
    if (auto allowed = m_session.require(actor, Permission::ShiftOwn); !allowed) return allowed.error();
    Transaction tx{m_session.db};
    auto open = m_storage->shifts.open(actor.till);
    if (!open) return Error{ErrorCode::NoShiftOpen};
    if (CartRepository{m_session.db}.holdsMoney(actor.till))
        return Error{ErrorCode::TenderTooLarge, std::string{kPartIsPaid}};
    auto closed = writeClose(
        actor, toShift(std::move(*open)), m_session.now(), counted, leave.value_or(counted), *clean);
    tx.commit();
    changed.emit(actor.till);
    return closed;
}

void ShiftService::closeImportedDay(const Actor& actor, const Shift& shift, const Moment& at)
{
    writeClose(actor, shift, at, cash(shift.id).expected, Money{}, {});
}

ClosedShift ShiftService::writeClose(
    const Actor& actor, Shift shift, const Moment& at, Money counted, Money leave, const std::string& remark)
{
    const auto drawer = cash(shift.id);
    m_storage->shifts.close(shift.id, actor.user, at, {drawer.expected, counted, leave, remark});
    nlohmann::json payload{{"shift", shift.uid.toText()}, {"expected", drawer.expected.minor()},
        {"counted", counted.minor()}, {"left", leave.minor()}};
    if (!remark.empty()) payload["remark"] = remark;
    m_session.journal->append(JournalType::ShiftClose, actor, at, std::move(payload));
    return {std::move(shift), drawer, counted, counted - drawer.expected, leave};
}

} // namespace till
