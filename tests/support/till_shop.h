#pragma once

#include "support/run_program.h"
#include "support/scratch_folder.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace till::test {

using Json = nlohmann::json;

/// A home of its own with one shop in it, driven by tillctl as a script would. At the end of the test the
/// shop must verify, unless the test has broken it on purpose.
class TillShop {
public:
    enum class State { Made, Absent };
    explicit TillShop(State state = State::Made);
    ~TillShop();
    TillShop(const TillShop&) = delete;
    TillShop& operator=(const TillShop&) = delete;

    /// tillctl --shop FILE ARGUMENTS...
    ProgramRun run(std::vector<std::string> arguments, const std::string& input = {}) const;
    ProgramRun run(ProgramSetup setup) const;
    /// With --json: exactly one document on standard output, and this exit code.
    Json json(std::vector<std::string> arguments, int exit = 0, const std::string& input = {}) const;
    /// A failure as JSON: the code of its error, once the sentence is known to be there too.
    std::string failure(std::vector<std::string> arguments, int exit) const;

    /// Bread 0.95 (code BREAD), coffee 12.50 (code 4006381333931), tea 3.99 (TEA*2@HOME), weighed cheese
    /// (CHEESE).
    void importProducts() const;
    void openShift() const;
    std::string write(const std::string& name, const std::string& text) const;
    std::string file() const { return (folder / "shop.db").string(); }
    void isBroken() { m_verifies = false; }

    ScratchFolder folder;

private:
    bool m_verifies = true;
};

} // namespace till::test
