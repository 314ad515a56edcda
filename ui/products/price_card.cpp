#include "ui/products/price_card.h"

#include "services/catalog_service.h"
#include "ui/kit/check_field.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/theme.h"
#include "ui/products/margin_strip.h"
#include "ui/wizard/form_field.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOldestAge = 99;

std::optional<MarginStrip::Figures> figuresOf(
    const Shop& shop, const std::vector<TaxAtDay>& taxes, UnitPrice price, std::optional<UnitPrice> cost)
{
    CartToPrice cart;
    LineToPrice line;
    line.unitPrice = price;
    for (const auto& tax : taxes) {
        line.taxes.push_back(static_cast<TaxIndex>(cart.taxes.size()));
        cart.taxes.push_back({tax.code, tax.rate, tax.compound});
    }
    cart.lines.push_back(line);
    PricingRules rules;
    rules.prices = shop.facts().pricesIncludeTax ? PriceTax::Inclusive : PriceTax::Exclusive;
    const auto priced = priceSale(cart, rules);
    if (!priced) return std::nullopt;
    MarginStrip::Figures figures{priced->net, priced->tax, priced->total, {}};
    if (cost) figures.cost = lineAmount(*cost, Quantity::fromWhole(1));
    return figures;
}

QLineEdit* figureField(const QString& name)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    field->setMaxLength(30);
    return field;
}

ComboField* listField(const QString& name)
{
    auto* field = new ComboField;
    field->setObjectName(name);
    return field;
}

} // namespace

PriceCard::PriceCard(Shop& shop, const Formats& formats, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_price{figureField(u"productPrice"_s)}
    , m_tax{listField(u"productTax"_s)}
    , m_cost{figureField(u"productCost"_s)}
    , m_strip{new MarginStrip{formats, shop.facts().pricesIncludeTax}}
    , m_unit{listField(u"productUnit"_s)}
    , m_age{figureField(u"productAge"_s)}
    , m_tare{figureField(u"productTare"_s)}
    , m_deposit{listField(u"productDeposit"_s)}
    , m_stockPolicy{listField(u"productStockPolicy"_s)}
{
    m_age->setValidator(new QIntValidator{0, kOldestAge, m_age});
    const auto priceWords =
        shop.facts().pricesIncludeTax ? tr("Price with tax, %1") : tr("Price without tax, %1");
    auto* prices = new QHBoxLayout;
    prices->addWidget(new FormField{priceWords.arg(formats.currencySymbol()), m_price}, 3);
    prices->addWidget(new FormField{tr("Tax"), m_tax}, 3);
    prices->addWidget(new FormField{tr("Cost, net"), m_cost}, 3);
    auto* sold = new QHBoxLayout;
    sold->addWidget(new FormField{tr("Sold by the"), m_unit}, 2);
    sold->addWidget(new FormField{tr("Minimum age"), m_age}, 1);
    sold->addWidget(m_container = new FormField{tr("Container weighs"), m_tare}, 1);
    sold->addWidget(new FormField{tr("Deposit sold with it"), m_deposit}, 3);
    sold->addWidget(new FormField{tr("When it runs out"), m_stockPolicy}, 3);
    auto* column = new QVBoxLayout{this};
    column->addLayout(prices);
    column->addWidget(m_strip);
    column->addLayout(sold);
    for (auto* check : {m_weighed = addCheck(u"productWeighed"_s, tr("Weighed on the scale")),
                       m_openPrice = addCheck(u"productOpenPrice"_s, tr("Price is typed at the till")),
                       m_discountable = addCheck(u"productDiscountable"_s, tr("Discounts allowed")),
                       m_isDeposit = addCheck(u"productIsDeposit"_s, tr("It is a deposit itself"))})
        column->addWidget(check);
    column->addStretch(1);
    onTheme(this, [column, prices, sold] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        prices->setSpacing(t.px(12));
        sold->setSpacing(t.px(12));
    });
    const auto listen = [this](QLineEdit* field, const QString& name) {
        connect(field, &QLineEdit::textEdited, this, [this, name] {
            showMargin();
            Q_EMIT edited(name);
        });
    };
    listen(m_price, tr("Price"));
    listen(m_cost, tr("Cost"));
    listen(m_age, tr("Minimum age"));
    listen(m_tare, tr("Container"));
    connect(m_weighed, &QCheckBox::toggled, m_container, &QWidget::setVisible);
    connect(m_tax, &QComboBox::activated, this, [this] {
        showMargin();
        Q_EMIT edited(tr("Tax"));
    });
    connect(m_unit, &QComboBox::activated, this, [this] { Q_EMIT edited(tr("Unit")); });
    connect(m_deposit, &QComboBox::activated, this, [this] { Q_EMIT edited(tr("Deposit")); });
    connect(m_stockPolicy, &QComboBox::activated, this, [this] { Q_EMIT edited(tr("When it runs out")); });
}

QCheckBox* PriceCard::addCheck(const QString& name, const QString& words)
{
    auto* check = new CheckField{words};
    check->setObjectName(name);
    connect(check, &QCheckBox::clicked, this, [this, words] { Q_EMIT edited(words); });
    return check;
}

