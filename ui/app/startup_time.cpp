#include "ui/app/startup_time.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <unistd.h>

namespace till {

namespace {

/// Since boot, in milliseconds; the kernel gives the start in ticks of mostly 10 ms (proc(5), /proc/pid/stat
/// field 22).
long long processStart()
{
    std::ifstream file{"/proc/self/stat"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    std::istringstream fields{text.substr(text.rfind(')') + 1)};
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;
    return std::atoll(field.c_str()) * 1000 / ::sysconf(_SC_CLK_TCK);
}

} // namespace

void sayStartupTimeAndLeave()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const auto sinceBoot = static_cast<long long>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    std::printf("ready to scan after %lld ms\n", sinceBoot - processStart());
    std::fflush(stdout);
    std::_Exit(0);
}

} // namespace till
