#pragma once

namespace till {

class Connection;

/// From here on `db` refuses, while preparing: UPDATE and DELETE of an append-only table, every change of
/// the schema (temporary tables apart), ATTACH, and any pragma that sets something. The statement throws
/// StorageError Denied. Installed once migrations are done; they alone may do these things.
void denyWhatNobodyMay(Connection& db);

/// Lifts it, for the migrator.
void allowEverything(Connection& db);

} // namespace till
