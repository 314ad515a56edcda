#include "services/receipt_service.h"

#include "services/catalog_service.h"
#include "services/setting_service.h"
#include "support/small_days.h"

#include <catch2/catch.hpp>

using namespace till;
using test::SmallDays;

namespace {

class Receipts : public SmallDays {
public:
    std::vector<std::string> found(const std::string& text)
    {
        ReceiptQuery query;
        query.text = text;
        return numbers(query);
    }
    std::vector<std::string> numbers(const ReceiptQuery& query)
    {
        std::vector<std::string> found;
        for (const auto& row : shop().receipts().find(query)) found.push_back(row.number);
        return found;
    }
};

using Numbers = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(
    Receipts, "a receipt shows the sale to the cent: discount, tax, split payment, rounding, change")
{
    const auto receipt = shop().receipts().byNumber("A-000002");
    REQUIRE(receipt);
    CHECK(receipt->shopName == "Corner Bakery");
    CHECK(receipt->addressLines == std::vector<std::string>{"12 Mill Lane", "Old Town"});
    CHECK(receipt->taxNumber == "FR 12 345678901");
    CHECK(receipt->till == "A");
    CHECK(receipt->cashier == "Owner");
    CHECK(receipt->time.toText() == "2026-03-14T16:10:00+01:00");
    CHECK(receipt->uid == sales[1].uid);
    REQUIRE(receipt->lines.size() == 1);
    const auto& line = receipt->lines[0];
    CHECK(line.name == "Lamp");
    CHECK(line.unit.empty());
    CHECK(line.amount == cents(1299));
    REQUIRE(line.adjustments.size() == 1);
    CHECK(line.adjustments[0].label == "Staff 10 %");
    CHECK(line.adjustments[0].amount == cents(-130));
    CHECK(line.taxCodes == std::vector<std::string>{"A"});
    REQUIRE(receipt->taxes.size() == 1);
    CHECK(receipt->taxes[0].rate == Rate::fromPercent(20));
    CHECK(receipt->taxes[0].net == cents(974));
    CHECK(receipt->taxes[0].tax == cents(195));
    CHECK(receipt->discount == cents(130));
    CHECK(receipt->total == cents(1169));
    CHECK(receipt->cashRounding == cents(1));
    CHECK(receipt->due == cents(1170));
    REQUIRE(receipt->tenders.size() == 2);
    CHECK(receipt->tenders[0].name == "Card");
    CHECK(receipt->tenders[1].amount == cents(1000));
    CHECK(receipt->tenders[1].isCash);
    CHECK(receipt->change == cents(330));
    CHECK(receipt->currency == "EUR");
    CHECK(receipt->copyNumber == 0);
    CHECK_FALSE(receipt->isTraining);
}

TEST_CASE_METHOD(Receipts, "goods taken back stand on the receipt with their sign")
{
    const auto receipt = shop().receipts().byNumber("A-000003");
    REQUIRE(receipt);
    REQUIRE(receipt->lines.size() == 2);
    CHECK_FALSE(receipt->lines[0].isReturn);
    CHECK(receipt->lines[1].isReturn);
    CHECK(receipt->lines[1].quantity == Quantity::fromWhole(-1));
    CHECK(receipt->lines[1].amount == cents(-180));
    CHECK(receipt->total == cents(60));
}

TEST_CASE_METHOD(Receipts, "a number is found in any letter case and without its zeros")
{
    for (const auto* text : {"A-000002", "a-000002", "a-2", " A-2 ", "2", "000002"}) {
        INFO(text);
        const auto receipt = shop().receipts().byNumber(text);
        REQUIRE(receipt);
        CHECK(receipt->number == "A-000002");
    }
    for (const auto* text :
        {"", "A-", "A-5", "B-2", "A2", "A-G000002", "A-2x", "A-99999999999999999999", "-2"}) {
        INFO(text);
        const auto receipt = shop().receipts().byNumber(text);
        REQUIRE_FALSE(receipt);
        CHECK(receipt.error().code == ErrorCode::SaleNotFound);
    }
}

TEST_CASE_METHOD(
    Receipts, "the code of a product finds its receipts, today's code and the one it was sold by")
{
    CHECK(found("COF") == Numbers{"A-000004", "A-000003", "A-000001"});
    CHECK(found("CO").empty());
    auto details = shop().catalog().details(lamp);
    details->fields.codes.front().code = "4006381333931";
    REQUIRE(shop().catalog().change(owner(), lamp, details->revision, details->fields));
    CHECK(found("4006381333931") == Numbers{"A-000002"});
    CHECK(found("LAMP") == Numbers{"A-000002"});
    REQUIRE(shop().catalog().archive(owner(), coffee));
    CHECK(found("COF") == Numbers{"A-000004", "A-000003", "A-000001"});
}

TEST_CASE_METHOD(Receipts, "a number of a receipt goes before the same number of a product")
{
    auto details = shop().catalog().details(bread);
    details->fields.codes.front().code = "2";
    REQUIRE(shop().catalog().change(owner(), bread, details->revision, details->fields));
    CHECK(found("2") == Numbers{"A-000002"});
}

TEST_CASE_METHOD(Receipts, "what changes in the shop later changes no receipt")
{
    const auto before = shop().receipts().load(sales[0].document);
    REQUIRE(before);
    REQUIRE(shop().settings().set(owner(), "shop.address", "1 New Road"));
    auto details = shop().catalog().details(bread);
    details->fields.name = "Pain";
    REQUIRE(shop().catalog().change(owner(), bread, details->revision, details->fields));
    const auto after = shop().receipts().load(sales[0].document);
    REQUIRE(after);
    CHECK(after->addressLines == before->addressLines);
    CHECK(after->lines[0].name == "Baguette");
    CHECK(after->journalFoot == before->journalFoot);
    CHECK(before->journalFoot.substr(0, 1) == "J");
    CHECK(before->journalFoot != shop().receipts().load(sales[1].document)->journalFoot);
}

TEST_CASE_METHOD(Receipts, "each copy is counted and says which one it is")
{
    CHECK(shop().receipts().copy(owner(), sales[1].document)->copyNumber == 1);
    CHECK(shop().receipts().copy(owner(), sales[1].document)->copyNumber == 2);
    CHECK(shop().receipts().copy(owner(), sales[0].document)->copyNumber == 1);
    CHECK(shop().receipts().load(sales[1].document)->copyNumber == 0);
    const auto nothing = shop().receipts().copy(owner(), DocumentId{4711});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == ErrorCode::SaleNotFound);
    verify();
}

