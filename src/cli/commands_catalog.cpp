#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "services/catalog_service.h"

namespace till {
namespace {

struct FindOptions {
    std::vector<std::string> words;
    std::string limit = "50";
};

struct ShowOptions {
    std::string code;
};

std::string mainCode(const ProductDetails& product)
{
    for (const auto& code : product.fields.codes) {
        if (code.isSku) return code.code;
    }
    return product.fields.codes.empty() ? std::string{} : product.fields.codes.front().code;
}

Json codesJson(const ProductDetails& product, const Figures& figures)
{
    auto list = Json::array();
    for (const auto& code : product.fields.codes) {
        list.push_back({{"code", code.code}, {"own_number", code.isSku},
            {"pack", formatQuantity(code.packQuantity)}, {"price", figures.price(code.unitPrice)}});
    }
    return list;
}

Json productJson(const ProductDetails& product, const Shop& shop)
{
    const Figures figures{shop};
    const auto& fields = product.fields;
    auto prices = Json::array();
    for (const auto& price : product.prices) {
        prices.push_back({{"from", price.validFrom.toText()}, {"price", figures.price(price.price)}});
    }
    return {{"code", mainCode(product)}, {"name", fields.name}, {"variant", fields.variant},
        {"uid", product.uid.toText()}, {"price", figures.price(fields.price)},
        {"open_price", fields.openPrice}, {"unit", product.unitCode}, {"weighed", fields.weighed},
        {"department", product.departmentName}, {"tax", product.taxClassName},
        {"supplier", product.supplierName}, {"supplier_code", fields.supplierCode},
        {"cost", figures.price(fields.cost)}, {"on_hand", formatQuantity(product.onHand)},
        {"stock_value", figures.money(product.stockValue)}, {"tracks_stock", fields.tracksStock},
        {"minimum_stock", Figures::quantity(fields.minimumStock)},
        {"target_stock", Figures::quantity(fields.targetStock)}, {"archived", product.archived},
        {"last_sold", product.lastSold ? Json(shop.calendar().at(*product.lastSold).toText()) : Json()},
        {"codes", codesJson(product, figures)}, {"prices", prices}};
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

Result<Outcome> find(const Frame& frame, const FindOptions& options)
{
    const auto limit = numberValue("--limit", options.limit, 1, 10'000);
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    using Align = TextTable::Align;
    TextTable table{{{"code"}, {"name"}, {"price", Align::Right}, {"on hand", Align::Right}, {"unit"}}};
    auto results = Json::array();
    for (const auto& hit : (*shop)->catalog().search(joined(options.words), limit)) {
        const auto product = (*shop)->catalog().details(hit.id);
        if (!product) continue; // removed between the two looks
        results.push_back(productJson(*product, **shop));
        table.add({hit.code, hit.name, figures.priceText(hit.price), formatQuantity(hit.onHand), hit.unit});
    }
    return Outcome{{{"results", results}}, table.isEmpty() ? "Nothing found.\n" : table.text()};
}

std::string describe(const ProductDetails& product, const Figures& figures)
{
    FactList list;
    list.add("name", product.fields.name);
    for (const auto& code : product.fields.codes) list.add(code.isSku ? "own number" : "code", code.code);
    list.add("price",
        figures.priceText(product.fields.price) + " " + figures.currency() + " per " + product.unitCode);
    list.add("tax", product.taxClassName);
    list.add("department", product.departmentName);
    list.add("supplier", product.supplierName);
    list.add("on hand", formatQuantity(product.onHand) + " " + product.unitCode);
    list.add("stock value", figures.withCurrency(product.stockValue));
    for (const auto& price : product.prices) {
        list.add("price from", price.validFrom.toText() + "  " + figures.priceText(price.price));
    }
    if (product.archived) list.add("archived", "yes");
    return list.text();
}

Result<Outcome> showProduct(const Frame& frame, const ShowOptions& options)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const auto found = (*shop)->catalog().findByCode(options.code);
    if (!found) return found.error();
    const auto product = (*shop)->catalog().details(found->id);
    if (!product) return Error{ErrorCode::ProductNotFound, options.code};
    return Outcome{{{"product", productJson(*product, **shop)}}, describe(*product, Figures{**shop})};
}

} // namespace

void addCatalogCommands(CLI::App& app, Frame& frame)
{
    auto* findCommand = app.add_subcommand("find", "Search products by name, code, barcode or supplier code");
    const auto findOptions = std::make_shared<FindOptions>();
    findCommand->add_option("TEXT", findOptions->words, "What to look for")
        ->required()
        ->transform([](std::string text) { return unmarked(std::move(text)); });
    addText(*findCommand, "--limit", findOptions->limit, "How many at most; 50 if not said");
    onCommand(findCommand, frame, findOptions, find);

    auto* group = addGroup(app, "show", "One thing with all that is known of it");
    auto* product = group->add_subcommand("product", "A product with its stock, codes and prices");
    const auto showOptions = std::make_shared<ShowOptions>();
    addText(*product, "CODE", showOptions->code, "One of its codes")->required();
    onCommand(product, frame, showOptions, showProduct);
}

} // namespace till
