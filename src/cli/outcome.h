#pragma once

#include "base/result.h"
#include "cli/exit_code.h"

#include <nlohmann/json.hpp>

#include <string>

namespace till {

/// Keys in the order they were set, as a person would read them.
using Json = nlohmann::ordered_json;

/// What a command has to say: once for programs, once for people. The same facts.
struct Outcome { // NOLINT(bugprone-exception-escape): moving JSON throws only where its own asserts fail
    Json json;
    std::string text; ///< lines, each with its line feed; may be a file's bytes
    ExitCode exit = ExitCode::Done;
};

} // namespace till
