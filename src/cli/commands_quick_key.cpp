#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "services/catalog_service.h"
#include "services/quick_key_service.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

struct QuickKeyOptions {
    std::string page;
    std::string code;
    std::string at;
};

std::string codeOf(Shop& shop, ProductId product)
{
    const std::array ids{product};
    const auto rows = shop.catalog().rows(ids);
    return rows.empty() ? std::string{} : rows.front().code;
}

std::string nameOf(Shop& shop, ProductId product)
{
    const std::array ids{product};
    const auto rows = shop.catalog().rows(ids);
    return rows.empty() ? std::string{} : rows.front().name;
}

Result<Outcome> listQuickKeys(const Frame& frame, const QuickKeyOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    using Align = TextTable::Align;
    TextTable table{{{"page"}, {"place", Align::Right}, {"code"}, {"name"}}};
    auto pages = Json::array();
    for (const auto& page : (*shop)->quickKeys().pages()) {
        auto keys = Json::array();
        for (const auto& key : page.keys) {
            const auto code = codeOf(**shop, key.product);
            const auto name = nameOf(**shop, key.product);
            keys.push_back({{"place", key.place + 1}, {"code", code}, {"name", name},
                {"colour", key.colour ? Json(*key.colour) : Json()}});
            table.add({page.name, std::to_string(key.place + 1), code, name});
        }
        if (page.keys.empty()) table.add({page.name, "", "", ""});
        pages.push_back({{"name", page.name}, {"keys", keys}});
    }
    return Outcome{{{"pages", pages}}, table.isEmpty() ? "No page yet.\n" : table.text()};
}

/// By name, as it is written; the first of that name.
Result<QuickKeyPage> pageNamed(Shop& shop, const std::string& name)
{
    const auto pages = shop.quickKeys().pages();
    const auto found = std::ranges::find(pages, name, &QuickKeyPage::name);
    if (found == pages.end()) return Error{ErrorCode::QuickKeyPageNotFound, name.substr(0, 60)};
    return *found;
}

Result<Outcome> addQuickKey(const Frame& frame, const QuickKeyOptions& options)
{
    std::optional<int> place;
    if (!options.at.empty()) place = numberValue("--at", options.at, 1, kQuickKeyPlaces) - 1;
    const auto opened = frame.open(Access::Write);
    if (!opened) return opened.error();
    auto& shop = **opened;
    const auto product = shop.catalog().findByCode(options.code);
    if (!product) return product.error();
    const auto page = pageNamed(shop, options.page);
    auto id = page ? page->id : QuickKeyPageId{};
    if (!page) {
        const auto made = shop.quickKeys().addPage(shop.owner(), options.page);
        if (!made) return made.error();
        id = *made;
    }
    const auto put = shop.quickKeys().put(shop.owner(), id, product->id, place);
    if (!put) return put.error();
    FactList list;
    list.add("page", options.page);
    list.add("place", std::to_string(*put + 1));
    list.add("product", product->name);
    return Outcome{
        {{"page", options.page}, {"place", *put + 1}, {"code", options.code}, {"name", product->name}},
        list.text()};
}

Result<Outcome> removeQuickKey(const Frame& frame, const QuickKeyOptions& options)
{
    const auto opened = frame.open(Access::Write);
    if (!opened) return opened.error();
    auto& shop = **opened;
    const auto page = pageNamed(shop, options.page);
    if (!page) return page.error();
    if (options.code.empty()) {
        if (auto done = shop.quickKeys().archivePage(shop.owner(), page->id); !done) return done.error();
        return Outcome{{{"page", page->name}, {"removed", static_cast<std::int64_t>(page->keys.size())}},
            "The page is put away.\n"};
    }
    const auto product = shop.catalog().findByCode(options.code);
    if (!product) return product.error();
    const auto* key = keyOf(*page, product->id);
    if (key == nullptr) return Error{ErrorCode::ProductNotFound, product->name};
    if (auto done = shop.quickKeys().remove(shop.owner(), page->id, key->place); !done) return done.error();
    return Outcome{{{"page", page->name}, {"code", options.code}, {"removed", 1}},
        product->name + " is off the page.\n"};
}

} // namespace

void addQuickKeyCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "quickkey", "The buttons of the Sell page");
    onCommand(group->add_subcommand("list", "Every page with its keys"), frame,
        std::make_shared<QuickKeyOptions>(), listQuickKeys);

    auto* add = group->add_subcommand("add", "Put a product on a page, which is made when it is not there");
    const auto addOptions = std::make_shared<QuickKeyOptions>();
    addText(*add, "PAGE", addOptions->page, "The name of the page")->required();
    addText(*add, "CODE", addOptions->code, "One of the product's codes")->required();
    addText(*add, "--at", addOptions->at, "On this place, counted from 1 along the rows");
    onCommand(add, frame, addOptions, addQuickKey);

    auto* remove = group->add_subcommand("remove", "Take a product off a page, or the page itself");
    const auto removeOptions = std::make_shared<QuickKeyOptions>();
    addText(*remove, "PAGE", removeOptions->page, "The name of the page")->required();
    addText(*remove, "CODE", removeOptions->code, "One of the product's codes; without it, the whole page");
    onCommand(remove, frame, removeOptions, removeQuickKey);
}

} // namespace till
