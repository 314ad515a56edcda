#include "domain/catalog/selling_rules.h"

namespace till {

std::string_view toText(StockPolicy policy)
{
    switch (policy) {
    case StockPolicy::Ignore: return "ignore";
    case StockPolicy::Warn: return "warn";
    case StockPolicy::Block: return "block";
    }
    return "";
}

std::optional<StockPolicy> stockPolicyFrom(std::string_view text)
{
    for (const auto policy : {StockPolicy::Ignore, StockPolicy::Warn, StockPolicy::Block})
        if (toText(policy) == text) return policy;
    return std::nullopt;
}

std::optional<Quantity> netWeight(Quantity onScale, Quantity tare)
{
    return onScale > tare ? std::optional{onScale - tare} : std::nullopt;
}

} // namespace till
