#include "devices/pole_display.h"
#include "support/pseudo_terminal.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <poll.h>

using namespace till;

namespace {

/// What came over the line until it is silent for a moment.
std::string arrived(int device)
{
    std::string bytes;
    while (true) {
        pollfd wait{device, POLLIN, 0};
        if (::poll(&wait, 1, 200) <= 0) return bytes;
        char buffer[256];
        const auto count = ::read(device, buffer, sizeof buffer);
        if (count <= 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

} // namespace

TEST_CASE("a line of the pole keeps its amount, however long the name is")
{
    CHECK(poleLine("Farmhouse loaf", "4,90") == "Farmhouse loaf  4,90");
    CHECK(poleLine("Free-range eggs, ten of them", "1.234,50") == "Free-range  1.234,50");
    CHECK(poleLine("Crème brûlée", "3,50 \u20ac") == "Creme brule 3,50 EUR");
    CHECK(poleLine("Tea", "99.999.999.999.999.999,00") == "99.999.999.999.999.999,00");
}

TEST_CASE("both lines are written whole in each protocol, and nothing of a name is a command")
{
    CHECK(poleBytes(PoleProtocol::Cd5220, "Tea", "To pay") ==
          "\x1bQATea                 \r\x1bQBTo pay              \r");
    CHECK(poleBytes(PoleProtocol::Epson, "Tea", "To pay") ==
          "\x0c\x1f$\x01\x01Tea                 \x1f$\x01\x02To pay              ");
    rc::check("any name", [](const std::string& name) {
        const auto bytes = poleBytes(PoleProtocol::Cd5220, name, "x");
        RC_ASSERT(bytes.size() == std::size_t{2 * (3 + kPoleColumns + 1)});
        const auto shown = bytes.substr(3, kPoleColumns);
        RC_ASSERT(std::all_of(shown.begin(), shown.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    });
}

TEST_CASE("the pole shows what is newest, and one that is not there is only said")
{
    const test::PseudoTerminal line;
    PoleDisplay pole{*PoleAddress::read("cd5220:" + line.file)};
    pole.show("Tea", "2,50");
    REQUIRE(pole.settle());
    pole.show("Bread", "4,90");
    REQUIRE(pole.settle());
    const auto bytes = arrived(line.device);
    CHECK(bytes.substr(bytes.size() / 2) == poleBytes(PoleProtocol::Cd5220, "Bread", "4,90"));

    PoleDisplay gone{*PoleAddress::read("epson:/dev/there-is-no-such-line")};
    gone.show("Tea", "2,50");
    CHECK(gone.settle().error().code == ErrorCode::DisplayNotReached);
}
