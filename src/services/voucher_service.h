#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "domain/sales/cart.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;
struct VoucherRow;

/// What the shop owes to whoever holds the number.
struct Voucher {
    std::string number;
    bool isCredit = false; ///< given for goods taken back, not sold
    BusinessDay issuedOn;
    std::optional<BusinessDay> validUntil; ///< the last day
    Money balance;                         ///< what is left
    bool isExpired = false;
};

struct VoucherEntry {
    Money amount;        ///< positive: put on it
    std::string receipt; ///< number of the receipt; empty: adjusted by hand
    std::string reason;
    Timestamp at{};
};

/// Vouchers and gift cards: money that was paid before the goods. Selling one is a line of a sale, spending
/// one a tender; both reach the ledger with the sale. What is left on one is never below zero.
class VoucherService {
public:
    explicit VoucherService(Session& session);
    ~VoucherService();

    /// By number in any letter case, with or without spaces and hyphens. VoucherUnknown.
    Result<Voucher> find(std::string_view number) const;
    std::vector<Voucher> list(bool onlyWithBalance, int limit = 1000) const; ///< newest first
    std::vector<VoucherEntry> entries(std::string_view number) const;        ///< oldest first
    Money outstanding() const; ///< what the shop owes on all of them

    /// What can be taken off it now: less what open and waiting sales took already. VoucherUnknown,
    /// VoucherExpired.
    Result<Money> available(std::string_view number) const;
    /// Puts on, or takes off, without a sale. VoucherUnknown, VoucherTooSmall, PriceInvalid for nothing;
    /// NameEmpty without a reason.
    Result<> adjust(const Actor& actor, std::string_view number, Money amount, const std::string& reason);

    /// A number nobody has, for a new one.
    std::string newNumber() const;
    /// The line that sells one: no tax, no discount, no stock. An empty number draws one. CodeInvalid,
    /// VoucherExists, PriceInvalid, NotAllowed.
    Result<CartLine> lineFor(const Actor& actor, Money amount, const std::string& number) const;

    /// Before a sale is written: the numbers of its tenders are put in order (a new one where a return is
    /// paid out without any), and each covers what is taken. `isImported`: of another system, whose vouchers
    /// are not ours. `taken`: of the amounts, those that stand in the cart already and so count as promised.
    Result<> checkTenders(
        const Actor& actor, std::vector<CartTender>& tenders, std::size_t taken, bool isImported) const;
    /// Numbers that a sale would give out twice, or that were sold since. VoucherExists.
    Result<> checkLines(const std::vector<CartLine>& lines) const;
    /// Inside the sale's transaction.
    void post(const Actor& actor, const Moment& at, DocumentId document, const std::vector<CartLine>& lines,
        const std::vector<CartTender>& tenders);

    Event<> changed;

private:
    Voucher ofRow(const VoucherRow& row) const;
    std::int64_t issue(const Moment& at, const std::string& number, bool isCredit);
    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
