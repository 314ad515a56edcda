#include "paper/dots.h"
#include "services/catalog_service.h"
#include "services/receipt_design_json.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "storage/connection.h"
#include "support/small_days.h"

#include <catch2/catch.hpp>

using namespace till;
using test::SmallDays;

namespace {

/// A shop that sells one more coffee.
class DesignedDays : public SmallDays {
public:
    std::string sellAgain()
    {
        SaleRequest request;
        RingUp coffeeAgain;
        coffeeAgain.code = "COF";
        request.lines = {coffeeAgain};
        request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
        return sell(request).number;
    }
};

std::string smallPicture()
{
    auto dots = blankDots(40, 10);
    for (int i = 0; i < 10; ++i) dots.blacken(i, 3 * i);
    return toPng(dots);
}

ReceiptDesign ownDesign()
{
    auto design = standardDesign();
    blockOf(design, ReceiptBlockKind::TaxNumber).isOn = false;
    auto& policy = blockOf(design, ReceiptBlockKind::ReturnPolicy);
    policy.isOn = true;
    policy.text = "14 days";
    return design;
}

} // namespace

TEST_CASE_METHOD(
    DesignedDays, "a receipt keeps the look it was issued with, whatever the shop changes afterwards")
{
    auto& receipts = shop().receipts();
    const auto before = receipts.byNumber("A-000001").value();
    CHECK(before.design == standardDesign());

    const auto design = receipts.withLogo(owner(), ownDesign(), smallPicture()).value();
    REQUIRE(receipts.setDesign(owner(), design));
    const auto number = sellAgain();
    auto other = standardDesign();
    other.savesPaper = true;
    REQUIRE(receipts.setDesign(owner(), other));
    reopen();

    CHECK(shop().receipts().design() == other);
    const auto issued = shop().receipts().byNumber(number).value();
    CHECK(issued.design == design);
    CHECK(issued.logo.width == 40);
    CHECK(shop().receipts().byNumber("A-000001").value().design == standardDesign());
    verify();
}

TEST_CASE_METHOD(DesignedDays, "a thousand sales of one look keep it once")
{
    REQUIRE(shop().receipts().setDesign(owner(), ownDesign()));
    sellAgain();
    sellAgain();
    REQUIRE(shop().receipts().setDesign(owner(), standardDesign()));
    sellAgain();
    Connection db{{shop().file(), OpenOptions::Mode::ReadOnly}};
    auto designs = db.prepareOnce("SELECT count(*) FROM receipt_design");
    designs.step();
    CHECK(designs.integer(0) == 1);
    auto own = db.prepareOnce("SELECT count(*) FROM sale WHERE receipt_design_id IS NOT NULL");
    own.step();
    CHECK(own.integer(0) == 2);
}

TEST_CASE_METHOD(DesignedDays, "a picture that cannot be read changes nothing")
{
    const auto refused = shop().receipts().withLogo(owner(), standardDesign(), "not a picture");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::PictureNotReadable);
    CHECK(shop().receipts().design() == standardDesign());
}

TEST_CASE("a design comes back from its text as it was, and the same one is always the same text")
{
    auto design = ownDesign();
    design.savesPaper = true;
    design.logo = std::string(64, 'a');
    std::swap(design.blocks[0], design.blocks[5]);
    CHECK(readDesign(designJson(design)).value() == design);
    CHECK(designJson(readDesign(designJson(design)).value()) == designJson(design));
    CHECK(readDesign("").value() == standardDesign());
}

TEST_CASE("a design that is none is refused with the part that is wrong")
{
    const auto refused = [](const std::string& text) {
        const auto design = readDesign(text);
        return design ? std::string{} : design.error().detail;
    };
    using Catch::Matchers::Contains;
    CHECK_THAT(refused("[]"), Contains("receipt.design"));
    CHECK_THAT(refused("{"), Contains("receipt.design"));
    CHECK_THAT(refused(R"({"colour":"red"})"), Contains("colour"));
    CHECK_THAT(refused(R"({"blocks":[{"block":"photo"}]})"), Contains("blocks[0]"));
    CHECK_THAT(refused(R"({"blocks":[{"block":"lines","on":false}]})"), Contains("lines"));
    CHECK_THAT(refused(R"({"blocks":[{"block":"hours","text":")" + std::string(501, 'x') + R"("}]})"),
        Contains("hours"));
    CHECK_THAT(refused(R"({"logo":"../../etc"})"), Contains("logo"));
}

TEST_CASE_METHOD(DesignedDays, "receipts are found by how they were paid and by who rang them up")
{
    const auto found = [&](const ReceiptQuery& query) {
        std::vector<std::string> numbers;
        for (const auto& row : shop().receipts().find(query)) numbers.push_back(row.number);
        return numbers;
    };
    ReceiptQuery query;
    query.tender = shop().checkout().tenderType("card")->id;
    CHECK(found(query) == std::vector<std::string>{"A-000002"});
    query.text = "coffee";
    CHECK(found(query).empty());
    query.text = "A-1";
    CHECK(found(query).empty());
    query = {};
    query.user = owner().user;
    CHECK(found(query).size() == 4);
    query.limit = 1;
    query.offset = 1;
    CHECK(found(query) == std::vector<std::string>{"A-000003"});
    query.user = UserId{999};
    CHECK(found(query).empty());
}

TEST_CASE_METHOD(DesignedDays, "the journal knows that a receipt was mailed")
{
    const auto document = shop().receipts().documentOf("A-000002").value();
    REQUIRE(shop().receipts().noteMailed(owner(), document));
    CHECK(shop().receipts().noteMailed(owner(), DocumentId{4'711}).error().code == ErrorCode::SaleNotFound);
    verify();
}
