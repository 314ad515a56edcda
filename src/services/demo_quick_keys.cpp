#include "services/demo_quick_keys.h"

#include "services/catalog_service.h"
#include "services/quick_key_service.h"
#include "services/shop.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace till {
namespace {

struct DemoKey {
    std::string_view number; ///< of the product in demo_products.csv
    std::string_view icon;   ///< empty: none
};

constexpr std::array kCounter{DemoKey{"101", "wheat"}, DemoKey{"102", ""}, DemoKey{"103", ""},
    DemoKey{"104", ""}, DemoKey{"105", "wheat"}, //
    DemoKey{"119", "croissant"}, DemoKey{"120", "croissant"}, DemoKey{"122", "cake-slice"},
    DemoKey{"123", "donut"}, DemoKey{"124", ""}, //
    DemoKey{"139", "coffee"}, DemoKey{"142", "coffee"}, DemoKey{"140", "coffee"}, DemoKey{"146", ""},
    DemoKey{"150", "soup"}, //
    DemoKey{"211", "milk"}, DemoKey{"216", "egg"}, DemoKey{"214", ""}, DemoKey{"228", "droplets"},
    DemoKey{"231", "cup-soda"}, //
    DemoKey{"191", "banana"}, DemoKey{"192", "apple"}, DemoKey{"201", ""}, DemoKey{"239", "shopping-bag"},
    DemoKey{"127", "cookie"}};
constexpr std::array kByWeight{DemoKey{"191", "banana"}, DemoKey{"192", "apple"}, DemoKey{"193", "apple"},
    DemoKey{"194", ""}, DemoKey{"195", ""}, //
    DemoKey{"196", "citrus"}, DemoKey{"197", "citrus"}, DemoKey{"198", "grape"}, DemoKey{"199", "carrot"},
    DemoKey{"200", ""}, //
    DemoKey{"202", ""}, DemoKey{"203", "salad"}, DemoKey{"204", ""}, DemoKey{"205", ""}, DemoKey{"206", ""}};

Result<> addPage(Shop& shop, const Actor& actor, std::string_view name, std::span<const DemoKey> keys)
{
    std::vector<ProductId> products;
    for (const auto& key : keys) {
        const auto product = shop.catalog().findByCode(key.number);
        if (!product) return product.error();
        products.push_back(product->id);
        if (key.icon.empty()) continue;
        if (auto set = shop.quickKeys().setIcon(actor, product->id, key.icon); !set) return set;
    }
    const auto made = shop.quickKeys().addPageOf(actor, name, products);
    return made ? Result<>{} : Result<>{made.error()};
}

} // namespace

Result<> addDemoQuickKeys(Shop& shop, const Actor& actor)
{
    if (auto counter = addPage(shop, actor, "Counter", kCounter); !counter) return counter;
    return addPage(shop, actor, "Fruit by weight", kByWeight);
}

} // namespace till
