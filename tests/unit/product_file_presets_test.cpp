#include "exchange/product_file.h"

#include "base/decimal.h"
#include "support/places.h"
#include "support/skip.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

using namespace till;

namespace {

std::vector<ProductRow> rowsOf(ProductFile& file)
{
    std::vector<ProductRow> rows;
    for (;;) {
        auto entry = file.next();
        REQUIRE(entry);
        if (!*entry) return rows;
        if (const auto* problem = std::get_if<RowProblem>(&**entry))
            FAIL(problem->line << ": " << problem->detail);
        rows.push_back(std::get<ProductRow>(std::move(**entry)));
    }
}

std::vector<ProductRow> rowsOf(std::string text, std::string_view preset, std::string location = "")
{
    ProductFileOptions options;
    options.location = std::move(location);
    auto file = ProductFile::fromMemory(std::move(text), options);
    REQUIRE(file);
    CHECK(file->preset() == preset);
    return rowsOf(*file);
}

std::string text(const std::optional<UnitPrice>& price)
{
    return price ? formatUnitPrice(*price, 2) : "none";
}

std::string text(const std::optional<Quantity>& quantity)
{
    return quantity ? formatQuantity(*quantity) : "none";
}

} // namespace

TEST_CASE("Square: variations, taxes by yes and no, the shop's own price and stock")
{
    const auto rows =
        rowsOf("Reference Handle,Token,Item Name,Variation Name,SKU,Categories,Reporting "
               "Category,GTIN,Price,Archived,"
               "Contains Alcohol,Current Quantity North,Price North,Current Quantity South,Tax - VAT "
               "(19%),Tax - VAT (7%)\n"
               "#tea,T1,Tea,Regular,TEA,\"Food > Tea, Gifts\",,4006381333931,2.50,N,N,24,,5,Y,N\n"
               "#gin,T2,Gin,Large,GIN-L,,Spirits,,20.00,Y,Y,3,22.00,1,N,Y\n",
            "square");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].externalId == "T1");
    CHECK(rows[0].name == "Tea");
    CHECK(rows[0].categoryPath == std::vector<std::string>{"Food", "Tea"});
    CHECK(text(rows[0].price) == "2.50");
    CHECK(text(rows[0].stock) == "24");
    CHECK(rows[0].taxes == std::vector<TaxMention>{{"VAT", Rate::fromPercent(19)}});
    CHECK(rows[0].active == true);
    CHECK(rows[1].name == "Gin (Large)");
    CHECK(rows[1].groupName == "Gin");
    CHECK(rows[1].categoryPath == std::vector<std::string>{"Spirits"});
    CHECK(text(rows[1].price) == "22.00");
    CHECK(rows[1].active == false);
    CHECK(rows[1].ageRestricted == true);
}

TEST_CASE("a file of several shops is read for the one asked for")
{
    const std::string list =
        "Handle,SKU,Name,Sold by weight,Price [North],In stock [North],Price [South],In stock [South]\n"
        "tea,T,Tea,N,2.50,1,2.70,9\n";
    CHECK(text(rowsOf(list, "loyverse")[0].price) == "2.50");
    CHECK(text(rowsOf(list, "loyverse", "South")[0].price) == "2.70");
    CHECK(text(rowsOf(list, "loyverse", "South")[0].stock) == "9");
    const auto file = ProductFile::fromMemory(list);
    CHECK(std::vector<std::string>(file->locations().begin(), file->locations().end()) ==
          std::vector<std::string>{"North", "South"});
}

TEST_CASE("Shopify: variants take from the first row what they leave empty, and pictures are no products")
{
    const auto rows = rowsOf(
        "Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,"
        "Variant Taxable,Variant Barcode,Image Src,Cost per item,Status\n"
        "tea,Tea,Leaf,Drinks,Title,Default Title,TEA,24,2.50,TRUE,'4006381333931,a.png,1.20,active\n"
        "tea,,,,,,,,,,,b.png,,\n"
        "mug,Mug,Clay,Home,Colour,Red,M-R,8,7.90,FALSE,5000000000012,,3.10,draft\n"
        "mug,,,,,Blue,M-B,5,7.90,FALSE,5000000000029,,3.10,\n",
        "shopify");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].name == "Tea");
    CHECK(rows[0].options.empty());
    CHECK(rows[0].barcodes[0] == "4006381333931");
    CHECK(rows[2].name == "Mug (Blue)");
    CHECK(rows[2].line == 5);
    CHECK(rows[2].brand == "Clay");
    CHECK(rows[2].categoryPath == std::vector<std::string>{"Home"});
    CHECK(rows[2].group == rows[1].group);
    CHECK(rows[2].options == std::vector<VariantOption>{{"Colour", "Blue"}});
    CHECK(rows[2].active == false);
    CHECK(rows[2].taxable == false);
}

TEST_CASE("Loyverse: a variable price is asked at the till, weighed goods are marked")
{
    const auto rows =
        rowsOf("Handle,SKU,Name,Category,Sold by weight,Option 1 name,Option 1 value,Cost,Barcode,SKU of "
               "included item,"
               "Quantity of included item,Track stock,Price [Main],In stock [Main],Low stock [Main]\n"
               "ban,BAN,Bananas,Fruit,Y,,,0.95,,,,Y,1.99,12.500,4\n"
               "gift,GIFT,Gift,,N,,,,,,,N,variable,,\n"
               "set,SET,Set,,N,,,,,BAN,2,N,5.00,,\n"
               "set,,,,,,,,,GIFT,1,,,,\n",
            "loyverse");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].weighed == true);
    CHECK(text(rows[0].stock) == "12.500");
    CHECK(text(rows[0].lowStock) == "4");
    CHECK(rows[1].openPrice);
    CHECK_FALSE(rows[1].price);
    CHECK(rows[1].trackStock == false);
    CHECK(rows[2].name == "Set");
}

