#include "import_files.h"

#include "services/import_service.h"
#include "services/receipt_service.h"
#include "services/sales_import_service.h"

#include <catch2/catch.hpp>

#include <fstream>

namespace till::test {

std::filesystem::path writeProductList(const SmallShop& small, int rows)
{
    const auto path = small.folder / "products.csv";
    std::ofstream out{path};
    out << "Name,SKU,Price\nBaguette,BAG,1.95\nCoffee,COF,2.60\n";
    for (int i = 1; i <= rows; ++i) out << "Biscuit " << i << ",BIS" << i << ",0." << 10 + i << "\n";
    return path;
}

Result<> importProducts(Shop& shop, const std::filesystem::path& file)
{
    ProductImportOptions options;
    options.file = file;
    const auto report = shop.imports().products(shop.owner(), options);
    if (!report) return report.error();
    CHECK(report->rejected.empty());
    return {};
}

std::filesystem::path writeTickets(const SmallShop& small)
{
    const auto path = small.folder / "tickets.csv";
    std::ofstream{path} << "date,ticket,item,name,quantity,price\n"
                           "2026-03-10 09:12:00,701,BAG,Baguette,2,1.80\n"
                           "2026-03-10 09:12:00,701,OLD1,Brioche,1,3.10\n"
                           "2026-03-10 17:40:00,702,COF,Coffee,1,2.40\n"
                           "2026-03-11 08:01:00,703,COF,Coffee,3,2.40\n"
                           "2026-03-11 08:05:00,704,OLD1,Brioche,-1,3.10\n"
                           "2026-03-11 19:30:00,705,OLD2,Flan,2,4.00\n";
    return path;
}

Result<> importTickets(Shop& shop, const std::filesystem::path& file)
{
    SalesImportOptions options;
    options.file = file;
    options.createProducts = true;
    const auto report = shop.salesImport().run(shop.owner(), options);
    if (!report) return report.error();
    CHECK(report->skipped.empty());
    return {};
}

bool hasWholeDaysOfTickets(Shop& shop)
{
    const auto ticketsOn = [&](unsigned day) {
        ReceiptQuery query;
        query.from = query.to = BusinessDay::fromDate(std::chrono::year{2026} / 3 / day);
        return shop.receipts().find(query).size();
    };
    const auto first = ticketsOn(10);
    const auto second = ticketsOn(11);
    return (first == 0 || first == 2) && (second == 0 || (second == 3 && first == 2));
}

} // namespace till::test
