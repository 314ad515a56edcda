#include "ui/sell/cart_strip.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

CartStrip::CartStrip(QWidget* parent)
    : QWidget{parent}
    , m_less{new KeyButton{u"minus"_s, {}, {}}}
    , m_more{new KeyButton{u"plus"_s, {}, {}}}
    , m_quantity{new PlainLabel{{}, 16, QFont::DemiBold}}
    , m_price{new KeyButton{{}, tr("Price"), {}}}
    , m_discount{new KeyButton{{}, tr("Discount"), {}}}
    , m_remove{new KeyButton{u"trash-2"_s, tr("Void"), {}}}
{
    setObjectName(u"cartStrip"_s);
    m_less->setObjectName(u"lineLess"_s);
    m_more->setObjectName(u"lineMore"_s);
    m_price->setObjectName(u"linePrice"_s);
    m_discount->setObjectName(u"lineDiscount"_s);
    m_remove->setObjectName(u"lineRemove"_s);
    m_remove->setKind(ButtonKind::Danger);
    m_remove->setIconSizeAt100(16);
    m_quantity->setObjectName(u"lineQuantity"_s);
    m_quantity->setAlignment(Qt::AlignCenter);
    m_quantity->setElided(true);
    m_quantity->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);

    auto* row = new QHBoxLayout{this};
    row->addWidget(m_less);
    row->addWidget(m_quantity);
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_price);
    row->addWidget(m_discount);
    row->addWidget(m_remove);
    onTheme(this, [this, row] {
        const Tokens& t = tokens();
        row->setContentsMargins(t.px(16), 0, t.px(16), t.px(8, 12));
        row->setSpacing(t.px(6, 8));
        for (auto* button : {m_less, m_more}) {
            button->setHeights(36, 56);
            button->setFixedWidth(t.px(36, 56));
        }
        for (auto* button : {m_price, m_discount, m_remove}) button->setHeights(36, 56);
        m_quantity->setFixedWidth(t.px(24, 24));
    });
    connect(m_less, &KeyButton::clicked, this, &CartStrip::oneLess);
    connect(m_more, &KeyButton::clicked, this, &CartStrip::oneMore);
    connect(m_price, &KeyButton::clicked, this, &CartStrip::priceRequested);
    connect(m_discount, &KeyButton::clicked, this, &CartStrip::discountRequested);
    connect(m_remove, &KeyButton::clicked, this, &CartStrip::removeRequested);
    setKeys({});
}

void CartStrip::setLine(const QString& quantity, const QString& name)
{
    m_quantity->setPlainText(quantity);
    const Tokens& t = tokens();
    m_quantity->setFixedWidth(std::max(t.px(24), m_quantity->fontMetrics().horizontalAdvance(quantity)));
    m_less->setAccessibleName(tr("One less of %1").arg(name));
    m_more->setAccessibleName(tr("One more of %1").arg(name));
    m_price->setAccessibleName(tr("Price of %1").arg(name));
    m_discount->setAccessibleName(tr("Discount on %1").arg(name));
    m_remove->setAccessibleName(tr("Void %1").arg(name));
}

void CartStrip::setKeys(const SellKeys& keys)
{
    m_price->setKey(keys.price);
    m_discount->setKey(keys.discount);
    m_remove->setKey(keys.removeLine);
}

void CartStrip::setNarrow(bool narrow)
{
    m_discount->setText(narrow || tokens().isTouch() ? tr("Off") : tr("Discount"));
    m_remove->setIconShown(!narrow && !tokens().isTouch());
}

} // namespace till
