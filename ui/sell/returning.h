#pragma once

#include "base/event.h"
#include "services/return_service.h"
#include "ui/sell/own_sale.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

class QKeyEvent;

namespace till {

class ReturnPage;
class SellDesk;

/// Goods of a receipt come back with the open sale. While its page stands where the tiles are, the keys of
/// the empty item field mean the marked line of the receipt; whatever else is scanned or typed is sold, as an
/// exchange. The page goes with the sale: when it is paid, put aside or given up.
class Returning : public QObject {
    Q_OBJECT

public:
    explicit Returning(SellDesk& desk);

    void open(const Uid& sale);
    void open(DocumentId sale);
    bool isShown() const;                        ///< the page is what is seen
    bool actsOn(const QString& character) const; ///< typed in the item field it is a command now
    void showReceipt();
    void leave(); ///< what comes back stays in the sale
    void leaveWithoutReceipt();

Q_SIGNALS:
    void receiptRequested(qint64 documentId); ///< to be looked at

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Result<> show(Result<ReturnableSale> sale);
    void makePage();
    void follow(); ///< as it stands with the open sale
    void close();
    QStringList paidBy() const;
    const ReturnableLine* find(int line) const;
    const ReturnableLine* marked() const;

    bool takeKey(const QKeyEvent& key);
    bool takeTyped(); ///< "2" and Space: two of them
    bool beginCondition(const QKeyEvent& key);
    void endCondition();                      ///< what was held back was no letter of a word
    bool takeAt(int line, Quantity quantity); ///< in all; zero: none after all
    void toggle(int line);
    void step(int line, int by);
    void takeAll();
    void setCondition(int line, ReturnCondition condition);

    SellDesk& m_desk;
    QPointer<ReturnPage> m_page;
    std::optional<ReturnableSale> m_sale; ///< as last read; none: nothing comes back
    OwnSale m_own;                        ///< what it comes back with
    QTimer m_word;                        ///< runs while a C may still be the first letter of a word
    QString m_letter;
    Subscription m_cartChanged;
    Subscription m_sold;
};

} // namespace till
