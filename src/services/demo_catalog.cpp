#include "services/demo_catalog.h"

#include "base/decimal.h"
#include "base/embedded_file.h"
#include "exchange/csv_reader.h"
#include "services/catalog_service.h"
#include "services/shop.h"

#include <algorithm>
#include <stdexcept>

namespace till {
namespace {

// Columns of resources/demo/demo_products.csv.
enum Column {
    DepartmentName,
    Colour,
    Name,
    Price,
    Cost,
    Tax,
    UnitCode,
    SupplierName,
    Plu,
    Barcode,
    Weight,
    ColumnCount
};

std::string demoFile()
{
    for (const auto& file : embedded::resources()) {
        if (file.name == "demo_products.csv") return std::string{file.text};
    }
    throw std::logic_error{"demo_products.csv is not compiled in"};
}

bool isMadeHere(std::string_view department)
{
    return department == "Bread" || department == "Pastries" || department == "Hot drinks";
}

Result<DemoProduct> addProduct(Shop& shop, const Actor& actor, std::span<const std::string_view> cells)
{
    auto& catalog = shop.catalog();
    const int decimals = shop.facts().decimals;
    const std::vector<std::string> path{std::string{cells[DepartmentName]}};
    const auto colour = parseScaled(cells[Colour], 0);
    if (!colour) return colour.error();
    const auto department = catalog.departmentNamed(actor, path, static_cast<int>(*colour));
    if (!department) return department.error();
    const auto supplier = catalog.supplierNamed(actor, std::string{cells[SupplierName]});
    if (!supplier) return supplier.error();
    const auto price = parseUnitPrice(cells[Price], decimals);
    const auto cost = parseUnitPrice(cells[Cost], decimals);
    const auto weight = parseScaled(cells[Weight], 0);
    if (!price) return price.error();
    if (!cost) return cost.error();
    if (!weight) return weight.error();

    ProductDraft draft;
    draft.name = cells[Name];
    draft.department = *department;
    draft.supplier = *supplier;
    draft.taxClass = catalog.taxes().match(cells[Tax], shop.now().businessDay);
    for (const auto& unit : catalog.units()) {
        if (unit.code == cells[UnitCode]) draft.unit = unit.id;
    }
    draft.weighed = cells[UnitCode] == "kg";
    draft.price = *price;
    draft.cost = *cost;
    draft.codes.push_back({std::string{cells[Plu]}, true, Quantity::fromWhole(1), {}});
    if (!cells[Barcode].empty())
        draft.codes.push_back({std::string{cells[Barcode]}, false, Quantity::fromWhole(1), {}});
    draft.minimumStock = Quantity::fromWhole(4);
    draft.tracksStock = cells[DepartmentName] != "Hot drinks";
    const auto added = catalog.add(actor, draft);
    if (!added) return added.error();
    return DemoProduct{
        *added, path.front(), draft.weighed, isMadeHere(path.front()), *cost, static_cast<int>(*weight), 0};
}

} // namespace

Result<std::vector<DemoProduct>> addDemoCatalog(Shop& shop, const Actor& actor)
{
    auto reader = CsvReader::fromMemory(demoFile(), ';');
    if (!reader) return reader.error();
    std::vector<DemoProduct> products;
    while (true) {
        const auto more = reader->next();
        if (!more) return more.error();
        if (!*more) return products;
        if (reader->record() == 1) continue;
        if (reader->fields().size() != ColumnCount)
            throw std::logic_error{"demo_products.csv: wrong columns"};
        auto product = addProduct(shop, actor, reader->fields());
        if (!product) return product.error();
        products.push_back(std::move(*product));
    }
}

} // namespace till
