#include "devices/terminal/simulated_terminal.h"
#include "services/card_service.h"
#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

class CardTill : public test::ShopFixture {
public:
    CardTill()
    {
        addProduct("Kettle", 2000, "KET", "A", 900);
        openShift();
        REQUIRE(shop().settings().set(owner(), "terminal.kind", "simulator"));
        plugIn();
        REQUIRE(shop().carts().ringUp(owner(), {"KET", {}, {}, {}, {}, {}}));
    }
    void plugIn()
    {
        auto made = std::make_unique<SimulatedTerminal>(std::chrono::milliseconds{0});
        terminal = made.get();
        shop().cards().setTerminal(std::move(made));
    }
    PricedCart cart() { return *shop().carts().current(shop().facts().till); }
    Result<Uid> start(std::int64_t minor)
    {
        return shop().cards().start(owner(), cart().cart.id, cents(minor), {});
    }
    CardPayment pay(std::int64_t minor)
    {
        const auto payment = start(minor);
        REQUIRE(payment);
        const auto ended = shop().cards().waitForNews(owner());
        REQUIRE(ended.size() == 1);
        return ended.front();
    }
    Result<FinishedSale> finish(const std::vector<TenderOffer>& offers = {})
    {
        return shop().checkout().finish(owner(), cart().cart.id, offers);
    }
    Money left() { return shop().checkout().settlementSoFar(cart()).left; }
    TenderOffer cash() { return {shop().checkout().tenderType("cash")->id, {}, {}}; }

    SimulatedTerminal* terminal = nullptr;
};

using State = CardPayment::State;

} // namespace

TEST_CASE_METHOD(CardTill, "what the terminal approves is a part of the sale, and its slip is on the receipt")
{
    CHECK(pay(2000).state == State::Approved);
    CHECK(left().isZero());
    const auto sale = finish();
    REQUIRE(sale);
    const auto receipt = shop().receipts().load(sale->document);
    REQUIRE(receipt->tenders.size() == 1);
    CHECK(receipt->tenders.front().amount == cents(2000));
    CHECK(receipt->tenders.front().slip.size() == 3);
    CHECK(receipt->tenders.front().reference.find("************4242") != std::string::npos);
    verify();
}

TEST_CASE_METHOD(
    CardTill, "a declined or cancelled card, or a line that drops, leaves all to pay and another way open")
{
    CHECK(pay(1901).state == State::Declined);
    CHECK(pay(1902).state == State::Cancelled);
    CHECK(pay(1905).state == State::Cancelled);
    CHECK(left() == cents(2000));
    CHECK(terminal->charged() == 0);
    REQUIRE(finish({cash()}));
    verify();
}

TEST_CASE_METHOD(CardTill, "half an approval leaves the rest to be paid")
{
    const auto payment = pay(1906);
    CHECK(payment.state == State::Approved);
    CHECK(payment.approved == cents(953));
    CHECK(left() == cents(2000 - 953));
    REQUIRE(finish({cash()}));
    verify();
}

TEST_CASE_METHOD(CardTill, "a payment nobody knows the end of stops the sale until the terminal was asked")
{
    const auto charged = GENERATE(true, false);
    const auto payment = pay(charged ? 1903 : 1904);
    CHECK(payment.state == State::Unknown);
    CHECK(finish({cash()}).error().code == ErrorCode::CardOutcomeUnknown);
    CHECK(shop().carts().abandon(owner(), cart().cart.id, "").error().code == ErrorCode::CardOutcomeUnknown);
    CHECK(start(2000).error().code == ErrorCode::CardOutcomeUnknown);
    REQUIRE(shop().cards().ask(owner(), payment.id, {}));
    const auto ended = shop().cards().waitForNews(owner());
    REQUIRE(ended.size() == 1);
    CHECK(ended.front().state == (charged ? State::Approved : State::Declined));
    CHECK(left() == cents(charged ? 97 : 2000));
    CHECK(terminal->charged() == (charged ? 1 : 0));
    REQUIRE(finish({cash()}));
    verify();
}

TEST_CASE_METHOD(CardTill, "a power cut between question and answer: charged once, and never lost")
{
    REQUIRE(start(2000));
    // The terminal charges; the answer is never taken over, as if the power had gone.
    reopen();
    plugIn();
    const auto open = shop().cards().open();
    REQUIRE(open.size() == 1);
    CHECK(open.front().state == State::Unknown);
    CHECK(cart().cart.tenders.empty());
    CHECK(finish({cash()}).error().code == ErrorCode::CardOutcomeUnknown);
    CHECK(start(2000).error().code == ErrorCode::CardOutcomeUnknown);
    REQUIRE(shop().cards().ask(owner(), open.front().id, {}));
    REQUIRE(shop().cards().waitForNews(owner()).front().state == State::Approved);
    CHECK(terminal->charged() == 0); // asking charges nothing
    CHECK(left().isZero());
    REQUIRE(finish());
    CHECK(shop().cards().open().empty());
    verify();
}

