#include "support/skip.h"

#include <iostream>

namespace till::test {

namespace {
constexpr int kSkipped = 77;
bool g_skipped = false;
} // namespace

void skip(const std::string& reason)
{
    g_skipped = true;
    std::cout << "skipped: " << reason << '\n';
}

int exitCode(int catchResult)
{
    if (catchResult == 0) return g_skipped ? kSkipped : 0;
    return catchResult == kSkipped ? kSkipped + 1 : catchResult; // Catch returns the number of failures
}

} // namespace till::test
