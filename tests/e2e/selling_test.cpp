#include "support/till_shop.h"

#include <catch2/catch.hpp>

using namespace till::test;

TEST_CASE("a script sets a shop up, sells, and closes the drawer to the cent")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();

    const auto sale =
        shop.json({"sell", "--line", "BREAD*3", "--line", "4006381333931", "--tender", "cash=20"});
    CHECK(sale.at("receipt") == "A-000001");
    CHECK(sale.at("total") == "15.35");
    CHECK(sale.at("due") == "15.35");
    CHECK(sale.at("change") == "4.65");
    CHECK(sale.at("uid").get<std::string>().size() == 36);
    REQUIRE(sale.at("lines").size() == 2);
    CHECK(sale.at("lines")[0].at("quantity") == "3");
    CHECK(sale.at("lines")[0].at("total") == "2.85");
    REQUIRE(sale.at("tax").size() == 2);
    for (const auto& tax : sale.at("tax")) {
        CHECK((tax.at("code") == "A" ? tax.at("percent") == "20" : tax.at("percent") == "5.5"));
        CHECK((tax.at("code") == "A" ? tax.at("gross") == "12.50" : tax.at("gross") == "2.85"));
    }
    CHECK(sale.at("tenders")[0].at("kind") == "cash");
    CHECK(sale.at("tenders")[0].at("amount") == "20.00");

    const auto closed =
        shop.json({"shift", "close", "--denominations", "100x1,5x3,0.05x7", "--leave", "100.00"});
    CHECK(closed.at("expected") == "115.35");
    CHECK(closed.at("counted") == "115.35");
    CHECK(closed.at("difference") == "0.00");
    CHECK(closed.at("deposit") == "15.35");
}

TEST_CASE("cash is rounded to the coins of the shop, a card is not")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto cash = shop.json({"sell", "--line", "COFFEE@12.48", "--tender", "cash"});
    CHECK(cash.at("total") == "12.48");
    CHECK(cash.at("rounding") == "0.02");
    CHECK(cash.at("due") == "12.50");
    const auto card = shop.json({"sell", "--line", "COFFEE@12.48", "--tender", "card"});
    CHECK(card.at("due") == "12.48");
    const auto both = shop.json({"sell", "--line", "COFFEE@12.48", "--tender", "card=10", "cash"});
    CHECK(both.at("due") == "12.50");
    CHECK(both.at("tenders").size() == 2);
}

TEST_CASE("a code that holds a star or an at sign is still found whole")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto plain = shop.json({"sell", "--line", "TEA*2@HOME", "--tender", "card"});
    CHECK(plain.at("total") == "3.99");
    const auto three = shop.json({"sell", "--line", "TEA*2@HOME*3@4.00", "--tender", "card"});
    CHECK(three.at("total") == "12.00");
    CHECK(three.at("lines")[0].at("quantity") == "3");
}

TEST_CASE("goods by weight and a discount on the whole sale are sold from the command line")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto sale = shop.json({"sell", "--line", "CHEESE*0.250", "--discount", "10%", "--tender", "card"});
    CHECK(sale.at("gross") == "4.73"); // 18.90 x 0.250 = 4.725
    CHECK(sale.at("total") == "4.26"); // less 0.47
    const auto amount = shop.json({"sell", "--line", "BREAD*2", "--discount", "0.40", "--tender", "card"});
    CHECK(amount.at("total") == "1.50");
}

TEST_CASE("the same uid never sells twice")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const std::vector<std::string> again{
        "sell", "--line", "BREAD", "--tender", "cash", "--uid", "018f3c1e-0000-7000-8000-00000000beef"};
    const auto first = shop.json(again);
    const auto second = shop.json(again);
    CHECK(first.at("receipt") == second.at("receipt"));
    CHECK(second.at("already") == true);
    const auto x = shop.json({"report", "x"});
    CHECK(x.at("receipts") == 1);
}

