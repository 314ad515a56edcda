#include "ui/app/application.h"
#include "ui/kit/ask.h"

#include <QPushButton>

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace till;

TEST_CASE("what fails behind a button is told once, and the window goes on")
{
    LastEdge edge;
    QPushButton button;
    int clicks = 0;
    QObject::connect(&button, &QPushButton::clicked, [&] {
        ++clicks;
        throw std::runtime_error{"the disk went away"};
    });
    const auto click = [&] {
        return edge.pass([&] {
            button.click();
            return true;
        });
    };
    QStringList told;
    const auto before = setAsker([&](QWidget*, const Question& question) {
        told << question.detail;
        CHECK_FALSE(click()); // it fails again while the box is up
        return 0;
    });
    CHECK_FALSE(click());
    CHECK(clicks == 2);
    CHECK(told == QStringList{QStringLiteral("the disk went away")});
    CHECK_FALSE(click());
    CHECK(told.size() == 2);
    setAsker(before);
}
