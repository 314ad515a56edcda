#pragma once

#include "base/numbers.h"
#include "base/result.h"
#include "services/import_service.h"

namespace till {

class Session;

struct SalesImportOptions {
    std::filesystem::path file;
    std::map<std::string, std::string> columns; ///< field -> column
    bool createProducts = false;
    std::optional<Rate> taxRate; ///< of products that are created; matched to a tax class or made one
    std::string tillCode;        ///< empty: "I"; the till that holds the other system's history
    Progress progress;
};

struct SalesImportReport {
    std::int64_t tickets = 0;
    std::int64_t lines = 0;
    std::int64_t returns = 0;      ///< lines with a negative quantity
    std::int64_t alreadyThere = 0; ///< tickets of an earlier run, left as they are
    /// Lines, and by its first line a ticket of an earlier run that came to another sum or number of lines
    /// then (ImportTicketDiffers); the first kMostProblemsListed.
    std::vector<ImportProblem> skipped;
    std::int64_t skippedCount = 0; ///< all of them
    std::int64_t days = 0;
    Money gross; ///< sum of the tickets' totals
};

/// Replays another system's tickets through the real checkout, at their own times, on a till of its own.
class SalesImportService {
public:
    explicit SalesImportService(Session& session);
    /// Commits per business day: an interrupted run keeps whole days, the next one goes on where it stopped.
    Result<SalesImportReport> run(const Actor& actor, const SalesImportOptions& options);

private:
    Session& m_session;
};

} // namespace till
