#pragma once

#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace till::test {

/// Both ends of a serial line: `file` is what the till opens, `device` the descriptor of what stands at the
/// other end of the cable.
class PseudoTerminal {
public:
    PseudoTerminal()
        : device{::posix_openpt(O_RDWR | O_NOCTTY)}
    {
        if (device < 0 || ::grantpt(device) != 0 || ::unlockpt(device) != 0)
            throw std::runtime_error{"no pseudo-terminal here"};
        file = ::ptsname(device);
    }
    ~PseudoTerminal() { unplug(); }
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;

    void unplug()
    {
        if (device >= 0) ::close(device);
        device = -1;
    }

    int device;
    std::string file;
};

} // namespace till::test
