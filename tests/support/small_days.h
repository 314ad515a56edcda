#pragma once

#include "services/checkout_service.h"
#include "support/shop_fixture.h"

#include <chrono>
#include <string>
#include <vector>

namespace till::test {

/// Two days of a shop whose smallest coin is 5, few enough to add up by hand. Prices include tax.
///
///   Sat 14 March 15:07  A-000001  2 baguettes 3.60, coffee 2.40; cash 6.00
///   Sat 14 March 16:10  A-000002  lamp 12.99 less 10 % "Staff" = 11.69, customer K7; card 5.00, cash 10.00,
///                                 to pay 11.70, change 3.30
///   Sat 14 March 16:20  A-000003  coffee 2.40, a baguette back -1.80; cash 0.60
///   Mon 16 March 09:05  A-000004  a coffee back; cash -2.40
class SmallDays : public ShopFixture {
public:
    SmallDays();

    ProductId bread;  ///< "BAG" 1.80, B 5.5 %, cost 0.60
    ProductId coffee; ///< "COF" 2.40, C 10 %, cost 0.50, named "Café crème"
    ProductId lamp;   ///< "LAMP" 12.99, A 20 %, cost 5.00, in House / Light
    std::vector<FinishedSale> sales;

    static Money cents(std::int64_t minor) { return Money::fromMinor(minor); }
    static BusinessDay day(unsigned dayOfMarch)
    {
        return BusinessDay::fromDate(
            std::chrono::year{2026} / std::chrono::March / std::chrono::day{dayOfMarch});
    }
    void goTo(unsigned dayOfMarch, int hour, int minute); ///< Paris time
    FinishedSale sell(SaleRequest request);
};

} // namespace till::test
