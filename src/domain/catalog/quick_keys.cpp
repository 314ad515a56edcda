#include "domain/catalog/quick_keys.h"

#include <algorithm>

namespace till {
namespace {

bool isPlace(int place)
{
    return place >= 0 && place < kQuickKeyPlaces;
}

QuickKey* findAt(QuickKeyPage& page, int place)
{
    const auto found = std::ranges::find(page.keys, place, &QuickKey::place);
    return found == page.keys.end() ? nullptr : &*found;
}

void sortKeys(QuickKeyPage& page)
{
    std::ranges::sort(page.keys, {}, &QuickKey::place);
}

void eraseAt(QuickKeyPage& page, int place)
{
    std::erase_if(page.keys, [place](const QuickKey& key) { return key.place == place; });
}

} // namespace

const QuickKey* keyAt(const QuickKeyPage& page, int place)
{
    const auto found = std::ranges::find(page.keys, place, &QuickKey::place);
    return found == page.keys.end() ? nullptr : &*found;
}

const QuickKey* keyOf(const QuickKeyPage& page, ProductId product)
{
    const auto found = std::ranges::find(page.keys, product, &QuickKey::product);
    return found == page.keys.end() ? nullptr : &*found;
}

std::optional<int> firstFreePlace(const QuickKeyPage& page)
{
    for (int place = 0; place < kQuickKeyPlaces; ++place) {
        if (keyAt(page, place) == nullptr) return place;
    }
    return std::nullopt;
}

bool putKey(QuickKeyPage& page, ProductId product, int place)
{
    if (!isPlace(place)) return false;
    if (const auto* there = keyOf(page, product)) return moveKey(page, there->place, place);
    if (auto* inTheWay = findAt(page, place)) {
        const auto free = firstFreePlace(page);
        if (!free) return false;
        inTheWay->place = *free;
    }
    page.keys.push_back({place, product, {}});
    sortKeys(page);
    return true;
}

bool moveKey(QuickKeyPage& page, int from, int to)
{
    auto* key = findAt(page, from);
    if (key == nullptr || !isPlace(to)) return false;
    if (auto* other = findAt(page, to)) other->place = from;
    key->place = to;
    sortKeys(page);
    return true;
}

bool removeKey(QuickKeyPage& page, int place)
{
    return std::erase_if(page.keys, [place](const QuickKey& key) { return key.place == place; }) > 0;
}

bool moveKeyToPage(QuickKeyPage& page, int from, QuickKeyPage& other, int to)
{
    const auto* found = keyAt(page, from);
    if (found == nullptr || !isPlace(to)) return false;
    auto key = *found;
    eraseAt(page, from);
    if (const auto* twin = keyOf(other, key.product)) eraseAt(other, twin->place);
    if (const auto* there = keyAt(other, to)) {
        auto back = *there;
        eraseAt(other, to);
        back.place = from;
        if (keyOf(page, back.product) == nullptr) page.keys.push_back(back);
    }
    key.place = to;
    other.keys.push_back(key);
    sortKeys(page);
    sortKeys(other);
    return true;
}

} // namespace till
