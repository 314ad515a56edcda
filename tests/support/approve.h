#pragma once

#include <string>

namespace till::test {

/// Compares `text` with tests/approved/<name>. On a difference writes <name>.received beside it and fails
/// the test: read the diff, and rename the file if it is what you meant.
void approve(const std::string& name, const std::string& text);

} // namespace till::test
