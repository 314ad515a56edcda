#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

struct VoucherRow {
    std::int64_t id = 0;
    std::string number;
    bool isCredit = false;
    BusinessDay issuedOn;
    std::optional<BusinessDay> validUntil;
    Money balance; ///< sum of the entries
};

struct VoucherEntryRow {
    Money amount;
    DocumentId document; ///< none: adjusted by hand
    std::string receipt; ///< its number as printed
    std::string reason;
    Timestamp at{};
};

/// Vouchers and what was put on and taken off them. In the caller's transaction.
class VoucherRepository {
public:
    explicit VoucherRepository(Connection& db)
        : m_db{db}
    {
    }

    std::optional<VoucherRow> find(std::string_view number);
    std::vector<VoucherRow> all(bool onlyWithBalance, int limit); ///< newest first
    Money outstanding();                                          ///< what is left on all of them
    std::vector<VoucherEntryRow> entries(std::int64_t voucher);   ///< oldest first

    struct NewVoucher {
        std::string number;
        bool isCredit = false;
        BusinessDay issuedOn;
        std::optional<BusinessDay> validUntil;
    };
    std::int64_t insert(const NewVoucher& voucher, Timestamp now);
    struct NewEntry {
        std::int64_t voucher = 0;
        Money amount;
        DocumentId document;
        UserId user;
        UserId approver;
        std::string reason;
    };
    void insertEntry(const NewEntry& entry, Timestamp now);

    /// Taken for carts that are not finished: as good as spent.
    Money promised(std::string_view number);
    bool isInCart(std::string_view number); ///< as a line that would sell it

private:
    Connection& m_db;
};

} // namespace till
