#include "devices/serial_line.h"

#include <fcntl.h>
#include <termios.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace till {
namespace {

struct Speed {
    int baud;
    speed_t code;
};
constexpr std::array<Speed, 8> kSpeeds{{{1'200, B1200}, {2'400, B2400}, {4'800, B4800}, {9'600, B9600},
    {19'200, B19200}, {38'400, B38400}, {57'600, B57600}, {115'200, B115200}}};

} // namespace

Descriptor openSerial(const std::string& file, int baud, std::string& why, SerialFrame frame)
{
    const auto speed =
        std::find_if(kSpeeds.begin(), kSpeeds.end(), [baud](const Speed& one) { return one.baud == baud; });
    if (speed == kSpeeds.end()) {
        why = systemWords(EINVAL);
        return {};
    }
    // Without O_NONBLOCK a line whose other side is not there would hold us here.
    Descriptor line{::open(file.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    termios settings{};
    if (!line.isOpen() || ::tcgetattr(line.get(), &settings) != 0) {
        why = systemWords(errno);
        return {};
    }
    ::cfmakeraw(&settings);
    settings.c_cflag |= static_cast<tcflag_t>(CLOCAL | CREAD);
    if (frame == SerialFrame::EightNone) settings.c_cflag |= static_cast<tcflag_t>(CRTSCTS);
    if (frame == SerialFrame::SevenEven) {
        settings.c_cflag &= ~static_cast<tcflag_t>(CSIZE | PARODD);
        settings.c_cflag |= static_cast<tcflag_t>(CS7 | PARENB);
    }
    settings.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | HUPCL); // hanging up resets many a printer
    ::cfsetspeed(&settings, speed->code);
    if (::tcsetattr(line.get(), TCSANOW, &settings) != 0) {
        why = systemWords(errno);
        return {};
    }
    return line;
}

} // namespace till