TEST_CASE_METHOD(CardTill, "a person who has looked says what became of it, and it is on record")
{
    const bool charged = GENERATE(true, false);
    const auto payment = pay(1903);
    REQUIRE(shop().settings().set(owner(), "terminal.kind", "none")); // it is broken
    CHECK_FALSE(shop().cards().hasTerminal());
    REQUIRE(shop().cards().resolve(owner(), payment.id, charged));
    CHECK(left() == cents(charged ? 97 : 2000));
    CHECK(shop().cards().resolve(owner(), payment.id, charged).error().code == ErrorCode::SaleNotFound);
    REQUIRE(finish({cash()}));
    verify();
}

TEST_CASE_METHOD(CardTill, "more than is left, nothing, or a second payment at once is not asked for")
{
    CHECK(start(2001).error().code == ErrorCode::TenderTooLarge);
    CHECK(start(0).error().code == ErrorCode::TenderTooSmall);
    CHECK(start(-5).error().code == ErrorCode::TenderTooSmall);
    REQUIRE(start(500));
    CHECK(start(500).error().code == ErrorCode::TerminalBusy);
    CHECK(finish({cash()}).error().code == ErrorCode::CardOutcomeUnknown); // not around it
    shop().cards().waitForNews(owner());
    CHECK(left() == cents(1500));
    REQUIRE(finish({cash()}));
    verify();
}

TEST_CASE_METHOD(CardTill, "the customer's way back: a payment is cancelled while the card is awaited")
{
    auto slow = std::make_unique<SimulatedTerminal>(std::chrono::minutes{10});
    shop().cards().setTerminal(std::move(slow));
    bool isAsked = false;
    const auto watch = shop().cards().changed.subscribe([&](const Uid&) { isAsked = true; });
    REQUIRE(start(2000));
    CHECK(isAsked);
    std::vector<CardPayment> ended;
    while (ended.empty()) { // it may not wait for the card yet: asked again it ends
        shop().cards().cancel();
        ended = shop().cards().takeNews(owner());
    }
    CHECK(ended.front().state == State::Cancelled);
    REQUIRE(finish({cash()}));
}

TEST_CASE_METHOD(CardTill, "a part the terminal charged is given back there, and the till says so")
{
    pay(1000);
    REQUIRE(shop().carts().removeTender(owner(), cart().cart.id, 0));
    CHECK(left() == cents(2000));
    const auto sale = finish({cash()});
    REQUIRE(sale);
    CHECK(shop().receipts().load(sale->document)->tenders.front().slip.empty());
    verify();
}

TEST_CASE_METHOD(CardTill, "without a terminal nothing is asked")
{
    shop().cards().setTerminal(nullptr);
    CHECK(start(2000).error().code == ErrorCode::TerminalNotSet);
}

TEST_CASE_METHOD(CardTill, "while the terminal charges a card its sale stays as it is")
{
    shop().cards().setTerminal(std::make_unique<SimulatedTerminal>(std::chrono::minutes{10}));
    REQUIRE(start(2000));
    const auto id = cart().cart.id;
    CHECK(shop().carts().removeLine(owner(), id, 1).error().code == ErrorCode::TerminalBusy);
    CHECK(shop().carts().undo(owner(), id).error().code == ErrorCode::TerminalBusy);
    CHECK(
        shop().carts().ringUp(owner(), {"KET", {}, {}, {}, {}, {}}).error().code == ErrorCode::TerminalBusy);
    CHECK(cart().cart.lines.size() == 1);
    while (shop().cards().isBusy()) { // it may not wait for the card yet: asked again it ends
        shop().cards().cancel();
        shop().cards().takeNews(owner());
    }
    CHECK(shop().carts().undo(owner(), id));
    verify();
}

TEST_CASE_METHOD(CardTill, "a card is not charged for goods that may not be sold yet")
{
    const auto kettle = shop().catalog().findByCode("KET");
    const auto details = shop().catalog().details(kettle->id);
    auto draft = details->fields;
    draft.minimumAge = 18;
    REQUIRE(shop().catalog().change(owner(), kettle->id, details->revision, draft));
    REQUIRE(shop().carts().removeLine(owner(), cart().cart.id, 1));
    REQUIRE(shop().carts().ringUp(owner(), {"KET", {}, {}, {}, {}, {}}));
    CHECK(start(2000).error().code == ErrorCode::AgeNotConfirmed);
    CHECK(shop()
              .carts()
              .addTender(owner(), cart().cart.id, {shop().checkout().tenderType("cash")->id, cents(500), {}})
              .error()
              .code == ErrorCode::AgeNotConfirmed);
    REQUIRE(shop().carts().confirmAge(owner(), cart().cart.id));
    CHECK(pay(2000).state == State::Approved);
    REQUIRE(finish());
    verify();
}
