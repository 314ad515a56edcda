#include "small_shop.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/receipt_service.h"
#include "services/shift_service.h"
#include "services/verify_service.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

#include <sstream>

namespace till::test {
namespace {

void writeDiscounts(std::ostream& out, const std::vector<CartDiscount>& discounts)
{
    for (const auto& discount : discounts) {
        out << " -" << (discount.rate ? discount.rate->partsPerMillion() : 0) << "ppm/"
            << (discount.amount ? discount.amount->minor() : 0);
    }
}

void writeCart(std::ostream& out, const PricedCart& cart)
{
    for (const auto& line : cart.cart.lines) {
        out << "  " << line.lineNo << " " << line.name << " " << line.quantity.thousandths() << " x "
            << line.unitPrice.hundredths();
        writeDiscounts(out, line.discounts);
        out << "\n";
    }
    out << "  total " << cart.priced.total.minor();
    writeDiscounts(out, cart.cart.discounts);
    out << (cart.cart.canUndo ? " undo" : "") << (cart.cart.canRedo ? " redo" : "") << "\n";
}

void addProduct(Shop& shop, const std::string& name, std::int64_t price, const std::string& code,
    const std::string& taxClass)
{
    ProductDraft draft;
    draft.name = name;
    draft.taxClass = shop.catalog().taxes().match(taxClass, shop.now().businessDay);
    draft.price = UnitPrice::fromHundredths(price * 100);
    draft.cost = UnitPrice::fromHundredths(price * 40);
    draft.codes = {{code}};
    REQUIRE(shop.catalog().add(shop.owner(), draft));
}

} // namespace

std::string describe(Shop& shop)
{
    std::ostringstream out;
    const auto till = shop.facts().till;
    ReceiptQuery everything;
    everything.limit = 10'000;
    for (const auto& sale : shop.receipts().find(everything)) {
        out << "sale " << sale.number << " " << sale.lines << " lines " << sale.total.minor() << " by "
            << sale.paidBy << " at " << sale.at.utc.time_since_epoch().count() << "\n";
    }
    if (const auto cart = shop.carts().current(till)) {
        out << "cart\n";
        writeCart(out, *cart);
    }
    for (const auto& held : shop.carts().held(till)) {
        out << "held " << held.label << " " << held.lines << " lines " << held.total.minor() << "\n";
    }
    for (const auto& product : shop.catalog().all(1000, 0)) {
        out << "goods " << product.name << " " << product.code << " "
            << (product.price ? product.price->hundredths() : -1) << " on hand "
            << product.onHand.thousandths() << "\n";
    }
    if (const auto shift = shop.shifts().open(till)) {
        out << "drawer " << shop.shifts().cash(shift->id).expected.minor() << "\n";
    }
    return out.str();
}

std::string findingsOf(Shop& shop)
{
    std::string text;
    for (const auto& finding : shop.verifier().run().findings) {
        text += finding.code + " " + finding.table + " " + finding.row + ": " + finding.text + "\n";
    }
    return text;
}

SmallShop::SmallShop()
{
    auto made = Shop::create(options(m_file), frenchShop(), clock);
    REQUIRE(made);
    auto& shop = **made;
    addProduct(shop, "Baguette", 180, "BAG", "B");
    addProduct(shop, "Coffee", 240, "COF", "C");
    addProduct(shop, "Jam", 595, "3017620422003", "A");
    REQUIRE(shop.shifts().start(shop.owner(), Money::fromMinor(10'000)));
    Cashier cashier{shop};
    cashier.scan("BAG");
    cashier.scan("COF");
    cashier.mustPay();
    cashier.scan("3017620422003");
    cashier.hold();
    cashier.scan("COF");
}

ShopOptions SmallShop::options(const std::filesystem::path& file, const std::string& vfs) const
{
    ShopOptions options;
    options.file = file;
    options.keyFolder = folder / "keys";
    options.vfs = vfs;
    options.backgroundWork = false;
    return options;
}

std::unique_ptr<Shop> SmallShop::open(const std::string& vfs, bool backgroundWork) const
{
    auto how = options(m_file, vfs);
    how.backgroundWork = backgroundWork;
    auto opened = Shop::open(how, clock);
    INFO((opened ? std::string{} : std::string{toText(opened.error().code)} + " " + opened.error().detail));
    REQUIRE(opened);
    return std::move(*opened);
}

CartId Cashier::cart()
{
    const auto open = m_shop.carts().current(m_shop.facts().till);
    return open ? open->cart.id : CartId{};
}

void Cashier::scan(const std::string& code)
{
    RingUp what;
    what.code = code;
    REQUIRE(m_shop.carts().ringUp(actor(), what));
}

void Cashier::setQuantity(int line, int count)
{
    REQUIRE(m_shop.carts().setQuantity(actor(), cart(), line, Quantity::fromWhole(count)));
}

void Cashier::discountLine(int line, int percent)
{
    CartDiscount discount;
    discount.rate = Rate::fromPercent(percent);
    discount.reason = "squashed";
    REQUIRE(m_shop.carts().setLineDiscounts(actor(), cart(), line, {discount}));
}

void Cashier::discountSale(std::int64_t cents)
{
    CartDiscount discount;
    discount.amount = Money::fromMinor(cents);
    discount.reason = "loyalty";
    REQUIRE(m_shop.carts().setSaleDiscounts(actor(), cart(), {discount}));
}

void Cashier::undo()
{
    REQUIRE(m_shop.carts().undo(actor(), cart()));
}

void Cashier::redo()
{
    REQUIRE(m_shop.carts().redo(actor(), cart()));
}

void Cashier::remove(int line)
{
    REQUIRE(m_shop.carts().removeLine(actor(), cart(), line));
}

void Cashier::hold()
{
    REQUIRE(m_shop.carts().hold(actor(), cart()));
}

void Cashier::recallFirst()
{
    const auto waiting = m_shop.carts().held(m_shop.facts().till);
    REQUIRE_FALSE(waiting.empty());
    REQUIRE(m_shop.carts().recall(actor(), waiting.front().id));
}

Result<FinishedSale> Cashier::pay(std::optional<std::int64_t> cents)
{
    TenderOffer offer;
    offer.type = m_shop.checkout().tenderType("cash")->id;
    if (cents) offer.amount = Money::fromMinor(*cents);
    return m_shop.checkout().finish(actor(), cart(), {offer});
}

void Cashier::mustPay(std::optional<std::int64_t> cents)
{
    const auto sale = pay(cents);
    INFO((sale ? std::string{} : std::string{toText(sale.error().code)} + " " + sale.error().detail));
    REQUIRE(sale);
}

} // namespace till::test
