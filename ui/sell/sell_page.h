#pragma once

#include "base/event.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/scan_receiver.h"
#include "ui/sell/sell_frame.h"

#include <QWidget>

#include <functional>
#include <map>

class QAction;

namespace till {

class Arranging;
class CartEdits;
class HeldSales;
class ItemEntry;
class OpenSales;
class Paying;
class Returning;
class SaleCustomer;
class SaleDisplay;
class SaleWords;
class SellDesk;
class SellPaper;
class TileShelf;

/// The cashier's page: what is scanned, typed or touched goes to the services, and what they answer is shown.
/// Every line stands on disk before it stands here. The focus stays in the item field.
class SellPage : public QWidget, public ScanReceiver, public ActsOnKeys {
    Q_OBJECT

public:
    SellPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void takeFocus();
    bool takeScan(const QString& code) override; ///< rung up; after "5*" in the item field, five of it
    bool actsOn(const QString& character) const override;
    void takeBackFrom(qint64 documentId); ///< goods of this receipt
    SellFrame& frame() { return *m_frame; }

Q_SIGNALS:
    void receiptRequested(qint64 documentId);
    void receiptsRequested();

private:
    void addActions();
    void connectParts();
    void connectKeys();
    void addCommand(const QString& id, std::function<void()> action); ///< on its keys of the key map
    void followKeys(); ///< the key map has changed: shortcuts, buttons and hints
    void showHome();   ///< tiles or what stands in for them, or the panel that opens the till
    void showOpenShift();
    void showHelp();
    void takeBack(); ///< the marked line; beside a receipt it leads back to the sale

    Shop& m_shop;
    SellFrame* m_frame;
    SellDesk* m_desk;
    TileShelf* m_shelf;
    SaleDisplay* m_display;
    HeldSales* m_held;
    OpenSales* m_open;
    SaleCustomer* m_customer;
    SaleWords* m_words;
    CartEdits* m_edits;
    ItemEntry* m_entry;
    Paying* m_paying;
    Returning* m_returning;
    Arranging* m_arranging;
    SellPaper* m_paper;
    std::map<QString, QAction*> m_commands;
    Subscription m_settingsChanged;
    Subscription m_shiftChanged;
};

} // namespace till
