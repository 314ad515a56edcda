#include "domain/catalog/product.h"
#include "domain/sales/document.h"
#include "domain/sales/promotion.h"
#include "domain/sales/taking_back.h"
#include "domain/stock/valuation.h"
#include "storage/day_sum_repository.h"
#include "storage/migrator.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

using Words = std::vector<std::pair<int, std::string>>;

template <typename Enum>
std::pair<int, std::string> word(Enum value, const char* code)
{
    return {static_cast<int>(value), code};
}

Words rowsOf(std::string_view sql)
{
    Connection db{{{}, OpenOptions::Mode::Memory}};
    REQUIRE(migrate(db));
    auto row = db.prepareOnce(sql);
    Words words;
    while (row.step()) words.emplace_back(static_cast<int>(row.integer(0)), row.text(1));
    return words;
}

} // namespace

TEST_CASE("kinds of items have the numbers of their table")
{
    CHECK(rowsOf("SELECT id, code FROM item_kind ORDER BY id") ==
          Words{word(ItemKind::Goods, "goods"), word(ItemKind::Service, "service"),
              word(ItemKind::Deposit, "deposit"), word(ItemKind::Voucher, "voucher"),
              word(ItemKind::OpenItem, "open_item"), word(ItemKind::Fee, "fee")});
}

TEST_CASE("kinds of documents have the numbers and marks of their table")
{
    CHECK(rowsOf("SELECT id, code || '/' || mark FROM document_kind ORDER BY id") ==
          Words{word(DocumentKind::Sale, "sale/"), word(DocumentKind::GoodsReceipt, "goods_receipt/G"),
              word(DocumentKind::StockAdjustment, "stock_adjustment/A")});
}

TEST_CASE("kinds of adjustments have the numbers of their table, and all but overrides are discounts")
{
    CHECK(rowsOf("SELECT id, code || '/' || is_discount FROM adjustment_kind ORDER BY id") ==
          Words{word(AdjustmentKind::LineDiscount, "line_discount/1"),
              word(AdjustmentKind::SaleDiscount, "sale_discount/1"),
              word(AdjustmentKind::PriceOverride, "price_override/0"),
              word(AdjustmentKind::Promotion, "promotion/1")});
}

TEST_CASE("kinds of promotions have the numbers of their table")
{
    CHECK(rowsOf("SELECT id, code FROM promotion_kind ORDER BY id") ==
          Words{word(PromotionKind::NForPrice, "n_for_price"), word(PromotionKind::BuyXGetY, "buy_x_get_y"),
              word(PromotionKind::MixAndMatch, "mix_and_match"),
              word(PromotionKind::PercentOff, "percent_off"), word(PromotionKind::AmountOff, "amount_off")});
}

TEST_CASE("kinds of stock movements have the numbers of their table")
{
    CHECK(rowsOf("SELECT id, code FROM movement_kind ORDER BY id") ==
          Words{word(MovementKind::Sale, "sale"), word(MovementKind::Return, "return"),
              word(MovementKind::Receipt, "receipt"), word(MovementKind::Opening, "opening"),
              word(MovementKind::Adjustment, "adjustment"), word(MovementKind::Damaged, "damaged"),
              word(MovementKind::Expired, "expired"), word(MovementKind::ToSupplier, "to_supplier")});
}

TEST_CASE("states goods come back in have the numbers and the words of their table")
{
    Words words;
    using enum ReturnCondition;
    for (const auto state : {Resell, Damaged, Expired, Supplier})
        words.emplace_back(static_cast<int>(state), toText(state));
    CHECK(rowsOf("SELECT id, code FROM return_condition ORDER BY id") == words);
}

TEST_CASE("dimensions of day sums have the numbers of their table")
{
    using enum DaySumDimension;
    CHECK(rowsOf("SELECT id, code FROM day_sum_dimension ORDER BY id") ==
          Words{word(Total, "total"), word(Hour, "hour"), word(Department, "department"), word(Item, "item"),
              word(Tax, "tax"), word(Tender, "tender"), word(Cashier, "cashier"), word(Customer, "customer"),
              word(Supplier, "supplier"), word(Voucher, "voucher")});
}
