#include "support/shop_fixture.h"

#include "services/catalog_service.h"
#include "services/shift_service.h"
#include "services/verify_service.h"

#include <catch2/catch.hpp>

#include <cstdlib>

namespace till::test {

TempFolder::TempFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "till-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

ShopSetup frenchShop()
{
    ShopSetup setup;
    setup.name = "Corner Bakery";
    setup.country = "FR";
    setup.currency = "EUR";
    setup.timeZone = "Europe/Paris";
    setup.taxes = {{"A", "Standard", Rate::fromPercent(20), false},
        {"B", "Reduced", Rate::fromPartsPerMillion(55'000), false},
        {"C", "Middle", Rate::fromPercent(10), false}};
    setup.taxClasses = {{"A", {"A"}}, {"B", {"B"}}, {"C", {"C"}}};
    setup.address = "12 Mill Lane\nOld Town";
    setup.taxNumber = "FR 12 345678901";
    return setup;
}

ShopFixture::ShopFixture(const ShopSetup& setup)
{
    auto made = Shop::create(options(), setup, clock);
    INFO((made ? std::string{} : std::string{toText(made.error().code)} + " " + made.error().detail));
    REQUIRE(made);
    m_shop = std::move(*made);
}

ShopOptions ShopFixture::options() const
{
    ShopOptions options;
    options.file = folder.path() / "shop.db";
    options.keyFolder = folder.path() / "keys";
    return options;
}

void ShopFixture::reopen()
{
    m_shop.reset();
    auto opened = Shop::open(options(), clock);
    REQUIRE(opened);
    m_shop = std::move(*opened);
}

void ShopFixture::openShift(Money openingFloat)
{
    REQUIRE(shop().shifts().start(owner(), openingFloat));
}

ProductId ShopFixture::addProduct(const std::string& name, std::int64_t price, const std::string& code,
    const std::string& taxClass, std::int64_t cost)
{
    ProductDraft draft;
    draft.name = name;
    draft.taxClass = shop().catalog().taxes().match(taxClass, shop().now().businessDay);
    draft.price = UnitPrice::fromHundredths(price * 100);
    if (cost) draft.cost = UnitPrice::fromHundredths(cost * 100);
    draft.codes = {{code}};
    const auto added = shop().catalog().add(owner(), draft);
    REQUIRE(added);
    return *added;
}

ProductId ShopFixture::addWeighed(const std::string& name, std::int64_t pricePerKg, const std::string& code)
{
    ProductDraft draft;
    draft.name = name;
    draft.taxClass = shop().catalog().taxes().match("B", shop().now().businessDay);
    draft.unit = UnitId{2};
    draft.weighed = true;
    draft.price = UnitPrice::fromHundredths(pricePerKg * 100);
    draft.codes = {{code}};
    const auto added = shop().catalog().add(owner(), draft);
    REQUIRE(added);
    return *added;
}

void ShopFixture::verify()
{
    const auto report = shop().verifier().run();
    for (const auto& finding : report.findings) {
        UNSCOPED_INFO(finding.code << " " << finding.table << " " << finding.row << ": " << finding.text);
    }
    CHECK(report.findings.empty());
    CHECK(report.checked > 0);
}

} // namespace till::test