TEST_CASE("what a rule refuses sells nothing and says why")
{
    const TillShop shop;
    shop.importProducts();
    CHECK(shop.failure({"sell", "--line", "BREAD", "--tender", "cash"}, 3) == "NoShiftOpen");
    shop.openShift();
    CHECK(shop.failure({"shift", "open", "--float", "10"}, 3) == "ShiftAlreadyOpen");
    CHECK(shop.failure({"sell", "--line", "NOTHING", "--tender", "cash"}, 3) == "CodeUnknown");
    CHECK(shop.failure({"sell", "--line", "BREAD*1.5", "--tender", "cash"}, 3) == "QuantityInvalid");
    CHECK(shop.failure({"sell", "--line", "BREAD*0", "--tender", "cash"}, 3) == "QuantityInvalid");
    CHECK(shop.failure({"sell", "--line", "BREAD", "--tender", "cash=0.10"}, 3) == "TenderTooSmall");
    CHECK(shop.failure({"sell", "--line", "BREAD", "--tender", "card=5"}, 3) == "TenderTooLarge");
    CHECK(shop.failure({"sell", "--line", "BREAD", "--tender", "shells"}, 3) == "TenderUnknown");
    CHECK(shop.failure({"receipt", "A-000009"}, 3) == "SaleNotFound");
    CHECK(shop.failure({"show", "product", "NOTHING"}, 3) == "CodeUnknown");
    CHECK(shop.failure({"setting", "set", "no.such", "1"}, 3) == "SettingUnknown");
    CHECK(shop.failure({"shift", "close", "--count", "10", "--leave", "20"}, 3) == "PriceInvalid");
    CHECK(shop.json({"report", "x"}).at("receipts") == 0);
}

TEST_CASE("stock follows what is sold, and each movement names its document")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    shop.json({"sell", "--line", "BREAD*4", "--tender", "cash"});
    const auto product = shop.json({"show", "product", "BREAD"}).at("product");
    CHECK(product.at("on_hand") == "36");
    CHECK(product.at("price") == "0.95");
    CHECK(product.at("codes").size() == 1);
    CHECK(product.at("prices").size() == 1);
    const auto movements = shop.json({"stock", "movements", "BREAD"}).at("rows");
    REQUIRE(movements.size() == 2);
    CHECK(movements[1].at("quantity") == "-4");
    CHECK(movements[1].at("after") == "36");
    CHECK(movements[1].at("document") == "A-000001");
    const auto adjusted = shop.json({"stock", "adjust", "BREAD", "-6", "--reason", "stale"});
    CHECK(adjusted.at("on_hand") == "30");
    CHECK(shop.json({"stock", "list"}).at("rows").size() == 4);
    CHECK(shop.json({"stock", "list", "--filter", "negative"}).at("rows").empty());
    CHECK(shop.json({"stock", "list", "--at", "2020-01-01"}).at("rows").size() <= 4);
}

TEST_CASE("the reports add up to what was sold")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto sale = shop.json({"sell", "--line", "BREAD*2", "--line", "COFFEE", "--tender", "card"});
    const auto day = sale.at("business_day").get<std::string>();
    for (const auto* by : {"item", "department", "tax", "hour", "weekday", "day", "week", "month", "cashier",
             "customer", "tender", "supplier"}) {
        const auto report =
            shop.json({"report", "sales", "--from", day, "--to", day, "--by", by, "--compare"});
        INFO(by << report.dump(1));
        CHECK(report.at("total").at("gross") == "14.40");
        CHECK(report.at("total").at("tickets") == 1);
        CHECK(report.at("compare").at("total").at("gross") == "0.00");
    }
    const auto x = shop.json({"report", "x"});
    CHECK(x.at("total") == "14.40");
    CHECK(x.at("last_receipt") == "A-000001");
    CHECK(x.at("drawer").at("expected") == "100.00");
    CHECK(x.at("grand_total").at("net") == x.at("total"));
    CHECK(shop.run({"report", "x"}).out.find("14.40 EUR") != std::string::npos);
}

TEST_CASE("the X report tells what was taken back, given off and paid out from what was sold")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    shop.json(
        {"sell", "--line", "BREAD*4", "--discount", "10%", "--tender", "cash=5"}); // 3.80 less 0.38, in fives
    shop.json({"sell", "--line", "BREAD*-1", "--tender", "cash"});
    const auto x = shop.json({"report", "x"});
    INFO(x.dump(1));
    CHECK(x.at("gross") == "3.80");
    CHECK(x.at("discounts") == "0.38");
    REQUIRE(x.at("discount_kinds").size() == 1);
    CHECK(x.at("discount_kinds")[0].at("kind") == "sale");
    CHECK(x.at("discount_kinds")[0].at("count") == 1);
    CHECK(x.at("discount_kinds")[0].at("amount") == "0.38");
    CHECK(x.at("returns").at("count") == 1);
    CHECK(x.at("returns").at("amount") == "0.95");
    CHECK(x.at("total") == "2.47");
    CHECK(x.at("average_receipt") == "1.24"); // 2.47 over 2
    CHECK(x.at("goods_sold") == "4");
    CHECK(x.at("services_sold") == "0");
    CHECK(x.at("rounding") == "-0.02");
    CHECK(x.at("roundings") == 1);
    REQUIRE(x.at("tenders").size() == 1);
    CHECK(x.at("tenders")[0].at("taken") == "3.40");
    CHECK(x.at("tenders")[0].at("refunded") == "0.95");
    CHECK(x.at("tenders")[0].at("amount") == "2.45");
    REQUIRE(x.at("taxes").size() == 1);
    CHECK(x.at("taxes")[0].at("sales").at("gross") == "3.42");
    CHECK(x.at("taxes")[0].at("returns").at("gross") == "0.95");
    CHECK(x.at("taxes")[0].at("gross") == "2.47");
    REQUIRE(x.at("cashiers").size() == 1);
    REQUIRE(x.at("cashiers")[0].at("tenders").size() == 1);
    CHECK(x.at("cashiers")[0].at("tenders")[0].at("amount") == "2.45");
    CHECK(x.at("drawer").at("expected") == "102.45");
    const auto text = shop.run({"report", "x"}).out;
    for (const auto* words : {"taken back", "given back", "on sale", "average"})
        CHECK(text.find(words) != std::string::npos);
}

