#pragma once

#include "base/event.h"
#include "domain/sales/receipt.h"
#include "services/print_service.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QKeyEvent;

namespace till {

class ReceiptSending;
class SellDesk;

/// What the Sell page does with paper and drawer: the receipt of the last sale, where it is asked for or once
/// more, what became of it beside the change, the drawer without a sale.
class SellPaper : public QObject {
    Q_OBJECT

public:
    explicit SellPaper(SellDesk& desk);

    /// The last sale's receipt: its first print, else a copy. Without a printer it is shown instead.
    void printLast();
    void openDrawer(); ///< asks why

Q_SIGNALS:
    void receiptRequested(qint64 documentId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void sold(DocumentId document);
    void showState();
    void open(const QString& reason);
    bool isAsking() const;
    void mailLast();
    void giftLast();
    std::optional<Receipt> lastReceipt() const;
    bool holdBackP(QKeyEvent& press);
    QString stateWords(const std::optional<PrintJob>& job) const;

    SellDesk& m_desk;
    DocumentId m_last; ///< the receipt whose change is shown
    bool m_wasOrdered = false;
    ReceiptSending* m_sending;
    QTimer m_p; ///< runs while a P may still be the first letter of a word
    QString m_letter;
    Subscription m_sold;
    Subscription m_changed;
    Subscription m_drawerStuck;
};

} // namespace till
