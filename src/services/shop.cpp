#include "services/shop.h"

#include "base/text.h"
#include "services/card_service.h"
#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/customer_service.h"
#include "services/import_service.h"
#include "services/journal_writer.h"
#include "services/people_service.h"
#include "services/print_service.h"
#include "services/promotion_service.h"
#include "services/quick_key_service.h"
#include "services/receipt_service.h"
#include "services/report_service.h"
#include "services/return_service.h"
#include "services/sales_import_service.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/shop_facts.h"
#include "services/shop_seed.h"
#include "services/signing_key.h"
#include "services/stock_service.h"
#include "services/verify_service.h"
#include "services/voucher_service.h"
#include "storage/backup.h"
#include "storage/checkpointer.h"
#include "storage/durable_file.h"
#include "storage/lock_file.h"
#include "storage/product_search.h"
#include "storage/schema.h"
#include "storage/shop_file.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace till {
namespace {

constexpr std::string_view kProgram = "tillroll";

OpenOptions storageOptions(const ShopOptions& options)
{
    return {options.file,
        options.access == Access::Write ? OpenOptions::Mode::ReadWrite : OpenOptions::Mode::ReadOnly,
        options.vfs};
}

/// The sale is on disk whatever becomes of this: the next one tries again.
void checkpointNow(Connection& db)
{
    try {
        checkpoint(db, CheckpointMode::Passive);
    } catch (const StorageError& error) {
        spdlog::warn("the log could not be moved into the file: {}", error.what());
    }
}

/// What can wait until nobody does: best sellers get their place, and the log moves into the file. A reader
/// in the way is no matter, the log stays then.
void tidyUp(Connection& db)
{
    try {
        Transaction tx{db};
        raiseBestSellers(db, 1000);
        tx.commit();
        checkpoint(db, CheckpointMode::Truncate);
    } catch (const StorageError& error) {
        spdlog::warn("tidying up at the end failed: {}", error.what());
    }
}

} // namespace

