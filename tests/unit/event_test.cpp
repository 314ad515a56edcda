#include "base/event.h"

#include <catch2/catch.hpp>

#include <optional>
#include <vector>

using namespace till;

TEST_CASE("listeners are told in the order they came, until they leave")
{
    Event<int> event;
    std::vector<int> heard;
    auto first = event.subscribe([&](int value) { heard.push_back(value); });
    {
        const auto second = event.subscribe([&](int value) { heard.push_back(value * 10); });
        event.emit(1);
    }
    event.emit(2);
    first.reset();
    first.reset();
    event.emit(3);
    CHECK(heard == std::vector{1, 10, 2});
}

TEST_CASE("a subscription moves with its owner and ends what it replaces")
{
    Event<> event;
    int told = 0;
    auto kept = event.subscribe([&] { ++told; });
    auto moved = std::move(kept);
    event.emit();
    CHECK(told == 1);
    moved = event.subscribe([&] { told += 100; });
    event.emit();
    CHECK(told == 101);
}

TEST_CASE("a subscription may outlive its event")
{
    Subscription subscription;
    {
        Event<> event;
        subscription = event.subscribe([] {});
    }
    CHECK_NOTHROW(subscription.reset());
}

TEST_CASE("a listener may leave, and send others away, while it is told")
{
    Event<> event;
    int told = 0;
    Subscription own;
    Subscription other;
    own = event.subscribe([&] {
        ++told;
        own.reset();
        other.reset();
    });
    other = event.subscribe([&] { told += 100; });
    event.emit();
    event.emit();
    CHECK(told == 1);
}

TEST_CASE("a listener that joins while others are told hears the next event")
{
    Event<> event;
    int told = 0;
    Subscription late;
    const auto first = event.subscribe([&] {
        if (told == 0) late = event.subscribe([&] { told += 10; });
        ++told;
    });
    event.emit();
    CHECK(told == 1);
    event.emit();
    CHECK(told == 12);
}

TEST_CASE("a listener may destroy the event that tells it, and the rest hear nothing")
{
    std::optional<Event<>> event;
    event.emplace();
    int told = 0;
    const auto first = event->subscribe([&] {
        ++told;
        event.reset();
    });
    const auto second = event->subscribe([&] { told += 100; });
    event->emit();
    CHECK(told == 1);
}
TEST_CASE("an event is not copied: a copy would share its listeners")
{
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Event<int>>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<Event<int>>);
}
