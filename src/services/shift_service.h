#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
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
    Result<Shift> start(const Actor& actor, Money openingFloat); ///< ShiftAlreadyOpen, PriceInvalid when negative
    ShiftCash cash(ShiftId id) const;
    Result<ClosedShift> close(const Actor& actor, Money counted, std::optional<Money> leave, const std::string& remark);

    Event<TillId> changed;

private:
    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