TEST_CASE("Lightspeed: paths by slash, outlet columns, the code on the pack kept as SKU")
{
    const auto rows = rowsOf(
        "id,handle,sku,name,product_category,variant_option_one_name,variant_option_one_value,supply_price,"
        "retail_price,outlet_tax_Main_Outlet,supplier_name,supplier_code,active,track_inventory,inventory_"
        "Main_Outlet,"
        "reorder_point_Main_Outlet,restock_level_Main_Outlet\n"
        ",mug,5000000000012,Mug,Home / Kitchen,Colour,Red,3.10,7.90,VAT 19%,Clay,MUG-R,1,1,8,2,10\n"
        ",mug,MUG-B,Mug,Home,Colour,Blue,3.10,7.90,VAT 19%,Clay,MUG-B,0,1,5,2,10\n",
        "lightspeed");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "Mug (Red)");
    CHECK(rows[0].barcodes == std::vector<std::string>{"5000000000012"});
    CHECK(rows[0].categoryPath == std::vector<std::string>{"Home", "Kitchen"});
    CHECK(rows[0].taxes == std::vector<TaxMention>{{"VAT 19%", Rate::fromPercent(19)}});
    CHECK(rows[0].supplierSku == "MUG-R");
    CHECK(text(rows[0].lowStock) == "2");
    CHECK(text(rows[0].targetStock) == "10");
    CHECK(rows[1].barcodes.empty());
    CHECK(rows[1].active == false);
}

TEST_CASE("WooCommerce: a variation takes category and tax from its parent, named by number or SKU")
{
    const auto rows = rowsOf(
        "ID,Type,SKU,\"GTIN, UPC, EAN, or ISBN\",Name,Published,Tax status,Tax class,Stock,Regular "
        "price,Categories,Parent,"
        "Attribute 1 name,Attribute 1 value(s)\n"
        "90,variable,MUG,,Mug,1,taxable,reduced-rate,,,\"Home > Kitchen, Gifts\",,Colour,\"Red, Blue\"\n"
        "91,variation,MUG-R,5000000000012,Mug - Red,1,taxable,parent,8,7.90,,id:90,Colour,Red\n"
        "92,variation,MUG-B,,Mug,1,taxable,parent,5,7.90,,MUG,Colour,Blue\n"
        "93,simple,TEA,,Tea,-1,none,,,2.50,,,,\n",
        "woocommerce");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].name == "Mug - Red");
    CHECK(rows[0].groupName == "Mug");
    CHECK(rows[0].categoryPath == std::vector<std::string>{"Home", "Kitchen"});
    CHECK(rows[0].taxes == std::vector<TaxMention>{{"reduced-rate", {}}});
    CHECK(rows[1].name == "Mug (Blue)");
    CHECK(rows[1].group == rows[0].group);
    CHECK(rows[2].active == false);
    CHECK(rows[2].taxable == false);
    CHECK(rows[2].group.empty());
}

TEST_CASE("Odoo: labels and technical names mean the same")
{
    const auto header = GENERATE(as<std::string>{},
        "External ID,Name,Internal Reference,Barcode,Sales Price,Cost,Product Category",
        "id,name,default_code,barcode,list_price,standard_price,categ_id");
    const auto rows = rowsOf(header + "\np1,Tea,TEA,4006381333931,2.50,1.20,Food / Tea\n", "odoo");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].externalId == "p1");
    CHECK(rows[0].sku == "TEA");
    CHECK(text(rows[0].price) == "2.50");
    CHECK(text(rows[0].cost) == "1.20");
    CHECK(rows[0].categoryPath == std::vector<std::string>{"Food", "Tea"});
}

TEST_CASE("the sample file of every system gives its five products")
{
    const std::filesystem::path folder = test::sharedFile("formats");
    if (!std::filesystem::exists(folder)) return test::skip("the sample files are not beside the sources");
    const auto name = GENERATE(as<std::string>{}, "square_items.csv", "shopify_products_2025.csv",
        "shopify_products_legacy.csv", "loyverse_items.csv", "lightspeed_x_products.csv",
        "woocommerce_products.csv", "odoo_products.csv", "trap_utf8_bom.csv", "trap_tab_utf16_bom.txt",
        "trap_semicolon_comma_decimal_cp1252.csv");
    INFO(name);
    auto file = ProductFile::open(folder / name);
    REQUIRE(file);
    const auto rows = rowsOf(*file);
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].name == "Earl Grey Tea");
    CHECK(text(rows[0].price) == "2.50");
    CHECK(rows[0].barcodes == std::vector<std::string>{"4006381333931"});
    CHECK(text(rows[3].stock) == (name == "odoo_products.csv" ? "none" : "12.500"));
    CHECK(rows[4].name == "Cr\u00E8me \"br\u00FBl\u00E9e\", 2 pack");
}

TEST_CASE("twenty thousand real products come in but for the names that are too long")
{
    const auto path = test::sharedFile("data/openfoodfacts_20k.csv");
    if (!std::filesystem::exists(path)) return test::skip("the product data is not beside the sources");
    auto file = ProductFile::open(path);
    REQUIRE(file);
    int rows = 0;
    int tooLong = 0;
    for (;;) {
        const auto entry = file->next();
        REQUIRE(entry);
        if (!*entry) break;
        const auto* problem = std::get_if<RowProblem>(&**entry);
        if (problem != nullptr) CHECK(problem->code == ErrorCode::NameTooLong);
        tooLong += problem != nullptr ? 1 : 0;
        rows += problem == nullptr ? 1 : 0;
    }
    CHECK(rows == 19'996);
    CHECK(tooLong == 4);
}
