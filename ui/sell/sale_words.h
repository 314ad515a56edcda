#pragma once

#include "base/event.h"
#include "base/ids.h"

#include <QObject>
#include <QString>

namespace till {

class SellDesk;
struct PricedCart;

/// What is said of a sale beside its goods: whose it is, notes, and whether the customer is old enough. Each
/// is asked on a page beside the sale; scans go on meanwhile.
class SaleWords : public QObject {
    Q_OBJECT

public:
    explicit SaleWords(SellDesk& desk);

    void customer(); ///< who is typed, else asks
    void lineNote();
    void saleNote();
    bool askAge(); ///< shows the question when goods ask for it; false: nothing is open

    /// `code` is a customer's: the sale is theirs now.
    bool takeCustomer(const QString& code);

private:
    void showCustomer();
    void askCustomer(const QString& typed);
    void addCustomer(const QString& code);
    void attach(const QString& code);
    void askNote(int lineNo);
    void confirmAge(const QString& born);
    void refuseAge();

    SellDesk& m_desk;
    Subscription m_cartChanged;
};

} // namespace till
