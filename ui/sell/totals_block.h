#pragma once

#include <QWidget>

namespace till {

class PlainLabel;

/// What the sale comes to, as text.
struct CartTotals {
    QString count{};      ///< "12 lines, 16 pieces, 1,966 kg"
    QString countShort{}; ///< "12 lines", where there is little room
    QString taxes{};      ///< "Tax 7 % 1,69   19 % 1,05"
    QString taxesShort{}; ///< "Tax 2,74"
    QString savings{};    ///< "Offers save 1,35"; empty for none
    QString label;        ///< "To pay", or "Left" when part of it is paid
    QString amount;       ///< with the currency sign, the only one on the page: "32,41 €"
};

/// The block under the lines. A new amount is told to screen readers.
class TotalsBlock : public QWidget {
    Q_OBJECT

public:
    explicit TotalsBlock(QWidget* parent = nullptr);
    void setTotals(const CartTotals& totals);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitAmount();
    void fitWords();
    CartTotals m_totals;
    PlainLabel* m_count;
    PlainLabel* m_taxes;
    PlainLabel* m_savings;
    PlainLabel* m_label;
    PlainLabel* m_amount;
};

} // namespace till
