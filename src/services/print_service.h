#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/ids.h"
#include "base/result.h"
#include "devices/printer_address.h"
#include "paper/escpos.h"
#include "services/actor.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class PrintRepository;
class Session;
class SettingService;
struct PrintRow;
struct SendResult;

/// The receipt printer of this till, as its settings say.
struct PrinterSetup {
    PrinterAddress address;
    PrinterProfile profile;
    DrawerKick drawer = DrawerKick::None;
    friend bool operator==(const PrinterSetup&, const PrinterSetup&) = default;
};

/// None when no printer is set up.
std::optional<PrinterSetup> printerSetup(const SettingService& settings);

/// Ways out of this machine that may lead to a printer, see devices/printers_nearby.h. May take a second.
std::vector<PrinterAddress> findPrinters();

/// Sends a whole job and waits for it: PrinterNotReached (nothing went out) and PrinterStopped (part of it
/// did; detail of both = what the system said), PrinterHasNoPaper, PrinterCoverOpen when the printer says so
/// before. Not for an address that is a folder: PrinterUnknown. For programs that print nothing else
/// meanwhile: a printer has one writer, see PrintService::printLoose().
Result<> sendToPrinter(const PrinterAddress& address, std::string_view job);

/// Whether a sale brings its receipt with it (setting receipt.print).
enum class PrintWhen { Always, Ask, Never };

enum class PrinterCondition {
    NotSet,  ///< the shop has none
    Unasked, ///< nobody has looked yet
    Ready,
    PaperLow, ///< prints, for now
    NoPaper,
    CoverOpen,
    Failed, ///< offline, a cutter that is stuck
    NotReached
};

struct PrinterStatus {
    PrinterCondition condition = PrinterCondition::NotSet;
    std::string why{}; ///< of the system, untranslated, where it was not reached
    int waiting = 0;   ///< orders not on paper yet
    int unknown = 0;   ///< orders nobody knows the outcome of
    friend bool operator==(const PrinterStatus&, const PrinterStatus&) = default;
};

/// An order to print that is not over.
struct PrintJob {
    enum class State { Waiting, Printing, Unknown, Done };
    std::int64_t id = 0;
    DocumentId document;
    std::string number; ///< of the receipt
    int copy = 0;       ///< 0 = the original
    State state = State::Waiting;
    Moment since{};
    std::string why{}; ///< of the system, untranslated: what went wrong
};

/// How patient the printer's thread is. Tests have less time.
struct PrintPace {
    std::chrono::milliseconds betweenLooks{8'000};
    std::chrono::milliseconds firstRetry{1'000};
    std::chrono::milliseconds longestRetry{15'000};
    std::chrono::milliseconds forDrawer{10'000}; ///< later a drawer would open with nobody standing at it
    std::chrono::milliseconds toEnd{3'000};      ///< for the job at hand when the till is closed
};

/// Gets receipts on paper. Each order stands in the shop file, written with its sale, and moves there:
/// waiting to printing before the first byte is sent, then to done, or to unknown when only part of it went.
/// An order nothing was sent of waits until the printer is back; one whose outcome nobody knows is never sent
/// again by itself: a person looks at the paper, and prints a copy or says that it is there. A thread of its
/// own talks to the printer and never sees the file; what it has to say is dealt with in pump(), on the
/// shop's thread.
class PrintService {
public:
    explicit PrintService(Session& session);
    ~PrintService();

    /// From now on orders are printed. `wake` is called on another thread: it has to see to it that the
    /// shop's thread calls pump() soon. Without it somebody calls pump() now and then.
    void work(std::function<void()> wake = {}, const PrintPace& pace = {});
    /// Lets the order at hand end; what waits goes on waiting.
    void rest();
    /// Deals with what the printer's thread has said. Cheap when that is nothing; never throws.
    void pump();
    /// For programs without an event loop: pumps until nothing is waiting or the printer cannot print.
    void printWaiting(std::chrono::milliseconds patience);

    PrinterStatus status() const;
    PrintWhen when() const;             ///< Never where no printer is set up
    std::vector<PrintJob> jobs() const; ///< that are not over, oldest first
    void look();                        ///< at the printer, now: somebody has seen to it

    /// A receipt on paper: the original if it was never printed, else its next COPY n, which the journal
    /// knows. One that waits already is not ordered twice. PrinterNotSet, SaleNotFound, NotAllowed,
    /// NeedsApproval (the permission's limit is a number of copies).
    Result<PrintJob> print(const Actor& actor, DocumentId document);
    /// Of an order of unknown outcome: it is printed once more, as a copy. PrintNotFound and as above.
    Result<PrintJob> printAgain(const Actor& actor, std::int64_t job);
    /// Of an order of unknown outcome: somebody has seen the paper. PrintNotFound.
    Result<> confirm(const Actor& actor, std::int64_t job);
    /// Of an order that waits or is unknown: nobody wants it any more. PrintNotFound.
    Result<> discard(const Actor& actor, std::int64_t job);

    /// Sends what is no record of the shop, a test or a gift receipt, when no receipt waits any more: never
    /// while another paper is printed. It is not kept and not tried again. `done` is called once, mostly on
    /// another thread: with nothing, or as sendToPrinter() refuses.
    void printLoose(const PrinterAddress& to, std::string job, std::function<void(const Result<>&)> done);

    /// Opens the drawer without a sale. PrinterNotSet (detail "drawer": it has none), ReasonNeeded,
    /// NotAllowed, NeedsApproval. drawerStuck tells when the printer cannot.
    Result<> openDrawer(const Actor& actor, const std::string& reason);
    std::vector<std::string> drawerReasons() const; ///< the shop's own; empty: it has set none

    /// Of the order that is written with a sale: "waiting", or "none" when no paper is asked for.
    std::string_view orderState(bool isFromElsewhere) const;

    Event<> changed;     ///< status or jobs
    Event<> drawerStuck; ///< it has to be opened with the key

private:
    struct Worker;
    PrintJob jobOf(const PrintRow& row) const;
    Result<PrintRow> rowIn(std::int64_t job, std::string_view state, std::string_view orState = {}) const;
    Result<std::int64_t> orderCopy(const Actor& actor, const PrintRow& original, const Moment& now);
    Result<PrintJob> ordered(std::int64_t job);
    Result<> end(const Actor& actor, const PrintRow& row, std::string_view state, std::string_view outcome);
    Actor tillActor() const;
    void recover();
    void settingsChanged();
    void sold(DocumentId document);
    void feed();
    void startPrinting(std::int64_t job);
    void note(std::int64_t job, const SendResult& result);
    void settle();
    void refresh();

    Session& m_session;
    std::unique_ptr<PrintRepository> m_prints;
    std::unique_ptr<Worker> m_worker;
    PrinterStatus m_status;
    Subscription m_sold;
    Subscription m_settingsChanged;
};

} // namespace till