void PriceCard::fillLists()
{
    m_tax->clear();
    m_unit->clear();
    const auto& taxes = m_shop.catalog().taxes();
    const auto today = m_shop.now().businessDay;
    for (const auto& one : taxes.classes) {
        QStringList rates;
        for (const auto& tax : taxes.at(one.id, today)) rates << m_formats.percent(tax.rate);
        const auto name = QString::fromStdString(one.name);
        m_tax->addItem(rates.isEmpty() ? name : tr("%1, %2").arg(name, rates.join(u" + "_s)),
            QVariant::fromValue(qint64{one.id.value}));
    }
    for (const auto& unit : m_shop.catalog().units())
        m_unit->addItem(QString::fromStdString(unit.code), QVariant::fromValue(qint64{unit.id.value}));
    m_deposit->clear();
    m_deposit->addItem(tr("None"), QVariant::fromValue(qint64{0}));
    for (const auto& deposit : m_shop.catalog().deposits()) {
        const auto name = QString::fromStdString(deposit.name);
        m_deposit->addItem(deposit.price ? tr("%1, %2").arg(name, m_formats.unitPrice(*deposit.price)) : name,
            QVariant::fromValue(qint64{deposit.id.value}));
    }
    m_stockPolicy->clear();
    m_stockPolicy->addItem(tr("As the shop says"), QString{});
    m_stockPolicy->addItem(tr("Sell anyway"), u"ignore"_s);
    m_stockPolicy->addItem(tr("Warn"), u"warn"_s);
    m_stockPolicy->addItem(tr("Refuse"), u"block"_s);
}

void PriceCard::show(const ProductDraft& fields, const SellingRules& rules)
{
    fillLists();
    m_price->setText(fields.price ? m_formats.unitPrice(*fields.price) : QString{});
    m_cost->setText(fields.cost ? m_formats.unitPrice(*fields.cost) : QString{});
    m_tax->setCurrentIndex(std::max(0, m_tax->findData(qint64{fields.taxClass.value})));
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(qint64{fields.unit.value})));
    m_age->setText(fields.minimumAge > 0 ? QString::number(fields.minimumAge) : QString{});
    m_weighed->setChecked(fields.weighed);
    m_container->setVisible(fields.weighed);
    m_tare->setText(rules.tare.isZero() ? QString{} : m_formats.quantity(rules.tare));
    m_openPrice->setChecked(fields.openPrice);
    m_discountable->setChecked(fields.discountable);
    m_isDeposit->setChecked(fields.kind == ItemKind::Deposit);
    m_deposit->setCurrentIndex(std::max(0, m_deposit->findData(qint64{rules.deposit.value})));
    m_depositQuantity = rules.depositQuantity;
    const auto policy = rules.stock ? toText(*rules.stock) : std::string_view{};
    m_stockPolicy->setCurrentIndex(
        std::max(0, m_stockPolicy->findData(QString::fromUtf8(policy.data(), qsizetype(policy.size())))));
    showMargin();
}

Result<SellingRules> PriceCard::rules() const
{
    SellingRules rules;
    if (const auto text = m_tare->text().trimmed(); !text.isEmpty() && m_weighed->isChecked()) {
        const auto tare = m_formats.parseQuantity(text);
        if (!tare) return tare.error();
        rules.tare = *tare;
    }
    rules.deposit = ProductId{m_deposit->currentData().toLongLong()};
    if (rules.deposit) rules.depositQuantity = m_depositQuantity;
    rules.stock = stockPolicyFrom(m_stockPolicy->currentData().toString().toStdString());
    return rules;
}

Result<std::optional<UnitPrice>> PriceCard::priceIn(const QLineEdit& field) const
{
    if (field.text().trimmed().isEmpty()) return std::optional<UnitPrice>{};
    const auto price = m_formats.parseUnitPrice(field.text());
    if (!price) return price.error();
    return std::optional{*price};
}

Result<> PriceCard::read(ProductDraft& draft) const
{
    const auto price = priceIn(*m_price);
    if (!price) return price.error();
    const auto cost = priceIn(*m_cost);
    if (!cost) return cost.error();
    draft.price = *price;
    draft.cost = *cost;
    draft.taxClass = TaxClassId{m_tax->currentData().toLongLong()};
    draft.unit = UnitId{m_unit->currentData().toLongLong()};
    draft.minimumAge = m_age->text().toInt();
    draft.weighed = m_weighed->isChecked();
    draft.openPrice = m_openPrice->isChecked();
    draft.discountable = m_discountable->isChecked();
    if (m_isDeposit->isChecked())
        draft.kind = ItemKind::Deposit;
    else if (draft.kind == ItemKind::Deposit)
        draft.kind = ItemKind::Goods;
    return {};
}

void PriceCard::showMargin()
{
    const auto price = priceIn(*m_price);
    const auto cost = priceIn(*m_cost);
    if (!price || !*price) return m_strip->show(std::nullopt);
    const auto taxes =
        m_shop.catalog().taxes().at(TaxClassId{m_tax->currentData().toLongLong()}, m_shop.now().businessDay);
    m_strip->show(figuresOf(m_shop, taxes, **price, cost ? *cost : std::nullopt));
}

} // namespace till
