#include "services/price_cart.h"

#include "base/text.h"
#include "domain/cash/currency.h"
#include "domain/sales/pricing.h"
#include "domain/sales/settlement.h"
#include "services/json_reader.h"
#include "services/promotion_json.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <set>

namespace till {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// Everything the document says.
struct CartDocument {
    int decimals = 2;
    PricingRules rules;
    CartToPrice cart;
    std::vector<std::string> lineIds;
    std::vector<TenderPaid> tenders;
    std::vector<std::unique_ptr<Promotion>> promotions; ///< that the cart points to
};

/// Products and departments are words here; promotions know goods by number.
class Numbers {
public:
    std::int64_t of(const std::string& word)
    {
        if (word.empty()) return 0;
        return m_numbers.try_emplace(word, static_cast<std::int64_t>(m_numbers.size()) + 1).first->second;
    }
    std::vector<std::int64_t> of(const std::vector<std::string>& words)
    {
        std::set<std::int64_t> numbers;
        for (const auto& word : words) numbers.insert(of(word));
        return {numbers.begin(), numbers.end()};
    }

private:
    std::map<std::string, std::int64_t, std::less<>> m_numbers;
};

struct GoodsNumbers {
    Numbers products;
    Numbers departments;
};

void readRules(JsonReader& in, CartDocument& document)
{
    const auto currency = in.text("currency", "EUR");
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (currency.size() != 3 || !std::all_of(currency.begin(), currency.end(), isCapital)) {
        in.refuse(ErrorCode::JsonValueInvalid, "currency");
    }
    document.decimals = in.integer("decimals", 0, 3, currencyDecimals(currency).value_or(2));
    auto& rules = document.rules;
    rules.prices =
        in.word("prices", {"inclusive", "exclusive"}) == 0 ? PriceTax::Inclusive : PriceTax::Exclusive;
    rules.taxRounding =
        in.word("tax_rounding", {"line", "receipt"}) == 0 ? TaxRounding::Line : TaxRounding::Receipt;
    rules.cashStep = in.money("cash_rounding", document.decimals);
    if (rules.cashStep.isNegative()) in.refuse(ErrorCode::JsonValueInvalid, "cash_rounding");
    // The Reserve Bank of New Zealand's advice to retailers; elsewhere a tie goes away from zero.
    if (currency == "NZD") rules.cashTies = CashTies::TowardZero;
}

void readTaxes(JsonReader& in, CartDocument& document)
{
    auto& taxes = document.cart.taxes;
    in.eachObject("taxes", [&](JsonReader& tax) {
        tax.allow({"code", "percent", "compound"});
        tax.require("code");
        tax.require("percent");
        const auto code = tax.text("code");
        const bool taken =
            std::any_of(taxes.begin(), taxes.end(), [&](const auto& known) { return known.code == code; });
        if (taken || taxes.size() > std::numeric_limits<TaxIndex>::max())
            tax.refuse(ErrorCode::JsonValueInvalid, "code");
        taxes.push_back({code, tax.percent("percent"), tax.flag("compound", false)});
    });
}

std::vector<Discount> readDiscounts(JsonReader& in, int decimals)
{
    std::vector<Discount> discounts;
    in.eachObject("discounts", [&](JsonReader& discount) {
        discount.allow({"percent", "amount"});
        if (discount.has("amount")) {
            if (discount.has("percent")) discount.refuse(ErrorCode::JsonValueInvalid, "percent");
            discounts.emplace_back(discount.money("amount", decimals));
        } else {
            discount.require("percent");
            discounts.emplace_back(discount.percent("percent"));
        }
    });
    return discounts;
}

std::vector<TaxIndex> readLineTaxes(
    JsonReader& in, const std::vector<TaxPart>& taxes, std::optional<Error>& problem)
{
    std::vector<TaxIndex> indices;
    in.eachText("taxes", [&](const std::string& code, const std::string& path) {
        const auto found =
            std::find_if(taxes.begin(), taxes.end(), [&](const auto& tax) { return tax.code == code; });
        if (found == taxes.end()) {
            problem = Error{ErrorCode::TaxNotFound, path + ": " + clipped(code, 40)};
            return;
        }
        const auto index = static_cast<TaxIndex>(found - taxes.begin());
        if (std::find(indices.begin(), indices.end(), index) != indices.end()) {
            problem = Error{ErrorCode::JsonValueInvalid, path};
            return;
        }
        indices.push_back(index);
    });
    return indices;
}

void readLines(JsonReader& in, CartDocument& document, GoodsNumbers& goods, std::optional<Error>& problem)
{
    in.require("lines");
    in.eachObject("lines", [&](JsonReader& line) {
        line.allow(
            {"id", "product", "department", "quantity", "unit_price", "taxes", "discounts", "discountable"});
        line.require("unit_price");
        document.lineIds.push_back(line.text("id", std::to_string(document.lineIds.size() + 1)));
        LineToPrice read;
        read.product = goods.products.of(line.text("product"));
        read.department = goods.departments.of(line.text("department"));
        read.quantity = line.quantity("quantity", read.quantity);
        read.unitPrice = line.unitPrice("unit_price", document.decimals);
        read.taxes = readLineTaxes(line, document.cart.taxes, problem);
        read.discounts = readDiscounts(line, document.decimals);
        read.discountable = line.flag("discountable", true);
        document.cart.lines.push_back(std::move(read));
    });
}

/// Those that need a coupon count when it is given.
void readPromotions(JsonReader& in, CartDocument& document, GoodsNumbers& numbers)
{
    document.cart.choice =
        in.word("promotion_choice", {"best", "first"}) == 0 ? PromotionChoice::Best : PromotionChoice::First;
    std::set<std::string, std::less<>> coupons;
    in.eachText("coupons", [&](const std::string& code, const std::string&) { coupons.insert(code); });
    std::set<std::string, std::less<>> codes;
    const auto goodsOf = [&](const GoodsNames& names) {
        return GoodsChoice{numbers.products.of(names.products), numbers.departments.of(names.departments)};
    };
    in.eachObject("promotions", [&](JsonReader& promotion) {
        auto read = readPromotion(promotion, document.decimals);
        if (!codes.insert(read.rules.code).second) promotion.refuse(ErrorCode::JsonValueInvalid, "code");
        read.rules.goods = goodsOf(read.goods);
        read.rules.got = goodsOf(read.got);
        if (read.coupon && !coupons.contains(read.rules.code)) return;
        document.promotions.push_back(std::make_unique<Promotion>(std::move(read.rules)));
        document.cart.promotions.push_back(document.promotions.back().get());
    });
    in.eachText("coupons", [&](const std::string& code, const std::string& path) {
        if (!codes.contains(code)) in.refuseAt(ErrorCode::CouponUnknown, path + ": " + clipped(code, 40));
    });
}

void readTenders(JsonReader& in, CartDocument& document)
{
    in.eachObject("tenders", [&](JsonReader& tender) {
        tender.allow({"kind", "amount"});
        tender.require("kind");
        tender.require("amount");
        const auto kind = tender.text("kind");
        if (kind.empty()) tender.refuse(ErrorCode::JsonValueInvalid, "kind");
        document.tenders.push_back({kind == "cash" ? TenderClass::Cash : TenderClass::Other,
            tender.money("amount", document.decimals)});
    });
}

Result<CartDocument> readDocument(const json& root)
{
    CartDocument document;
    std::optional<Error> problem;
    JsonReader in{root, "", problem};
    in.allow({"currency", "decimals", "prices", "tax_rounding", "cash_rounding", "taxes", "lines",
        "discounts", "tenders", "promotions", "coupons", "promotion_choice"});
    readRules(in, document);
    readTaxes(in, document);
    GoodsNumbers goods;
    readLines(in, document, goods, problem);
    readPromotions(in, document, goods);
    document.cart.discounts = readDiscounts(in, document.decimals);
    readTenders(in, document);
    if (problem) return *problem;
    return document;
}

ordered_json writeLine(const std::string& id, const PricedLine& line, const CartDocument& document)
{
    const auto text = [&](Money money) { return formatMoney(money, document.decimals); };
    auto taxes = ordered_json::array();
    for (const auto& part : line.taxes) {
        taxes.push_back({{"code", document.cart.taxes[part.tax].code}, {"net", text(part.net)},
            {"tax", text(part.amount)}});
    }
    return {{"id", id}, {"gross", text(line.gross)}, {"discount", text(line.ownDiscount())},
        {"promotion", text(line.promotion)}, {"sale_discount", text(line.saleDiscount())},
        {"net", text(line.net)}, {"tax", text(line.tax)}, {"total", text(line.total)},
        {"taxes", std::move(taxes)}};
}

ordered_json promotionsOf(const PricedSale& sale, const CartDocument& document)
{
    auto rows = ordered_json::array();
    for (const auto& given : sale.promotions) {
        auto lines = ordered_json::array();
        for (const auto& share : given.shares) lines.push_back(document.lineIds[share.line]);
        rows.push_back({{"code", given.code}, {"name", given.name},
            {"saving", formatMoney(given.saving, document.decimals)}, {"lines", std::move(lines)}});
    }
    return rows;
}

ordered_json writeSale(const PricedSale& sale, const Settlement& settled, const CartDocument& document)
{
    const auto text = [&](Money money) { return formatMoney(money, document.decimals); };
    auto lines = ordered_json::array();
    for (std::size_t i = 0; i < sale.lines.size(); ++i) {
        lines.push_back(writeLine(document.lineIds[i], sale.lines[i], document));
    }
    auto rows = ordered_json::array();
    for (const auto& row : sale.taxes) {
        rows.push_back({{"code", row.code}, {"percent", formatPercent(row.rate)}, {"net", text(row.net)},
            {"tax", text(row.amount)}, {"gross", text(row.gross)}});
    }
    return {{"lines", std::move(lines)}, {"tax", std::move(rows)},
        {"promotions", promotionsOf(sale, document)}, {"gross", text(sale.gross)},
        {"discount", text(sale.discount)}, {"net", text(sale.net)}, {"total_tax", text(sale.tax)},
        {"total", text(sale.total)}, {"rounding", text(settled.rounding)}, {"due", text(settled.due)},
        {"paid", text(settled.paid)}, {"change", text(settled.change)}};
}

/// A key that one object says twice would silently lose one of its values.
class RepeatedKeys {
public:
    bool operator()(json::parse_event_t event, const json& parsed)
    {
        if (event == json::parse_event_t::object_start) m_open.emplace_back();
        if (event == json::parse_event_t::object_end) m_open.pop_back();
        if (event == json::parse_event_t::key && !m_open.back().insert(parsed.get<std::string>()).second &&
            !m_found) {
            m_found = parsed.get<std::string>();
        }
        return true;
    }
    const std::optional<std::string>& found() const { return m_found; }

private:
    std::vector<std::set<std::string>> m_open;
    std::optional<std::string> m_found;
};

Result<json> parseJson(std::string_view text)
{
    try {
        RepeatedKeys repeated;
        auto root = json::parse(text,
            [&](int, json::parse_event_t event, const json& parsed) { return repeated(event, parsed); });
        if (repeated.found()) return Error{ErrorCode::JsonValueInvalid, *repeated.found()};
        return root;
    } catch (const json::parse_error& error) { // the library's only way to say where it stopped
        return Error{ErrorCode::JsonInvalid, std::to_string(error.byte)};
    } catch (const json::exception&) { // a number beyond every double
        return Error{ErrorCode::JsonInvalid, "0"};
    }
}

} // namespace

Result<std::string> priceCart(std::string_view text)
{
    const auto root = parseJson(text);
    if (!root) return root.error();
    const auto document = readDocument(*root);
    if (!document) return document.error();
    const auto sale = priceSale(document->cart, document->rules);
    if (!sale) return sale.error();
    try {
        const auto settled = settle(sale->total, document->tenders, document->rules);
        if (!settled) return settled.error();
        return writeSale(*sale, *settled, *document).dump(2);
    } catch (const NumberOverflow&) { // tenders that sum to more than there is money
        return Error{ErrorCode::NumberOutOfRange, "tenders"};
    }
}

} // namespace till
