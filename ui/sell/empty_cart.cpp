#include "ui/sell/empty_cart.h"

#include "ui/kit/icon_label.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

EmptyCart::EmptyCart(QWidget* parent)
    : QWidget{parent}
    , m_hints{new QWidget}
    , m_last{new LastSaleStrip}
{
    setObjectName(u"emptyCart"_s);
    auto* title = new PlainLabel{tr("Ready to scan"), 24, QFont::Bold};
    auto* words =
        new PlainLabel{tr("Scan an item, touch a tile or type a name."), 16, QFont::Normal, Ink::Secondary};
    title->setAlignment(Qt::AlignCenter);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    new QGridLayout{m_hints};
    m_last->setObjectName(u"lastSaleStrip"_s);
    m_last->hide();

    auto* column = new QVBoxLayout{this};
    column->addStretch(1);
    column->addWidget(new IconLabel{u"scan-barcode"_s, 56, Ink::Primary}, 0, Qt::AlignHCenter);
    column->addSpacing(tokens().px(4));
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(tokens().px(12));
    column->addWidget(m_hints, 0, Qt::AlignHCenter);
    column->addStretch(1);
    column->addWidget(m_last);
    onTheme(this, [column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(12));
        column->setSpacing(t.px(8));
    });
    connect(m_last, &LastSaleStrip::printAgainRequested, this, &EmptyCart::printAgainRequested);
    fillHints();
}

void EmptyCart::setLastSale(const std::optional<LastSale>& sale)
{
    m_last->setVisible(sale.has_value());
    if (sale) m_last->setSale(*sale);
}

void EmptyCart::setKeys(const SellKeys& keys)
{
    m_keys = keys;
    m_last->setKey(keys.printAgain);
    fillHints();
}

void EmptyCart::setSamplePrice(const QString& price)
{
    m_samplePrice = price;
    fillHints();
}

void EmptyCart::fillHints()
{
    auto* grid = static_cast<QGridLayout*>(m_hints->layout());
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    struct Hint {
        QStringList keys;
        QString words;
    };
    const std::vector<Hint> hints{
        {{u"3"_s, u"*"_s}, tr("then scan: three of it")},
        {{u"-1"_s, u"*"_s}, tr("then scan: one of it comes back")},
        {{m_samplePrice, keyText(m_keys.price)}, tr("set the price of the line")},
        {{u"10"_s, keyText(m_keys.discount)}, tr("discount on the line")},
        {{keyText(m_keys.help)}, tr("all keys")},
    };
    const Tokens& t = tokens();
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(t.px(4));
    grid->setVerticalSpacing(t.px(7));
    for (int row = 0; row < static_cast<int>(hints.size()); ++row) {
        const Hint& hint = hints[static_cast<std::size_t>(row)];
        auto* keys = new QWidget;
        auto* keyRow = new QHBoxLayout{keys};
        keyRow->setContentsMargins(0, 0, 0, 0);
        keyRow->setSpacing(t.px(4));
        for (const auto& key : hint.keys) keyRow->addWidget(new KeyBadge{key});
        grid->addWidget(keys, row, 0, Qt::AlignTrailing);
        auto* words = new PlainLabel{hint.words, 13, QFont::Normal, Ink::Secondary};
        words->setIndent(t.px(8));
        grid->addWidget(words, row, 1);
    }
}

} // namespace till