TEST_CASE_METHOD(Receipts, "receipts are listed newest first with what was bought and how it was paid")
{
    const auto rows = shop().receipts().find({});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].number == "A-000004");
    CHECK(rows[0].isReturn);
    CHECK(rows[0].total == cents(-240));
    CHECK(rows[1].what == "Café crème, Baguette");
    CHECK_FALSE(rows[1].isReturn);
    CHECK(rows[2].paidBy == "Card, Cash");
    CHECK(rows[3].lines == 2);
}

TEST_CASE_METHOD(Receipts, "a receipt is found by number, by amount and by what was bought")
{
    CHECK(found("a-3") == Numbers{"A-000003"});
    CHECK(found("11.69") == Numbers{"A-000002"});
    CHECK(found("11,70") == Numbers{"A-000002"});
    CHECK(found("2.40") == Numbers{"A-000004"});
    CHECK(found("CAFE creme") == Numbers{"A-000004", "A-000003", "A-000001"});
    CHECK(found("baguett") == Numbers{"A-000003", "A-000001"});
    CHECK(found("nothing of the kind").empty());
    CHECK(found("' OR 1=1 --").empty());
}

TEST_CASE_METHOD(Receipts, "goods are found under the name they were sold by, too")
{
    auto details = shop().catalog().details(lamp);
    details->fields.name = "Luminaire";
    REQUIRE(shop().catalog().change(owner(), lamp, details->revision, details->fields));
    CHECK(found("lamp") == Numbers{"A-000002"});
    CHECK(found("luminaire") == Numbers{"A-000002"});
}

TEST_CASE_METHOD(Receipts, "asked for goods, a text is their whole code and no receipt's number")
{
    const auto pen = addProduct("Pen", 150, "00000002");
    SaleRequest request;
    request.lines.resize(1);
    request.lines.front().product = pen;
    request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
    sell(request);
    CHECK(found("00000002") == Numbers{"A-000002"});
    ReceiptQuery query;
    query.reading = ReceiptQuery::Reading::Goods;
    query.text = " 00000002 ";
    CHECK(numbers(query) == Numbers{"A-000005"});
    for (const auto* text : {"A-000002", "11.70", "Pen", "000000"}) {
        query.text = text;
        CHECK(numbers(query).empty());
    }
    query.text = "LAMP";
    query.to = day(14);
    CHECK(numbers(query) == Numbers{"A-000002"});
}

TEST_CASE_METHOD(Receipts, "days and pages narrow the list")
{
    ReceiptQuery query;
    query.from = query.to = day(14);
    CHECK(numbers(query) == Numbers{"A-000003", "A-000002", "A-000001"});
    query.limit = 1;
    query.offset = 1;
    CHECK(numbers(query) == Numbers{"A-000002"});
    query = {};
    query.text = "creme";
    query.to = day(14);
    CHECK(numbers(query) == Numbers{"A-000003", "A-000001"});
    query.text = "4";
    CHECK(numbers(query).empty());
}
