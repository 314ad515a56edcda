#include "sell_samples.h"

#include "ui/kit/page_rail.h"
#include "ui/kit/status_strip.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/empty_cart.h"
#include "ui/sell/item_field.h"
#include "ui/sell/tile_grid.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace till::test {

using namespace Qt::StringLiterals;

namespace {

QImage pictureOf(int hue)
{
    QImage image{88, 88, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv(hue, 160, 220));
    painter.drawEllipse(8, 20, 72, 48);
    painter.setBrush(QColor::fromHsv(hue, 220, 150));
    painter.drawEllipse(28, 34, 32, 20);
    return image;
}

} // namespace

std::vector<TileRow> sampleTiles(bool withCart)
{
    struct Sample {
        const char16_t* name;
        const char16_t* price;
        int colour;
        int hue;
        const char16_t* inCart;
        const char16_t* unit = u"";
    };
    // clang-format off
    static const std::vector<Sample> samples{
        {u"Farmhouse loaf 1 kg", u"4,90", 2, 30, u"1"}, {u"Poppy seed roll", u"0,55", 2, 35, u"4"},
        {u"Salted pretzel", u"0,95", 2, 25, u"2"}, {u"Baguette", u"1,80", 2, 30, u""},
        {u"Rye sourdough 750 g", u"4,20", 2, -1, u""}, {u"Butter croissant", u"1,35", 4, 40, u"3"},
        {u"Chocolate croissant", u"1,75", 4, -1, u""}, {u"Strawberry tart, slice", u"2,90", 4, 340, u""},
        {u"Glazed doughnut", u"1,50", 4, 310, u""}, {u"Cinnamon swirl", u"1,95", 4, 20, u""},
        {u"Coffee", u"2,40", 6, -1, u""}, {u"Cappuccino, large", u"3,60", 6, 20, u"1"},
        {u"Tea, any kind", u"2,10", 6, -1, u""}, {u"Whole milk 1 l", u"1,29", 1, 210, u"2"},
        {u"Orange juice 0,75 l", u"2,79", 1, 35, u"1"}, {u"Free-range eggs, 10", u"3,49", 1, 20, u"1"},
        {u"Mild gouda", u"1,49", 1, 50, u"", u"/100 g"}, {u"Still water 0,5 l", u"0,89", 1, 200, u""},
        {u"Bananas", u"1,99", 3, 55, u"1,120", u"/kg"}, {u"Vine tomatoes", u"2,99", 3, 5, u"0,846", u"/kg"},
        {u"Green apples", u"2,49", 3, 110, u"", u"/kg"}, {u"Potatoes 2 kg", u"2,79", 3, -1, u""},
        {u"Paper carrier bag", u"0,20", 5, -1, u"1"}, {u"Newspaper", u"2,20", 5, -1, u""},
        {u"Candle, beeswax", u"3,90", 5, -1, u""}};
    // clang-format on
    std::vector<TileRow> rows;
    for (const auto& s : samples) {
        TileRow row{.productId = static_cast<qint64>(rows.size()) + 1,
            .name = QString::fromUtf16(s.name),
            .priceText = QString::fromUtf16(s.price)};
        row.perUnit = QString::fromUtf16(s.unit);
        row.colour = s.colour;
        row.soldOut = row.name == u"Cinnamon swirl";
        if (s.hue >= 0) row.picture = pictureOf(s.hue);
        if (withCart) row.inCart = QString::fromUtf16(s.inCart);
        rows.push_back(row);
    }
    return rows;
}

std::vector<CartRow> sampleCart()
{
    const auto line = [](qint64 id, const QString& quantity, const QString& name, const QString& unit,
                          const QString& amount) {
        return CartRow{CartRow::Kind::Line, id, quantity, name, unit, amount};
    };
    return {
        line(1, u"1"_s, u"Farmhouse loaf 1 kg"_s, {}, u"4,90"_s),
        line(2, u"3"_s, u"Butter croissant"_s, u"1,35"_s, u"4,05"_s),
        {CartRow::Kind::Saving, 2, {}, u"Offer: croissants 3 for 2"_s, {}, u"−1,35"_s},
        line(3, u"4"_s, u"Poppy seed roll"_s, u"0,55"_s, u"2,20"_s),
        line(4, u"2"_s, u"Salted pretzel"_s, u"0,95"_s, u"1,90"_s),
        line(5, u"1"_s, u"Cappuccino, large"_s, {}, u"3,60"_s),
        line(6, u"2"_s, u"Whole milk 1 l"_s, u"1,29"_s, u"2,58"_s),
        line(7, u"0,846"_s, u"Vine tomatoes"_s, u"2,99 /kg"_s, u"2,53"_s),
        line(8, u"1,120"_s, u"Bananas"_s, u"1,99 /kg"_s, u"2,23"_s),
        line(9, u"1"_s, u"Free-range eggs, 10"_s, {}, u"3,49"_s),
        line(10, u"1"_s, u"Orange juice 0,75 l"_s, {}, u"2,79"_s),
        line(11, u"1"_s, u"Strawberry jam 340 g"_s, {}, u"3,29"_s),
        line(12, u"1"_s, u"Paper carrier bag"_s, {}, u"0,20"_s),
    };
}

