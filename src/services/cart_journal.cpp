#include "services/cart_journal.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

nlohmann::json lineJson(const CartLine& line)
{
    return {{"line", line.lineNo}, {"n", line.name}, {"q", line.quantity.thousandths()},
        {"p", line.unitPrice.hundredths()}, {"c", line.code}};
}

Quantity magnitude(Quantity quantity)
{
    return quantity.isNegative() ? -quantity : quantity;
}

} // namespace

void journalTakenAway(JournalWriter& journal, const Actor& actor, const Moment& at, const Cart& before,
    const Cart& after, std::string_view how)
{
    for (const auto& line : before.lines) {
        const auto* left = after.find(line.lineNo);
        if (left && magnitude(left->quantity) >= magnitude(line.quantity)) continue;
        auto payload = lineJson(line);
        payload["cart"] = before.uid.toText();
        payload["how"] = std::string{how};
        if (left) payload["left"] = left->quantity.thousandths();
        journal.append(
            left ? JournalType::QtyReduce : JournalType::LineDelete, actor, at, std::move(payload));
    }
}

void journalAbandoned(JournalWriter& journal, const Actor& actor, const Moment& at, const PricedCart& cart,
    const std::string& reason)
{
    nlohmann::json payload{
        {"cart", cart.cart.uid.toText()}, {"reason", reason}, {"total", cart.priced.total.minor()}};
    payload["lines"] = nlohmann::json::array();
    for (const auto& line : cart.cart.lines) payload["lines"].push_back(lineJson(line));
    journal.append(JournalType::CartAbandon, actor, at, std::move(payload));
}

void journalParked(
    JournalWriter& journal, const Actor& actor, const Moment& at, const PricedCart& cart, JournalType type)
{
    journal.append(type, actor, at,
        {{"cart", cart.cart.uid.toText()}, {"lines", cart.cart.lines.size()},
            {"total", cart.priced.total.minor()}});
}

void journalOpenItem(
    JournalWriter& journal, const Actor& actor, const Moment& at, const Uid& cart, const CartLine& line)
{
    auto payload = lineJson(line);
    payload["cart"] = cart.toText();
    payload["department"] = line.department.value;
    journal.append(JournalType::OpenItem, actor, at, std::move(payload));
}

void journalAgeCheck(
    JournalWriter& journal, const Actor& actor, const Moment& at, const Cart& cart, int years, bool confirmed)
{
    nlohmann::json payload{{"cart", cart.uid.toText()}, {"age", years}, {"old_enough", confirmed ? 1 : 0}};
    payload["lines"] = nlohmann::json::array();
    for (const auto& line : cart.lines)
        if (line.minimumAge > 0) payload["lines"].push_back(lineJson(line));
    journal.append(JournalType::AgeCheck, actor, at, std::move(payload));
}

void journalPart(
    JournalWriter& journal, JournalType type, const Actor& actor, const Moment& at, const PaidPart& part)
{
    journal.append(
        type, actor, at, {{"cart", part.cart.toText()}, {"k", part.kind}, {"a", part.amount.minor()}});
}

} // namespace till
