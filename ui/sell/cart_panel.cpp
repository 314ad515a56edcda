#include "ui/sell/cart_panel.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_header.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/empty_cart.h"
#include "ui/sell/sale_tabs.h"

#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

CartPanel::CartPanel(QWidget* parent)
    : QWidget{parent}
    , m_tabs{new SaleTabs{this}}
    , m_header{new CartHeader{this}}
    , m_inside{new QStackedWidget{this}}
    , m_sale{new QWidget{m_inside}}
    , m_list{new QStackedWidget{m_sale}}
    , m_empty{new EmptyCart{m_list}}
    , m_lines{new CartView{m_list}}
    , m_totals{new TotalsBlock{m_sale}}
    , m_pay{new PayZone{m_sale}}
    , m_change{new ChangePanel{m_inside}}
{
    setObjectName(u"cartPanel"_s);
    setAccessibleName(tr("Sale"));
    m_list->addWidget(m_empty);
    m_list->addWidget(m_lines);
    auto* saleColumn = new QVBoxLayout{m_sale};
    saleColumn->setContentsMargins(0, 0, 0, 0);
    saleColumn->setSpacing(0);
    saleColumn->addWidget(m_list, 1);
    saleColumn->addWidget(m_totals);
    saleColumn->addWidget(m_pay);
    m_inside->addWidget(m_sale);
    m_inside->addWidget(m_change);
    m_inside->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_header);
    column->addWidget(m_inside, 1);
    onTheme(this, [this] {
        setFixedWidth(tokens().px(m_narrow ? 400 : 460));
        update();
    });
    connect(m_header, &CartHeader::undoRequested, this, &CartPanel::undoRequested);
    connect(m_header, &CartHeader::customerRequested, this, &CartPanel::customerRequested);
    connect(m_header, &CartHeader::newSaleRequested, this, &CartPanel::newSaleRequested);
    connect(m_header, &CartHeader::waitingRequested, this, &CartPanel::waitingRequested);
    connect(m_empty, &EmptyCart::printAgainRequested, this, &CartPanel::printAgainRequested);
    setKeys({});
}

void CartPanel::setSale(const QString& title, const QString& detail)
{
    m_title = title;
    m_detail = detail;
    if (!isShowingPaid()) m_header->setSale(title, detail);
}

void CartPanel::setChip(const QString& text, Tone tone)
{
    m_header->setChip(text, tone);
}

void CartPanel::setUndoPossible(bool possible)
{
    m_undoPossible = possible;
    m_header->setUndo(possible, m_keys.undo);
}

void CartPanel::setCustomer(const QString& name)
{
    m_header->setCustomer(name);
}

void CartPanel::setWaiting(int codes)
{
    m_header->setWaiting(codes);
}

void CartPanel::setRows(const std::vector<CartRow>& rows)
{
    m_lines->setRows(rows);
    m_list->setCurrentIndex(rows.empty() ? 0 : 1);
    m_pay->setPayable(!rows.empty());
}

void CartPanel::setTotals(const CartTotals& totals)
{
    m_totals->setTotals(totals);
}

void CartPanel::setLastSale(const std::optional<LastSale>& sale)
{
    m_empty->setLastSale(sale);
}

void CartPanel::showPaid(const QString& title, const QString& detail, const PaidSale& sale)
{
    m_header->setPaid(true);
    m_header->setSale(title, detail);
    m_inside->setCurrentIndex(1);
    m_change->setSale(sale);
}

void CartPanel::showSale()
{
    m_inside->setCurrentIndex(0);
    m_header->setPaid(false);
    m_header->setSale(m_title, m_detail);
    m_header->setChip({}, Tone::Neutral);
    m_header->setUndo(m_undoPossible, m_keys.undo);
}

bool CartPanel::isShowingPaid() const
{
    return m_inside->currentIndex() == 1;
}

void CartPanel::setKeys(const SellKeys& keys)
{
    m_keys = keys;
    m_lines->setKeys(keys);
    m_pay->setKeys(keys);
    m_empty->setKeys(keys);
    m_change->setKeys(keys);
    m_header->setKeys(keys.customer, keys.newSale);
    m_tabs->setKey(keys.nextSale);
    m_header->setUndo(m_undoPossible, keys.undo);
}

void CartPanel::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(tokens().px(narrow ? 400 : 460));
    m_header->setNarrow(narrow);
    m_lines->setNarrow(narrow);
    m_pay->setNarrow(narrow);
}

void CartPanel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), tokens().colours().surface);
    painter.fillRect(mirrored(painter, {0, 0, 1, height()}, rect()), tokens().colours().hair);
}

} // namespace till
