#pragma once

#include "base/numbers.h"
#include "base/uid.h"

#include <functional>
#include <string>
#include <vector>

namespace till {

/// A payment as the terminal is asked for it. The id is the shop's and makes asking twice harmless.
struct PaymentRequest {
    enum class Kind { Sale, Refund, Reversal };
    Uid id;
    Kind kind = Kind::Sale;
    Money amount;          ///< above zero
    std::string currency;  ///< ISO 4217
    std::string reference; ///< for the terminal's own slip
};

/// How far a payment is. The last of a payment is one of Approved, Declined, Cancelled, NotReached and
/// Unknown.
struct TerminalEvent {
    enum class Kind {
        Connecting,
        PresentCard,
        Pin,
        Authorising,
        Approved,
        Declined,   ///< nothing was charged
        Cancelled,  ///< nothing was charged
        NotReached, ///< the request never got there: nothing was charged
        Unknown,    ///< it may have been charged. Never sent again by itself: status() asks
    };
    Kind kind = Kind::Unknown;
    Money amount{};                   ///< of Approved: charged, which may be less than was asked for
    std::string auth{};               ///< of Approved, as the rest
    std::string maskedPan{};          ///< "************1234": never a whole card number
    std::string scheme{};             ///< "VISA"
    std::string terminal{};           ///< its number
    std::vector<std::string> texts{}; ///< lines that belong on the receipt
    std::string message{};            ///< why not, as the terminal says

    bool isLast() const { return kind >= Kind::Approved; }
};

struct TerminalDay {
    bool isReached = false;
    std::int64_t payments = 0;
    Money total;
    std::string message{};
};

/// A card terminal. start(), status() and endOfDay() wait and belong to one worker's thread; cancel() may
/// come from any other.
class Terminal {
public:
    using Progress = std::function<void(const TerminalEvent&)>;
    virtual ~Terminal() = default;

    /// Until its end; each step before it goes to `progress`.
    virtual TerminalEvent start(const PaymentRequest& request, const Progress& progress) = 0;
    /// Asks the payment under way to end; it may be approved all the same.
    virtual void cancel() = 0;
    /// What became of a payment whose end was not heard.
    virtual TerminalEvent status(const PaymentRequest& request) = 0;
    virtual TerminalDay endOfDay() = 0;
};

} // namespace till
