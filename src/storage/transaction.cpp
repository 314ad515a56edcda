#include "storage/transaction.h"

#include <sqlite3.h>

#include <cassert>

namespace till {
namespace {

/// These two say for certain that nothing was committed: an open transaction is still there to undo.
bool surelyNotCommitted(StorageError::Kind kind)
{
    return kind == StorageError::Kind::Constraint || kind == StorageError::Kind::Busy;
}

} // namespace

Transaction::Transaction(Connection& db)
    : m_db{db}
{
    assert(!db.inTransaction());
    m_db.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // An error of its own may have ended it: SQLite rolls back by itself after some.
    if (!m_open || !m_db.inTransaction()) return;
    try {
        m_db.run("ROLLBACK");
    } catch (const StorageError&) {
        // What is left is undone by the next program that opens the file: nothing of it was committed.
    }
}

void Transaction::commit()
{
    try {
        m_db.run("COMMIT");
    } catch (const StorageError& e) {
        if (surelyNotCommitted(e.kind()) && m_db.inTransaction()) throw;
        throw CommitUnknown{e.sqliteCode(), e.kind(), e.what()};
    }
    m_open = false;
}

Savepoint::Savepoint(Connection& db)
    : m_db{db}
{
    assert(db.inTransaction());
    m_db.run("SAVEPOINT part"); // the name may repeat: the innermost is meant
}

Savepoint::~Savepoint()
{
    if (!m_open || !m_db.inTransaction()) return;
    try {
        m_db.run("ROLLBACK TO part");
        m_db.run("RELEASE part");
    } catch (const StorageError&) {
        // The transaction around it fails for the same reason, and undoes this with it.
    }
}

void Savepoint::keep()
{
    m_db.run("RELEASE part");
    m_open = false;
}

} // namespace till
