#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/numbers.h"
#include "base/result.h"
#include "base/uid.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;

struct Shift {
    ShiftId id;
    Uid uid;
    TillId till;
    std::string openedBy;
    Moment openedAt;
    Money openingFloat;
    std::optional<Money> expectedFloat; ///< what the close before left; none = first shift
};

/// Cash of a shift, to the cent: expected = float + cash taken - cash given back.
struct ShiftCash {
    Money openingFloat;
    Money cashSales;   ///< kept: given minus change
    Money cashRefunds; ///< given back, as a positive sum
    Money expected;
};

struct ClosedShift {
    Shift shift;
    ShiftCash cash;
    Money counted;
    Money difference; ///< counted - expected
    Money left;
};

/// One drawer's session. No sale without one.
class ShiftService {
public:
    explicit ShiftService(Session& session);
    ~ShiftService();

    std::optional<Shift> open(TillId till) const; ///< the open one
    /// What the last close of this till left in the drawer: the suggestion for the float.
    std::optional<Money> lastLeft(TillId till) const;
    Result<Shift> start(
        const Actor& actor, Money openingFloat); ///< ShiftAlreadyOpen, PriceInvalid when negative
    ShiftCash cash(ShiftId id) const;
    Result<ClosedShift> close(
        const Actor& actor, Money counted, std::optional<Money> leave, const std::string& remark);

    // Of imported history, inside the import's transaction: one shift per business day, opened with no cash,
    // closed on what should be there, at the times of the other system.
    Result<Shift> ofImportedDay(const Actor& actor, const Moment& at);
    void closeImportedDay(const Actor& actor, const Shift& shift, const Moment& at);

    Event<TillId> changed;

private:
    Shift insert(const Actor& actor, const Moment& at, Money openingFloat);
    ClosedShift writeClose(const Actor& actor, Shift shift, const Moment& at, Money counted, Money leave,
        const std::string& remark);

    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
