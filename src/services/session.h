#pragma once

#include "services/shop.h"
#include "storage/connection.h"
#include "storage/transaction.h"

#include "domain/people/permission.h"

namespace till {

class JournalWriter;

/// What the services of one open shop share. Not for ui or cli: it holds the connection.
class Session {
public:
    Session(Connection& connection, const Clock& clock, ShopCalendar calendar, ShopFacts facts);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Connection& db;
    const Clock& clock;
    ShopCalendar calendar;
    ShopFacts facts;
    bool readOnly = false;
    std::string vfs;
    std::function<void()> beforeReopen; ///< set by Shop: its workers let go of the connection
    std::function<void()> reopened;     ///< and take the new one
    std::filesystem::path file;

    /// Set by Shop once all services stand; a service reaches another through these.
    CatalogService* catalog = nullptr;
    CartService* carts = nullptr;
    CheckoutService* checkout = nullptr;
    PeopleService* people = nullptr;
    SettingService* settings = nullptr;
    ShiftService* shifts = nullptr;
    StockService* stock = nullptr;
    ReceiptService* receipts = nullptr;
    ReportService* reports = nullptr;
    CardService* cards = nullptr;
    CustomerService* customers = nullptr;
    PrintService* printing = nullptr;
    PromotionService* promotions = nullptr;
    QuickKeyService* quickKeys = nullptr;
    ReturnService* returns = nullptr;
    VoucherService* vouchers = nullptr;
    /// Signs and chains; writes inside the caller's transaction.
    std::unique_ptr<JournalWriter> journal;

    /// Closes the connection and opens it again: after an error that leaves its state in doubt.
    void reopen();
    Moment now() const { return calendar.at(clock.now()); }
    /// ShopReadOnly when the shop was opened for reading; otherwise what the matrix says.
    Result<> require(const Actor& actor, Permission permission, const PermissionContext& context = {}) const;
};

} // namespace till
