#pragma once

#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/outcome.h"
#include "services/shop.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// What every command stands in: the global options, and the way to the shop.
class Frame {
public:
    explicit Frame(GlobalOptions options)
        : m_options{std::move(options)}
    {
    }

    const GlobalOptions& options() const { return m_options; }
    const Clock& clock() const { return m_clock; }
    ShopOptions shopOptions(Access access) const;
    /// Opens the shop for the time of a command. Errors as Shop::open.
    Result<std::unique_ptr<Shop>> open(Access access) const;
    /// A line for the person on standard error; --quiet leaves it out.
    void remark(std::string_view text) const;

    /// Set by the parser when it has understood a command; run after it.
    std::function<Result<Outcome>()> command;

private:
    GlobalOptions m_options;
    SystemClock m_clock;
};

/// Parses, runs one command, prints what it says. Never throws.
ExitCode runProgram(const std::vector<std::string>& arguments);

} // namespace till