struct Shop::Parts {
    Parts(std::optional<LockFile> heldLock, Connection openConnection, const Clock& clock,
        ShopCalendar calendar)
        : lock{std::move(heldLock)}
        , connection{std::move(openConnection)}
        , session{connection, clock, std::move(calendar), {}}
    {
    }
    ~Parts()
    {
        checkpointer.reset();
        if (!session.readOnly) tidyUp(connection);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    void buildServices(const ShopOptions& options);

    std::optional<LockFile> lock;
    Connection connection;
    Session session;
    Startup startup;
    std::unique_ptr<SettingService> settings;
    std::unique_ptr<PeopleService> people;
    std::unique_ptr<CatalogService> catalog;
    std::unique_ptr<PromotionService> promotions;
    std::unique_ptr<ShiftService> shifts;
    std::unique_ptr<CustomerService> customers;
    std::unique_ptr<CartService> carts;
    std::unique_ptr<VoucherService> vouchers;
    std::unique_ptr<ReturnService> returns;
    std::unique_ptr<CheckoutService> checkout;
    std::unique_ptr<CardService> cards;
    std::unique_ptr<StockService> stock;
    std::unique_ptr<ReceiptService> receipts;
    std::unique_ptr<ReportService> reports;
    std::unique_ptr<PrintService> printing;
    std::unique_ptr<ImportService> imports;
    std::unique_ptr<SalesImportService> salesImport;
    std::unique_ptr<QuickKeyService> quickKeys;
    std::unique_ptr<VerifyService> verifier;
    std::unique_ptr<Checkpointer> checkpointer;
    Subscription checkpointAfterSale; ///< where there is no worker
};

void Shop::Parts::buildServices(const ShopOptions& options)
{
    session.readOnly = options.access == Access::Read;
    session.file = options.file;
    session.vfs = options.vfs;
    readFacts(session);
    session.journal =
        std::make_unique<JournalWriter>(connection, session.facts.uid, options.keyFolder, options.access);
    settings = std::make_unique<SettingService>(session);
    session.settings = settings.get();
    people = std::make_unique<PeopleService>(session);
    session.people = people.get();
    catalog = std::make_unique<CatalogService>(session);
    session.catalog = catalog.get();
    promotions = std::make_unique<PromotionService>(session);
    session.promotions = promotions.get();
    shifts = std::make_unique<ShiftService>(session);
    session.shifts = shifts.get();
    customers = std::make_unique<CustomerService>(session);
    session.customers = customers.get();
    carts = std::make_unique<CartService>(session);
    session.carts = carts.get();
    vouchers = std::make_unique<VoucherService>(session);
    session.vouchers = vouchers.get();
    returns = std::make_unique<ReturnService>(session);
    session.returns = returns.get();
    checkout = std::make_unique<CheckoutService>(session);
    session.checkout = checkout.get();
    cards = std::make_unique<CardService>(session);
    session.cards = cards.get();
    stock = std::make_unique<StockService>(session);
    session.stock = stock.get();
    receipts = std::make_unique<ReceiptService>(session);
    session.receipts = receipts.get();
    reports = std::make_unique<ReportService>(session);
    session.reports = reports.get();
    quickKeys = std::make_unique<QuickKeyService>(session);
    session.quickKeys = quickKeys.get();
    printing = std::make_unique<PrintService>(session);
    session.printing = printing.get();
    imports = std::make_unique<ImportService>(session);
    salesImport = std::make_unique<SalesImportService>(session);
    verifier = std::make_unique<VerifyService>(
        session, options.keyFolder.empty() ? defaultKeyFolder() : options.keyFolder);
    if (options.access == Access::Write && !options.backgroundWork) {
        checkpointAfterSale = checkout->sold.subscribe([this](DocumentId) { checkpointNow(connection); });
    }
    if (options.access == Access::Write && options.backgroundWork) {
        checkpointer = std::make_unique<Checkpointer>(connection);
        session.beforeReopen = [this] { checkpointer.reset(); };
        session.reopened = [this] { checkpointer = std::make_unique<Checkpointer>(connection); };
    }
}

Result<std::unique_ptr<Shop>> Shop::open(const ShopOptions& options, const Clock& clock)
{
    try {
        std::optional<LockFile> lock;
        const auto version = shopFileVersion(storageOptions(options));
        if (!version) return version.error();
        if (options.access == Access::Write) {
            auto held = LockFile::tryLock(options.file, kProgram);
            if (!held) return held.error();
            lock = std::move(*held);
        }
        auto connection = openShopFile(storageOptions(options));
        if (!connection) return connection.error();
        auto calendar =
            ShopCalendar::make("Etc/UTC", std::chrono::minutes{0}); // until the shop's own is read
        if (!calendar) return calendar.error();
        auto parts =
            std::make_unique<Parts>(std::move(lock), std::move(*connection), clock, std::move(*calendar));
        parts->buildServices(options);
        if (*version < newestSchemaVersion()) parts->startup.migratedFrom = *version;
        const auto cart = parts->carts->current(parts->session.facts.till);
        parts->startup.cartRestored = cart && !cart->cart.lines.empty();
        parts->startup.unsignedJournal = !parts->session.journal->signs();
        return std::unique_ptr<Shop>{new Shop{std::move(parts)}};
    } catch (const StorageError& error) {
        return toError(error);
    }
}

Result<std::unique_ptr<Shop>> Shop::create(
    const ShopOptions& options, const ShopSetup& setup, const Clock& clock)
{
    const auto seed = ShopSeed::check(setup, clock.now());
    if (!seed) return seed.error();
    try {
        std::error_code ignored; // a folder that cannot be made is reported by the lock file below
        if (options.file.has_parent_path() &&
            std::filesystem::create_directories(options.file.parent_path(), ignored)) {
            std::filesystem::permissions(
                options.file.parent_path(), std::filesystem::perms::owner_all, ignored);
        }
        const auto lock = LockFile::tryLock(options.file, kProgram);
        if (!lock) return lock.error();
        const auto made = createShopFile(storageOptions(options), [&](Connection& db) -> Result<> {
            Transaction tx{db};
            seed->write(db, options.keyFolder);
            tx.commit();
            return {};
        });
        if (!made) return made.error();
        auto opened = open(options, clock);
        if (!opened) removeDatabase(options.file); // nothing has happened in it yet; still under our lock
        return opened;
    } catch (const StorageError& error) {
        return toError(error);
    }
}

Shop::Shop(std::unique_ptr<Parts> parts)
    : m_parts{std::move(parts)}
{
}

Shop::~Shop() = default;

const ShopFacts& Shop::facts() const
{
    return m_parts->session.facts;
}

const ShopCalendar& Shop::calendar() const
{
    return m_parts->session.calendar;
}

const std::filesystem::path& Shop::file() const
{
    return m_parts->session.file;
}

Access Shop::access() const
{
    return m_parts->session.readOnly ? Access::Read : Access::Write;
}

Moment Shop::now() const
{
    return m_parts->session.now();
}

Actor Shop::owner() const
{
    return {m_parts->people->users().front().id, facts().till};
}

const Shop::Startup& Shop::startup() const
{
    return m_parts->startup;
}

CatalogService& Shop::catalog()
{
    return *m_parts->catalog;
}

CardService& Shop::cards()
{
    return *m_parts->cards;
}

CartService& Shop::carts()
{
    return *m_parts->carts;
}

CheckoutService& Shop::checkout()
{
    return *m_parts->checkout;
}

CustomerService& Shop::customers()
{
    return *m_parts->customers;
}

ImportService& Shop::imports()
{
    return *m_parts->imports;
}

PeopleService& Shop::people()
{
    return *m_parts->people;
}

QuickKeyService& Shop::quickKeys()
{
    return *m_parts->quickKeys;
}

PromotionService& Shop::promotions()
{
    return *m_parts->promotions;
}

PrintService& Shop::printing()
{
    return *m_parts->printing;
}

ReceiptService& Shop::receipts()
{
    return *m_parts->receipts;
}

ReportService& Shop::reports()
{
    return *m_parts->reports;
}

SalesImportService& Shop::salesImport()
{
    return *m_parts->salesImport;
}

SettingService& Shop::settings()
{
    return *m_parts->settings;
}

ShiftService& Shop::shifts()
{
    return *m_parts->shifts;
}

StockService& Shop::stock()
{
    return *m_parts->stock;
}

VerifyService& Shop::verifier()
{
    return *m_parts->verifier;
}

ReturnService& Shop::returns()
{
    return *m_parts->returns;
}

VoucherService& Shop::vouchers()
{
    return *m_parts->vouchers;
}

void Shop::waitForBackgroundWork()
{
    if (m_parts->checkpointer) m_parts->checkpointer->waitUntilIdle();
}

Result<> Shop::backup(const std::filesystem::path& target, const std::function<bool(int)>& progress)
{
    BackupOptions options;
    if (progress) {
        options.goOn = [&](const BackupProgress& at) {
            const auto done = at.pagesTotal ? at.pagesDone * 100 / at.pagesTotal : 0;
            return progress(static_cast<int>(at.stage == BackupProgress::Stage::Checking ? 100 : done));
        };
    }
    if (access() == Access::Write) {
        if (auto allowed = m_parts->session.require(owner(), Permission::BackupRun); !allowed) return allowed;
    }
    try {
        auto made = backUp(m_parts->connection.options(), target, options);
        if (!made || access() == Access::Read) return made;
        Transaction tx{m_parts->connection};
        m_parts->session.journal->append(JournalType::Backup, owner(), now(),
            {{"file", clipped(target.filename().string(), 200)}, {"verified", 1}});
        tx.commit();
        return {};
    } catch (const StorageError& error) {
        return toError(error);
    }
}

} // namespace till
