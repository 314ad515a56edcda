#include "ui/wizard/reading_order.h"

#include <QWidget>

#include <algorithm>

namespace till {

std::vector<QWidget*> inReadingOrder(const QWidget& page)
{
    struct Place {
        QWidget* control;
        QRect box;
    };
    std::vector<Place> places;
    for (auto* control : page.findChildren<QWidget*>()) {
        const bool reached = control->isVisible() && control->isEnabled() &&
                             (control->focusPolicy() & Qt::TabFocus) != 0 && control->focusProxy() == nullptr;
        if (reached) places.push_back({control, {control->mapTo(&page, QPoint{}), control->size()}});
    }
    std::ranges::sort(places, {}, [](const Place& place) { return place.box.top(); });
    const bool leftToRight = page.layoutDirection() == Qt::LeftToRight;
    for (auto line = places.begin(); line != places.end();) {
        const int bottom = line->box.bottom();
        const auto end =
            std::find_if(line, places.end(), [&](const Place& place) { return place.box.top() > bottom; });
        std::sort(line, end, [leftToRight](const Place& one, const Place& other) {
            return leftToRight ? one.box.left() < other.box.left() : one.box.right() > other.box.right();
        });
        line = end;
    }
    std::vector<QWidget*> controls;
    controls.reserve(places.size());
    for (const auto& place : places) controls.push_back(place.control);
    return controls;
}

} // namespace till
