#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "services/actor.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;

struct ImportProblem {
    std::int64_t line = 0; ///< of the file, from 1
    Error error;
};

/// 0..100, or -1 when the length is unknown; return false to stop, leaving the shop as it was.
using Progress = std::function<bool(int)>;

struct ProductImportOptions {
    std::filesystem::path file;
    std::string preset = "auto";
    std::map<std::string, std::string> columns; ///< field -> column, over what the preset says
    bool dryRun = false;
    bool strict = false;
    Progress progress;
    /// Told of each problem as it is found: the only list of them when --strict then imports nothing.
    std::function<void(const ImportProblem&)> onProblem{};
};

/// A report names this many problems; the rest is counted.
inline constexpr std::size_t kMostProblemsListed = 10'000;

struct ProductImportReport {
    ImportId id; ///< none for a dry run
    std::string preset;
    std::map<std::string, std::string> columns; ///< field -> column as used
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<ImportProblem> rejected; ///< the first kMostProblemsListed
    std::int64_t rejectedCount = 0;      ///< all of them
    /// Known products for which the file had a stock figure: their stock stays as it is. Set it by counting.
    std::int64_t stockLeftAlone = 0;
};

struct ImportRun {
    ImportId id;
    std::string kind;
    std::string fileName;
    std::string preset;
    Moment at;
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    bool undone = false;
};

struct ImportUndoReport {
    /// Products the import had made and nobody had used: archived, with their codes free again and their
    /// opening stock taken back. Prices are on record for good, so the row that they belong to stays.
    std::int64_t removed = 0;
    /// Made by the import, but sold, moved or put on a key since: archived, codes and stock as they are.
    std::int64_t archived = 0;
    std::int64_t restored = 0;
    std::int64_t kept =
        0; ///< changed again since, or a code of before belongs to another now: left as they are
};

/// Products from files of other systems (formats.md 3.1).
class ImportService {
public:
    explicit ImportService(Session& session);

    /// Good rows in one transaction, the others reported with their line. Matches by external id, own number,
    /// barcode, never by name alone; what the file does not say of a known product stays as it is. Stock is
    /// taken over for new products only. Errors: File*, Import*; ImportRowsRejected with --strict (nothing is
    /// imported; detail = how many), Cancelled. Errors of a row (line, code, detail = what it concerns):
    /// those of ProductFile; ImportDuplicateInFile, CodeTaken (its keys belong to two products), CodeInvalid,
    /// ProductArchived, TaxNotFound, ImportValueInvalid (a unit nobody knows), QuantityInvalid (half a
    /// piece), and the name's.
    Result<ProductImportReport> products(const Actor& actor, const ProductImportOptions& options);
    /// Takes an import of products back, as far as nobody built on it. ImportNotFound (sales stay sold),
    /// ImportAlreadyUndone.
    Result<ImportUndoReport> undo(const Actor& actor, ImportId id);
    std::vector<ImportRun> runs() const; ///< newest first

private:
    Session& m_session;
};

} // namespace till
