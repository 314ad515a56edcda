#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "base/rounding.h"
#include "base/uid.h"
#include "domain/sales/pricing.h"
#include "services/actor.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace till {

class CardService;
class CartService;
class CatalogService;
class CheckoutService;
class CustomerService;
class ImportService;
class PeopleService;
class PrintService;
class PromotionService;
class QuickKeyService;
class ReceiptService;
class ReportService;
class ReturnService;
class SalesImportService;
class SettingService;
class ShiftService;
class StockService;
class VerifyService;
class VoucherService;

/// What a new shop is made of. Everything but the first five has a default from the country's preset.
struct ShopSetup {
    std::string name;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string currency; ///< ISO 4217
    std::string timeZone; ///< IANA
    bool pricesIncludeTax = true;
    std::chrono::minutes dayCutoff{0};
    TaxRounding taxRounding = TaxRounding::Line;
    Money cashStep; ///< minor units; 0 = no rounding
    CashTies cashTies = CashTies::AwayFromZero;
    struct TaxDraft {
        std::string code; ///< printed beside each line: A, B, C
        std::string name;
        Rate rate;
        bool compound = false;
    };
    std::vector<TaxDraft> taxes;
    struct TaxClassDraft {
        std::string name;
        std::vector<std::string> taxCodes;
    };
    std::vector<TaxClassDraft> taxClasses; ///< empty: one class per tax, of its name
    std::string ownerName;                 ///< empty: "Owner"
    std::string tillCode = "A";
    bool practice = false; ///< the sample shop
    std::string address;   ///< lines, for the receipt
    std::string taxNumber;
};

/// What everybody needs to know of the open shop. Read once, and again when settings change.
struct ShopFacts {
    Uid uid;
    std::string name;
    std::string country;
    std::string currency;
    int decimals = 2; ///< of the currency
    bool pricesIncludeTax = true;
    TaxRounding taxRounding = TaxRounding::Line;
    Money cashStep;
    CashTies cashTies = CashTies::AwayFromZero;
    bool practice = false;
    TillId till; ///< the till of this machine
    std::string tillCode;
    LocationId location;
};

enum class Access { Read, Write };

struct ShopOptions {
    std::filesystem::path file;
    Access access = Access::Write;
    std::filesystem::path
        keyFolder;   ///< of the signing key; empty: $XDG_CONFIG_HOME/tillroll/keys. Never beside the data
    std::string vfs; ///< tests only
    bool backgroundWork = true; ///< checkpoints on a worker thread; false: after each sale, in the caller
};

/// The open shop file and its services: the composition root. One per thread; only one anywhere writes.
class Shop {
public:
    /// Opens an existing shop, migrating it when it is older (after a verified copy). Errors: FileNotFound,
    /// FileIsDirectory, FileNotReadable, FileNotWritable, FileNotAShop, FileTooNew, FileDamaged, ShopInUse
    /// (another program writes on it; detail = process id), StorageFailed. Reading never needs the lock.
    static Result<std::unique_ptr<Shop>> open(const ShopOptions& options, const Clock& clock);
    /// Makes a new shop file and opens it for writing. Errors: FileExists, FolderNotWritable, DiskFull,
    /// TimeZoneUnknown, CurrencyUnknown, CountryUnknown, the name's.  On any error no file is left behind.
    static Result<std::unique_ptr<Shop>> create(
        const ShopOptions& options, const ShopSetup& setup, const Clock& clock);
    ~Shop();
    Shop(const Shop&) = delete;
    Shop& operator=(const Shop&) = delete;

    const ShopFacts& facts() const;
    const ShopCalendar& calendar() const;
    const std::filesystem::path& file() const;
    Access access() const;
    Moment now() const;
    /// The one owner, at this machine's till, until people sign in.
    Actor owner() const;
    /// A sentence-free list of what start-up found: an open cart that came back, prints of unknown outcome.
    struct Startup {
        bool cartRestored = false;
        bool unsignedJournal = false; ///< this machine does not hold the shop's signing key
        std::optional<int> migratedFrom;
    };
    const Startup& startup() const;

    CardService& cards();
    CartService& carts();
    CatalogService& catalog();
    CheckoutService& checkout();
    CustomerService& customers();
    ImportService& imports();
    PeopleService& people();
    PrintService& printing();
    PromotionService& promotions();
    QuickKeyService& quickKeys();
    ReceiptService& receipts();
    ReportService& reports();
    SalesImportService& salesImport();
    SettingService& settings();
    ShiftService& shifts();
    StockService& stock();
    VerifyService& verifier();
    ReturnService& returns();
    VoucherService& vouchers();

    /// Until what runs beside the caller has come to rest: for tests and measurements.
    void waitForBackgroundWork();

    /// A verified copy of the whole shop, made while it goes on selling. `progress` 0..100, return false to
    /// cancel.
    Result<> backup(const std::filesystem::path& target, const std::function<bool(int)>& progress = {});

private:
    struct Parts;
    explicit Shop(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace till
