#pragma once

#include "storage/connection.h"

#include <string>

namespace till {

/// Rolls back unless committed. IMMEDIATE: a writer that must wait does so at the start. Not nestable.
class Transaction {
public:
    explicit Transaction(Connection& db); ///< StorageError Busy after the busy timeout
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// On disk when it returns. Throws CommitUnknown when it may or may not have happened, StorageError
    /// Constraint or Busy when it surely has not.
    void commit();

private:
    Connection& m_db;
    bool m_open = true;
};

/// A part of a transaction that can be taken back alone. Rolls back unless kept.
class Savepoint {
public:
    explicit Savepoint(Connection& db);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void keep();

private:
    Connection& m_db;
    bool m_open = true;
};

} // namespace till
