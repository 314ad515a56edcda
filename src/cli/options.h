#pragma once

#include "cli/arguments.h"
#include "cli/frame.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace till {

// The parser in our terms: every text arrives as it was typed, no list is split at a comma or a bracket.

inline CLI::Option* addText(
    CLI::App& app, const std::string& name, std::string& into, const std::string& help)
{
    return app.add_option(name, into, help)->transform([](std::string text) {
        return unmarked(std::move(text));
    });
}

/// May be given several times; each time with one value.
inline CLI::Option* addTexts(
    CLI::App& app, const std::string& name, std::vector<std::string>& into, const std::string& help)
{
    return app.add_option(name, into, help)->allow_extra_args(false)->transform([](std::string text) {
        return unmarked(std::move(text));
    });
}

/// A group like `stock`, of which exactly one command is wanted.
inline CLI::App* addGroup(CLI::App& app, const std::string& name, const std::string& help)
{
    auto* group = app.add_subcommand(name, help);
    group->require_subcommand(1);
    return group;
}

/// When `command` was recognised, `run(frame, values)` is what happens.
template <typename Values>
void onCommand(CLI::App* command, Frame& frame, const std::shared_ptr<Values>& values,
    Result<Outcome> (*run)(const Frame&, const Values&))
{
    command->callback(
        [&frame, values, run] { frame.command = [&frame, values, run] { return run(frame, *values); }; });
}

} // namespace till
