#pragma once

#include "base/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

using QuickKeyPageId = Id<struct QuickKeyPageTag>;

inline constexpr int kQuickKeyPlaces = 200; ///< of a page, 0 to 199: eight screens of 25
inline constexpr int kQuickKeyPages = 40;

/// A button of the Sell page. Places count along the rows; what stands on one stays there until a person
/// moves it.
struct QuickKey {
    int place = 0;
    ProductId product;
    std::optional<int> colour{}; ///< 1 to 6; nothing: its department's

    friend bool operator==(const QuickKey&, const QuickKey&) = default;
};

struct QuickKeyPage {
    QuickKeyPageId id;
    std::string name;
    std::vector<QuickKey> keys; ///< by place

    friend bool operator==(const QuickKeyPage&, const QuickKeyPage&) = default;
};

/// All pages, in the order of their tabs.
using QuickKeyLayout = std::vector<QuickKeyPage>;

const QuickKey* keyAt(const QuickKeyPage& page, int place);
const QuickKey* keyOf(const QuickKeyPage& page, ProductId product);
std::optional<int> firstFreePlace(const QuickKeyPage& page); ///< nothing: it is full

// Each gives false and changes nothing when the place is none, or the page is full. A product stands on a
// page once: putting it there again moves it.

/// What stands on the place goes to where `product` was, else to the first free place.
bool putKey(QuickKeyPage& page, ProductId product, int place);
/// Two keys change places; on a free place the key just moves. False too when nothing stands on `from`.
bool moveKey(QuickKeyPage& page, int from, int to);
bool removeKey(QuickKeyPage& page, int place);
/// The key with its colour to a place of another page; what stands there comes back to where it was, unless
/// that page has it already.
bool moveKeyToPage(QuickKeyPage& page, int from, QuickKeyPage& other, int to);

} // namespace till
