#include "domain/people/permission.h"
#include "services/journal_writer.h"
#include "storage/connection.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

using Words = std::vector<std::pair<int, std::string>>;

Words rowsOf(test::ShopFixture& fixture, std::string_view sql)
{
    Connection db{{fixture.shop().file(), OpenOptions::Mode::ReadOnly}};
    auto row = db.prepareOnce(sql);
    Words words;
    while (row.step()) words.emplace_back(static_cast<int>(row.integer(0)), row.text(1));
    return words;
}

std::pair<int, std::string> word(JournalType type, const char* code)
{
    return {static_cast<int>(type), code};
}

} // namespace

TEST_CASE_METHOD(test::ShopFixture, "types of journal records have the numbers of their table")
{
    using enum JournalType;
    CHECK(
        rowsOf(*this, "SELECT id, code FROM journal_type ORDER BY id") ==
        Words{word(ShopCreate, "SHOP_CREATE"), word(KeyCreate, "KEY_CREATE"), word(ShiftOpen, "SHIFT_OPEN"),
            word(ShiftClose, "SHIFT_CLOSE"), word(Sale, "SALE"), word(LineDelete, "LINE_DELETE"),
            word(QtyReduce, "QTY_REDUCE"), word(CartAbandon, "CART_ABANDON"), word(Import, "IMPORT"),
            word(ImportUndo, "IMPORT_UNDO"), word(SettingChange, "SETTING_CHANGE"),
            word(ProductChange, "PRODUCT_CHANGE"), word(PriceChange, "PRICE_CHANGE"),
            word(Receive, "RECEIVE"), word(Adjust, "ADJUST"), word(JournalType::Backup, "BACKUP"),
            word(Reprint, "REPRINT"), word(Park, "PARK"), word(Resume, "RESUME"),
            word(UserChange, "USER_CHANGE"), word(TaxChange, "TAX_CHANGE"),
            word(CatalogChange, "CATALOG_CHANGE"), word(PartPaid, "PART_PAID"),
            word(PartGivenBack, "PART_GIVEN_BACK"), word(JournalType::OpenItem, "OPEN_ITEM"),
            word(JournalType::AgeCheck, "AGE_CHECK"), word(JournalType::NoSale, "NO_SALE"),
            word(JournalType::GiftIssue, "GIFT_ISSUE"), word(JournalType::GiftRedeem, "GIFT_REDEEM"),
            word(JournalType::GiftAdjust, "GIFT_ADJUST"), word(JournalType::PrintUnknown, "PRINT_UNKNOWN"),
            word(JournalType::EmailReceipt, "EMAIL_RECEIPT"),
            word(JournalType::PromotionChange, "PROMOTION_CHANGE"),
            word(JournalType::CardUnknown, "CARD_UNKNOWN"), word(JournalType::CardResolved, "CARD_RESOLVED"),
            word(JournalType::DeviceChange, "DEVICE_CHANGE"),
            word(JournalType::CustomerChange, "CUSTOMER_CHANGE"),
            word(JournalType::LayoutChange, "LAYOUT_CHANGE")});
}

TEST_CASE_METHOD(test::ShopFixture, "a new shop knows every permission by its number and name")
{
    Words expected;
    for (const auto permission : allPermissions()) {
        expected.emplace_back(static_cast<int>(permission), std::string{toText(permission)});
    }
    CHECK(expected.size() == 39);
    CHECK(rowsOf(*this, "SELECT id, code FROM permission ORDER BY id") == expected);
}
