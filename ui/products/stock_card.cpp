#include "ui/products/stock_card.h"

#include "services/stock_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/check_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/list_table.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/products/movements_model.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* field(const QString& name, bool figure)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setMaxLength(figure ? 30 : 200);
    if (figure) edit->setAlignment(Qt::AlignRight);
    return edit;
}

} // namespace

StockCard::StockCard(Shop& shop, const Formats& formats, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_onHand{new PlainLabel{{}, 14, QFont::Bold}}
    , m_minimum{field(u"productMinimum"_s, true)}
    , m_keepsStock{new CheckField{tr("Keeps stock")}}
    , m_received{field(u"receivedQuantity"_s, true)}
    , m_receivedCost{field(u"receivedCost"_s, true)}
    , m_correction{field(u"correctionQuantity"_s, true)}
    , m_reason{field(u"correctionReason"_s, false)}
    , m_actions{new QWidget}
    , m_model{new MovementsModel{formats, this}}
    , m_table{new ListTable}
{
    setObjectName(u"stockCard"_s);
    m_table->setObjectName(u"movementTable"_s);
    m_table->setAccessibleName(tr("Movements"));
    m_table->setModel(m_model);
    m_table->setRowHeights(32, 44);
    m_table->setColumns({{156}, {0}, {124, 700}, {110}, {120}, {130, 560}});
    auto* actions = new QHBoxLayout{m_actions};
    actions->setContentsMargins(0, 0, 0, 0);
    actions->addWidget(makeReceiving(), 1);
    actions->addWidget(makeCorrecting(), 1);
    auto* column = new QVBoxLayout{this};
    column->addWidget(makeSettings());
    column->addWidget(m_actions);
    column->addWidget(m_table);
    onTheme(this, [this, column, actions] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        actions->setSpacing(t.px(16));
        m_table->setFixedHeight(t.px(32 + 5 * 32, 36 + 5 * 44));
    });
}

QWidget* StockCard::makeSettings()
{
    m_onHand->setObjectName(u"onHand"_s);
    m_keepsStock->setObjectName(u"productKeepsStock"_s);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->addWidget(new PlainLabel{tr("Stock"), 18, QFont::DemiBold});
    words->addWidget(m_onHand);
    row->addLayout(words, 1);
    row->addWidget(m_keepsStock);
    auto* minimum = new FormField{tr("Minimum stock"), m_minimum};
    row->addWidget(minimum);
    onTheme(this, [row, minimum] {
        row->setSpacing(tokens().px(16));
        minimum->setFixedWidth(tokens().px(140));
    });
    connect(m_minimum, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(tr("Minimum stock")); });
    connect(m_keepsStock, &QCheckBox::clicked, this, [this] { Q_EMIT edited(m_keepsStock->text()); });
    return box;
}

QWidget* StockCard::makeReceiving()
{
    auto* button = new KeyButton{tr("Goods came in")};
    button->setObjectName(u"receiveGoods"_s);
    button->setAccessibleName(button->text());
    button->setHeights(40, 56);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new FormField{tr("How many came"), m_received}, 1);
    row->addWidget(new FormField{tr("Cost of one, net"), m_receivedCost}, 1);
    row->addWidget(button, 0, Qt::AlignBottom);
    connect(button, &KeyButton::clicked, this, &StockCard::receive);
    for (auto* edit : {m_received, m_receivedCost})
        connect(edit, &QLineEdit::returnPressed, this, &StockCard::receive);
    for (auto* edit : {m_received, m_receivedCost, m_correction, m_reason})
        connect(edit, &QLineEdit::textEdited, this, &StockCard::typed);
    return box;
}

