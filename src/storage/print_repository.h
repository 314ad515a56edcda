#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// A row of print_outbox.
struct PrintRow {
    std::int64_t id = 0;
    DocumentId document;
    std::string number; ///< of the document, as printed
    int copy = 0;       ///< 0 = the original
    std::string state;
    Timestamp created{};
    Timestamp changed{};
    std::string why; ///< of the system, untranslated
};

/// What is to be printed and what became of it. Writes inside the caller's transaction.
class PrintRepository {
public:
    explicit PrintRepository(Connection& db)
        : m_db{db}
    {
    }

    std::optional<PrintRow> find(std::int64_t id);
    std::optional<PrintRow> original(DocumentId document); ///< the order written with the document
    std::optional<PrintRow> firstWaiting();
    std::vector<PrintRow> pending(); ///< waiting, printing or unknown, oldest first
    struct Counts {
        int waiting = 0; ///< those that are being printed too
        int unknown = 0;
    };
    Counts counts();
    std::vector<PrintRow> inState(std::string_view state);
    std::int64_t add(DocumentId document, int copy, std::string_view state, Timestamp now); ///< on paper
    /// False when the row is no longer in state `from`.
    bool move(
        std::int64_t id, std::string_view from, std::string_view to, std::string_view why, Timestamp now);
    /// Something was paid by what lies in the drawer.
    bool opensDrawer(DocumentId document);
    bool isFromElsewhere(DocumentId document); ///< another system gave it out

private:
    std::vector<PrintRow> readAll(Statement rows);
    Connection& m_db;
};

} // namespace till
