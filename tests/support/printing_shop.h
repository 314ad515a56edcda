#pragma once

#include "services/cart_service.h"
#include "services/checkout_service.h"
#include "services/print_service.h"
#include "services/setting_service.h"
#include "support/printer_nearby.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace till::test {

/// A shop with a till open, whose owner's thread is woken by its printer as a window is.
struct PrintingShop : ShopFixture {
    PrintingShop()
    {
        addProduct("Baguette", 180, "BAG", "B", 60);
        addProduct("Coffee", 240, "COF", "C", 50);
        openShift();
    }
    void connectTo(const PrinterAddress& address) { set("printer.address", address.toText()); }
    void set(std::string_view key, const std::string& value)
    {
        REQUIRE(shop().settings().set(owner(), key, value));
    }
    static PrintPace quick()
    {
        using std::chrono::milliseconds;
        return {
            milliseconds{50}, milliseconds{20}, milliseconds{50}, milliseconds{20'000}, milliseconds{300}};
    }
    void work(const PrintPace& pace = quick())
    {
        shop().printing().work(
            [this] {
                const std::scoped_lock guard{m_mutex};
                m_isWoken = true;
                m_woken.notify_all();
            },
            pace);
    }
    /// Does what the window's thread does until `isSo`.
    void until(const std::function<bool()>& isSo)
    {
        const auto last = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        for (shop().printing().pump(); !isSo(); shop().printing().pump()) {
            std::unique_lock guard{m_mutex};
            REQUIRE(m_woken.wait_until(guard, last, [this] { return m_isWoken; }));
            m_isWoken = false;
        }
    }
    void untilNothingWaits()
    {
        until([this] { return shop().printing().status().waiting == 0; });
    }
    FinishedSale sell(const char* tender = "cash")
    {
        REQUIRE(shop().carts().ringUp(owner(), {"BAG", {}, {}, {}, {}, {}}));
        REQUIRE(shop().carts().ringUp(owner(), {"COF", {}, {}, {}, {}, {}}));
        const auto cart = shop().carts().current(owner().till)->cart.id;
        const auto* type = shop().checkout().tenderType(tender);
        REQUIRE(type != nullptr);
        const auto sale = shop().checkout().finish(owner(), cart, {{type->id, {}, {}}});
        REQUIRE(sale);
        return *sale;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_isWoken = false;
};

} // namespace till::test
