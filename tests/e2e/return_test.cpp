#include "support/till_shop.h"

#include <catch2/catch.hpp>

using namespace till::test;

namespace {

/// Three bread at 0.95 and a coffee at 12.50, paid in cash: A-000001.
class SoldShop : public TillShop {
public:
    SoldShop()
    {
        importProducts();
        openShift();
        sale = json({"sell", "--line", "BREAD*3", "--line", "4006381333931", "--tender", "cash"});
    }
    Json sale;
};

} // namespace

TEST_CASE("one line of a receipt is taken back, and only what is left of it a second time")
{
    const SoldShop shop;
    const auto back = shop.json({"return", "A-000001", "--line", "1*2", "--reason", "stale"});
    CHECK(back.at("original") == "A-000001");
    CHECK(back.at("total") == "-1.90");
    REQUIRE(back.at("lines").size() == 1);
    CHECK(back.at("lines")[0].at("quantity") == "-2");
    CHECK(back.at("lines")[0].at("return") == true);
    CHECK(back.at("lines")[0].at("sold_on") == "A-000001");
    CHECK(back.at("tenders")[0].at("kind") == "cash");
    CHECK(back.at("tenders")[0].at("amount") == "-1.90");
    CHECK(shop.failure({"return", "A-000001", "--line", "1*2"}, 3) == "ReturnTooMuch");
    const auto rest = shop.json({"return", "a-1"});
    CHECK(rest.at("total") == "-13.45");
    CHECK(shop.failure({"return", "A-000001"}, 3) == "ReturnTooMuch");
    const auto closed = shop.json({"shift", "close", "--count", "100.00", "--leave", "100.00"});
    CHECK(closed.at("expected") == "100.00");
    CHECK(closed.at("difference") == "0.00");
}

TEST_CASE("a return by uid, with a uid of its own, is made once")
{
    const SoldShop shop;
    const std::string own = "018f3c1e-0000-7000-8000-000000000001";
    const auto original = shop.sale.at("uid").get<std::string>();
    const auto back = shop.json({"return", original, "--line", "2", "--uid", own});
    CHECK(back.at("uid") == own);
    CHECK(back.at("total") == "-12.50");
    const auto again = shop.json({"return", original, "--line", "2", "--uid", own});
    CHECK(again.at("already") == true);
    CHECK(again.at("receipt") == back.at("receipt"));
}

TEST_CASE("damaged goods leave the stock they came back to, a card gets its money back on the card")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    shop.json({"sell", "--line", "BREAD*2", "--tender", "card"});
    const auto back = shop.json({"return", "A-000001", "--line", "1*1", "--condition", "damaged"});
    CHECK(back.at("tenders")[0].at("kind") == "card");
    const auto moved = shop.json({"stock", "movements", "BREAD"});
    const auto& rows = moved.at("rows");
    REQUIRE(rows.size() >= 3);
    CHECK(rows[rows.size() - 1].at("kind") == "damaged");
    CHECK(rows[rows.size() - 1].at("quantity") == "-1");
    CHECK(rows[rows.size() - 2].at("kind") == "return");
    CHECK(rows[rows.size() - 2].at("quantity") == "1");
}

TEST_CASE("what cannot come back is said in words, and nothing is booked")
{
    const SoldShop shop;
    CHECK(shop.failure({"return", "A-000077"}, 3) == "SaleNotFound");
    CHECK(shop.failure({"return", "A-000001", "--line", "3"}, 3) == "LineNotFound");
    CHECK(shop.failure({"return", "A-000001", "--line", "1*0"}, 3) == "QuantityInvalid");
    CHECK(shop.failure({"return", "A-000001", "--line", "1*4"}, 3) == "ReturnTooMuch");
    CHECK(shop.failure({"return", "A-000001", "--line", "1*0.5"}, 3) == "QuantityInvalid");
    CHECK(shop.run({"return", "A-000001", "--line", "one"}).exit == 2);
    CHECK(shop.run({"return", "A-000001", "--condition", "eaten"}).exit == 2);
    const auto x = shop.json({"report", "x"});
    CHECK(x.at("returns").at("count") == 0);
}

TEST_CASE("the paper of a return names the receipt the goods came back on")
{
    const SoldShop shop;
    shop.json({"return", "A-000001", "--line", "2"});
    const auto paper = shop.run({"receipt", "A-000002", "--format", "text"}).out;
    CHECK(paper.find("Goods of A-000001") != std::string::npos);
    CHECK(paper.find("-12.50") != std::string::npos);
}

TEST_CASE("a department says for how long its goods come back, and the shop for the others")
{
    const TillShop shop;
    shop.openShift();
    shop.json(
        {"import", "products", shop.write("tools.csv", "name,code,price,department\nSaw,SAW,12.00,Tools\n")});
    const auto listed = shop.json({"department", "list"});
    REQUIRE(listed.at("departments").size() == 1);
    const std::string name = "Tools";
    CHECK(listed.at("departments")[0].at("return_days").is_null());
    CHECK(shop.json({"department", "set", name, "--return-days", "0"}).at("return_days") == 0);
    shop.json({"sell", "--line", "SAW", "--tender", "cash"});
    CHECK(shop.failure({"return", "A-000001", "--line", "1"}, 3) == "LineNotReturnable");
    CHECK(shop.json({"department", "set", name, "--return-days", "shop"}).at("return_days").is_null());
    CHECK(shop.failure({"department", "set", "Nowhere", "--return-days", "3"}, 3) == "DepartmentNotFound");
    CHECK(shop.run({"department", "set", name, "--return-days", "-1"}).exit == 2);
    shop.json({"setting", "set", "sale.return_days", "30"});
    CHECK(shop.failure({"setting", "set", "sale.return_days", "soon"}, 3) == "SettingInvalid");
}

TEST_CASE("customers are added, named, put into a group and forgotten by name")
{
    const TillShop shop;
    CHECK(shop.json({"customer", "add", "C-1", "--name", "Ana"}).at("name") == "Ana");
    CHECK(shop.failure({"customer", "add", "C-1"}, 3) == "CodeTaken");
    shop.json({"promotion", "group", "C-1", "Staff"});
    const auto listed = shop.json({"customer", "list", "an"});
    REQUIRE(listed.at("customers").size() == 1);
    CHECK(listed.at("customers")[0].at("group") == "Staff");
    CHECK(shop.json({"customer", "rename", "C-1"}).at("name") == "");
    CHECK(shop.json({"customer", "list", "an"}).at("customers").empty());
    CHECK(shop.failure({"customer", "rename", "C-2", "Bob"}, 3) == "CustomerUnknown");
}
