#pragma once

#include "services/verify_service.h"

namespace till {

class Connection;

/// Every chain from its genesis: sequence, hashes, signatures; every sale's record against its rows, both
/// ways.
void checkJournal(Connection& db, VerifyReport& report, const std::function<bool(int)>& progress);

} // namespace till
