#pragma once

#include "base/event.h"
#include "base/ids.h"

#include <QObject>
#include <QString>

namespace till {

class SellDesk;

/// Whose sale it is: the code of a card that is scanned or typed, a name that is looked for, somebody new,
/// and the group whose offers they get.
class SaleCustomer : public QObject {
    Q_OBJECT

public:
    explicit SaleCustomer(SellDesk& desk);

    void ask(); ///< takes who is typed, else asks
    /// `code` is a customer's: the sale is theirs now.
    bool take(const QString& code);

private:
    void show();
    void askWho(const QString& typed);
    void askGroup(const QString& code);
    void add(const QString& code);
    void attach(const QString& code);

    SellDesk& m_desk;
    Subscription m_cartChanged;
};

} // namespace till
