#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/page_rail.h"
#include "ui/kit/scan_receiver.h"

#include <QWidget>

#include <functional>
#include <map>

class QStackedWidget;

namespace till {

class CounterGear;
class CustomerDisplay;
class PrinterWatch;
class SellPage;
class ShopStatus;
class StatusStrip;

/// The till's window: rail, page, status strip. Pages other than Sell are made when they are first asked for,
/// so that the first sale need not wait for them.
class MainWindow : public QWidget, public ScanReceiver {
    Q_OBJECT

public:
    /// `otherShop`: where the practice bar leads (the own shop), or the rail's Practice entry; empty for
    /// nowhere.
    MainWindow(Shop& shop, const QString& otherShop, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(const QString& id);
    QString currentPage() const;
    bool takeScan(const QString& code) override; ///< the page that is shown takes it, or the sale does
    SellPage& sell() { return *m_sell; }
    ShopStatus& status() { return *m_status; }
    CustomerDisplay& customer() { return *m_customer; }

Q_SIGNALS:
    void shopRequested(const QString& file);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(
        QKeyEvent* event) override; ///< F2, and Escape nobody else wants, lead back to the sale
    void paintEvent(QPaintEvent* event) override;

private:
    using MakePage = std::function<QWidget*()>;
    QWidget* buildPracticeBar(const QString& ownShop);
    void addPages();
    void addPage(const QString& id, const QString& icon, const QString& word, MakePage make,
        PageRail::Place place = PageRail::Place::Top);
    void addKeys();
    void addCommand(const QString& id, std::function<void()> action); ///< on its keys of the key map
    void followDigit(int digit); ///< Ctrl and it for a page, while no command has that key
    void focusSell();
    void showReceipt(qint64 document);
    void sayWhatCameBack();
    bool mayClose(); ///< asks while a sale or the till is open

    Shop& m_shop;
    Formats m_formats;
    PageRail* m_rail;
    QStackedWidget* m_stack;
    StatusStrip* m_strip;
    SellPage* m_sell;
    ShopStatus* m_status;
    PrinterWatch* m_printer;
    CounterGear* m_gear;
    CustomerDisplay* m_customer;
    std::map<QString, MakePage> m_makers;
    std::map<QString, QWidget*> m_pages;
    std::map<QString, std::function<void()>> m_onShow;
    std::map<QString, std::function<bool(const QString& code)>> m_onScan; ///< false: no use for it now
};

} // namespace till
