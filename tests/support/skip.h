#pragma once

#include <string>

namespace till::test {

/// Says that a test could not run here because its data is absent: `return skip("...")`.
/// ctest then reports the test as skipped, not as passed. A failed check before it still fails.
void skip(const std::string& reason);

/// The program's exit code for what Catch returned: 77 (ctest's SKIP_RETURN_CODE) only for a skipped test.
int exitCode(int catchResult);

} // namespace till::test