std::vector<ResultRow> sampleResults()
{
    struct Sample {
        const char16_t* name;
        const char16_t* code;
        const char16_t* stock;
        Tone tone;
        const char16_t* price;
        int colour;
    };
    // clang-format off
    static const std::vector<Sample> samples{
        {u"Butter croissant", u"CRO-BUT", u"38", Tone::Neutral, u"1,35", 4},
        {u"Chocolate croissant", u"CRO-CHO", u"12", Tone::Neutral, u"1,75", 4},
        {u"Almond croissant", u"CRO-ALM", u"4 left", Tone::Warn, u"2,20", 4},
        {u"Ham and cheese croissant", u"CRO-HAM", u"6", Tone::Neutral, u"2,60", 4},
        {u"Croissant, day-old bag of 4", u"CRO-OLD", u"3 left", Tone::Warn, u"2,80", 4},
        {u"Mini croissants, 10 pack", u"CRO-M10", u"sold out", Tone::Bad, u"4,90", 4},
        {u"Croutons with herbs 150 g", u"4012000118", u"22", Tone::Neutral, u"1,89", 1},
        {u"Croquettes, frozen 750 g", u"4012000323", u"9", Tone::Neutral, u"3,29", 1},
        {u"Microwave popcorn 3 × 90 g", u"4012000774", u"17", Tone::Neutral, u"2,49", 1},
        {u"Microfibre cloth", u"MIC-CRO-1", u"14", Tone::Neutral, u"2,95", 5}};
    // clang-format on
    const auto marksOf = [](const QString& text) {
        const auto at = static_cast<int>(text.indexOf(u"cro"_s, 0, Qt::CaseInsensitive));
        return at < 0 ? std::vector<MatchMark>{} : std::vector<MatchMark>{{at, 3}};
    };
    std::vector<ResultRow> rows;
    for (const auto& s : samples) {
        ResultRow row{.productId = static_cast<qint64>(rows.size()) + 1,
            .colour = s.colour,
            .name = QString::fromUtf16(s.name)};
        row.code = QString::fromUtf16(s.code);
        row.nameMarks = marksOf(row.name);
        row.codeMarks = marksOf(row.code);
        row.stockText = QString::fromUtf16(s.stock);
        row.stockTone = s.tone;
        row.priceText = QString::fromUtf16(s.price);
        rows.push_back(row);
    }
    return rows;
}

PaidSale samplePaid()
{
    PaidSale sale;
    sale.toPayLabel = u"To pay"_s;
    sale.toPay = u"32,41"_s;
    sale.receivedLabel = u"Received, cash"_s;
    sale.received = u"50,00"_s;
    sale.changeLabel = u"Change"_s;
    sale.change = u"17,59 €"_s;
    sale.coins = {{u"10"_s, true}, {u"5"_s, true}, {u"2"_s}, {u"50 ct"_s}, {u"5 ct"_s}, {u"2 ct × 2"_s}};
    sale.receiptTitle = u"Receipt for sale 1042"_s;
    sale.receiptState = u"nothing printed yet"_s;
    sale.saved = u"The change stays here until then. Sale 1042 is saved."_s;
    return sale;
}

PartsState sampleParts()
{
    return {.total = u"32,41"_s,
        .parts = {{0, u"banknote"_s, u"Cash"_s, u"part 1, given 20,00 at 15:07"_s, u"−20,00"_s}},
        .left = u"12,41 €"_s,
        .amountField = u"12,41"_s};
}

PayGroups sampleGroups()
{
    const auto ctrl = [](Qt::Key key) { return QKeySequence{QKeyCombination{Qt::ControlModifier, key}}; };
    return {.methods = {{u"voucher"_s, u"gift"_s, u"Voucher"_s, ctrl(Qt::Key_F11)},
                {u"giftcard"_s, u"wallet"_s, u"Gift card"_s, ctrl(Qt::Key_F10)},
                {u"account"_s, u"notebook"_s, u"On account"_s, ctrl(Qt::Key_F12)},
                {u"transfer"_s, u"link"_s, u"Bank transfer"_s, ctrl(Qt::Key_F9)}},
        .shares = {{2, u"2 × 6,20"_s, u"last 6,21"_s}, {3, u"3 × 4,13"_s, u"last 4,15"_s},
            {4, u"4 × 3,10"_s, u"last 3,11"_s}},
        .foreign = {{u"CHF"_s, u"11,67 CHF"_s, u"1 € = 0,94 CHF"_s},
            {u"USD"_s, u"13,40 USD"_s, u"1 € = 1,08 USD"_s}, {u"PLN"_s, u"53,11 PLN"_s, u"1 € = 4,28 PLN"_s}},
        .foreignDetail = u"today’s rates, 07:00. Change is given in euro."_s};
}

