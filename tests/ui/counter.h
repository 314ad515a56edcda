#pragma once

#include "hand_keys.h"
#include "page_on_screen.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/sell_page.h"

namespace till::test {

/// A Sell page with baguettes, coffee and weighed tomatoes behind it and its till open, and what a cashier
/// sees.
struct Counter : ShopFixture {
    Counter()
    {
        addProduct("Baguette", 180, "BAG", "B", 60);
        addProduct("Coffee", 240, "COF", "C", 50);
        addWeighed("Tomatoes", 299, "TOM");
        openShift();
        page = std::make_unique<SellPage>(shop(), euros());
        layOut(*page, {1278, 740});
        activate(*page);
    }
    CartView& lines() { return page->frame().cart().lines(); }
    QString label(const char* name) { return child<QLabel>(*page, name).text(); }
    QString noteWords() { return page->frame().note().text(); }
    KeyButton& button(const char* name) { return child<KeyButton>(*page, name); }
    /// "Section Taken back −1,80", "Line −1 Baguette −1,80": what stands in the cart, row by row.
    QStringList rows()
    {
        QStringList texts;
        for (int row = 0; row < lines().cart().rowCount(); ++row) {
            const auto& at = lines().cart().at(row);
            QStringList parts{at.quantity, at.name, at.unitPrice, at.amount};
            parts.removeAll(QString{});
            texts << parts.join(u' ');
        }
        return texts;
    }
    std::unique_ptr<SellPage> page;
};

} // namespace till::test
