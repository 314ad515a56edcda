#include "ui/promotions/offer_figures.h"

#include "ui/kit/chip_row.h"
#include "ui/kit/theme.h"
#include "ui/promotions/offer_words.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds{PromotionKind::NForPrice, PromotionKind::BuyXGetY, PromotionKind::MixAndMatch,
    PromotionKind::PercentOff, PromotionKind::AmountOff};
constexpr int kMostCount = 1'000;

QString idOf(PromotionKind kind)
{
    return QString::number(static_cast<int>(kind));
}

QString countText(int count)
{
    return count > 0 ? QString::number(count) : QString{};
}

} // namespace

OfferFigures::OfferFigures(const Formats& formats, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_formats{formats}
    , m_name{new QLineEdit}
    , m_kinds{new ChipRow}
    , m_count{figure(u"offerCount"_s)}
    , m_gotCount{figure(u"offerGotCount"_s)}
    , m_price{figure(u"offerPrice"_s)}
    , m_percent{figure(u"offerPercent"_s)}
    , m_amount{figure(u"offerAmount"_s)}
    , m_minimum{figure(u"offerMinimum"_s)}
    , m_limit{figure(u"offerLimit"_s)}
    , m_countField{new FormField{tr("How many together"), m_count}}
    , m_gotField{new FormField{tr("How many are got"), m_gotCount}}
    , m_priceField{new FormField{tr("For the price of"), m_price}}
    , m_percentField{new FormField{tr("Percent off"), m_percent}}
    , m_amountField{new FormField{tr("Amount off"), m_amount}}
    , m_limitField{new FormField{tr("At most times in a sale"), m_limit}}
    , m_bought{figure(u"offerBought"_s)}
{
    m_boughtField = new FormField{tr("How many are bought"), m_bought};
    m_name->setObjectName(u"offerName"_s);
    m_name->setMaxLength(60);
    m_kinds->setObjectName(u"offerKind"_s);
    m_kinds->setAccessibleName(tr("Kind of offer"));
    std::vector<ChipRow::Choice> choices;
    choices.reserve(std::size(kKinds));
    for (const auto kind : kKinds) choices.push_back({idOf(kind), offerKindWord(kind)});
    m_kinds->setChoices(choices);
    for (auto* counted : {m_count, m_bought, m_gotCount, m_limit})
        counted->setValidator(new QIntValidator{1, kMostCount, counted});
    m_limit->setPlaceholderText(tr("any"));
    m_minimum->setPlaceholderText(tr("none"));
    auto* figures = new QHBoxLayout;
    for (auto* field : {m_countField, m_boughtField, m_gotField, m_priceField, m_percentField, m_amountField})
        figures->addWidget(field, 1);
    auto* limits = new QHBoxLayout;
    limits->addWidget(new FormField{tr("From goods of"), m_minimum}, 1);
    limits->addWidget(m_limitField, 1);
    auto* column = new QVBoxLayout{this};
    column->addWidget(new FormField{tr("Name, as it stands on the receipt"), m_name});
    column->addWidget(m_kinds);
    column->addLayout(figures);
    column->addLayout(limits);
    onTheme(this, [column, figures, limits] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        figures->setSpacing(t.px(12));
        limits->setSpacing(t.px(12));
    });
    connect(m_name, &QLineEdit::textEdited, this, &OfferFigures::edited);
    connect(m_kinds, &ChipRow::chosen, this, [this] {
        adapt();
        Q_EMIT kindChanged();
        Q_EMIT edited();
    });
    adapt();
}

QLineEdit* OfferFigures::figure(const QString& name)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    field->setMaxLength(20);
    connect(field, &QLineEdit::textEdited, this, &OfferFigures::edited);
    return field;
}

PromotionKind OfferFigures::kind() const
{
    return static_cast<PromotionKind>(m_kinds->current().toInt());
}

void OfferFigures::adapt()
{
    const auto now = kind();
    const bool grouped = now == PromotionKind::NForPrice || now == PromotionKind::MixAndMatch;
    const bool sides = now == PromotionKind::BuyXGetY;
    m_countField->setVisible(grouped);
    m_boughtField->setVisible(sides);
    m_gotField->setVisible(sides);
    m_priceField->setVisible(grouped);
    m_percentField->setVisible(now != PromotionKind::NForPrice && now != PromotionKind::AmountOff);
    m_amountField->setVisible(now == PromotionKind::AmountOff);
    m_limitField->setVisible(grouped || sides);
    m_percent->setPlaceholderText(sides                               ? tr("100: free")
                                  : now == PromotionKind::MixAndMatch ? tr("instead of a price")
                                                                      : QString{});
}

void OfferFigures::show(const Promotion& rules)
{
    m_name->setText(QString::fromStdString(rules.name));
    m_kinds->setCurrent(idOf(rules.kind));
    m_count->setText(countText(rules.count));
    m_bought->setText(countText(rules.count));
    m_gotCount->setText(countText(rules.gotCount));
    m_price->setText(rules.price ? m_formats.money(*rules.price) : QString{});
    m_percent->setText(rules.rate ? m_formats.percent(*rules.rate) : QString{});
    m_amount->setText(rules.amount.isPositive() ? m_formats.money(rules.amount) : QString{});
    m_minimum->setText(rules.minimum.isPositive() ? m_formats.money(rules.minimum) : QString{});
    m_limit->setText(countText(rules.limit));
    adapt();
}

Result<int> OfferFigures::count(const QLineEdit& field) const
{
    const auto text = field.text().trimmed();
    if (text.isEmpty()) return 0;
    bool good = false;
    const int value = text.toInt(&good);
    if (!good || value < 1 || value > kMostCount)
        return Error{ErrorCode::NumberOutOfRange, text.toStdString()};
    return value;
}

Result<Money> OfferFigures::money(const QLineEdit& field) const
{
    return field.text().trimmed().isEmpty() ? Result<Money>{Money{}} : m_formats.parseMoney(field.text());
}

Result<> OfferFigures::read(Promotion& rules) const
{
    rules.name = m_name->text().trimmed().toStdString();
    rules.kind = kind();
    const bool grouped = rules.kind == PromotionKind::NForPrice || rules.kind == PromotionKind::MixAndMatch;
    const bool sides = rules.kind == PromotionKind::BuyXGetY;
    const auto many = grouped ? count(*m_count) : sides ? count(*m_bought) : Result<int>{0};
    const auto got = sides ? count(*m_gotCount) : Result<int>{0};
    const auto limit = grouped || sides ? count(*m_limit) : Result<int>{0};
    for (const auto* each : {&many, &got, &limit})
        if (!*each) return each->error();
    const auto minimum = money(*m_minimum);
    if (!minimum) return minimum.error();
    const auto amount = rules.kind == PromotionKind::AmountOff ? money(*m_amount) : Result<Money>{Money{}};
    if (!amount) return amount.error();
    rules.count = *many;
    rules.gotCount = *got;
    rules.limit = *limit;
    rules.minimum = *minimum;
    rules.amount = *amount;
    rules.price.reset();
    rules.rate.reset();
    if (grouped && !m_price->text().trimmed().isEmpty()) {
        const auto price = m_formats.parseMoney(m_price->text());
        if (!price) return price.error();
        rules.price = *price;
    }
    if (!m_percentField->isHidden() && !m_percent->text().trimmed().isEmpty()) {
        const auto rate = m_formats.parsePercent(m_percent->text());
        if (!rate) return rate.error();
        rules.rate = *rate;
    }
    if (sides && !rules.rate) rules.rate = Rate::whole();
    return {};
}

void OfferFigures::takeFocus()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace till
