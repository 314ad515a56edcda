#include "page_on_screen.h"
#include "shot.h"

#include "services/cart_service.h"
#include "services/checkout_service.h"
#include "services/setting_service.h"
#include "support/pseudo_terminal.h"
#include "ui/customer/customer_display.h"
#include "ui/customer/customer_window.h"

#include <catch2/catch.hpp>

#include <poll.h>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct ServedCustomer : SmallDays {
    void ringUp(const std::string& code, std::int64_t count = 1)
    {
        REQUIRE(
            shop().carts().ringUp(shop().owner(), RingUp{code, {}, Quantity::fromWhole(count), {}, {}, {}}));
    }
    CartId cart() { return shop().carts().current(shop().facts().till)->cart.id; }
};

std::string arrived(int device)
{
    std::string bytes;
    while (true) {
        pollfd wait{device, POLLIN, 0};
        if (::poll(&wait, 1, 300) <= 0) return bytes;
        char buffer[256];
        const auto count = ::read(device, buffer, sizeof buffer);
        if (count <= 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

} // namespace

TEST_CASE_METHOD(
    ServedCustomer, "the customer sees each line as it is rung up, what there is to pay, and the change")
{
    const CustomerDisplay display{shop(), euros(), nullptr};
    CHECK(display.view().state == CustomerView::State::Idle);
    CHECK(display.view().item == QString::fromStdString(shop().facts().name));
    ringUp("LAMP");
    CHECK(display.view().state == CustomerView::State::Selling);
    CHECK(display.view().item == u"Lamp"_s);
    const auto first = display.view().amount;
    ringUp("COF", 2);
    CHECK(display.view().item.startsWith(u"Café"_s));
    CHECK(display.view().detail.startsWith(u"2 ×"_s));
    CHECK(display.view().amount != first);
    // A line further up that is raised is the one that was scanned.
    ringUp("LAMP");
    CHECK(display.view().item == u"Lamp"_s);

    const auto* cash = shop().checkout().tenderType("cash");
    REQUIRE(shop().checkout().finish(shop().owner(), cart(), {{cash->id, Money::fromMinor(10'000), {}}}));
    CHECK(display.view().state == CustomerView::State::Paid);
    CHECK(display.view().label == u"Change"_s);
    CHECK(display.view().amount.contains(u"€"_s));
    ringUp("COF");
    CHECK(display.view().state == CustomerView::State::Selling);
}

TEST_CASE_METHOD(ServedCustomer, "an abandoned sale leaves nothing on the customer's display")
{
    const CustomerDisplay display{shop(), euros(), nullptr};
    ringUp("LAMP");
    REQUIRE(shop().carts().abandon(shop().owner(), cart(), "left"));
    CHECK(display.view().state == CustomerView::State::Idle);
}

TEST_CASE_METHOD(ServedCustomer, "a pole that is set up shows the same in two lines of twenty")
{
    const PseudoTerminal line;
    REQUIRE(shop().settings().set(shop().owner(), "display.pole", "cd5220:" + line.file));
    const CustomerDisplay display{shop(), euros(), nullptr};
    arrived(line.device);
    ringUp("LAMP");
    const auto bytes = arrived(line.device);
    CHECK(bytes.find("\x1bQALamp ") != std::string::npos);
    CHECK(bytes.find("\x1bQBTo pay ") != std::string::npos);
    CHECK(bytes.find("EUR\r") != std::string::npos);
}

TEST_CASE("an amount of any size stays on the customer's screen")
{
    CustomerWindow window;
    window.show(CustomerView{.state = CustomerView::State::Selling,
        .item = u"Vine tomatoes, on the vine, from the greenhouse of our neighbours in the next village"_s,
        .detail = u"0,846 kg at 2,99"_s,
        .itemAmount = u"99.999.999.999,99"_s,
        .label = u"To pay"_s,
        .amount = u"99.999.999.999,99 €"_s,
        .saved = u"You save 1,35"_s});
    shoot(window, {1280, 800}, u"customer-1280"_s);
    shoot(window, {800, 480}, u"customer-800"_s);
    CHECK(window.accessibleDescription().contains(u"99.999.999.999,99 €"_s));
    CHECK(window.focusPolicy() == Qt::NoFocus);
}