QWidget* StockCard::makeCorrecting()
{
    m_correction->setPlaceholderText(u"−2"_s);
    m_reason->setPlaceholderText(tr("broken, counted, given away"));
    auto* button = new KeyButton{tr("Correct stock")};
    button->setObjectName(u"correctStock"_s);
    button->setAccessibleName(button->text());
    button->setHeights(40, 56);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new FormField{tr("More or less by"), m_correction}, 1);
    row->addWidget(new FormField{tr("Why"), m_reason}, 2);
    row->addWidget(button, 0, Qt::AlignBottom);
    connect(button, &KeyButton::clicked, this, &StockCard::correct);
    for (auto* edit : {m_correction, m_reason})
        connect(edit, &QLineEdit::returnPressed, this, &StockCard::correct);
    return box;
}

void StockCard::showFields(const ProductDraft& fields)
{
    m_minimum->setText(fields.minimumStock ? m_formats.quantity(*fields.minimumStock) : QString{});
    m_keepsStock->setChecked(fields.tracksStock);
    m_actions->setVisible(m_product && fields.tracksStock);
    m_table->setVisible(bool{m_product});
    for (auto* edit : {m_received, m_correction, m_reason}) edit->clear();
    m_receivedCost->setText(fields.cost ? m_formats.unitPrice(*fields.cost) : QString{});
}

void StockCard::showNew(const ProductDraft& fields)
{
    m_product = {};
    m_onHand->setText(tr("Save the product first, then say what came in."));
    showFields(fields);
    m_model->show({});
}

void StockCard::show(const ProductDetails& product)
{
    m_product = product.id;
    m_unit = QString::fromStdString(product.unitCode);
    showFields(product.fields);
    showMovements();
    const auto amount = m_formats.quantity(product.onHand);
    m_onHand->setInk(product.onHand.isNegative() ? Ink::Danger : Ink::Text);
    m_onHand->setText(m_model->rowCount() == 0
                          ? tr("Nothing has moved yet.")
                          : tr("%1 %2 on hand, worth %3 at cost")
                                .arg(amount, m_unit, m_formats.moneyWithSymbol(product.stockValue)));
}

void StockCard::showMovements()
{
    auto rows = m_shop.stock().movements(m_product);
    if (!rows) return Q_EMIT refused(errorText(rows.error()));
    m_model->show(std::move(*rows));
}

Result<> StockCard::read(ProductDraft& draft) const
{
    draft.tracksStock = m_keepsStock->isChecked();
    draft.minimumStock.reset();
    const auto text = m_minimum->text().trimmed();
    if (text.isEmpty()) return {};
    const auto minimum = m_formats.parseQuantity(text);
    if (!minimum) return minimum.error();
    draft.minimumStock = *minimum;
    return {};
}

void StockCard::receive()
{
    guarded(this, [this] {
        const auto quantity = m_formats.parseQuantity(m_received->text());
        if (!quantity) return Q_EMIT refused(errorText(quantity.error()));
        ReceivedLine line{m_product, *quantity, {}};
        if (!m_receivedCost->text().trimmed().isEmpty()) {
            const auto cost = m_formats.parseUnitPrice(m_receivedCost->text());
            if (!cost) return Q_EMIT refused(errorText(cost.error()));
            line.cost = *cost;
        }
        const auto done = m_shop.stock().receive(m_shop.owner(), {line}, {});
        if (!done) return Q_EMIT refused(errorText(done.error()));
        Q_EMIT moved(tr("%1 %2 came in.").arg(m_formats.quantity(*quantity), m_unit));
    });
}

void StockCard::correct()
{
    guarded(this, [this] {
        auto text = m_correction->text();
        const auto by = m_formats.parseQuantity(text.replace(u'−', u'-').remove(u'+'));
        if (!by) return Q_EMIT refused(errorText(by.error()));
        if (m_reason->text().trimmed().isEmpty())
            return Q_EMIT refused(tr("Say why: the reason stays on record with the correction."));
        const auto done =
            m_shop.stock().adjust(m_shop.owner(), m_product, *by, m_reason->text().toStdString());
        if (!done) return Q_EMIT refused(errorText(done.error()));
        Q_EMIT moved(tr("Stock set right by %1 %2.").arg(m_formats.quantity(*by), m_unit));
    });
}

} // namespace till
