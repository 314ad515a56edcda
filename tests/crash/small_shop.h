#pragma once

#include "services/checkout_service.h"
#include "services/shop.h"
#include "support/fixed_clock.h"
#include "support/scratch_folder.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace till::test {

/// Everything a cashier, an owner or a customer could tell of a shop, as text: sales, the open cart and those
/// that wait, goods with price and stock, cash in the drawer. Equal texts: nobody could tell the difference.
std::string describe(Shop& shop);

/// What the verifier finds, one finding per line; empty when all is well.
std::string findingsOf(Shop& shop);

/// A shop small enough to be built again ten thousand times: three products, a shift, a cart that waits.
class SmallShop {
public:
    SmallShop(); ///< made, filled, closed again

    const std::filesystem::path& file() const { return m_file; }
    /// Of this shop, or of a copy of it: the signing key is the same.
    ShopOptions options(const std::filesystem::path& file, const std::string& vfs = {}) const;
    std::unique_ptr<Shop> open(const std::string& vfs = {}, bool backgroundWork = false) const;

    FixedClock clock;
    ScratchFolder folder;

private:
    std::filesystem::path m_file = folder / "shop.db";
};

/// Hands that do what a cashier does, and fail the test when the till refuses.
class Cashier {
public:
    explicit Cashier(Shop& shop)
        : m_shop{shop}
    {
    }

    Actor actor() { return m_shop.owner(); }
    CartId cart();
    void scan(const std::string& code);
    void setQuantity(int line, int count);
    void discountLine(int line, int percent);
    void discountSale(std::int64_t cents);
    void undo();
    void redo();
    void remove(int line);
    void hold();
    void recallFirst();
    Result<FinishedSale> pay(std::optional<std::int64_t> cents = {}); ///< cash; nothing given: exactly
    void mustPay(std::optional<std::int64_t> cents = {});

private:
    Shop& m_shop;
};

} // namespace till::test