SampleWindow::SampleWindow()
    : rail{new PageRail}
    , sell{new SellFrame{u','}}
    , status{new StatusStrip}
{
    setWindowTitle(u"Tillroll"_s);
    const auto top = PageRail::Place::Top;
    const auto bottom = PageRail::Place::Bottom;
    rail->addEntry(u"sell"_s, u"shopping-cart"_s, u"Sell"_s, top);
    rail->addEntry(u"stock"_s, u"package"_s, u"Stock"_s, top);
    rail->addEntry(u"receive"_s, u"truck"_s, u"Receive"_s, top);
    rail->addEntry(u"count"_s, u"clipboard-check"_s, u"Count"_s, top);
    rail->addEntry(u"reorder"_s, u"refresh-cw"_s, u"Reorder"_s, top);
    rail->addEntry(u"reports"_s, u"chart-no-axes-column"_s, u"Reports"_s, top);
    rail->addEntry(u"day"_s, u"clock"_s, u"Day"_s, top);
    rail->addEntry(u"lock"_s, u"lock"_s, u"Lock"_s, bottom);
    rail->addEntry(u"settings"_s, u"settings"_s, u"Settings"_s, bottom);
    rail->setCurrent(u"sell"_s);
    status->setItem(u"printer"_s, StatusStrip::Dot::Ok, u"Printer ready"_s);
    status->setItem(u"scale"_s, StatusStrip::Dot::Ok, u"Scale 0,000 kg"_s);
    status->setItem(u"drawer"_s, StatusStrip::Dot::Ok, u"Drawer closed"_s);
    status->setItem(u"card"_s, StatusStrip::Dot::Off, u"Card: by hand"_s);
    status->setItem(u"backup"_s, StatusStrip::Dot::Ok, u"Backup 02:30 ok"_s);
    status->setItem(u"till"_s, StatusStrip::Dot::None, u"Till A"_s);
    status->setClock(u"Sat 14 Mar  15:07"_s);

    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(rail);
    body->addWidget(sell, 1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(status);

    sell->tabs().setTabs({{0, u"Favourites"_s, 0}, {1, u"Bread"_s, 2}, {2, u"Pastries"_s, 4},
        {3, u"Hot drinks"_s, 6}, {4, u"Groceries"_s, 1}, {5, u"Fruit and veg"_s, 3}, {6, u"Household"_s, 5}});
    auto& actions = sell->actions();
    actions.addAction(u"customer"_s, u"user"_s, u"Customer"_s, QKeySequence{Qt::Key_F5});
    actions.addAction(u"hold"_s, u"pause"_s, u"Hold"_s, QKeySequence{Qt::Key_F6});
    actions.addAction(u"recall"_s, u"undo-2"_s, u"Recall"_s, QKeySequence{Qt::Key_F7});
    actions.addAction(u"receipts"_s, u"receipt-text"_s, u"Receipts"_s, QKeySequence{Qt::Key_F8});
    actions.addAction(u"price"_s, u"tag"_s, u"Price check"_s, QKeySequence{Qt::Key_F9});
    actions.addAction(u"help"_s, {}, u"Help"_s, QKeySequence{Qt::Key_F1});
    actions.setActionCount(u"recall"_s, 3);
    sell->cart().emptyState().setSamplePrice(u"2,50"_s);
    sell->cart().setSale(u"Sale 1042"_s, u"Cashier 2"_s);
}

void fillEmpty(SampleWindow& window)
{
    auto& sell = *window.sell;
    sell.tiles().model().setRows(sampleTiles(false));
    sell.actions().setActionEnabled(u"hold"_s, false);
    auto& cart = sell.cart();
    cart.setRows({});
    cart.setTotals({.label = u"To pay"_s, .amount = u"0,00 €"_s});
    cart.setLastSale(LastSale{u"Last sale 1041, 15:04, cash"_s, u"8,45 €"_s, u"change 1,55"_s});
    cart.payZone().setNotes({{500, u"5"_s}, {1000, u"10"_s}, {2000, u"20"_s}, {5000, u"50"_s}});
    sell.field().takeFocus();
}

void fillTwelveLines(SampleWindow& window)
{
    auto& sell = *window.sell;
    sell.tiles().model().setRows(sampleTiles(true));
    sell.actions().setActionEnabled(u"hold"_s, true);
    auto& cart = sell.cart();
    cart.setRows(sampleCart());
    cart.setUndoPossible(true);
    cart.lines().markLine(6);
    cart.setTotals({.count = u"12 lines, 16 pieces, 1,966 kg"_s,
        .countShort = u"12 lines"_s,
        .taxes = u"VAT 7 % 1,69   19 % 1,05"_s,
        .taxesShort = u"VAT 2,74"_s,
        .savings = u"Offers save 1,35"_s,
        .label = u"To pay"_s,
        .amount = u"32,41 €"_s});
    cart.payZone().setNotes({{3250, u"32,50"_s, u"back 0,09"_s}, {3500, u"35"_s, u"back 2,59"_s},
        {4000, u"40"_s, u"back 7,59"_s}, {5000, u"50"_s, u"back 17,59"_s}});
    cart.payZone().setCashAmount(u"32,41"_s);
    sell.field().takeFocus();
}

} // namespace till::test