TEST_CASE("a receipt is shown again as text, JSON, picture and copy")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    shop.json({"sell", "--line", "BREAD", "--tender", "cash=1"});
    const auto text = shop.run({"receipt", "a-1", "--width", "32"});
    CHECK(text.exit == 0);
    CHECK(text.out.find("Corner Shop") != std::string::npos);
    CHECK(text.out.find("COPY") == std::string::npos);
    CHECK(shop.json({"receipt", "A-000001"}).at("total") == "0.95");
    CHECK(shop.run({"receipt", "A-000001", "--copy"}).out.find("COPY 1") != std::string::npos);
    CHECK(shop.json({"receipt", "A-000001", "--copy"}).at("copy") == 2);

    const auto png = (shop.folder / "receipt.png").string();
    CHECK(shop.json({"receipt", "A-000001", "--format", "png", "--out", png}).at("file") == png);
    CHECK(std::filesystem::file_size(png) > 1000);
    CHECK(shop.run({"receipt", "A-000001", "--format", "pdf"}).out.rfind("%PDF", 0) == 0);
    CHECK(shop.failure({"receipt", "A-000001", "--out", shop.file()}, 2) == "Usage");
    CHECK(shop.failure({"receipt", "A-000001", "--format", "text", "--out", shop.folder.path().string()},
              4) == "FileIsDirectory");
}

TEST_CASE("an offer of every kind is added, priced and sold from the command line")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto add = [&](const std::string& text) {
        return shop.json({"promotion", "add", "-"}, 0, text).at("promotions").at(0);
    };
    CHECK(
        add(R"({"code":"BREAD3","name":"3 breads","kind":"n_for_price","products":["BREAD"],"n":3,"price":"2.00"})")
            .at("state") == "running");
    add(R"({"code":"PAIR","kind":"buy_x_get_y","buy":{"products":["4006381333931"],"quantity":1},
            "get":{"products":["TEA*2@HOME"],"quantity":1}})");
    add(R"({"code":"MIX","kind":"mix_and_match","products":["BREAD"],"n":2,"percent":"1"})");
    add(R"({"code":"CHEESE10","kind":"percent_off","products":["CHEESE"],"percent":"10","minimum":"1.00"})");
    add(R"({"code":"FIVE","kind":"amount_off","amount":"5.00","minimum":"10.00","coupons":["SAVE5"]})");
    CHECK(shop.json({"promotion", "list"}).at("promotions").size() == 5);

    const auto sale = shop.json({"sell", "--line", "BREAD*3", "--tender", "cash"});
    CHECK(sale.at("total") == "2.00");
    CHECK(shop.json({"sell", "--line", "4006381333931", "--line", "TEA*2@HOME", "--tender", "card"})
              .at("total") == "12.50");
    const auto coupon =
        shop.json({"sell", "--line", "4006381333931", "--coupon", "SAVE5", "--tender", "cash"});
    CHECK(coupon.at("total") == "7.50");
    CHECK(shop.failure({"sell", "--line", "BREAD", "--coupon", "NONE", "--tender", "cash"}, 3) ==
          "CouponUnknown");

    CHECK(shop.json({"promotion", "archive", "BREAD3"}).at("promotions").at(0).at("state") == "archived");
    CHECK(shop.json({"promotion", "archive", "MIX"}).at("promotions").at(0).at("state") == "archived");
    CHECK(shop.json({"sell", "--line", "BREAD*3", "--tender", "cash"}).at("total") == "2.85");
    CHECK(shop.failure({"promotion", "archive", "BREAD3"}, 3) == "PromotionNotFound");
}
