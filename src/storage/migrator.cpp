#include "storage/migrator.h"

#include "storage/authorizer.h"
#include "storage/connection.h"
#include "storage/durable_file.h"
#include "storage/integrity.h"
#include "storage/schema.h"
#include "storage/transaction.h"

#include <sqlite3.h>

namespace till {
namespace {

using Mode = OpenOptions::Mode;

/// Dropping a table to rebuild it deletes its rows first, which would cascade into its children; and the
/// pragma is ignored inside a transaction. Hence off, around the whole step. Triggers likewise: they guard
/// the record against the program, not against a migration.
class GuardsDown {
public:
    explicit GuardsDown(Connection& db)
        : m_db{db}
    {
        allowEverything(m_db);
        set(0);
    }
    ~GuardsDown() { set(1); }
    GuardsDown(const GuardsDown&) = delete;
    GuardsDown& operator=(const GuardsDown&) = delete;

private:
    void set(int on)
    {
        sqlite3_db_config(m_db.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, on, nullptr);
        sqlite3_db_config(m_db.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on, nullptr);
    }
    Connection& m_db;
};

void requireIntactReferences(Connection& db, const EmbeddedFile& migration)
{
    auto broken = db.prepareOnce("PRAGMA foreign_key_check");
    if (!broken.step()) return;
    throw StorageError{SQLITE_CONSTRAINT_FOREIGNKEY, StorageError::Kind::Constraint,
        std::string{migration.name} + " breaks a reference in " + broken.text(0)};
}

void apply(Connection& db, const EmbeddedFile& migration, int number)
{
    const GuardsDown whileMigrating{db};
    Transaction tx{db};
    db.execute(migration.text);
    requireIntactReferences(db, migration);
    db.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    db.execute("PRAGMA user_version = " + std::to_string(number));
    tx.commit();
}

/// A second migration of the same number happens when an old copy was put back: keep both.
std::filesystem::path freeName(const std::filesystem::path& shop, int number)
{
    const auto digits = std::to_string(10'000 + number).substr(1);
    auto stem = shop;
    stem.replace_extension();
    for (int n = 1;; ++n) {
        auto ending = ".before-" + digits;
        if (n > 1) ending.append("-").append(std::to_string(n));
        auto name = withSuffix(stem, ending.append(".db"));
        if (!std::filesystem::exists(name)) return name;
    }
}

Result<> copyBefore(Connection& db, int number)
{
    const auto copy = freeName(db.options().path, number);
    const auto part = withSuffix(copy, ".part");
    makePrivateFile(part); // VACUUM INTO fills an empty file and keeps its mode
    try {
        db.prepareOnce("VACUUM INTO ?").bind(1, part.string()).run();
        std::vector<std::string> findings;
        {
            Connection check{{part, Mode::ReadOnly}};
            findings = checkIntegrity(check, IntegrityDepth::Full).value();
        }
        if (findings.empty()) {
            publish(part, copy);
            return {};
        }
        removeDatabase(part);
        return Error{ErrorCode::FileDamaged, findings.front()};
    } catch (...) {
        removeDatabase(part);
        throw;
    }
}

bool isEmpty(Connection& db)
{
    auto tables = db.prepareOnce("SELECT 1 FROM sqlite_schema LIMIT 1");
    return !tables.step();
}

} // namespace

Result<> migrate(Connection& db, std::span<const EmbeddedFile> migrations)
{
    const int current = schemaVersion(db);
    const bool fresh = current == 0 && isEmpty(db);
    if (!fresh && applicationId(db) != kApplicationId) return Error{ErrorCode::FileNotAShop};
    const int newest = static_cast<int>(migrations.size());
    if (current > newest) return Error{ErrorCode::FileTooNew, std::to_string(current)};
    if (current == newest) return {};

    if (!fresh && db.options().mode != Mode::Memory) {
        if (const auto copied = copyBefore(db, current + 1); !copied) return copied.error();
    }
    for (int number = current + 1; number <= newest; ++number) {
        apply(db, migrations[static_cast<std::size_t>(number - 1)], number);
    }
    return {};
}

} // namespace till
