#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace till {

class Session;

struct Finding {
    std::string code; ///< the invariant: "I-03" (reliability.md 3), "JOURNAL", "SQLITE"
    std::string table;
    std::string row;  ///< its key
    std::string text; ///< English, technical: for the person who repairs
};

struct VerifyReport {
    std::vector<Finding> findings;
    std::int64_t checked = 0;        ///< rows and records looked at
    std::vector<std::string> checks; ///< names of the invariants that ran
};

/// Checks every promise the file makes: the same one for tests, tillctl verify and backups.
class VerifyService {
public:
    /// Where `keyFolder` holds the shop's key, the journal has to be signed with that one: a journal written
    /// anew with another key is in order within itself.
    VerifyService(Session& session, std::filesystem::path keyFolder);
    VerifyReport run(const std::function<bool(int)>& progress = {}) const;

private:
    Session& m_session;
    std::filesystem::path m_keyFolder;
};

} // namespace till
