#include "ui/promotions/example_cart.h"

#include "base/rounding.h"
#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/promotion_service.h"
#include "services/sale_taxes.h"
#include "ui/app/action_guard.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/promotions/offer_words.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/item_field.h"
#include "ui/sell/totals_block.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

ExampleCart::ExampleCart(Shop& shop, const Formats& formats, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_words{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_lines{new CartView}
    , m_totals{new TotalsBlock}
    , m_field{new ItemField{u"search"_s}}
    , m_again{new KeyButton{tr("Start again")}}
{
    setObjectName(u"exampleCart"_s);
    m_words->setObjectName(u"exampleWords"_s);
    m_words->setWordWrap(true);
    m_lines->setObjectName(u"exampleLines"_s);
    m_lines->setAccessibleName(tr("Example sale"));
    m_lines->setReadOnly(true);
    m_field->setObjectName(u"exampleField"_s);
    m_field->setHint(tr("Scan or type goods to try it"));
    m_again->setObjectName(u"exampleAgain"_s);
    m_again->setKind(ButtonKind::Link);
    m_again->setHeights(32, 48);
    m_again->setAccessibleName(m_again->text());
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel{tr("An example"), 16, QFont::Bold}, 1);
    head->addWidget(m_again);
    auto* words = new QVBoxLayout;
    words->addLayout(head);
    words->addWidget(m_words);
    words->addWidget(m_field);
    auto* column = new QVBoxLayout{this};
    column->addLayout(words);
    column->addWidget(m_lines, 1);
    column->addWidget(m_totals);
    onTheme(this, [column, words] {
        const Tokens& t = tokens();
        words->setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(8));
        words->setSpacing(t.px(8));
        column->setContentsMargins(1, 1, 1, t.px(6));
        column->setSpacing(0);
    });
    connect(m_field, &ItemField::submitted, this, &ExampleCart::add);
    connect(m_again, &KeyButton::clicked, this, [this] {
        start();
        show();
    });
}

void ExampleCart::start()
{
    m_byHand = false;
    m_cart = {};
    m_field->clear();
}

bool ExampleCart::holdsFocus() const
{
    return m_field->edit()->hasFocus();
}

void ExampleCart::setOffer(const Promotion& rules)
{
    guarded(this, [&] {
        m_rules = m_shop.promotions().resolved(rules);
        show();
    });
}

void ExampleCart::setProblem(const QString& words)
{
    m_rules.reset();
    m_words->setText(words);
    m_lines->setRows({});
    m_totals->setTotals({.label = tr("To pay"), .amount = m_formats.moneyWithSymbol({})});
}

void ExampleCart::add(const QString& textOrCode)
{
    const auto text = textOrCode.trimmed().toStdString();
    if (text.empty()) return;
    guarded(this, [&] {
        auto& catalog = m_shop.catalog();
        const auto found = catalog.findByCode(text);
        const auto hits = found ? std::vector<ProductHit>{} : catalog.search(text, 1);
        if (!found && hits.empty()) return m_words->setText(tr("Nothing is called that."));
        m_field->clear();
        m_byHand = true;
        addProduct(found ? found->id : hits.front().id, 1);
        show();
    });
}

std::vector<ProductId> ExampleCart::someOf(const GoodsChoice& goods, int most) const
{
    auto& catalog = m_shop.catalog();
    std::vector<ProductId> found;
    found.reserve(goods.products.size());
    for (const auto id : goods.products) found.push_back(ProductId{id});
    for (const auto id : goods.departments) {
        for (const auto& hit : catalog.inDepartment(DepartmentId{id}, most)) found.push_back(hit.id);
    }
    if (goods.isEverything()) {
        for (const auto& hit : catalog.bestSellers(most)) found.push_back(hit.id);
        if (found.empty())
            for (const auto& hit : catalog.all(most, 0)) found.push_back(hit.id);
    }
    if (static_cast<int>(found.size()) > most) found.resize(static_cast<std::size_t>(most));
    return found;
}

void ExampleCart::addProduct(ProductId id, std::int64_t pieces)
{
    const auto known = std::find_if(
        m_cart.lines.begin(), m_cart.lines.end(), [id](const CartLine& line) { return line.product == id; });
    if (known != m_cart.lines.end()) {
        known->quantity += Quantity::fromWhole(pieces);
        return;
    }
    const auto product = m_shop.catalog().sellable(id);
    if (!product || !product->price) return;
    CartLine line;
    line.lineNo = static_cast<int>(m_cart.lines.size()) + 1;
    line.product = id;
    line.kind = product->kind;
    line.name = product->name;
    line.unit = product->unit;
    line.unitDecimals = product->unitDecimals;
    line.department = product->department;
    line.taxClass = product->taxClass;
    line.quantity = Quantity::fromWhole(pieces);
    line.unitPrice = *product->price;
    line.listPrice = product->price;
    line.discountable = product->discountable;
    m_cart.lines.push_back(std::move(line));
}

/// Goods that just earn the offer, and one more where it counts pieces.
void ExampleCart::propose()
{
    m_cart.lines.clear();
    const auto& rules = *m_rules;
    const bool counts = rules.kind != PromotionKind::PercentOff && rules.kind != PromotionKind::AmountOff;
    const int wanted = counts ? rules.count : 1;
    const auto goods = someOf(rules.goods, std::clamp(wanted, 1, 3));
    for (const auto id : goods) addProduct(id, 1);
    if (goods.empty()) return;
    const auto missing = wanted - static_cast<int>(goods.size());
    if (missing > 0) addProduct(goods.front(), missing);
    if (rules.kind == PromotionKind::BuyXGetY) {
        if (const auto got = someOf(rules.got, 1); !got.empty()) addProduct(got.front(), rules.gotCount);
    } else if (counts) {
        addProduct(goods.front(), 1);
    }
    if (m_cart.lines.empty() || !rules.minimum.isPositive()) return;
    auto& first = m_cart.lines.front();
    for (int i = 0; i < 200 && lineAmount(first.unitPrice, first.quantity) < rules.minimum; ++i)
        first.quantity += Quantity::fromWhole(1);
}

void ExampleCart::show()
{
    if (!m_rules) return;
    guarded(this, [this] {
        if (!m_byHand) propose();
        m_again->setVisible(m_byHand);
        const auto& facts = m_shop.facts();
        auto toPrice = m_shop.carts().taxesAt(m_shop.now().businessDay).toPrice(m_cart);
        toPrice.promotions = {&*m_rules};
        auto priced = priceSale(toPrice, {facts.pricesIncludeTax ? PriceTax::Inclusive : PriceTax::Exclusive,
                                             facts.taxRounding, facts.cashStep, facts.cashTies});
        if (!priced) return;
        const bool gives = !priced->promotions.empty();
        m_words->setText(m_cart.lines.empty() ? tr("There are no goods with a price for it yet.")
                         : gives              ? offerWords(*m_rules, m_formats)
                                              : tr("Nothing in this sale earns the offer yet."));
        const PricedCart shown{m_cart, std::move(*priced)};
        m_lines->setRows(cartRows(shown, m_formats));
        m_totals->setTotals(cartTotals(shown, {}, m_formats));
    });
}

} // namespace till
