#pragma once

#include "ui/sell/cart_model.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/results_model.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/tile_model.h"

#include <memory>

namespace till {
class PageRail;
class StatusStrip;
} // namespace till

namespace till::test {

// A corner bakery's sale, written out as the services would.
std::vector<TileRow> sampleTiles(bool withCart);
std::vector<CartRow> sampleCart();
std::vector<ResultRow> sampleResults();
PaidSale samplePaid();
PartsState sampleParts();
PayGroups sampleGroups();

/// Rail, Sell page and status strip, as the window has them.
struct SampleWindow : QWidget {
    SampleWindow();
    PageRail* rail;
    SellFrame* sell;
    StatusStrip* status;
};

void fillEmpty(SampleWindow& window);
void fillTwelveLines(SampleWindow& window);

} // namespace till::test
