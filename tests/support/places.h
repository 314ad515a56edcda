#pragma once

#include <filesystem>
#include <string>

namespace till::test {

// Where a test finds things. Only places.cpp is told by the build, so that every other test compiles to the
// same wherever the project lies.

std::filesystem::path program(const std::string& name); ///< of this build, like "tillctl"
std::filesystem::path approvedFile(const std::string& name);
/// A file of the collections that may lie beside the project; a test without its file says skip().
std::filesystem::path sharedFile(const std::string& name);
std::filesystem::path shotsFolder(); ///< where tests leave pictures of what they show

} // namespace till::test
