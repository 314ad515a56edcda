#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace till {

/// The command line cannot mean anything. The text says what was wrong with it.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct GlobalOptions {
    std::filesystem::path shop;
    bool json = false;
    bool quiet = false;
};

struct Arguments {
    GlobalOptions global;
    std::vector<std::string> rest; ///< the command and what belongs to it
    std::string problem;           ///< of the global options; empty when they are sound
};

/// Takes the options that every command has out of the arguments (without the program's name), wherever they
/// stand before a "--". What is left is made ready for the parser: text that only looks like an option, or
/// follows "--", is marked so that it is taken as it is; the second and later values of an option that may be
/// repeated get its name.
Arguments separate(const std::vector<std::string>& arguments);

/// A text from the parser as it was typed.
std::string unmarked(std::string text);

/// $XDG_DATA_HOME/tillroll/shop.db, or what stands for it.
std::filesystem::path defaultShopFile();

} // namespace till
