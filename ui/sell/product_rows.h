#pragma once

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "ui/kit/format.h"
#include "ui/sell/last_sale_strip.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/results_model.h"
#include "ui/sell/tile_model.h"

#include <map>
#include <optional>
#include <vector>

namespace till {

// Products, the last sale and parts of a payment as the Sell page writes them.

/// Colours of departments by id, 1 to 6.
using DepartmentColours = std::map<qint64, int>;

std::vector<ResultRow> resultRows(const std::vector<ProductHit>& hits, const QString& typed,
    const Formats& formats, const DepartmentColours& colours);
/// Where the words that were typed stand in `text`, as the search folds both.
std::vector<MatchMark> matchMarks(const QString& text, const QString& typed);
std::vector<TileRow> tileRows(
    const std::vector<ProductHit>& products, const Formats& formats, const DepartmentColours& colours);
/// What the open sale holds of each product, as the tiles write it.
std::map<qint64, QString> quantitiesIn(const std::optional<PricedCart>& cart, const Formats& formats);
LastSale lastSale(const FinishedSale& sale, const Formats& formats);
PartsState partsState(
    const PricedCart& cart, const Settlement& state, const CheckoutService& checkout, const Formats& formats);
PayGroups payGroups(Money left, const CheckoutService& checkout, const Formats& formats);
/// The shop's way to write figures, with the decimals of another currency.
Formats foreignFormats(const QString& currency, const Formats& formats);
QString rateWords(const QString& currency, ExchangeRate rate, const Formats& formats); ///< "1 € = 1,08 USD"

} // namespace till
