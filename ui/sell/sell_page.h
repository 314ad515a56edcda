#pragma once

#include "base/event.h"
#include "domain/cash/currency.h"
#include "domain/catalog/catalogue.h"
#include "services/checkout_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/sell/number_entry.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/sell_keys.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace till {

struct ProductHit;

/// The cashier's page: what is scanned, typed or touched goes to the services, and what they answer is shown.
/// Every line stands on disk before it stands here. The focus stays in the item field.
class SellPage : public QWidget {
    Q_OBJECT

public:
    SellPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void takeFocus();
    SellFrame& frame() { return *m_frame; }

Q_SIGNALS:
    void receiptRequested(qint64 documentId);
    void receiptsRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectField();
    void connectLists();
    void connectCart();
    void connectKeys();
    void addKey(const QKeySequence& key, std::function<void()> action);

    void refresh();
    void refreshTiles();
    void refreshTileStock();
    void showDepartment(qint64 id);
    void showHome(); ///< tiles, or the panel that opens the till
    void readTyped(const QString& text);
    void submit(const QString& text);
    void search(const QString& text);
    void step(int rows);
    void stepBack();

    void ringUp(const RingUp& what);
    void ringUpCode(const Entry& entry);
    void ringUpProduct(qint64 productId);
    void showUnknownCode(const QString& code, std::optional<Quantity> quantity);
    void priceCheck(const QString& code);
    void setMarkedQuantity(Quantity quantity);
    void changeMarkedQuantity(qint64 lineId, int by);
    void setMarkedPrice();
    void discountMarked(Rate rate);
    void removeMarked();
    void undo();
    void redo();
    void hold();
    void recall();

    void pay(const char* tenderCode, std::optional<Money> amount);
    void payCash();
    void takePart(const char* tenderCode, std::optional<Money> amount);
    void showParts();
    void refreshParts();
    void showPaid(const FinishedSale& sale, const QString& paidBy);
    void openShift(Money openingFloat);

    void refuse(const Error& error, const QString& subject = {});
    void showHelp();
    std::optional<Money> typedAmount();
    std::optional<PricedCart> cart() const;
    Settlement settlement(const PricedCart& cart) const;

    Shop& m_shop;
    Formats m_formats;
    Currency m_currency;
    SellFrame* m_frame;
    SellKeys m_keys;
    std::vector<ProductHit> m_tileProducts;
    std::map<qint64, int> m_colours; ///< of departments
    qint64 m_department = 0;
    bool m_checkingPrice = false;
    bool m_pickedByHand = false; ///< the mark in the results was moved: Enter means that row
    std::optional<DocumentId> m_lastPaid;
    Subscription m_cartChanged;
    Subscription m_catalogChanged;
    Subscription m_shiftChanged;
};

} // namespace till
