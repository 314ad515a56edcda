#pragma once

#include "domain/catalog/product.h"
#include "services/actor.h"
#include "services/shop.h"
#include "support/fixed_clock.h"

#include <filesystem>
#include <memory>
#include <string>

namespace till::test {

/// A folder that is gone at the end of the test.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// France: prices with tax, A 20 %, B 5.5 %, C 10 %; cash to the cent.
ShopSetup frenchShop();

/// A shop in a file of its own, with the owner at the till and nothing in it. Write `openShift()` before
/// selling.
class ShopFixture {
public:
    explicit ShopFixture(const ShopSetup& setup = frenchShop());

    Shop& shop() { return *m_shop; }
    Actor owner() { return m_shop->owner(); }
    void reopen(); ///< closes the shop and opens it again
    ShopOptions options() const;

    void openShift(Money openingFloat = Money::fromMinor(10'000));
    /// Sold by the piece unless `weighed`; tax class by name, price and cost in minor units.
    ProductId addProduct(const std::string& name, std::int64_t price, const std::string& code,
        const std::string& taxClass = "A", std::int64_t cost = 0);
    ProductId addWeighed(const std::string& name, std::int64_t pricePerKg, const std::string& code);
    /// Every invariant holds: fails the test with the findings otherwise.
    void verify();

    FixedClock clock;
    TempFolder folder;

private:
    std::unique_ptr<Shop> m_shop;
};

} // namespace till::test
