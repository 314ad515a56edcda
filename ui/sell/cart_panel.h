#pragma once

#include "ui/kit/tokens.h"
#include "ui/sell/cart_model.h"
#include "ui/sell/change_panel.h"
#include "ui/sell/last_sale_strip.h"
#include "ui/sell/pay_zone.h"
#include "ui/sell/sell_keys.h"
#include "ui/sell/totals_block.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace till {

class CartHeader;
class CartView;
class EmptyCart;
class SaleTabs;

/// The cart at the end side: it never moves. Its inside is either the sale (lines, totals, paying) or, after
/// paying, the change.
class CartPanel : public QWidget {
    Q_OBJECT

public:
    explicit CartPanel(QWidget* parent = nullptr);

    void setSale(const QString& title, const QString& detail);
    void setChip(const QString& text, Tone tone);
    void setUndoPossible(bool possible);
    void setCustomer(const QString& name);          ///< empty: nobody's
    void setWaiting(int codes);                     ///< codes nobody knows that wait for an answer
    void setRows(const std::vector<CartRow>& rows); ///< none shows the empty state and disables paying
    void setTotals(const CartTotals& totals);
    void setLastSale(const std::optional<LastSale>& sale);
    void showPaid(const QString& title, const QString& detail, const PaidSale& sale);
    void showSale(); ///< back from the change to the (new) sale
    bool isShowingPaid() const;
    void setKeys(const SellKeys& keys);
    void setNarrow(bool narrow); ///< 400 instead of 460 px

    SaleTabs& tabs() { return *m_tabs; }
    CartView& lines() { return *m_lines; }
    PayZone& payZone() { return *m_pay; }
    ChangePanel& changePanel() { return *m_change; }
    EmptyCart& emptyState() { return *m_empty; }

Q_SIGNALS:
    void undoRequested();
    void customerRequested();
    void newSaleRequested();
    void waitingRequested();
    void printAgainRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SaleTabs* m_tabs;
    CartHeader* m_header;
    QStackedWidget* m_inside;
    QWidget* m_sale;
    QStackedWidget* m_list;
    EmptyCart* m_empty;
    CartView* m_lines;
    TotalsBlock* m_totals;
    PayZone* m_pay;
    ChangePanel* m_change;
    SellKeys m_keys;
    QString m_title;
    QString m_detail;
    bool m_undoPossible = false;
    bool m_narrow = false;
};

} // namespace till
