#include "storage/read_snapshot.h"

namespace till {

ReadSnapshot::ReadSnapshot(Connection& db)
    : m_db{db}
    , m_opened{!db.inTransaction()}
{
    if (m_opened) m_db.run("BEGIN DEFERRED");
}

ReadSnapshot::~ReadSnapshot()
{
    if (!m_opened || !m_db.inTransaction()) return;
    try {
        m_db.run("ROLLBACK");
    } catch (const StorageError&) {
        // Nothing was written, so nothing is lost: the next read reports what is wrong with the file.
    }
}

} // namespace till
