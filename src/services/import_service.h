#pragma once

#include "base/result.h"
#include "base/clock.h"
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
};

struct ProductImportReport {
    ImportId id; ///< none for a dry run
    std::string preset;
    std::map<std::string, std::string> columns; ///< field -> column as used
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<ImportProblem> rejected;
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
    std::int64_t removed = 0;  ///< products the import had made and nobody had used
    std::int64_t archived = 0; ///< made by the import, but sold or moved since
    std::int64_t restored = 0;
    std::int64_t kept = 0; ///< changed again since: left as they are
};

/// Products from files of other systems (formats.md 3.1).
class ImportService {
public:
    explicit ImportService(Session& session);

    /// Good rows in one transaction, the others reported with their line. Matches by external id, own number, barcode,
    /// never by name alone. Errors: File*, Import*; ImportRowsRejected with --strict (nothing is imported), Cancelled.
    Result<ProductImportReport> products(const Actor& actor, const ProductImportOptions& options);
    Result<ImportUndoReport> undo(const Actor& actor, ImportId id); ///< ImportNotFound, ImportAlreadyUndone
    std::vector<ImportRun> runs() const; ///< newest first

private:
    Session& m_session;
};

} // namespace till
