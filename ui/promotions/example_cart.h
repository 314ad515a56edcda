#pragma once

#include "domain/sales/cart.h"
#include "domain/sales/promotion.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

#include <optional>
#include <vector>

namespace till {

class CartView;
class ItemField;
class KeyButton;
class PlainLabel;
class TotalsBlock;

/// A sale that never happens: what an offer does to it, line by line, while the offer is being written. It
/// begins with goods of the offer; more are searched or scanned into it.
class ExampleCart : public Surface {
    Q_OBJECT

public:
    ExampleCart(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void start();                          ///< forgets the goods a person put in
    void setOffer(const Promotion& rules); ///< as written: departments are resolved here
    void setProblem(const QString& words); ///< why nothing can be shown yet
    void add(const QString& textOrCode);   ///< one of these goods more
    bool holdsFocus() const;

private:
    void propose();
    void addProduct(ProductId id, std::int64_t pieces);
    std::vector<ProductId> someOf(const GoodsChoice& goods, int most) const;
    void show();

    Shop& m_shop;
    Formats m_formats;
    std::optional<Promotion> m_rules;
    Cart m_cart;
    bool m_byHand = false; ///< a person put goods in: they stay
    PlainLabel* m_words;
    CartView* m_lines;
    TotalsBlock* m_totals;
    ItemField* m_field;
    KeyButton* m_again;
};

} // namespace till
