#include "storage/integrity.h"

#include "storage/connection.h"

#include <sqlite3.h>

namespace till {
namespace {

/// Asks `goOn` while a statement runs, and interrupts it.
class Interruptible {
public:
    Interruptible(Connection& db, const std::function<bool()>& goOn)
        : m_db{db}
    {
        constexpr int kInstructionsBetween = 20'000;
        if (!goOn) return;
        const auto ask = [](void* question) {
            return (*static_cast<const std::function<bool()>*>(question))() ? 0 : 1;
        };
        sqlite3_progress_handler(
            db.handle(), kInstructionsBetween, ask, const_cast<std::function<bool()>*>(&goOn));
    }
    ~Interruptible() { sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    Connection& m_db;
};

std::vector<std::string> findings(Connection& db, IntegrityDepth depth)
{
    std::vector<std::string> found;
    const auto* pragma = depth == IntegrityDepth::Full ? "PRAGMA integrity_check" : "PRAGMA quick_check";
    for (auto query = db.prepareOnce(pragma); query.step();) {
        if (query.textView(0) != "ok") found.push_back(query.text(0));
    }
    return found;
}

} // namespace

Result<std::vector<std::string>> checkIntegrity(
    Connection& db, IntegrityDepth depth, const std::function<bool()>& goOn)
{
    const Interruptible whileChecking{db, goOn};
    try {
        return findings(db, depth);
    } catch (const StorageError& e) {
        if (e.sqliteCode() == SQLITE_INTERRUPT) return Error{ErrorCode::Cancelled};
        if (e.kind() == StorageError::Kind::Corrupt) return std::vector<std::string>{e.what()};
        throw;
    }
}

} // namespace till
